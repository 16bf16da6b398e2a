// Package lessons is the course's reading matter: tracks, lessons, sources,
// glossary, the Help now card, the questions to ask a provider, worksheets, and
// the paths that say which lessons come first. It reads them from any file
// system of the shape that docs/authoring.md describes, the embedded course and
// a facilitator's folder alike. It draws nothing and knows nothing of questions
// asked in a quiz.
package lessons

import "time"

type (
	// ID names a lesson for ever: a slug, "helping-or-enabling".
	ID string
	// TrackID names a track.
	TrackID string
	// SourceID names a source.
	SourceID string
	// TermID names a term of the glossary.
	TermID string
	// QuestionID names a question to ask a provider.
	QuestionID string
	// Lang is a language of a pack: "en", "es".
	Lang string
)

// English is the language every pack has and every other falls back to.
const English Lang = "en"

// SafetyTrack is the track of lessons for danger, in a pack that has them.
const SafetyTrack TrackID = "safety"

// A Track is a row of lessons on one subject.
type Track struct {
	ID      TrackID
	Title   string
	Summary string
}

// A Lesson is about five minutes of reading.
type Lesson struct {
	ID         ID
	Lang       Lang // the language it is written in, which may not be the one asked for
	Title      string
	Track      TrackID
	Order      int // place within the track, from 1
	Summary    string
	Objectives []string
	// InShort is the whole lesson in two sentences.
	InShort     string
	TryToday    string
	KeyPoints   []string
	Discussion  []Prompt
	Sources     []SourceID
	Checked     time.Time // the day the facts were last checked, UTC
	ContentNote string    // said before the first paragraph; often empty
	Body        string    // Markdown
	Slides      string    // Body with the marks for pauses: see PauseMark
	Words       int       // words in the body
}

// Minutes is how long the lesson takes to read at a calm pace, at least 1.
func (l Lesson) Minutes() int { return max(1, (l.Words+100)/170) }

// A Prompt starts a family group talking.
type Prompt struct {
	Prompt string
	Safety string // what a facilitator watches for; may be empty
}

// A Source is where a fact comes from.
type Source struct {
	ID        SourceID
	Title     string
	Publisher string
	Year      string // "2019", or "n.d." where the source shows none
	Address   string // of a page; empty where there is none to link to
	Where     string // how to get it then
	Checked   time.Time
}

// A Term is a word of the glossary, explained.
type Term struct {
	ID    TermID
	Term  string
	Plain string
	Also  []string
}

// Help is the Help now card.
type Help struct {
	Lang    Lang
	Checked time.Time
	Steps   []Step
	Numbers []Number
	// Note, LocalChecked and Unread come from a site's own card: what it says
	// before all else, the day its numbers were checked, and that it could not
	// be used.
	Note         string
	LocalChecked time.Time
	Unread       bool
}

// A Step is one emergency and what to do in it.
type Step struct {
	ID    string
	Title string
	Do    []string
}

// A Number is a line to call or text.
type Number struct {
	ID      string
	Name    string
	Call    string
	Text    string // the number to text
	Keyword string // the word to text it, where one is needed
	Web     string
	Hours   string
	For     string
	Sources []SourceID
}

// Short reports whether the number is one to know by heart: 911, 988.
func (n Number) Short() bool { return n.Call != "" && len(n.Call) <= 4 }

// A Category groups questions to ask a provider.
type Category struct {
	ID        string
	Letter    string
	Title     string
	Questions []ProviderQuestion
}

// A ProviderQuestion is one thing to ask a program, with what to listen for.
type ProviderQuestion struct {
	ID        QuestionID
	FirstCall bool // one of the twelve to ask on a first call
	Ask       string
	Why       string
	Good      string
	Warning   string
	Only      []string // situations it belongs to; empty for everyone
}
