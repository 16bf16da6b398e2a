package drill_test

import (
	"regexp"
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

const lesson = "helping-or-enabling"

// start opens the lesson's questions.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = page.Quiz{Lesson: lesson}
	}
	return tuitest.Start(t, s)
}

// The questions of the course that tests read, and their best answers.
var best = map[string][]string{
	"Question 1": {"Offer to fill the tank with him tomorrow"},
	"Question 2": {"False"},
	"Question 3": {"A ride to the program", "Groceries"},
}

// put moves the mark to the item with that text.
func put(t testing.TB, d *tuitest.Driver, text string) {
	t.Helper()
	d.Press("home")
	for range 60 {
		if marked(d, text) {
			return
		}
		d.Press("down")
	}
	t.Fatalf("no item %q:\n%s", text, d.Screen())
}

// marked reports whether the mark stands before the text.
func marked(d *tuitest.Driver, text string) bool {
	for _, l := range strings.Split(d.Screen(), "\n") {
		rest, ok := strings.CutPrefix(strings.TrimLeft(l, " "), "> ")
		if ok && strings.HasPrefix(tick.ReplaceAllString(rest, ""), text) {
			return true
		}
	}
	return false
}

// tick is what stands before the text of some items.
var tick = regexp.MustCompile(`^(\[[ x]\] |[0-9]\. (↑↓ )?)`)

// answer gives these answers to the question in front.
func answer(t testing.TB, d *tuitest.Driver, texts ...string) {
	t.Helper()
	several := strings.Contains(d.Screen(), "[ ]")
	for _, text := range texts {
		put(t, d, text)
		d.Press("enter")
	}
	if several {
		d.Press("c")
	}
}

// answerBest gives the best answer to the question in front.
func answerBest(t testing.TB, d *tuitest.Driver) {
	t.Helper()
	d.Press("home")
	for q, texts := range best {
		if strings.Contains(d.Screen(), q) {
			answer(t, d, texts...)
			return
		}
	}
	t.Fatalf("no question in front:\n%s", d.Screen())
}

// goOn leaves the reasons.
func goOn(d *tuitest.Driver) { d.Press("end", "enter") }

// all is everything the page holds, read from its top to its end.
func all(d *tuitest.Driver) string {
	var b strings.Builder
	d.Press("home")
	for last := ""; last != d.Screen(); {
		last = d.Screen()
		b.WriteString(last + "\n")
		d.Press("down")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// answers is what the store has of the newest attempt.
func answers(t testing.TB, s record.Store) []record.Answer {
	t.Helper()
	_, given, err := s.LatestAttempt(t.Context(), lesson, record.NoPart)
	if err != nil {
		return nil
	}
	return given
}
