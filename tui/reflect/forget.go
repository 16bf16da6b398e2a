package reflect

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
)

// forgetItems leads to removing what is kept, and one time of several alone.
func (r *Reflect) forgetItems() []kit.Item {
	w := r.env.Words
	items := []kit.Item{{ID: toForget, Text: w.T("reflect.to-forget")}}
	if len(r.mirror.Looks) > 1 {
		items = append([]kit.Item{{ID: toPick, Text: w.T("reflect.to-pick")}}, items...)
	}
	return items
}

// writePicking is the times that were kept, the newest first.
func (r *Reflect) writePicking() []kit.Item {
	w := r.env.Words
	r.say(w.T("reflect.pick"))
	items := []kit.Item{{ID: toOpening, Text: w.T("reflect.back")}, {Head: true}}
	for _, l := range slices.Backward(r.mirror.Looks) {
		items = append(items, kit.Item{ID: aLook + l.ID, Text: w.Moment(l.At)})
	}
	return items
}

// writeForgetting asks whether the learner is sure.
func (r *Reflect) writeForgetting() []kit.Item {
	w := r.env.Words
	if l, one := r.doomedLook(); one {
		r.say(w.F("reflect.forget-one-sure", locale.Args{"When": w.Moment(l.At)}))
	} else {
		r.say(w.N("reflect.forget-sure", len(r.mirror.Looks)))
	}
	return []kit.Item{
		{ID: toOpening, Text: w.T("reflect.forget-no")},
		{ID: toForgetIt, Text: w.T("reflect.forget-yes")},
	}
}

// doomedLook is the one look to be removed; false where it is all of them.
func (r *Reflect) doomedLook() (study.Look, bool) {
	i := slices.IndexFunc(r.mirror.Looks, func(l study.Look) bool { return l.ID == r.doomed })
	if r.doomed == "" || i < 0 {
		return study.Look{}, false
	}
	return r.mirror.Looks[i], true
}

// forget removes one look, or everything kept of this reflection. Of all that
// is kept, the answers being given are part.
func (r *Reflect) forget() tea.Cmd {
	desk, id := r.desk, r.id
	one, alone := r.doomedLook()
	return r.errands.Save(r.env, func(ctx context.Context) (study.Mirror, error) {
		forget := func() error { return desk.ForgetLooks(ctx, id) }
		if alone {
			forget = func() error { return desk.ForgetLook(ctx, one) }
		}
		if err := forget(); err != nil {
			return study.Mirror{}, err
		}
		return desk.Mirror(ctx, id)
	}, func(r *Reflect, m study.Mirror) tea.Cmd {
		r.mirror, r.look.note = m, "reflect.removed"
		r.look.kept = r.look.kept && r.holds(r.look.as)
		if len(m.Looks) > 0 {
			r.look.note = "reflect.removed-one"
		}
		r.show(opening)
		return nil
	})
}

// holds reports whether a look is still kept.
func (r *Reflect) holds(id string) bool {
	return slices.ContainsFunc(r.mirror.Looks, func(l study.Look) bool { return l.ID == id })
}
