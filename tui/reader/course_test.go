package reader_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/course"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// Every lesson of the course can be read to its end with the space bar in the
// smallest window and without colour: each word of it comes into view, and no
// line is cut.
func TestEveryLessonInTheSmallestWindow(t *testing.T) {
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range c.Pack.Lessons(lessons.English) {
		t.Run(string(l.ID), func(t *testing.T) {
			t.Parallel()
			d := tuitest.Start(t, tuitest.Setup{Course: c, First: page.Lesson{ID: string(l.ID)}, Width: 40, Height: 12})
			seen := map[string]bool{}
			for range 200 {
				note(t, d, seen)
				if strings.Contains(d.Screen(), "You have read this lesson") {
					break
				}
				d.Press("space")
			}
			places, _ := d.Store.Places(t.Context())
			if places[string(l.ID)].Done.IsZero() {
				t.Fatalf("not read after 200 pages:\n%s", d.Screen())
			}
			for _, word := range strings.Fields(l.InShort + " " + strings.Join(l.KeyPoints, " ") + " " + l.TryToday) {
				if !seen[word] {
					t.Errorf("%q never came into view", word)
				}
			}
		})
	}
}

// note takes down the words in view, and looks for a line too wide or coloured.
func note(t *testing.T, d *tuitest.Driver, seen map[string]bool) {
	t.Helper()
	for _, word := range strings.Fields(d.Screen()) {
		seen[word] = true
	}
	for _, line := range strings.Split(d.Raw(), "\n") {
		if ansi.StringWidth(line) > 40 {
			t.Errorf("a line of %d cells: %q", ansi.StringWidth(line), line)
		}
		if strings.Contains(line, "\x1b[3") && strings.Contains(line, "\x1b[38") {
			t.Errorf("a colour where there is none: %q", line)
		}
	}
}
