package line

import (
	"context"
	"errors"
	"slices"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// pick lists the times that were kept, the newest first, and removes the one
// chosen.
func (g *glass) pick(ctx context.Context) error {
	g.gap()
	g.say(g.t("reflect.pick"))
	var m menu
	for _, l := range slices.Backward(g.mirror.Looks) {
		when := g.words.Moment(l.At)
		sure := g.f("reflect.forget-one-sure", locale.Args{"When": when})
		m.add(when, func() error {
			return g.forget(ctx, sure, func() error { return g.desk.ForgetLook(ctx, l) }, func(other study.Look) bool { return other.ID == l.ID })
		})
	}
	return orAgain(m.choose(g.Session))
}

// forgetAll removes everything kept of this reflection.
func (g *glass) forgetAll(ctx context.Context) error {
	sure := g.words.N("reflect.forget-sure", len(g.mirror.Looks))
	return g.forget(ctx, sure, func() error { return g.desk.ForgetLooks(ctx, g.mirror.Reflection.ID) }, func(study.Look) bool { return true })
}

// forget removes what do removes, when the learner is sure. Those looks are gone
// then.
func (g *glass) forget(ctx context.Context, sure string, do func() error, gone func(study.Look) bool) error {
	left := slices.DeleteFunc(slices.Clone(g.mirror.Looks), gone)
	words := "reflect.removed"
	if len(left) > 0 {
		words = "reflect.removed-one"
	}
	g.gap()
	g.say(sure)
	var m menu
	m.add(g.t("reflect.forget-no"), func() error { return errAgain })
	m.add(g.t("reflect.forget-yes"), func() error {
		err := g.Session.kept(ctx, words, do)
		if errors.Is(err, errAgain) {
			g.mirror.Looks = left
		}
		return err
	})
	return orAgain(m.choose(g.Session))
}
