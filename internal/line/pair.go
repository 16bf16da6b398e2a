package line

import (
	"context"
	"errors"
	"fmt"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

// pairs lists what can be asked before and after reading, and opens the one
// chosen.
func (s *Session) pairs(ctx context.Context) error {
	for {
		pairs, err := s.desk.Pairs(ctx)
		if err != nil {
			return err
		}
		s.gap()
		s.say(s.t("pair.list") + ".")
		lines := make([]string, len(pairs))
		for i, p := range pairs {
			lines[i] = s.sign(study.Sign{Text: p.Title, State: p.State(s.words)})
		}
		s.list(lines)
		n, err := s.choose(len(lines))
		if err != nil {
			return err
		}
		if err := s.pair(ctx, pairs[n-1].ID); !errors.Is(err, errBack) {
			return err
		}
	}
}

// pair asks the same questions before and after a lesson or a track, and says
// what changed, until the learner goes back or the input ends.
func (s *Session) pair(ctx context.Context, id string) error {
	p, err := s.desk.Pair(ctx, id)
	for {
		if err != nil {
			return err
		}
		again, end := s.pairOnce(ctx, p)
		switch {
		case end != nil:
			return end
		case again:
			p, err = s.desk.PairAgain(id)
		default:
			p, err = s.desk.Pair(ctx, id)
		}
	}
}

// A way is something to do with a pair, and the words for it.
type way struct {
	words string
	do    func(context.Context, study.Pair) error
}

// errAnew asks to begin a pair anew.
var errAnew = errors.New("anew")

// pairOnce says how far the pair has come, and does what the learner chooses.
func (s *Session) pairOnce(ctx context.Context, p study.Pair) (anew bool, err error) {
	s.gap()
	s.say(s.f("pair.title-of", locale.Args{"Title": p.Title}))
	if p.Foreign {
		s.say(s.t("line.foreign"))
	}
	if p.Lost > 0 {
		s.say(s.t("line.lost"))
	}
	ways := s.ways(p)
	lines := make([]string, len(ways))
	for i, w := range ways {
		lines[i] = s.t(w.words)
	}
	s.list(lines)
	n, err := s.choose(len(ways))
	if err != nil {
		return false, err
	}
	err = ways[n-1].do(ctx, p)
	return errors.Is(err, errAnew), ignoring(err, errAnew)
}

// ignoring is err, or nil where it is the one named.
func ignoring(err, named error) error {
	if errors.Is(err, named) {
		return nil
	}
	return err
}

// ways says how far the pair has come and returns what can be done.
func (s *Session) ways(p study.Pair) []way {
	back := way{"drill.back", func(context.Context, study.Pair) error { return errBack }}
	read := way{"pair.to-read", s.readPair}
	if p.Track {
		read.words = "pair.to-lessons"
	}
	switch p.Stage() {
	case study.Compared:
		s.changes(p.Changes())
		return []way{{"pair.to-reasons", s.pairReasons}, {"pair.to-again", func(context.Context, study.Pair) error { return errAnew }}, back}
	case study.Between:
		s.say(s.t("pair.between") + " " + s.t("pair.between-more"))
		s.answered(p.After)
		return []way{read, {"pair.to-after", s.askPart(p.After)}, back}
	}
	more := s.t("pair.unasked-more")
	if p.Urgent {
		more = s.t("pair.unasked-urgent")
	}
	s.say(s.words.N("pair.unasked", len(p.Before.Questions())) + " " + more)
	s.answered(p.Before)
	return []way{{"pair.to-begin", s.askPart(p.Before)}, read, back}
}

// answered says how many questions of a part have their answer already.
func (s *Session) answered(a quiz.Attempt) {
	if asked, answered, _ := a.Tally(); answered > 0 {
		s.say(s.f("pair.answered", locale.Args{"N": answered, "Of": asked}))
	}
}

// askPart asks the questions of one part.
func (s *Session) askPart(a quiz.Attempt) func(context.Context, study.Pair) error {
	return func(ctx context.Context, p study.Pair) error {
		s.say(s.t("line.words"))
		_, err := s.questions(ctx, a, a.Part == quiz.BeforePart && !p.Urgent)
		return err
	}
}

// readPair opens the lesson, or the lessons of the track.
func (s *Session) readPair(ctx context.Context, p study.Pair) error {
	if p.Track {
		return ignoring(s.track(ctx, lessons.TrackID(p.ID)), errBack)
	}
	return ignoring(s.lesson(ctx, lessons.ID(p.ID)), errBack)
}

// changes says what the answers were, then and now: a count, and each one.
func (s *Session) changes(changes []quiz.Change) {
	if of, before, after := quiz.Counted(changes); of > 0 {
		s.say(s.f("pair.count", locale.Args{"Before": before, "After": after, "Of": of}) + ".")
	}
	for i, c := range changes {
		s.say(fmt.Sprintf("%d. %s", i+1, c.Question.Ask))
		s.say(s.f("pair.change", locale.Args{"Before": s.was(c.Question, c.Before), "After": s.was(c.Question, c.After)}))
	}
	s.say(s.t("pair.no-claim"))
}

// was says in a few words what an answer was: its own words where none is
// better than another.
func (s *Session) was(q quiz.Question, g quiz.Given) string {
	if q.Opinion() {
		o, _ := q.Option(g.Choices[0])
		return o.Text
	}
	return s.t("pair.was-" + string(g.Result))
}

// pairReasons says the reasons for every question of a pair.
func (s *Session) pairReasons(_ context.Context, p study.Pair) error {
	for _, c := range p.Changes() {
		s.gap()
		s.say(c.Question.Ask)
		s.reasonsFor(c.Question, c.After)
	}
	return nil
}
