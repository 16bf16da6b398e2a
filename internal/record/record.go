// Package record holds what one learner did: places reached, answers given,
// questions ticked and notes made, and the settings they chose. It says what a
// record can be asked to keep (Store) and how keeping it can go wrong; it knows
// no database, no lesson and no screen. Lessons and questions are named by
// their permanent ids, as plain strings, so that a record outlives any pack.
package record

import (
	"context"
	"time"
)

// A Place is how far a learner has come in one lesson, free of the width of
// any screen: a block is a heading, paragraph, list or table of the lesson's
// text, counted from 0, and a word is counted from 0 within its block.
type Place struct {
	Lesson string `json:"lesson"`
	Block  int    `json:"block"`
	Word   int    `json:"word"`
	// Reached is the furthest share of the lesson ever seen, in hundredths,
	// 0 to 100. SavePlace never lowers it.
	Reached int `json:"reached"`
	// Done is when the learner first finished the lesson; zero until then.
	// SavePlace never unsets or moves it.
	Done time.Time `json:"done,omitzero"`
	At   time.Time `json:"at"` // when the place was last saved
}

// An Attempt is one sitting at the questions of one lesson.
type Attempt struct {
	ID     string `json:"id"` // made by the caller, unique in the record
	Lesson string `json:"lesson"`
	// Part tells the sittings before and after a lesson from the others, whose
	// part is empty.
	Part Part `json:"part,omitempty"`
	// Seed decides the order in which options are shown. The export writes it
	// as text: many programs round whole numbers above 2^53.
	Seed uint64 `json:"seed,string"`
	// Questions are the question ids asked, in order: a whole bank, or the
	// ones missed the time before.
	Questions []string  `json:"questions"`
	Started   time.Time `json:"started"`
}

// Part is which of several sittings at the same questions an Attempt is.
type Part string

const (
	NoPart     Part = ""
	BeforePart Part = "before" // before reading
	AfterPart  Part = "after"  // after reading
)

// An Answer is what the learner chose for one question of an attempt. Answers
// are history: they are added, never changed.
type Answer struct {
	Attempt  string   `json:"attempt"`
	Question string   `json:"question"` // the full id, "enabling-or-helping/cash-at-the-door"
	Choices  []string `json:"choices"`  // option ids; their order matters to some kinds
	// Text is what was typed, where a question asks for that: one clean line
	// of at most MaxTyped bytes.
	// It is Erased once the learner has erased it.
	Text   string    `json:"text,omitempty"`
	Result Result    `json:"result"`
	At     time.Time `json:"at"`
}

// Erased stands in an Answer's Text for what was typed and then erased: that
// there was an answer, and how it compared, stays. Nobody can type it, for an
// answer holds a letter or a digit.
const Erased = "-"

// Result is how an answer compared with the best one.
type Result string

const (
	Best    Result = "best"    // the best answer
	Partial Result = "partial" // some of it
	Other   Result = "other"   // something else
)

// A Score sums up the latest attempt at one lesson's questions.
type Score struct {
	Lesson   string    `json:"lesson"`
	Asked    int       `json:"asked"` // questions in the attempt
	Answered int       `json:"answered"`
	Best     int       `json:"best"` // answered with the best answer
	At       time.Time `json:"at"`   // of the latest answer, or the start if there is none
}

// A Check is one question for a provider: whether it was asked, and what was
// noted. The latest save wins, and a note saved empty is gone from the file.
type Check struct {
	Provider string    `json:"provider"` // empty for the learner's own list
	Question string    `json:"question"`
	Asked    bool      `json:"asked"`
	Sign     Sign      `json:"sign"`
	Note     string    `json:"note"` // at most MaxNote bytes
	At       time.Time `json:"at"`
}

// Sign is what the learner made of a provider's answer.
type Sign string

const (
	NoSign  Sign = ""
	Good    Sign = "good"
	Warning Sign = "warning"
	Unclear Sign = "unclear"
)

