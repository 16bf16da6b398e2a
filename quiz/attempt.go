package quiz

import (
	"errors"
	"hash/fnv"
	"slices"
)

// What an answer can be refused for. Nothing is graded then.
var (
	ErrNoQuestion = errors.New("the attempt has no such question")
	ErrNoOption   = errors.New("the question has no such option")
	ErrNoChoice   = errors.New("no option was chosen")
	ErrOneOnly    = errors.New("only one option can be chosen")
	ErrAnswered   = errors.New("the question is already answered")
)

// Result is how an answer compares with the best one. Its words are the
// record's too.
type Result string

const (
	Best    Result = "best"
	Partial Result = "partial"
	Other   Result = "other"
)

// Given is an answer and its grade.
type Given struct {
	Choices []OptionID
	Result  Result
}

// An Attempt is one sitting at a bank's questions. It is a value: answering
// returns a new attempt and leaves the old one as it was.
type Attempt struct {
	ID        string
	Lesson    LessonID
	Seed      uint64
	questions []Question
	given     map[ID]Given
}

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
// that the pack no longer has is left out, and Resume reports false.
func (a Attempt) Resume(q ID, choices []OptionID) (Attempt, bool) {
	next, _, err := a.Answer(q, choices)
	return next, err == nil
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

// Answer grades choices for a question and returns the attempt with the answer
// in it. It returns one of this package's errors for an answer that does not
// fit; the attempt is then unchanged.
func (a Attempt) Answer(id ID, choices []OptionID) (Attempt, Given, error) {
	q, ok := a.Question(id)
	if !ok {
		return a, Given{}, ErrNoQuestion
	}
	if _, answered := a.given[id]; answered {
		return a, Given{}, ErrAnswered
	}
	result, err := q.Grade(choices)
	if err != nil {
		return a, Given{}, err
	}
	g := Given{Choices: slices.Clone(choices), Result: result}
	given := make(map[ID]Given, len(a.given)+1)
	for k, v := range a.given {
		given[k] = v
	}
	given[id] = g
	a.given = given
	return a, g, nil
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

// Grade compares choices with the best answer. Several choices are partly
// right when they hold at least one best option and more best ones than others.
func (q Question) Grade(choices []OptionID) (Result, error) {
	if len(choices) == 0 {
		return "", ErrNoChoice
	}
	if q.Kind != Multiple && len(choices) > 1 {
		return "", ErrOneOnly
	}
	chosen, right := 0, 0
	for i, id := range choices {
		o, ok := q.Option(id)
		if !ok {
			return "", ErrNoOption
		}
		if slices.Contains(choices[:i], id) {
			continue
		}
		chosen++
		if o.Best {
			right++
		}
	}
	switch {
	case right == chosen && right == q.bestCount():
		return Best, nil
	case right > chosen-right:
		return Partial, nil
	}
	return Other, nil
}

func (q Question) bestCount() int {
	n := 0
	for _, o := range q.Options {
		if o.Best {
			n++
		}
	}
	return n
}

// shuffled returns q with its options in the order the seed gives. True and
// false stay as written: people look for them in that order.
func shuffled(q Question, seed uint64) Question {
	if q.Kind != TrueFalse {
		q.Options = shuffle(q.Options, seed, string(q.ID))
	}
	return q
}

// shuffle returns the list in the order that the seed gives to what is named
// id.
func shuffle[T any](list []T, seed uint64, id string) []T {
	h := fnv.New64a()
	h.Write([]byte(id))
	state := seed ^ h.Sum64()
	list = slices.Clone(list)
	for i := len(list) - 1; i > 0; i-- {
		state = mix(state)
		j := int(state % uint64(i+1))
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// mix is one step of SplitMix64. It is written out so that an attempt resumed
// under a later Go shows its options in the order the learner saw.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
