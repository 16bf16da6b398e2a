package line_test

import (
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func providers(t *testing.T) func(*line.Session) error {
	return func(s *line.Session) error { return s.Providers(t.Context()) }
}

func wantSaid(t *testing.T, said string, texts ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(said), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			t.Errorf("not said: %q\n%s", text, said)
		}
	}
}

// A program is added, called, changed, compared and removed.
func TestProvidersFromTheFirstToTheLast(t *testing.T) {
	store := record.NewGuest()
	said := talk(t, store, "en", strings.Join([]string{
		"1", "Northside House", "555-0100", // add, and it is open
		"1", "They have a nurse", "2", "3", "before", "4", "5", // call
		"3", "Ask for Dana", "back", // its note, and back to the list
		"3", "back", "quit", // side by side
	}, "\n")+"\n", providers(t))
	wantSaid(t, said, "Name: Saved.", "Phone: Saved.", "Northside House Phone: 555-0100", "Question 1 of 3",
		"A good answer: A licensed clinician", "Mark or note: Saved.", "Question 3 of 3", "You heard: a warning sign.",
		"That was the last question.", "Your note: Ask for Dana", "Northside House (2 of 3 asked)",
		"What you heard", "Northside House: a good sign. Note: They have a nurse", "What to ask next")
	kept, err := store.Checks(t.Context(), "p-attempt-1")
	if err != nil || len(kept) != 2 {
		t.Fatalf("kept %+v, %v", kept, err)
	}
	if c := kept["a1"]; !c.Asked || c.Sign != record.Good || c.Note != "They have a nurse" {
		t.Errorf("kept %+v", c)
	}
	if c := kept["b1"]; c.Sign != record.Unclear {
		t.Errorf("kept %+v", c)
	}
	said = talk(t, store, "en", "1\n5\n2\nquit\n", providers(t))
	wantSaid(t, said, "Remove Northside House?", "1. Keep it", "Saved.", "1. Add a program")
	e, err := store.Export(t.Context())
	if err != nil || len(e.Checks)+len(e.Entries) != 0 {
		t.Errorf("left are %+v and %+v, %v", e.Checks, e.Entries, err)
	}
}

func TestCallInSpanishGoesOnWhereItWasLeft(t *testing.T) {
	store := record.NewGuest()
	talk(t, store, "es", "1\nCasa Norte\n\n1\nsiguiente\nsalir\n", providers(t))
	said := talk(t, store, "es", "1\n1\nanterior\natrás\nsalir\n", providers(t))
	wantSaid(t, said, "Pregunta 2 de 3", "Pregunta 1 de 3")
}

func TestOwnQuestionsAndScopeInLines(t *testing.T) {
	store := record.NewGuest()
	said := talk(t, store, "en", "2\n1\nIs there a bus?\n1\nIs there a late bus?\nback\n3\nback\nquit\n", providers(t))
	wantSaid(t, said, "1. Is there a bus?", "1. Is there a late bus?")
	entries, err := store.Entries(t.Context(), record.KindOwnQuestion, "")
	if err != nil || len(entries) != 1 || entries[0].Fields["text"] != "Is there a late bus?" {
		t.Errorf("kept %+v, %v", entries, err)
	}
	said = talk(t, store, "en", "4\nquit\n", providers(t))
	wantSaid(t, said, "4. Pass answers on, or lock them", "porchlight checklist export", "porchlight record lock")
	said = talk(t, store, "en", "2\n1\n\nback\nquit\n", providers(t))
	if entries, _ := store.Entries(t.Context(), record.KindOwnQuestion, ""); len(entries) != 0 {
		t.Errorf("an empty question stays: %+v\n%s", entries, said)
	}
}
