package quiz

import (
	"maps"
	"slices"
)

// An Attempt is one sitting at a bank's questions. It is a value: answering
// returns a new attempt and leaves the old one as it was.
type Attempt struct {
	ID     string
	Lesson LessonID
	Part   Part
	Seed   uint64

	questions []Question
	given     map[ID]Given
}

// Part tells sittings before and after reading from the others. Its words are
// the record's too.
type Part string

const (
	NoPart     Part = ""
	BeforePart Part = "before"
	AfterPart  Part = "after"
)

// NewAttempt starts an attempt at the named questions of a bank, in the bank's
// order; none named means all. The seed alone decides the order of options.
func NewAttempt(id string, bank Bank, seed uint64, only []ID) Attempt {
	a := Attempt{ID: id, Lesson: bank.Lesson, Seed: seed}
	for _, q := range bank.Questions {
		if len(only) == 0 || slices.Contains(only, q.ID) {
			a.questions = append(a.questions, shuffled(q, seed))
		}
	}
	return a
}

// Resume puts back an answer given earlier. An answer to a question or option
// that the pack no longer has is left out, and Resume reports false. What was
// typed stays the option it was, whatever language the pack is read in now, and
// though its words were erased.
func (a Attempt) Resume(id ID, r Response) (Attempt, bool) {
	q, ok := a.Question(id)
	if !ok || q.Kind != ShortText || len(r.Choices) == 0 && !r.Erased {
		next, _, err := a.Answer(id, r)
		return next, err == nil
	}
	if _, answered := a.given[id]; answered || len(r.Choices) > 1 || PlainWords(r.Text) == "" && !r.Erased {
		return a, false
	}
	g := Given{Response: r, Result: Other, Of: 1}
	for _, c := range r.Choices {
		o, ok := q.Option(c)
		if !ok {
			return a, false
		}
		if o.Best {
			g.Result, g.Right = Best, 1
		}
	}
	return a.with(id, g), true
}

// Questions returns the questions in order, options as shown.
func (a Attempt) Questions() []Question { return a.questions }

// Question returns one question of the attempt.
func (a Attempt) Question(id ID) (Question, bool) {
	i := slices.IndexFunc(a.questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return Question{}, false
	}
	return a.questions[i], true
}

// Answer grades a response to a question and returns the attempt with the
// answer in it. It returns one of this package's errors for a response that
// does not fit; the attempt is then unchanged.
func (a Attempt) Answer(id ID, r Response) (Attempt, Given, error) {
	q, ok := a.Question(id)
	if !ok {
		return a, Given{}, ErrNoQuestion
	}
	if _, answered := a.given[id]; answered {
		return a, Given{}, ErrAnswered
	}
	g, err := q.Grade(r)
	if err != nil {
		return a, Given{}, err
	}
	return a.with(id, g), g, nil
}

// with returns the attempt with one more answer.
func (a Attempt) with(id ID, g Given) Attempt {
	given := maps.Clone(a.given)
	if given == nil {
		given = map[ID]Given{}
	}
	given[id] = g
	a.given = given
	return a
}

// Given returns the answer to a question, if there is one.
func (a Attempt) Given(id ID) (Given, bool) {
	g, ok := a.given[id]
	return g, ok
}

// Next returns the place of the first question without an answer, from 0, or
// false when all have one.
func (a Attempt) Next() (int, bool) {
	for i, q := range a.questions {
		if _, ok := a.given[q.ID]; !ok {
			return i, true
		}
	}
	return 0, false
}

// Done reports whether every question has an answer.
func (a Attempt) Done() bool {
	_, more := a.Next()
	return !more
}

// Tally counts the questions, those answered, and those answered best.
func (a Attempt) Tally() (asked, answered, best int) {
	for _, g := range a.given {
		if g.Result == Best {
			best++
		}
	}
	return len(a.questions), len(a.given), best
}

// Missed returns the questions answered with something other than the best
// answer, in order.
func (a Attempt) Missed() []ID {
	var missed []ID
	for _, q := range a.questions {
		if g, ok := a.given[q.ID]; ok && g.Result != Best {
			missed = append(missed, q.ID)
		}
	}
	return missed
}
