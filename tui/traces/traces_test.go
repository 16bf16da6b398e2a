package traces_test

import (
	"testing"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.First = page.Traces{}
		d := tuitest.Start(t, s)
		d.Golden("traces" + at)
		d.Press("end")
		d.Golden("traces-end" + at)
	}
}

func TestSaysWhatLeavingFastCannotDo(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Traces{}, Height: 120, Width: 80})
	d.Want("ctrl+x", "porchlight record erase", "known_hosts", "shell", "Someone who watches", "Help now")
}

// The paragraph on top stays on top when the window changes.
func TestStaysAtItsPlace(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Traces{}})
	d.Press("pgdown")
	d.Want("The window's memory")
	d.Resize(40, 12)
	d.Want("The window's memory")
}

// A guest is not told of a file that is not there.
func TestGuest(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Traces{}, Guest: true})
	d.Want("This visit is not saved")
	d.WantNot("stay in one file")
}

// A visitor of a kiosk is told of their visit, and not of a computer that is
// not theirs to clear.
func TestVisit(t *testing.T) {
	for lang, title := range map[string]string{"en": "What stays after this visit", "es": "Qué queda tras la visita"} {
		d := tuitest.Start(t, tuitest.Setup{First: page.Traces{}, Lang: lang, Guest: true, Visit: true})
		d.Want(title)
		for _, not := range []string{"this computer", "esta computadora", "porchlight record"} {
			d.WantNot(not)
		}
		d.Golden("visit-" + lang + "-80x24")
		d.Resize(40, 12)
		d.Golden("visit-" + lang + "-40x12")
	}
	d := tuitest.Start(t, tuitest.Setup{First: page.Tools{}, Guest: true, Visit: true})
	d.Want("What stays after this visit")
	d.WantNot("What stays on this computer")
}

func TestBack(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Traces{}})
	d.Press("esc")
	d.Want("Start here:")
}
