package record

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"porchlight/internal/safetext"
)

// An Entry is what is so now about one thing: a paragraph marked, a field of a
// worksheet, a provider. Kind, Subject and Key together name it; the latest
// save wins.
type Entry struct {
	Kind Kind `json:"kind"`
	// Subject is what it is about: the id of a lesson, a worksheet, a provider.
	Subject string `json:"subject"`
	Key     string `json:"key"` // which one within the subject; may be empty
	// Fields is what it says, each text clean and at most MaxNote bytes. An
	// Entry with no field says nothing, and saving it removes what was kept.
	Fields map[string]string `json:"fields"`
	At     time.Time         `json:"at"`
}

// An Event is something that happened: a card reviewed, a reflection. Kind and
// ID together name it. Events are history: they are added, never changed, and
// can be taken back.
type Event struct {
	Kind    Kind              `json:"kind"`
	Subject string            `json:"subject"`
	ID      string            `json:"id"` // made by the caller, unique in its kind
	Fields  map[string]string `json:"fields"`
	At      time.Time         `json:"at"`
}

// MaxFields is how many fields an Entry or an Event may have.
const MaxFields = 200

// Kept is e as a Store keeps it, its text clean, fields without text left out.
// The error says what cannot be kept.
func (e Entry) Kept() (Entry, error) {
	var err error
	e.Fields, err = keptFields("entry", e.Fields)
	e.At = Moment(e.At)
	return e, first(id("entry: kind", string(e.Kind)), optionalID("entry: subject", e.Subject),
		optionalID("entry: key", e.Key), err, year("entry: at", e.At))
}

// Empty reports whether e says nothing.
func (e Entry) Empty() bool { return len(e.Fields) == 0 }

// Same reports whether two entries are about the same thing.
func (e Entry) Same(f Entry) bool {
	return e.Kind == f.Kind && e.Subject == f.Subject && e.Key == f.Key
}

// Merge is the entry to keep when a record with e meets another with f: the
// later one, e if neither is.
func (e Entry) Merge(f Entry) Entry {
	if f.At.After(e.At) {
		return f
	}
	return e
}

// Kept is e as a Store keeps it, its text clean, fields without text left out.
// The error says what cannot be kept.
func (e Event) Kept() (Event, error) {
	var err error
	e.Fields, err = keptFields("event", e.Fields)
	e.At = Moment(e.At)
	return e, first(id("event: kind", string(e.Kind)), optionalID("event: subject", e.Subject),
		id("event: id", e.ID), err, year("event: at", e.At))
}

// keptFields is never nil, so that an export has {} and not null.
func keptFields(what string, fields map[string]string) (map[string]string, error) {
	out := make(map[string]string, len(fields))
	if len(fields) > MaxFields {
		return out, fmt.Errorf("%s: there are %d fields, and at most %d are kept", what, len(fields), MaxFields)
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		text := safetext.Block(fields[name], 0)
		if err := first(id(what+": field", name), size(what+": "+name, text, MaxNote)); err != nil {
			return out, err
		}
		if text != "" {
			out[name] = text
		}
	}
	return out, nil
}

// KeptEntries is entries as a Store keeps them together.
func KeptEntries(entries []Entry) ([]Entry, error) {
	return each("entries", entries, Entry.Kept)
}

func optionalID(what, s string) error {
	if s == "" {
		return nil
	}
	return id(what, s)
}
