package call_test

import (
	"fmt"
	"strings"
	"testing"

	"porchlight/internal/course"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/tuitest"
)

// While a note is typed in the smallest window, the whole question and its
// whole warning sign stay in view: all questions of the course, in both
// languages, with a note begun and without.
func TestWarningStaysInViewWhileTyping(t *testing.T) {
	whole, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "es"} {
		d := start(t, tuitest.Setup{Course: whole, Lang: lang, Width: 40, Height: 12})
		label := map[string]string{"en": "A warning sign:", "es": "Una señal de alerta:"}[lang]
		call, err := d.Desk.Call(t.Context(), northside)
		if err != nil || len(call.Asks) != 60 {
			t.Fatalf("%d questions, %v", len(call.Asks), err)
		}
		for i, a := range call.Asks {
			d.Press("1")
			for _, note := range []string{"", "hm"} {
				if note != "" {
					d.Press(note)
				}
				for _, text := range []string{a.Question.Ask, label + " " + a.Question.Warning} {
					if !d.Shows(strings.Join(strings.Fields(text), " ")) {
						t.Errorf("%s, question %d with the note %q: %q is not in view:\n%s", lang, i+1, note, text, d.Screen())
					}
				}
				if n := strings.Count(d.Screen(), "\n"); n != 11 {
					t.Errorf("%s, question %d: %d line ends", lang, i+1, n)
				}
			}
			d.Press("esc", "tab")
			if i+1 < len(call.Asks) {
				d.Want(fmt.Sprint(i + 2))
			}
		}
	}
}
