package line

import (
	"context"
	"errors"

	"porchlight/internal/checklist"
	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// Call goes through the questions with one provider, from where the last call
// ended.
func (s *Session) Call(ctx context.Context, provider string) error {
	return s.end(s.call(ctx, provider))
}

// CallNamed is Call for the program of a name. It returns study.ErrNoProvider
// for a name that is not on the list.
func (s *Session) CallNamed(ctx context.Context, name string) error {
	p, err := s.desk.ProviderNamed(ctx, name)
	if err != nil {
		return err
	}
	return s.Call(ctx, p.ID)
}

func (s *Session) call(ctx context.Context, provider string) error {
	c, err := s.desk.Call(ctx, provider)
	if errors.Is(err, study.ErrNoProvider) {
		s.say(s.t("call.nobody"))
		return errBack
	}
	if err != nil {
		return err
	}
	s.gap()
	s.say(c.Provider.Name)
	if c.Provider.Phone != "" {
		s.say(s.t("call.phone") + " " + c.Provider.Phone)
	}
	s.say(s.t("line.call-how"))
	for at := c.At; at < len(c.Asks); {
		if at, err = s.oneAsk(ctx, c, at); err != nil {
			return err
		}
	}
	s.gap()
	s.say(s.t("call.end"))
	return errBack
}

// oneAsk shows a question, takes notes until there is a mark or another
// question is asked for, and returns where to go on.
func (s *Session) oneAsk(ctx context.Context, c study.Call, at int) (int, error) {
	a := &c.Asks[at]
	s.gap()
	s.say(s.f("line.question", locale.Args{"N": at + 1, "Of": len(c.Asks)}))
	s.say(a.Question.Ask)
	s.listenGood(a.Question.Good, a.Question.Warning)
	if !a.Answer.Open() {
		s.say(s.t("call.marked") + " " + s.t("call.is-"+a.Answer.State()) + ".")
	}
	s.sayIf("line.note-is", a.Answer.Note)
	for {
		said, err := s.ask(s.t("line.mark"), s.t("line.call-how"))
		if err != nil {
			return at, err
		}
		to, by, moves := s.heard(a.Answer, said)
		next := at
		if moves {
			next = max(0, at+by)
		}
		if err := s.keepHeard(ctx, c, at, next, to); err != nil {
			return at, err
		}
		if moves {
			return next, nil
		}
	}
}

// listenGood says what to listen for while on the phone.
func (s *Session) listenGood(good, warning string) {
	s.sayIf("line.good", good)
	s.sayIf("line.warning", warning)
}

// heard is what the learner's line makes of an answer, and whether it moves on
// and by how much. A number is a mark, a word for going on goes on, and any
// other text is a note.
func (s *Session) heard(was checklist.Answer, said answer) (to checklist.Answer, by int, moves bool) {
	to = was
	switch {
	case said.is("1"): // on the screen it begins a note; here the note is typed at once
		s.say(s.t("line.call-how"))
		return to, 0, false
	case said.is("2"):
		to.Sign, to.Asked = record.Good, true
	case said.is("3"):
		to.Sign, to.Asked = record.Warning, true
	case said.is("4"):
		to.Sign, to.Asked = record.Unclear, true
	case said.is("5"):
		to.Sign, to.Asked = record.NoSign, false
	case said.is("next", "n", "siguiente", ""):
	case said.is("before", "antes", "anterior"):
		return to, -1, true
	default:
		// The first words on a question without a mark mean that it was asked.
		to.Asked = to.Asked || to.Note == ""
		to.Note = said.text
		return to, 0, false
	}
	return to, 1, true
}

// keepHeard keeps an answer that changed, and the question to go on with. It
// says saved when both are in the record.
func (s *Session) keepHeard(ctx context.Context, c study.Call, at, next int, to checklist.Answer) error {
	a := &c.Asks[at]
	var seat lessons.QuestionID
	if next < len(c.Asks) {
		seat = c.Asks[next].Question.ID
	}
	changed := to != a.Answer
	save := func() error {
		if changed {
			if err := s.desk.SaveHeard(ctx, c.Provider.ID, a.Question.ID, to); err != nil {
				return err
			}
		}
		if next == at {
			return nil
		}
		return s.desk.SaveSeat(ctx, c.Provider.ID, seat)
	}
	if err := s.tryKeeping(ctx, save); err != nil {
		return err
	}
	if changed {
		a.Answer = to
		s.say(s.t(s.desk.Kept()))
	}
	return nil
}
