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
)

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
	Sources []string
}

// An Option is one possible answer.
type Option struct {
	ID     OptionID
	Text   string
	Best   bool
	Reason string
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
