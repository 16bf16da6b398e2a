package quiz

import (
	"errors"
	"strings"
)

// What an answer can be refused for. Nothing is graded then.
var (
	ErrNoQuestion = errors.New("the attempt has no such question")
	ErrNoOption   = errors.New("the question has no such option")
	ErrNoChoice   = errors.New("no option was chosen")
	ErrOneOnly    = errors.New("only one option can be chosen")
	ErrUnfinished = errors.New("something is left without its place")
	ErrTwice      = errors.New("something stands in two places")
	ErrTooLong    = errors.New("too much was typed")
	ErrAnswered   = errors.New("the question is already answered")
)

// MaxTyped is how long a typed answer may be, in bytes.
const MaxTyped = 200

// A Response is what a learner gives for an answer: options chosen, in the
// order that means something to an Order, pairs of a Matching (see Pair), or
// words typed.
type Response struct {
	Choices []OptionID
	Text    string
	// Erased says that the learner has erased what was typed. Such a response
	// can only be resumed.
	Erased bool
}

// Choose is the response that chooses options.
func Choose(ids ...OptionID) Response { return Response{Choices: ids} }

// Type is the response that is typed.
func Type(text string) Response { return Response{Text: text} }

// pairSign joins the two ids of a pair. No id holds it.
const pairSign = ":"

// Pair is the choice that matches an option with a match, as it is kept.
func Pair(o OptionID, m MatchID) OptionID { return o + pairSign + OptionID(m) }

// Parts takes a pair apart.
func (id OptionID) Parts() (o OptionID, m MatchID, ok bool) {
	left, right, ok := strings.Cut(string(id), pairSign)
	return OptionID(left), MatchID(right), ok
}

// Paired returns what the response matches an option with.
func (r Response) Paired(o OptionID) (MatchID, bool) {
	for _, c := range r.Choices {
		if left, right, ok := c.Parts(); ok && left == o {
			return right, true
		}
	}
	return "", false
}
