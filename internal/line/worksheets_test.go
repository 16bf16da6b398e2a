package line_test

import (
	"context"
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
	"porchlight/lessons"
)

const limit lessons.WorksheetID = "one-limit-i-can-keep"

// worksheet goes through the small course's worksheet with the given input.
func worksheet(t *testing.T, store record.Store, lang, input string) string {
	t.Helper()
	return talk(t, store, lang, input, func(s *line.Session) error { return s.Worksheet(t.Context(), limit) })
}

// text is what the record has of one field.
func text(t *testing.T, store record.Store, field string) string {
	t.Helper()
	entries, err := store.Entries(t.Context(), record.KindField, string(limit))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Key == field {
			return e.Fields["text"]
		}
	}
	return ""
}

func TestWorksheetIsWrittenAndCleared(t *testing.T) {
	store := record.NewGuest()
	said := worksheet(t, store, "en", "1\n1\nCalls at night\nand texts\n\n")
	for _, want := range []string{"Write for yourself.", "Example: Calling me after drinking", "Saved.",
		"1. The one behavior - Calls at night and texts", "2. What I will do - nothing written yet"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q\n%s", want, said)
		}
	}
	if got := text(t, store, "behavior"); got != "Calls at night\nand texts" {
		t.Errorf("kept %q", got)
	}
	said = worksheet(t, store, "en", "1\n2\n1\n1\n2\n2\n")
	if !strings.Contains(said, "You wrote:") || text(t, store, "behavior") != "" {
		t.Errorf("kept %q after clearing\n%s", text(t, store, "behavior"), said)
	}
}

func TestWorksheetIsClearedWhole(t *testing.T) {
	store := record.NewGuest()
	worksheet(t, store, "en", "1\n1\none\n\n2\n1\ntwo\n\n")
	worksheet(t, store, "en", "4\n1\n4\n2\n")
	if text(t, store, "behavior")+text(t, store, "what-i-will-do") != "" {
		t.Error("something is left")
	}
}

// What was typed when the input ends is kept; what was typed before "back" is
// not.
func TestWorksheetKeepsWhatWasTyped(t *testing.T) {
	store := record.NewGuest()
	worksheet(t, store, "es", "1\r1\rllamadas")
	if got := text(t, store, "behavior"); got != "llamadas" {
		t.Errorf("kept %q", got)
	}
	worksheet(t, store, "es", "2\n1\nuna cosa\nquit\n")
	if got := text(t, store, "what-i-will-do"); got != "una cosa" {
		t.Errorf("kept %q", got)
	}
	worksheet(t, store, "en", "1\n1\nsomething else\nback\n")
	if got := text(t, store, "behavior"); got != "llamadas" {
		t.Errorf("kept %q", got)
	}
}

func TestWorksheetFromTheListAndTheLesson(t *testing.T) {
	said := talk(t, record.NewGuest(), "en", "1\n3\nback\n", func(s *line.Session) error { return s.Open(t.Context(), "worksheets") })
	if !strings.Contains(said, "1. One limit I can keep") || !strings.Contains(said, "Calling me after drinking") {
		t.Errorf("said:\n%s", said)
	}
}

func TestWorksheetThatCouldNotBeKept(t *testing.T) {
	store := &fullOnce{Store: record.NewGuest()}
	said := worksheet(t, store, "en", "1\n1\nwords\n\n1\n")
	not, saved := strings.Index(said, "This was not saved"), strings.Index(said, "Saved.")
	if not < 0 || saved < not || text(t, store, "behavior") != "words" {
		t.Errorf("said:\n%s", said)
	}
}

// fullOnce is a store whose disk is full the first time.
type fullOnce struct {
	record.Store
	tried bool
}

func (s *fullOnce) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if !s.tried {
		s.tried = true
		return record.ErrFull
	}
	return s.Store.SaveEntries(ctx, e...)
}
