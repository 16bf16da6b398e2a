package handout_test

import (
	"errors"
	"strings"
	"testing"

	"porchlight/internal/handout"
	"porchlight/internal/record"
	"porchlight/lessons"
)

// Slips of a lesson and of a run sheet: a page for whoever leads, and as many
// slips of each question as are said, all alike, without a place for a name.
func TestSlips(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		d, w := learner(t, record.NewGuest(), lang)
		for _, what := range []string{"slips/helping-or-enabling", "slips/short-session"} {
			doc, err := handout.Make(t.Context(), d, w, handout.Request{What: []string{what}})
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			n, text := 0, doc.Text()
			for _, b := range doc.Blocks {
				s, ok := b.(handout.Slips)
				if !ok {
					continue
				}
				n++
				one := handout.Document{Blocks: s.Each}.Text()
				if got := strings.Count(text, one); s.N < 4 || got != s.N {
					t.Errorf("%s, %s: %d slips of %d:\n%s", lang, what, got, s.N, one)
				}
				if !strings.Contains(one, w.T("slips.nobody")) {
					t.Errorf("%s, %s: a slip does not say that no name is wanted:\n%s", lang, what, one)
				}
			}
			if n == 0 || strings.Count(text, w.T("handout.numbers")) != 1 || !strings.Contains(text, w.T("slips.fold")) {
				t.Errorf("%s, %s: %d questions:\n%s", lang, what, n, text)
			}
		}
		for _, what := range []string{"slips", "slips/", "slips/none"} {
			if _, err := handout.Make(t.Context(), d, w, handout.Request{What: []string{what}}); !errors.Is(err, handout.ErrNothing) && !errors.Is(err, lessons.ErrNoLesson) {
				t.Errorf("%q: %v", what, err)
			}
		}
	}
}
