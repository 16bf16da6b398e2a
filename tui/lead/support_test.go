package lead_test

import (
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a room with who leads it, and people at screens.
type evening struct{ *tuitest.Evening }

func begin(t testing.TB) *evening { return &evening{tuitest.NewEvening(t, 1_000)} }

// at starts a program in the room, by the clock on the wall.
func (e *evening) at(to page.Route, s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	s.Now = e.Now
	return e.Start(to, s)
}

// leads has the facilitator come in.
func (e *evening) leads(s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	return e.at(page.Lead{Entry: group.Entry(e.Party.Code, e.Party.Lead)}, s)
}

// helps has a co-facilitator come in.
func (e *evening) helps(s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	key := group.NewKey()
	e.Party.Do(e.T, e.Hub, group.Appoint{Name: group.LeadName(e.Party.ID, key), As: group.CoFacilitator})
	return e.at(page.Lead{Entry: group.Entry(e.Party.Code, key)}, s)
}

// comes has people come in with the code.
func (e *evening) comes(n int) []*tuitest.Driver {
	e.T.Helper()
	var people []*tuitest.Driver
	for range n {
		d := e.at(page.Room{Entry: e.Party.Code.String()}, tuitest.Setup{})
		d.Pick("Go on") // past the welcome
		people = append(people, d)
	}
	e.Look()
	return people
}

// Look has everybody see what happened meanwhile, and a moment pass.
func (e *evening) Look() {
	e.Evening.Look()
	e.At = e.At.Add(time.Second)
}

// choose goes to the line that begins with some words and presses Enter, and
// everybody sees what came of it.
func (e *evening) choose(d *tuitest.Driver, lines ...string) {
	e.T.Helper()
	for _, words := range lines {
		e.reach(d, words)
		d.Press("enter")
		e.Look()
	}
}

// reach puts the cursor on the line that begins with some words.
func (e *evening) reach(d *tuitest.Driver, words string) {
	e.T.Helper()
	d.Press("home")
	for range 60 {
		if d.Marked(words) {
			return
		}
		d.Press("down")
	}
	e.T.Fatalf("there is no line %q:\n%s", words, d.Screen())
}

// vote has people choose a line each.
func (e *evening) vote(words string, people ...*tuitest.Driver) {
	e.T.Helper()
	for _, d := range people {
		for range 60 {
			if d.Marked(words) {
				break
			}
			d.Press("down")
		}
		d.Press("enter")
	}
	e.Look()
}
