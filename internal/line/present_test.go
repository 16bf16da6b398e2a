package line_test

import (
	"strings"
	"testing"

	"porchlight/internal/line"
	"porchlight/internal/record"
)

func TestPresentInLines(t *testing.T) {
	show := func(s *line.Session) error { return s.Open(t.Context(), "present/helping-or-enabling") }
	store := record.NewGuest()
	said := talk(t, store, "en", strings.Repeat("\n", 5)+"notes\nbefore\npart\nnotes\npart\n\n"+strings.Repeat("part\n", 40), show)
	says(t, said, "Press Enter for the next page.", "1 of ", "In short.", "The test", "1. Does this support", "2. Is it safe", "3. Could I",
		"Source: ", "3. Could I", "To talk about", "What helped you", "No notes for this part.",
		"Your brother texts", "A. Offer to fill", "(fits best)", "It meets the need", "The room plays: Cash at the door")
	says(t, talk(t, store, "es", "\nnotas\nparte\nantes\nsalir\n", show), "Presione Enter", "The test", "Fuente: ", "Para conversar", "1 de ", "You matter too.")
}

func TestARoomPlaysInLines(t *testing.T) {
	show := func(s *line.Session) error { return s.Open(t.Context(), "present/helping-or-enabling") }
	said := talk(t, record.NewGuest(), "en", untilPlay(t, show)+"\n\nz\n2\nbefore\n1\nquit\n", show)
	says(t, said, "You are Marta", "1. \"No cash.", "What does the room say?", "That is not one of the choices.", "How it lands", "1. \"No cash.", "How it lands")
}

// untilPlay is what to type to come to the conversation.
func untilPlay(t *testing.T, show func(*line.Session) error) string {
	t.Helper()
	for n := range 40 {
		input := strings.Repeat("part\n", n)
		if strings.Contains(talk(t, record.NewGuest(), "en", input, show), "Ten at night.") {
			return input
		}
	}
	t.Fatal("there is no conversation in the show")
	return ""
}

func TestASessionInLines(t *testing.T) {
	show := func(s *line.Session) error { return s.Open(t.Context(), "session/short-session") }
	said := talk(t, record.NewGuest(), "en", "notes\n\n\nnotes\n"+strings.Repeat("part\n", 6), show)
	says(t, said, "A short session", "1 of 7: Welcome", "You may pass at any time.", "Planned: 4 minutes.", "Ask early if all are safe", "2 of 7:", "Giving naloxone",
		"3 of 7: Read together", "Planned: 10 minutes.", "4 of 7: Talk together", "5 of 7: Try it out", "6 of 7:", "Giving naloxone", "7 of 7: Before we go", "That was the last page.")
	if before, _, _ := strings.Cut(said, "3 of 7"); strings.Contains(before, "(fits best)") {
		t.Errorf("before reading, the room is told what fits:\n%s", before)
	}
}
