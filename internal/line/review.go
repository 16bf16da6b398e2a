package line

import (
	"context"

	"porchlight/internal/locale"
	"porchlight/internal/review"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
)

// review goes through today's few cards, one after the other.
func (s *Session) review(ctx context.Context) error {
	for {
		r, err := s.desk.Review(ctx)
		if err != nil {
			return err
		}
		s.gap()
		if len(r.Cards) == 0 {
			return s.rest(ctx, r)
		}
		if err := s.card(ctx, r); err != nil {
			return err
		}
	}
}

// card asks one card, shows its best answer and takes how it went.
func (s *Session) card(ctx context.Context, r study.Review) error {
	c, done := r.Cards[0], len(r.Done)
	s.say(s.f("review.count", locale.Args{"At": done + 1, "Of": done + len(r.Cards)}) + ".")
	s.say(c.Lesson.Title)
	s.say(typeset.Plain(c.Question.Ask))
	for _, text := range c.Asked() {
		s.write("- " + hang(text, s.width) + "\n")
	}
	if with := c.Belong(s.words); with != "" {
		s.say(with)
	}
	s.say(s.t("review.think"))
	n, err := s.pick("review.show", "review.pause", "line.do-back", "review.number")
	switch {
	case err != nil:
		return err
	case n == 2:
		return s.keeping(ctx, func() error { return s.desk.PauseReview(ctx, true) })
	case n == 3:
		return errBack
	case n == 4:
		return s.cardNumber(ctx)
	}
	s.gap()
	heading, best := c.Best(s.words)
	s.say(heading + ":")
	for _, o := range best {
		s.say(o.Text)
		s.say(o.Reason)
	}
	if n, err = s.pick("review.not-yet", "review.got-it"); err != nil {
		return err
	}
	grade, words, id := review.NotYet, "review.not-yet-why", s.desk.NewReview()
	if n == 2 {
		grade, words = review.GotIt, "review.got-it-why"
	}
	err = s.keeping(ctx, func() error { _, err := s.desk.SaveReview(ctx, c, grade, id); return err })
	if err == nil {
		s.say(s.t(words))
	}
	return err
}

// cardNumber takes how many cards a day has.
func (s *Session) cardNumber(ctx context.Context) error {
	was, err := s.desk.Settings(ctx)
	if err != nil {
		return err
	}
	s.say(s.f("review.number-ask", locale.Args{"Most": study.MostCards, "N": was.Cards()}))
	is := was
	if is.ReviewCards, err = s.choose(study.MostCards); err != nil {
		return err
	}
	return s.keeping(ctx, func() error { return s.desk.SaveSettings(ctx, was, is) })
}

// pick lists a few choices and asks for one.
func (s *Session) pick(words ...string) (int, error) {
	lines := make([]string, len(words))
	for i, w := range words {
		lines[i] = s.t(w)
	}
	s.list(lines)
	return s.choose(len(lines))
}

// rest says why no card comes, and what can be done.
func (s *Session) rest(ctx context.Context, r study.Review) error {
	switch {
	case r.Paused:
		s.say(s.t("review.paused"))
		n, err := s.pick("review.resume", "line.do-back")
		if err != nil || n == 2 {
			return err
		}
		if err := s.keeping(ctx, func() error { return s.desk.PauseReview(ctx, false) }); err != nil {
			return err
		}
		return s.review(ctx)
	case r.None:
		s.say(s.t("review.none"))
		return s.err
	case len(r.Done) == 0:
		s.say(s.t("review.nothing"))
		return s.err
	}
	s.say(s.t("review.rest"))
	n, err := s.pick("line.do-back", "review.undo", "review.pause")
	switch {
	case err != nil, n == 1:
		return err
	case n == 2:
		last := r.Done[len(r.Done)-1]
		if err := s.keeping(ctx, func() error { return s.desk.UndoReview(ctx, last) }); err != nil {
			return err
		}
		return s.review(ctx)
	}
	return s.keeping(ctx, func() error { return s.desk.PauseReview(ctx, true) })
}
