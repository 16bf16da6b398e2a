package line

import (
	"context"
	"errors"
	"slices"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
)

// reflections lists the reflections and opens the one chosen.
func (s *Session) reflections(ctx context.Context) error {
	for {
		mirrors, err := s.desk.Mirrors(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("reflect.title") + ". " + s.t("reflect.list-why"))
		lines := make([]string, len(mirrors))
		for i, m := range mirrors {
			lines[i] = m.Reflection.Title
			if n := len(m.Looks); n > 0 {
				lines[i] += " (" + s.words.N("reflect.looks", n) + ")"
			}
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.reflect(ctx, mirrors[n-1].Reflection.ID); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// Reflect goes through one reflection. Nothing of it is kept unless the learner
// chooses it at the end.
func (s *Session) Reflect(ctx context.Context, id quiz.ReflectionID) error {
	return s.end(s.reflect(ctx, id))
}

func (s *Session) reflect(ctx context.Context, id quiz.ReflectionID) error {
	m, err := s.desk.Mirror(ctx, id)
	if err != nil {
		return err
	}
	g := &glass{Session: s, mirror: m, answers: quiz.Reflect(m.Reflection)}
	for {
		err := g.begin(ctx)
		if err == nil {
			err = g.through(ctx)
		}
		if !errors.Is(err, errAgain) {
			return err
		}
	}
}

// A glass is one reflection being answered.
type glass struct {
	*Session
	mirror  study.Mirror
	answers quiz.Answers
	kept    bool
}

// begin says what this is, and offers to begin, which is nil, or to look at
// what was kept.
func (g *glass) begin(ctx context.Context) error {
	r := g.mirror.Reflection
	g.gap()
	g.say(r.Title)
	if g.mirror.Foreign {
		g.say(g.t("reflect.foreign"))
	}
	g.say(r.Intro)
	g.say(g.t("reflect.private"))
	var m menu
	m.add(g.t("reflect.begin"), func() error { return nil })
	if len(g.mirror.Looks) > 0 {
		m.add(g.t("reflect.to-trend"), func() error { g.overTime(); return errAgain })
		if len(g.mirror.Looks) > 1 {
			m.add(g.t("reflect.to-pick"), func() error { return g.pick(ctx) })
		}
		m.add(g.t("reflect.to-forget"), func() error { return g.forgetAll(ctx) })
	}
	m.add(g.t("reflect.back"), func() error { return errBack })
	return m.choose(g.Session)
}

// through asks the items in order, and closes.
func (g *glass) through(ctx context.Context) error {
	g.gap()
	g.say(g.t("reflect.line-words"))
	items := g.mirror.Reflection.Items
	for i := 0; ; {
		err := g.closingOr(ctx, i)
		switch {
		case err == nil:
			i++
		case errors.Is(err, errDone):
			i = len(items)
		case errors.Is(err, errLeft):
			return errBack
		case errors.Is(err, errBack) && i > 0 && !g.kept:
			i = min(i, len(items)) - 1
		default:
			return err
		}
	}
}

// closingOr asks one item, or closes past the last one. errDone asks for the
// closing at once.
func (g *glass) closingOr(ctx context.Context, i int) error {
	if items := g.mirror.Reflection.Items; i < len(items) {
		return g.item(ctx, i)
	}
	return g.closing(ctx)
}

// item asks one item until it is answered or skipped.
func (g *glass) item(ctx context.Context, i int) error {
	r := g.mirror.Reflection
	item := r.Items[i]
	g.gap()
	g.say(g.f("reflect.count", locale.Args{"At": i + 1, "Of": len(r.Items)}) + ". " + item.Area + ".")
	g.say(item.Ask)
	if place, ok := g.answers.Given(item.ID); ok {
		g.say(g.f("reflect.line-now", locale.Args{"Answer": r.Scale[place]}))
	}
	var m menu
	for place, text := range r.Scale {
		m.add(text, func() error { return g.answer(ctx, item, place) })
	}
	skip := func() error {
		g.answers = g.answers.Clear(item.ID)
		g.desk.Heed(g.answers)
		return nil
	}
	m.word(skip, "", "skip", "saltar", "s")
	m.word(func() error { return errDone }, "done", "finish", "listo", "lista", "terminar", "fin")
	return m.choose(g.Session)
}

// answer gives an item its place. An answer that puts safety first leads there
// at once.
func (g *glass) answer(ctx context.Context, item quiz.Item, place int) error {
	next, err := g.answers.Answer(item.ID, place)
	if err != nil {
		return err
	}
	g.answers = next
	g.desk.Heed(next)
	for slices.Contains(item.Unsafe, place) {
		g.gap()
		g.say(g.t("safety.reflect"))
		g.say(item.Word)
		g.say(g.t("reflect.private-still"))
		if err := g.safely(ctx, "", g.t("safety.reflect-on")); !errors.Is(err, errAgain) {
			return err
		}
	}
	return nil
}

// closing says where to look next, and asks what to do with the answers.
func (g *glass) closing(ctx context.Context) error {
	for {
		g.gap()
		unsafe := g.answers.Unsafe()
		if unsafe {
			g.say(g.t("safety.danger"))
			for _, n := range g.desk.Safety().Numbers {
				g.say(n.Name + ": " + study.Reach(n, g.words) + ".")
			}
			g.say(g.t("safety.line-leave"))
		}
		g.say(g.mirror.Reflection.Closing)
		if unsafe {
			g.say(g.t("reflect.waits"))
		}
		if err := g.next(ctx); !errors.Is(err, errAgain) {
			return err
		}
	}
}

// next offers the lessons that the answers lead to, and the last choices.
func (g *glass) next(ctx context.Context) error {
	var m menu
	steps := g.desk.Steps(g.answers)
	if len(steps) == 0 {
		g.say(g.t("reflect.no-next"))
	} else {
		g.say(g.t("reflect.next"))
	}
	for _, step := range steps {
		m.add(sentence(g.f("reflect.to-lesson", locale.Args{"Area": step.Area, "Title": step.Lesson.Title}))+" "+step.Word,
			func() error { return orAgain(g.lesson(ctx, step.Lesson.ID)) })
	}
	switch given := len(g.answers.All()); {
	case g.kept || given == 0:
		m.add(g.t("reflect.to-close"), func() error { return errLeft })
		if len(g.mirror.Looks) > 0 {
			m.add(g.t("reflect.to-trend"), func() error { g.overTime(); return errAgain })
		}
	default:
		m.add(g.t("reflect.to-answers"), func() error { return g.review(ctx) })
		m.add(g.t("reflect.to-leave"), func() error { return errLeft })
		if !g.desk.Guest() {
			m.add(g.t("reflect.to-keep")+". "+g.t("reflect.keep-why"), func() error { return g.keep(ctx) })
		}
	}
	return m.choose(g.Session)
}

// errLeft says that the learner closes the reflection.
var errLeft = errors.New("left")

// keep keeps the answers. Where one of them is about safety, it asks first.
func (g *glass) keep(ctx context.Context) error {
	look, id := g.desk.NewLook(g.answers), g.mirror.Reflection.ID
	save := func(l study.Look) error {
		err := g.Session.kept(ctx, "reflect.kept", func() error { return g.desk.KeepLook(ctx, id, l) })
		if errors.Is(err, errAgain) {
			g.kept = true
			if m, err := g.desk.Mirror(ctx, id); err == nil {
				g.mirror = m // without it only the look just kept is missing over time
			}
		}
		return err
	}
	if !g.answers.Unsafe() {
		return save(look)
	}
	g.gap()
	g.say(g.t("reflect.shared"))
	var m menu
	m.add(g.t("reflect.keep-nothing"), func() error { return errAgain })
	m.add(g.t("reflect.keep-harmless"), func() error { return save(look.Harmless(g.mirror.Reflection)) })
	m.add(g.t("reflect.keep-all"), func() error { return save(look) })
	m.add(g.t("reflect.to-traces"), func() error { g.gap(); return orAgain(g.at("traces")(ctx, "")) })
	return orAgain(m.choose(g.Session))
}

// overTime tells what was answered in the looks that were kept.
func (g *glass) overTime() {
	g.gap()
	trends, scale := g.mirror.Trends(), g.mirror.Reflection.Scale
	if len(trends) == 0 {
		g.say(g.t("reflect.trend-none"))
		return
	}
	g.say(g.t("reflect.trend-why"))
	for _, t := range trends {
		g.gap()
		g.say(t.Item.Area + ". " + t.Item.Ask)
		for _, p := range t.Points {
			g.say(g.words.Date(p.At) + ": " + scale[p.Place] + ".")
		}
		was, now := t.LastTwo()
		words := "reflect.trend-other"
		if was.Place == now.Place {
			words = "reflect.trend-same"
		}
		g.say(g.f(words, locale.Args{"Was": scale[was.Place], "Now": scale[now.Place]}))
	}
}

// review lists all answers and takes one anew.
func (g *glass) review(ctx context.Context) error {
	r := g.mirror.Reflection
	g.gap()
	g.say(g.t("reflect.answers"))
	var m menu
	for i, item := range r.Items {
		text := g.t("reflect.not-answered")
		if place, ok := g.answers.Given(item.ID); ok {
			text = r.Scale[place]
		}
		m.add(g.f("reflect.line-answered", locale.Args{"Area": item.Area, "Ask": item.Ask, "Answer": text}),
			func() error { return orAgain(g.item(ctx, i)) })
	}
	m.add(g.t("reflect.from-answers"), func() error { return errAgain })
	return orAgain(m.choose(g.Session))
}

// sentence ends a text with a full stop, unless it has its own end.
func sentence(text string) string {
	if strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}
