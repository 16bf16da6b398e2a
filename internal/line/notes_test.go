package line_test

import (
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

// lines is input, a line each.
func lines(of ...string) string { return strings.Join(of, "\n") + "\n" }

func open(t *testing.T, place string) func(*line.Session) error {
	return func(s *line.Session) error { return s.Open(t.Context(), place) }
}

// A note is written on a paragraph by numbers, found in the list, changed, and
// removed whole.
func TestNotesByNumbers(t *testing.T) {
	store := record.NewGuest()
	at := "note/helping-or-enabling/most-families-do-this-out-of"
	said := talk(t, store, "en", lines("1", "Is that us?", "2", "back", "quit"), open(t, at))
	for _, want := range []string{"Most families do this", "Saved.", "Your note: Is that us?", "Take it off the list"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q\n%s", want, said)
		}
	}
	entries, err := store.Entries(t.Context(), record.KindMark, "helping-or-enabling")
	if err != nil || len(entries) != 1 || entries[0].Fields["note"] != "Is that us?" || entries[0].Fields["ask"] != "yes" {
		t.Fatalf("kept %+v, %v", entries, err)
	}
	said = talk(t, store, "en", lines("1", "4", "back", "quit"), open(t, "notes"))
	for _, want := range []string{"To ask the clinician:", "1. Is that us? (Helping or enabling?)", "Nothing is marked yet"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q\n%s", want, said)
		}
	}
	if entries, _ := store.Entries(t.Context(), record.KindMark, ""); len(entries) != 0 {
		t.Errorf("after removing, the record has %+v", entries)
	}
}

// From a lesson: its parts by number, then the paragraphs of the part.
func TestMarkAParagraphAfterReading(t *testing.T) {
	store := record.NewGuest()
	said := talk(t, store, "en", lines("enabeling", "1", "6", "1", "2", "1", "half a note"), open(t, "search"))
	if !strings.Contains(said, "Mark a paragraph") || !strings.Contains(said, "Saved.") {
		t.Fatalf("said:\n%s", said)
	}
	entries, _ := store.Entries(t.Context(), record.KindMark, "")
	if len(entries) != 1 || entries[0].Fields["note"] != "half a note" {
		t.Errorf("the end of input lost the note: %+v\n%s", entries, said)
	}
}

func TestSearchInPlainLines(t *testing.T) {
	said := talk(t, record.NewGuest(), "es", lines("sobredosis", "1", "atras", "xilofon", "salir"), open(t, "search"))
	for _, want := range []string{"1 lugar encontrado", "1. Ayuda ya: They will not wake up", "911", "No se encontr"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q\n%s", want, said)
		}
	}
}

func TestGlossaryInPlainLines(t *testing.T) {
	said := talk(t, record.NewGuest(), "en", lines("naloxxone", "2", "7", "4", "", "zebra", "quit"), open(t, "glossary"))
	for _, want := range []string{"naloxone: A medicine", "Lessons that speak of it:", "Limits that hold", "That word is not explained"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q\n%s", want, said)
		}
	}
}
