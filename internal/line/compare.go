package line

import (
	"context"

	"porchlight/internal/checklist"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// Compare says what every provider answered, question by question.
func (s *Session) Compare(ctx context.Context) error { return s.end(s.compare(ctx)) }

func (s *Session) compare(ctx context.Context) error {
	c, err := s.desk.Comparison(ctx)
	if err != nil {
		return err
	}
	s.gap()
	s.say(s.t("compare.title") + ".")
	if len(c.Providers) == 0 {
		s.say(s.t("providers.none"))
		return s.err
	}
	s.say(s.t("compare.no-score"))
	if c.More > 0 {
		s.say(s.words.N("providers.more", c.More))
	}
	var part checklist.Part = -1
	for _, r := range c.Rows {
		if r.Part == checklist.Nobody {
			continue // they stand under what to ask next
		}
		if r.Part != part {
			part = r.Part
			s.gap()
			s.say(s.t(c.Title(part)))
		}
		s.gap()
		s.say(r.Ask.Question.Ask)
		for i, a := range r.Answers {
			s.say(s.f("compare.answer", locale.Args{"Name": c.Providers[i].Name, "Said": s.said(a)}))
		}
	}
	s.nextFor(c)
	return s.err
}

// said is an answer in words, with its note.
func (s *Session) said(a checklist.Answer) string {
	said := s.t("call.is-" + a.State())
	if a.Note != "" {
		said = s.f("compare.with-note", locale.Args{"Said": said, "Note": a.Note})
	}
	return said
}

// nextFor says what is still to ask each provider, the first few of it.
func (s *Session) nextFor(c study.Comparison) {
	const few = 12
	s.gap()
	s.say(s.t("compare.next"))
	for i, p := range c.Providers {
		s.gap()
		name := p.Name
		if p.Phone != "" {
			name += ", " + p.Phone
		}
		next := c.Next[i]
		if len(next) == 0 {
			s.say(s.f("compare.answer", locale.Args{"Name": name, "Said": s.t("compare.all-asked")}))
			continue
		}
		s.say(name)
		for _, a := range next[:min(len(next), few)] {
			s.say("- " + a.Question.Ask)
		}
		if more := len(next) - few; more > 0 {
			s.say(s.words.N("compare.more", more))
		}
	}
}
