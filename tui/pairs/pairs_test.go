package pairs_test

import (
	"testing"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		d := tuitest.Start(t, tuitest.Setup{Lang: lang, First: page.Pairs{}})
		d.Golden("pairs-" + lang + "-80x24")
		d.Resize(40, 12)
		d.Golden("pairs-" + lang + "-40x12")
		d.Resize(200, 50)
		d.Golden("pairs-" + lang + "-200x50")
	}
}

// What was begun is told on coming back.
func TestPairsTellHowFar(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Pairs{}})
	d.Want("A whole track", "> Supporting", "Safety", "One lesson", "Helping or enabling?")
	d.Press("down", "down", "enter")
	d.Want("Before and after: Helping or enabling?")
	d.Press("enter", "end", "enter", "esc")
	d.Want("> Helping or enabling? 1 of 3 answered")
}
