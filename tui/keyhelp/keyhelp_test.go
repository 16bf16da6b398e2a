package keyhelp_test

import (
	"testing"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.First = page.KeyHelp{}
		d := tuitest.Start(t, s)
		d.Golden("keys" + at)
		d.Press("end")
		d.Golden("keys-end" + at)
	}
}

func TestExplainsThePageBeneath(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Checklist{}, Height: 60, Width: 80})
	d.Press("?")
	d.Want("Here: Questions to ask", "space tick", "esc back")
	d.Press("esc", "enter", "?")
	d.Want("n note", "enter choose")
}

// The keys of home are there though home was still loading when this page
// opened above it.
func TestOpenedFirst(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.KeyHelp{}, Height: 60, Width: 80})
	d.Want("Here: Porchlight ↑↓ move enter open", "Everywhere")
}

func TestSaysWhatLeavingFastCannotDo(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.KeyHelp{}, Height: 60, Width: 80})
	d.Want("clears this window", "It cannot clear everything", "shell history", "porchlight --private", "hold Shift")
}

func TestBack(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{})
	d.Press("?", "?", "esc")
	d.Want("Start here:")
}
