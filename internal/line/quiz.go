package line

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

// Quiz asks the questions of one lesson. It ends when the learner is done or
// the input ends; everything answered until then is kept.
func (s *Session) Quiz(ctx context.Context, id lessons.ID) error {
	return s.end(s.quiz(ctx, id))
}

func (s *Session) quiz(ctx context.Context, id lessons.ID) error {
	sitting, err := s.desk.Quiz(ctx, id)
	if err != nil {
		return err
	}
	for {
		s.open(sitting)
		a, err := s.questions(ctx, sitting.Attempt, false)
		if err != nil {
			return err
		}
		s.tally(a)
		missed := a.Missed()
		if len(missed) == 0 {
			return nil
		}
		again, err := s.ask(s.t("line.again"), s.t("line.again-help"))
		if err != nil || !again.yes() {
			return err
		}
		if sitting, err = s.desk.QuizAgain(ctx, id, missed); err != nil {
			return err
		}
	}
}

func (s *Session) open(sitting study.Sitting) {
	s.gap()
	s.say(sitting.Title)
	if sitting.Foreign {
		s.say(s.t("line.foreign"))
	}
	if sitting.Lost > 0 {
		s.say(s.t("line.lost"))
	}
	if i, ok := sitting.Attempt.Next(); ok && sitting.Resumed {
		s.say(s.f("line.resumed", locale.Args{"N": i + 1, "Of": len(sitting.Attempt.Questions())}))
	}
	s.say(s.t("line.words"))
}

// questions asks what is not answered yet, in order. Bare leaves out the
// reasons: they come later.
func (s *Session) questions(ctx context.Context, a quiz.Attempt, bare bool) (quiz.Attempt, error) {
	for {
		i, more := a.Next()
		if !more {
			return a, nil
		}
		q := a.Questions()[i]
		s.gap()
		s.say(s.f("line.question", locale.Args{"N": i + 1, "Of": len(a.Questions())}))
		s.say(q.Ask)
		s.lay(q)
		next, err := s.answer(ctx, a, q)
		if err != nil {
			return a, err
		}
		a = next
		s.gap()
		if bare {
			s.say(s.t(s.desk.Kept()))
		} else {
			s.reasons(a, q)
		}
	}
}

// answer reads a response until it fits and is kept.
func (s *Session) answer(ctx context.Context, a quiz.Attempt, q quiz.Question) (quiz.Attempt, error) {
	r, err := s.respond(q)
	if err != nil {
		return a, err
	}
	for {
		next, err := s.desk.Answer(ctx, a, q.ID, r)
		if err == nil {
			return next, nil
		}
		if errors.Is(err, context.Canceled) {
			return a, err
		}
		if _, end := s.notSaved(ctx, err); end != nil {
			return a, end
		}
	}
}

func (s *Session) tally(a quiz.Attempt) {
	asked, _, best := a.Tally()
	s.gap()
	s.say(s.f("line.tally", locale.Args{"Best": best, "Of": asked}))
}
