package line

import (
	"context"
	"errors"
	"slices"

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
		a, err := s.questions(ctx, sitting.Attempt)
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

// questions asks what is not answered yet, in order.
func (s *Session) questions(ctx context.Context, a quiz.Attempt) (quiz.Attempt, error) {
	for {
		i, more := a.Next()
		if !more {
			return a, nil
		}
		q := a.Questions()[i]
		s.gap()
		s.say(s.f("line.question", locale.Args{"N": i + 1, "Of": len(a.Questions())}))
		s.say(q.Ask)
		texts := make([]string, len(q.Options))
		for j, o := range q.Options {
			texts[j] = o.Text
		}
		s.list(texts)
		next, err := s.answer(ctx, a, q)
		if err != nil {
			return a, err
		}
		a = next
		s.reasons(a, q)
	}
}

// answer reads choices until they fit and are kept.
func (s *Session) answer(ctx context.Context, a quiz.Attempt, q quiz.Question) (quiz.Attempt, error) {
	choices, err := s.choices(q)
	if err != nil {
		return a, err
	}
	for {
		next, err := s.desk.Answer(ctx, a, q.ID, quiz.Choose(choices...))
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

func (s *Session) choices(q quiz.Question) ([]quiz.OptionID, error) {
	if q.Kind != quiz.Multiple {
		n, err := s.choose(len(q.Options))
		if err != nil {
			return nil, err
		}
		return []quiz.OptionID{q.Options[n-1].ID}, nil
	}
	for {
		a, err := s.ask(s.t("line.choose-several"), s.f("line.several-help", locale.Args{"N": len(q.Options)}))
		if err != nil {
			return nil, err
		}
		ns, ok := a.numbers(len(q.Options))
		if !ok {
			s.say(s.f("line.not-choices", locale.Args{"N": len(q.Options)}))
			continue
		}
		var ids []quiz.OptionID
		for _, n := range ns {
			if id := q.Options[n-1].ID; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return ids, nil
	}
}

// reasons says how the answer fits, and the reason for every option.
func (s *Session) reasons(a quiz.Attempt, q quiz.Question) {
	given, _ := a.Given(q.ID)
	s.gap()
	s.say(s.t("line.saved-" + string(given.Result)))
	for i, o := range q.Options {
		line := "line.reason"
		switch chosen := slices.Contains(given.Choices, o.ID); {
		case chosen && o.Best:
			line = "line.reason-chosen-best"
		case chosen:
			line = "line.reason-chosen"
		case o.Best:
			line = "line.reason-best"
		}
		s.say(s.f(line, locale.Args{"N": i + 1, "Text": o.Text, "Reason": o.Reason}))
	}
}

func (s *Session) tally(a quiz.Attempt) {
	asked, _, best := a.Tally()
	s.gap()
	s.say(s.f("line.tally", locale.Args{"Best": best, "Of": asked}))
}
