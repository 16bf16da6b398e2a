package record

import (
	"fmt"
	"slices"
	"time"

	"porchlight/internal/safetext"
)

// What one fact may hold. Every Store refuses more, so that what one keeps any
// other can import.
const (
	MaxID    = 200      // bytes of an id, or of a provider's name
	MaxNote  = 64 << 10 // bytes of a note, or of the value of a setting
	MaxItems = 1000     // questions of an attempt, or choices of an answer
	MaxTyped = 4096     // bytes typed as an answer
)

// Moment is t as a Store keeps it: in UTC, to the microsecond.
func Moment(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// Provider is a provider's name as a Store keeps it: clean, in one line.
func Provider(name string) string { return safetext.Line(name, 0) }

// Kept is p as a Store keeps it, numbers within their bounds. The error says
// what cannot be kept.
func (p Place) Kept() (Place, error) {
	p.Block, p.Word = max(p.Block, 0), max(p.Word, 0)
	p.Reached = min(max(p.Reached, 0), 100)
	p.Done, p.At = Moment(p.Done), Moment(p.At)
	return p, first(id("place: lesson", p.Lesson), year("place: done", p.Done), year("place: at", p.At))
}

// Kept is a as a Store keeps it. The error says what cannot be kept.
func (a Attempt) Kept() (Attempt, error) {
	a.Questions = list(a.Questions)
	a.Started = Moment(a.Started)
	return a, first(id("attempt: id", a.ID), id("attempt: lesson", a.Lesson),
		a.Part.known(), ids("attempt: questions", a.Questions), year("attempt: started", a.Started))
}

// Kept is a as a Store keeps it. The error says what cannot be kept.
func (a Answer) Kept() (Answer, error) {
	a.Choices = list(a.Choices)
	a.Text = safetext.Line(a.Text, 0)
	a.At = Moment(a.At)
	return a, first(id("answer: attempt", a.Attempt), id("answer: question", a.Question),
		ids("answer: choices", a.Choices), size("answer: text", a.Text, MaxTyped), a.Result.known(), year("answer: at", a.At))
}

// KeptAnswer is an answer and its attempt as a Store keeps them together.
func KeptAnswer(at Attempt, a Answer) (Attempt, Answer, error) {
	at, err := at.Kept()
	if err != nil {
		return at, a, err
	}
	if a.Attempt != at.ID {
		return at, a, fmt.Errorf("answer: attempt: %.40q is not the attempt %q it is saved with", a.Attempt, at.ID)
	}
	a, err = a.Kept()
	return at, a, err
}

// Kept is c as a Store keeps it, its text clean. The error says what cannot be
// kept.
func (c Check) Kept() (Check, error) {
	c.Provider = Provider(c.Provider)
	c.Note = safetext.Block(c.Note, 0)
	c.At = Moment(c.At)
	return c, first(size("check: provider", c.Provider, MaxID), id("check: question", c.Question),
		c.Sign.known(), size("check: note", c.Note, MaxNote), year("check: at", c.At))
}

// Empty reports whether c says nothing: not asked, no sign, no note.
func (c Check) Empty() bool { return !c.Asked && c.Sign == NoSign && c.Note == "" }

// KeptSetting is a setting's value as a Store keeps it, clean. The error says
// what cannot be kept.
func KeptSetting(name, value string) (string, error) {
	value = safetext.Block(value, 0)
	return value, first(id("setting: name", name), size("setting "+name, value, MaxNote))
}

func (r Result) known() error {
	switch r {
	case Best, Partial, Other:
		return nil
	}
	return fmt.Errorf("answer: result: %.40q is none of %q, %q, %q", string(r), Best, Partial, Other)
}

func (p Part) known() error {
	switch p {
	case NoPart, BeforePart, AfterPart:
		return nil
	}
	return fmt.Errorf("attempt: part: %.40q is none of %q, %q", string(p), BeforePart, AfterPart)
}

func (s Sign) known() error {
	switch s {
	case NoSign, Good, Warning, Unclear:
		return nil
	}
	return fmt.Errorf("check: sign: %.40q is none of %q, %q, %q", string(s), Good, Warning, Unclear)
}

// list is a copy that is never nil, so that an export has [] and not null.
func list(items []string) []string { return append([]string{}, items...) }

// id accepts what lessons, questions, attempts and settings are named with. It
// is wider than a pack's slugs, since a record outlives the pack's rules.
func id(what, s string) error {
	if s == "" {
		return fmt.Errorf("%s: there is none", what)
	}
	if err := size(what, s, MaxID); err != nil {
		return err
	}
	for _, r := range s {
		if !inID(r) {
			return fmt.Errorf("%s: %q is not an id, for it holds %q", what, s, r)
		}
	}
	return nil
}

func inID(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return true
	}
	return slices.Contains([]rune{'-', '_', '.', '/', ':', '+'}, r)
}

func ids(what string, items []string) error {
	if len(items) > MaxItems {
		return fmt.Errorf("%s: there are %d, and at most %d are kept", what, len(items), MaxItems)
	}
	for _, s := range items {
		if err := id(what, s); err != nil {
			return err
		}
	}
	return nil
}

func size(what, s string, limit int) error {
	if len(s) > limit {
		return fmt.Errorf("%s: it has %d bytes, and at most %d are kept", what, len(s), limit)
	}
	return nil
}

// year keeps to what JSON can write (RFC 3339).
func year(what string, t time.Time) error {
	if y := t.Year(); y < 1 || y > 9999 {
		return fmt.Errorf("%s: the year %d is outside 1 to 9999", what, y)
	}
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
