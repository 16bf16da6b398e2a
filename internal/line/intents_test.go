package line_test

import (
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func TestWhatToTryInLines(t *testing.T) {
	store := record.NewGuest()
	at := func(place, said string) string {
		return talk(t, store, "en", said, func(s *line.Session) error { return s.Open(t.Context(), place) })
	}
	state := func() string {
		entries, err := store.Entries(t.Context(), record.KindIntent, "helping-or-enabling")
		if err != nil || len(entries) != 1 {
			return ""
		}
		return entries[0].Fields["state"]
	}
	wants(t, at("to-try", ""), "There is nothing here yet.")
	wants(t, at("map", "1\n4\nquit\n"), "4. Mark as read and keep its \"Try this today\" on my list", "On your list: Take one slow walk.")
	if state() != "open" {
		t.Fatalf("kept %q", state())
	}
	wants(t, at("home", "1\nquit\n"), "What I said I would try (1 thing to try)")
	wants(t, at("to-try", "1\n1\nback\nquit\n"), "1. Take one slow walk. (from: Helping or enabling?; To try)", "There is no hurry.",
		"1. I tried it", "That counts, however it went.", "Helping or enabling?; You tried)")
	if state() != "tried" {
		t.Errorf("kept %q", state())
	}
	wants(t, at("to-try/helping-or-enabling", "1\n2\n"), "1. Put it back on the list", "That is all right.")
	if state() != "let-go" {
		t.Errorf("kept %q", state())
	}
	wants(t, at("to-try", "1\n2\n"), "This is no longer on your list.", "There is nothing here yet.")
	if state() != "" {
		t.Errorf("kept %q", state())
	}
}

func TestALessonLeadsToTheNextInLines(t *testing.T) {
	out := talk(t, record.NewGuest(), "en", "1\n5\n1\n", func(s *line.Session) error { return s.Open(t.Context(), "map") })
	wants(t, out, "5. Mark as read and go on with: Limits that hold", "5. Mark as read and go on with: Overdose and naloxone")
}
