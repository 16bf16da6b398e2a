// Package quiz is what a course asks: banks of questions, practices and
// reflections read from plain files, and the pure values that a learner goes
// through them with: Attempt, Run and Answers. It grades; it keeps nothing,
// draws nothing, and knows lessons by their ids alone.
package quiz

type (
	// LessonID names the lesson a bank belongs to.
	LessonID string
	// ID names a question within the whole course: "helping-or-enabling/cash".
	ID string
	// OptionID names an option within its question.
	OptionID string
	// MatchID names a match within its question.
	MatchID string
	// Lang is a language of a pack.
	Lang string
)

// English is the language every pack has and every other falls back to.
const English Lang = "en"

// Kind is how a question is answered.
type Kind string

const (
	Single    Kind = "single"     // one option
	Multiple  Kind = "multiple"   // any number of options
	TrueFalse Kind = "true-false" // the options "true" and "false"
	Order     Kind = "order"      // all options, in their right order
	Matching  Kind = "match"      // a match for every option
	ShortText Kind = "short-text" // a word or a few, typed
	Scale     Kind = "scale"      // one place on a scale
	Situation Kind = "situation"  // one thing to say, graded as in a practice
)

// Kinds returns every kind, in the order in which docs/authoring.md has them.
func Kinds() []Kind {
	return []Kind{Single, Multiple, TrueFalse, Order, Matching, ShortText, Scale, Situation}
}

// A Bank is the questions of one lesson.
type Bank struct {
	Lesson    LessonID
	Lang      Lang // the language it is written in
	Questions []Question
}

// A Question asks something and has a reason for every option.
type Question struct {
	ID      ID
	Kind    Kind
	Ask     string // Markdown of a few lines
	Options []Option
	Matches []Match // of Matching: what options are matched with
	// Otherwise is the reason for what is typed and is none of the options of
	// a ShortText.
	Otherwise string
	Sources   []string
}

// An Option is one possible answer, or one part of it. The options of a Scale
// are its places, from one end to the other.
type Option struct {
	ID     OptionID
	Text   string
	Best   bool
	Reason string

	Place int      // of Order: where it belongs, from 1; two may share a place
	Match MatchID  // of Matching: what it belongs with
	Also  []string // of ShortText: other ways to write it
	Grade Grade    // of Situation: how it serves the talk
}

// A Match is what options of a Matching question can belong with.
type Match struct {
	ID   MatchID
	Text string
}

// Option returns the option with the given id.
func (q Question) Option(id OptionID) (Option, bool) {
	for _, o := range q.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// MatchOf returns the match with the given id.
func (q Question) MatchOf(id MatchID) (Match, bool) {
	for _, m := range q.Matches {
		if m.ID == id {
			return m, true
		}
	}
	return Match{}, false
}

// Opinion reports whether no answer is better than another: the question is a
// scale without a best place.
func (q Question) Opinion() bool { return q.Kind == Scale && q.bestCount() == 0 }

func (q Question) bestCount() int {
	n := 0
	for _, o := range q.Options {
		if o.Best {
			n++
		}
	}
	return n
}
