package line

import (
	"context"
	"errors"
	"fmt"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// Checklist goes through the questions to ask a provider: the twelve for a
// first call, or one category.
func (s *Session) Checklist(ctx context.Context) error {
	return s.end(s.checklist(ctx))
}

func (s *Session) checklist(ctx context.Context) error {
	for {
		groups, err := s.desk.Checklist(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("line.checklist"))
		lines := []string{s.t("line.first-call")}
		for _, g := range groups {
			lines = append(lines, s.f("line.category", locale.Args{"Title": s.category(g.Category), "Asked": g.Asked(), "Of": len(g.Checks)}))
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		pick := firstCall
		if n > 1 {
			id := groups[n-2].Category.ID
			pick = func(g study.CheckGroup, _ study.Check) bool { return g.Category.ID == id }
		}
		if err := s.group(ctx, pick); !errors.Is(err, errBack) {
			return err
		}
	}
}

func firstCall(_ study.CheckGroup, c study.Check) bool { return c.Question.FirstCall }

// group lists some of the questions and opens the one chosen, until the
// learner goes back, which is errBack.
func (s *Session) group(ctx context.Context, pick func(study.CheckGroup, study.Check) bool) error {
	for {
		groups, err := s.desk.Checklist(ctx)
		if err != nil {
			return err
		}
		var checks []study.Check
		var lines []string
		for _, g := range groups {
			for _, c := range g.Checks {
				if pick(g, c) {
					checks = append(checks, c)
					lines = append(lines, s.tick(c)+" "+c.Question.Ask)
				}
			}
		}
		s.gap()
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.check(ctx, checks[n-1]); err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
}

// tick says in words whether a question was asked.
func (s *Session) tick(c study.Check) string {
	if c.Asked {
		return s.t("line.asked")
	}
	return s.t("line.not-asked")
}

// check shows one question and takes a tick or a note.
func (s *Session) check(ctx context.Context, c study.Check) error {
	q := c.Question
	s.gap()
	s.say(fmt.Sprintf("%s %s", s.tick(c), q.Ask))
	s.listenFor(q)
	s.sayIf("line.note-is", c.Note)
	toggle := s.t("line.do-tick")
	if c.Asked {
		toggle = s.t("line.do-untick")
	}
	s.list([]string{toggle, s.t("line.do-note"), s.t("line.do-back")})
	n, err := s.choose(3)
	if err != nil {
		return err
	}
	switch n {
	case 1:
		c.Asked = !c.Asked
	case 2:
		a, err := s.ask(s.t("line.note"), s.t("line.note-help"))
		if err != nil {
			return err
		}
		c.Note = a.text
	case 3:
		return nil
	}
	return s.saveCheck(ctx, c)
}

// listenFor says what a question is for and what to listen for. A question of
// the learner's own has none of it.
func (s *Session) listenFor(q lessons.ProviderQuestion) {
	s.sayIf("line.why", q.Why)
	s.listenGood(q.Good, q.Warning)
}

func (s *Session) sayIf(words, text string) {
	if text != "" {
		s.say(s.f(words, locale.Args{"Text": text}))
	}
}

// category is what a category is called.
func (s *Session) category(c lessons.Category) string {
	if c.ID == study.OwnCategory {
		return s.t("checklist.own")
	}
	return c.Title
}

func (s *Session) saveCheck(ctx context.Context, c study.Check) error {
	return s.keeping(ctx, func() error { return s.desk.SaveCheck(ctx, c.Question.ID, c.Asked, c.Note) })
}
