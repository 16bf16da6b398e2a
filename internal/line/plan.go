package line

import (
	"context"
	"fmt"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// Plan puts a week of a program beside one's own, and reckons with a price.
func (s *Session) Plan(ctx context.Context) error { return s.end(s.plan(ctx)) }

func (s *Session) plan(ctx context.Context) error {
	for {
		s.gap()
		s.say(s.t("plan.title") + ". " + s.t("plan.start"))
		m := s.newMenu()
		m.add(s.t("plan.week"), func(ctx context.Context) error {
			return s.planPart(ctx, study.WeekFields(), func(p study.Plan) { s.sayAll(p.WeekWords(s.words)) })
		})
		m.add(s.t("plan.cost"), func(ctx context.Context) error {
			return s.planPart(ctx, study.CostFields(), func(p study.Plan) { s.sayAll(p.CostWords(s.words)) })
		})
		m.add(s.t("plan.to-beside"), s.beside)
		if err := m.run(ctx); err != nil {
			return err
		}
	}
}

func (s *Session) sayAll(paragraphs []string) {
	for _, text := range paragraphs {
		s.say(text)
	}
}

// planPart says what a part comes to, and has its fields filled in.
func (s *Session) planPart(ctx context.Context, fields []study.PlanField, say func(study.Plan)) error {
	for {
		p, err := s.desk.Plan(ctx)
		if err != nil {
			return err
		}
		s.gap()
		say(p)
		m := s.newMenu()
		for _, f := range fields {
			m.add(s.planField(p, f), func(ctx context.Context) error { return s.fillIn(ctx, p, f) })
		}
		if err := m.run(ctx); err != nil {
			return err
		}
	}
}

// planField is a field with what it holds, and what is wrong with it.
func (s *Session) planField(p study.Plan, f study.PlanField) string {
	value := p.Value(s.words, f)
	if value == "" {
		value = s.t("plan.empty")
	}
	text := fmt.Sprintf("%s: %s", s.t("plan."+string(f)), value)
	if piece, wrong := p.Wrong[f]; wrong {
		text += ". " + s.f("plan.wrong", locale.Args{"Piece": piece, "Hint": s.t("plan.hint-" + string(f))})
	}
	return text
}

// fillIn asks for a field. What the price is for goes round, as on the screen.
func (s *Session) fillIn(ctx context.Context, p study.Plan, f study.PlanField) error {
	text := p.NextPer()
	if f != study.PlanPer {
		hint := s.t("plan.hint-" + string(f))
		s.say(hint)
		a, err := s.ask(s.t("plan."+string(f))+":", hint)
		if err != nil {
			return err
		}
		text = a.text
	}
	return s.keeping(ctx, func() error { return s.desk.SavePlan(ctx, f, text) })
}

// beside says what to know beside the sum, each claim with its source.
func (s *Session) beside(context.Context) error {
	s.gap()
	s.say(s.t("plan.beside") + ".")
	for _, c := range s.desk.Beside() {
		s.sayCited(c)
	}
	if l, ok := s.desk.MoneyLesson(); ok {
		s.say(s.f("plan.to-lesson", locale.Args{"Title": l.Title}))
	}
	return s.err
}

func (s *Session) sayCited(c study.Cited) {
	text, source := c.Says(s.words)
	s.say(text)
	if source != "" {
		s.say(source)
	}
}
