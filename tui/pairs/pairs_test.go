package pairs_test

import (
	"testing"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.First = page.Pairs{}
		tuitest.Start(t, s).Golden("pairs" + at)
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
