package record

import "slices"

// Kind says what an Entry or an Event is a fact of. A Store keeps every kind
// alike, also one that only a later version knows.
type Kind string

// Kinds of entries.
const (
	KindMark        Kind = "mark"         // a paragraph of a lesson marked or noted on
	KindIntent      Kind = "intent"       // what the learner said they would try
	KindField       Kind = "field"        // one field of a worksheet
	KindTalk        Kind = "talk"         // how far a practice conversation has come
	KindReword      Kind = "reword"       // a sentence of one's own
	KindProvider    Kind = "provider"     // a treatment program the learner is asking
	KindOwnQuestion Kind = "own-question" // a question of one's own for providers
	KindHidden      Kind = "hidden"       // a question that does not apply
	KindPlan        Kind = "plan"         // a week of a program, or what it costs
	KindSituation   Kind = "situation"    // what chose the learner's path
	KindSeat        Kind = "seat"         // where one was in a list or a call
)

// Kinds of events.
const (
	KindReview     Kind = "review"     // a card reviewed
	KindReflection Kind = "reflection" // a reflection, kept because the learner said so
	KindPractised  Kind = "practised"  // a practice conversation come to an end
)

// subject says whose id stands in the Subject of a kind.
type subject int

const (
	something subject = iota
	aLesson
	aProvider
)

// A meaning is what erasing has to know of a kind.
type meaning struct {
	about subject
	words []string // the fields that hold the learner's own words
}

var meanings = map[Kind]meaning{
	KindMark:        {aLesson, []string{"note", "quote"}},
	KindIntent:      {aLesson, []string{"text"}},
	KindField:       {something, []string{"text"}},
	KindTalk:        {something, []string{"words"}},
	KindReword:      {something, []string{"text", "before"}},
	KindProvider:    {aProvider, []string{"note"}},
	KindOwnQuestion: {something, []string{"text"}},
	KindPlan:        {something, []string{"note"}},
	KindReview:      {aLesson, nil},
}

// AboutLesson returns the kinds whose subject is a lesson.
func AboutLesson() []Kind { return kindsAbout(aLesson) }

// AboutProvider returns the kinds whose subject is a provider.
func AboutProvider() []Kind { return kindsAbout(aProvider) }

func kindsAbout(s subject) []Kind {
	var kinds []Kind
	for k, m := range meanings {
		if m.about == s {
			kinds = append(kinds, k)
		}
	}
	slices.Sort(kinds)
	return kinds
}

// WithoutWords is e without what the learner wrote in their own words, and
// whether there was any. What is left may be Empty.
func (e Entry) WithoutWords() (Entry, bool) {
	words := meanings[e.Kind].words
	left := make(map[string]string, len(e.Fields))
	for name, value := range e.Fields {
		if !slices.Contains(words, name) {
			left[name] = value
		}
	}
	some := len(left) < len(e.Fields)
	e.Fields = left
	return e, some
}