// A Store keeps one learner's record. Every Save is durable when it returns
// nil: the learner may be told it is kept. Each call is one transaction; a
// call that fails leaves the record as it was. Errors are, or wrap, those of
// this package, the context's own where it ended first, or say which fact
// cannot be kept (see Kept). Times come back in UTC, to the microsecond; lists
// and maps are never nil and are the caller's to change. A Store may be used
// by several goroutines at once.
type Store interface {
	// Places returns every place, by lesson id.
	Places(ctx context.Context) (map[string]Place, error)
	// SavePlace keeps the place of one lesson. Reached never falls and Done
	// stays once set, whatever the given place says.
	SavePlace(ctx context.Context, p Place) error

	// SaveAnswer adds an answer, and with the first one its attempt, in one
	// transaction. a.Attempt is at.ID. The first answer to a question of an
	// attempt stands: saving another for it does nothing, so a retry is safe.
	SaveAnswer(ctx context.Context, at Attempt, a Answer) error
	// LatestAttempt returns the newest attempt of a part at a lesson's questions
	// and its answers in the order given, or ErrNotFound. The newest is the one started
	// last; of several started at the same moment, the one kept last.
	LatestAttempt(ctx context.Context, lesson string, part Part) (Attempt, []Answer, error)
	// Scores sums up the newest attempt of every lesson, by lesson id. Those of
	// a part other than NoPart do not count.
	Scores(ctx context.Context) (map[string]Score, error)

	// FirstAnswers returns the first answer to each question, by question. What
	// was answered before reading, to compare, does not count.
	FirstAnswers(ctx context.Context) ([]Answer, error)

	// Checks returns what is kept for one provider, by question id.
	Checks(ctx context.Context, provider string) (map[string]Check, error)
	// SaveCheck keeps one check. A check that says nothing (not asked, no
	// sign, no note) is removed.
	SaveCheck(ctx context.Context, c Check) error

	// Entries returns every entry of a kind, or those about one subject, by
	// subject and key.
	Entries(ctx context.Context, kind Kind, subject string) ([]Entry, error)
	// SaveEntries keeps entries, all of them or none. One that says nothing is
	// removed.
	SaveEntries(ctx context.Context, entries ...Entry) error
	// Events returns every event of a kind, or those about one subject, oldest
	// first; those of one moment by id.
	Events(ctx context.Context, kind Kind, subject string) ([]Event, error)
	// AddEvent adds an event. Adding one whose kind and id are kept already
	// does nothing, so a retry is safe.
	AddEvent(ctx context.Context, e Event) error
	// RemoveEvent takes an event back. One that is not kept is no error.
	RemoveEvent(ctx context.Context, kind Kind, id string) error

	// Settings returns every setting kept.
	Settings(ctx context.Context) (map[string]string, error)
	// SaveSetting keeps one setting; an empty value removes it.
	SaveSetting(ctx context.Context, name, value string) error

	// Export returns the whole record: places by lesson, attempts by start,
	// answers by attempt in the order given, checks by provider and question,
	// entries by kind, subject and key, events by time, kind and id.
	// Exported is left for the caller, who knows the time.
	Export(ctx context.Context) (Export, error)
	// Import adds a whole record to this one, all of it or nothing. Where both
	// know a place, check or entry, the later one stays, or this record's own if
	// neither is later; the furthest Reached and the first Done stay with it.
	// Attempts, answers and events are joined, this record's own first. A setting has
	// no time: this record's own stays. An answer to an attempt that neither
	// has is ErrNotFound, and an export of a later version ErrNewer.
	Import(ctx context.Context, e Export) error
	// Erase removes what the scope names, so that no byte of it stays behind,
	// in backups the Store made by itself neither. An error may come after the
	// facts are gone and before the last trace is; erasing again finishes.
	Erase(ctx context.Context, s Scope) error

	// Close lets go of the record. Every later call but Close is ErrClosed.
	Close() error
}

// Scope says what to erase. Its fields add up; the zero Scope erases nothing.
type Scope struct {
	All      bool   // everything, settings too
	Lesson   string // places, attempts, answers, entries and events of one lesson
	Provider string // checks, entries and events of one provider
	Notes    bool   // what is in the learner's own words, typed answers too; ticks, signs and results stay
	Kind     Kind   // entries and events of one kind, about Subject if it is named
	Subject  string // narrows Kind; alone it names nothing
}

// Names reports whether the scope names the entries and events of a kind about
// a subject.
func (s Scope) Names(kind Kind, subject string) bool {
	switch {
	case s.All, s.Kind != "" && kind == s.Kind && (s.Subject == "" || s.Subject == subject):
		return true
	case subject == "":
		return false
	}
	about := meanings[kind].about
	return about == aLesson && subject == s.Lesson || about == aProvider && subject == s.Provider
}
