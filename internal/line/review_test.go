package line_test

import (
	"strings"
	"testing"
	"time"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/line"
	"porchlight/internal/record"
)

// learned is the record of someone who answered the questions of a lesson four
// days ago.
func learned(t *testing.T) record.Store {
	t.Helper()
	store, lesson := record.NewGuest(), "helping-or-enabling"
	ago := time.Date(2026, 11, 19, 12, 0, 0, 0, time.UTC)
	at := record.Attempt{ID: "old", Lesson: lesson, Questions: []string{lesson + "/cash", lesson + "/never", lesson + "/several"}, Started: ago}
	for _, q := range at.Questions {
		if err := store.SaveAnswer(t.Context(), at, record.Answer{Attempt: "old", Question: q, Choices: []string{"a"}, Result: record.Other, At: ago}); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func TestReviewInLines(t *testing.T) {
	store := learned(t)
	review := func(s *line.Session) error { return s.Open(t.Context(), "review") }
	out := talk(t, store, "en", "1\n2\n1\n1\n", review)
	wants(t, out, "Card 1 of 3 for today. Helping or enabling?", "Think of your answer. Then look.", "best answer", "Saved.",
		"It comes back some days later.", "Card 2 of 3", "It comes back tomorrow.", "Card 3 of 3")
	e, err := store.Events(t.Context(), record.KindReview, "helping-or-enabling")
	if err != nil || len(e) != 2 || e[0].Fields["grade"] != "got-it" || e[1].Fields["grade"] != "not-yet" {
		t.Fatalf("kept %+v, %v", e, err)
	}
	out = visit(t, coursetest.Open(t), store, "es", "again", "1\n2\n2\nsalir\n", review)
	wants(t, out, "Tarjeta 3 de 3", "Eso es todo por hoy.", "Tarjeta 3 de 3 para hoy")
	if e, _ = store.Events(t.Context(), record.KindReview, ""); len(e) != 2 {
		t.Errorf("after taking one back %d are kept", len(e))
	}
	wants(t, talk(t, store, "en", "quit\n", review), "Pause review")
	wants(t, talk(t, record.NewGuest(), "en", "", review), "There are none yet.")
}

func TestReviewIsPausedInLines(t *testing.T) {
	store := learned(t)
	home := func(s *line.Session) error { return s.Open(t.Context(), "exercises") }
	out := talk(t, store, "en", "1\n2\nback\nback\n", home)
	wants(t, out, "(3 cards)", "Review is paused.")
	if out = talk(t, store, "en", "1\n1\nback\nback\n", home); !strings.Contains(out, "(paused)") || !strings.Contains(out, "Card 1 of 3") {
		t.Errorf("said:\n%s", out)
	}
}

// How many cards a day has can be chosen here too.
func TestNumberOfCardsInLines(t *testing.T) {
	store := learned(t)
	review := func(s *line.Session) error { return s.Open(t.Context(), "review") }
	out := talk(t, store, "en", "4\n0\n1\nquit\n", review)
	wants(t, out, "4. Choose how many cards a day", "from 1 to 20? It is 5 now.", "That is not one of the choices.", "Saved.", "Card 1 of 1 for today.")
	if kept, err := store.Settings(t.Context()); err != nil || kept["review-cards"] != "1" {
		t.Errorf("kept %v, %v", kept, err)
	}
}
