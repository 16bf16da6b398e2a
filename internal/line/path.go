package line

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// errSkip ends the questions that choose a path.
var errSkip = errors.New("skip all")

// path asks the few questions that choose which lessons come first. Going back
// from the first of them, or "skip", skips them all.
func (s *Session) path(ctx context.Context) error {
	s.gap()
	s.say(s.t("path.title") + ".")
	s.say(s.t("line.path-intro"))
	questions := study.PathQuestions()
	for i := 0; i < len(questions); {
		s.gap()
		err := s.pathQuestion(ctx, i, questions)
		switch {
		case errors.Is(err, errSkip), errors.Is(err, errBack) && i == 0:
			return s.keeping(ctx, func() error { return s.desk.SavePathAsked(ctx) })
		case errors.Is(err, errBack):
			i--
		case err != nil:
			return err
		default:
			i++
		}
	}
	return nil
}

func (s *Session) pathQuestion(ctx context.Context, i int, questions []study.PathQuestion) error {
	q, isSafe := questions[i], questions[i].ID == study.SafeQuestion
	said, err := s.desk.Situation(ctx)
	if err != nil {
		return err
	}
	if isSafe {
		s.say(s.t("path.safe-why"))
	}
	s.say(s.f("path.count", locale.Args{"At": i + 1, "Of": len(questions)}))
	s.say(s.t("path." + q.ID))
	lines := make([]string, 0, len(q.Choices)+2)
	for _, c := range q.Choices {
		text := s.t("path." + q.ID + "-" + c)
		if !isSafe && c == q.Answer(said) {
			text = s.f("line.sign", locale.Args{"Text": text, "State": s.t("path.yours")})
		}
		lines = append(lines, text)
	}
	skip := "path.skip"
	if isSafe {
		skip = "path.safe-rather-not"
	}
	lines = append(lines, s.t(skip), s.t("path.skip-all"))
	s.list(lines)
	n, err := s.choose(len(lines))
	switch {
	case err != nil:
		return err
	case n == len(lines):
		return errSkip
	}
	answer := ""
	if n <= len(q.Choices) {
		answer = q.Choices[n-1]
	}
	if isSafe {
		return s.safety(ctx, lessons.Safety(answer))
	}
	if err := s.keeping(ctx, func() error { return s.desk.SavePathAnswer(ctx, q, answer) }); err != nil {
		return err
	}
	if lessons.Urgency(answer) == lessons.Danger && said.Urgent != lessons.Danger {
		s.gap()
		s.Now()
	}
	return s.err
}

// safety keeps the answer on safety for this visit, and for good where the
// learner says so; then it says what comes first.
func (s *Session) safety(ctx context.Context, safe lessons.Safety) error {
	inRecord := false
	if safe != "" && !s.desk.Guest() {
		s.gap()
		s.say(s.t("path.keep"))
		s.say(s.t("path.keep-why"))
		s.list([]string{s.t("path.keep-no"), s.t("path.keep-yes")})
		n, err := s.choose(2)
		if err != nil {
			return err
		}
		inRecord = n == 2
	}
	words := s.desk.Kept()
	switch {
	case safe == "":
		words = "line.not-said"
	case !inRecord:
		words = "line.not-kept"
	}
	if err := s.tryKeeping(ctx, func() error { return s.desk.SaveSafety(ctx, safe, inRecord) }); err != nil {
		return err
	}
	s.say(s.t(words))
	if safe == lessons.SafeNo || safe == lessons.SafeUnsure {
		return s.refuge(ctx)
	}
	return s.err
}

// refuge says whom to call, for someone whose home may not be safe, and offers
// what the screen offers. After Help now or the lesson it says so again.
func (s *Session) refuge(ctx context.Context) error {
	for {
		r := s.desk.Refuge()
		s.gap()
		s.say(s.t("path.refuge"))
		if n := r.Hotline; n != nil {
			s.say(n.Name + ": " + study.Reach(*n, s.words) + ".")
		}
		s.say(s.t("line.refuge-leave"))
		var m menu
		m.add(s.t("path.to-now"), func() error { s.gap(); s.Now(); return errAgain })
		if l := r.Lesson; l != nil {
			m.add(s.f("path.to-lesson", locale.Args{"Title": study.TitleOf(*l, s.words)}), func() error { return orAgain(s.lesson(ctx, l.ID)) })
		}
		m.add(s.t("path.to-go-on"), func() error { return nil })
		switch err := m.choose(s); {
		case errors.Is(err, errAgain):
		case errors.Is(err, errBack):
			return nil
		default:
			return err
		}
	}
}
