package lead_test

import (
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a room with who leads it, and people at screens.
type evening struct {
	t     testing.TB
	hub   *group.Local
	door  *group.Door
	party grouptest.Party
	all   []*tuitest.Driver
	now   time.Time
}

func begin(t testing.TB) *evening {
	h := group.NewLocal()
	h.Breath = 0 // everything is seen at once
	t.Cleanup(h.Close)
	e := &evening{t: t, hub: h, party: grouptest.Begin(t, h), now: tuitest.Noon}
	e.door = group.NewDoor(h, e.clock)
	return e
}

// clock is one clock on the wall for everybody.
func (e *evening) clock() time.Time { return e.now }

// at starts a program in the room.
func (e *evening) at(to page.Route, s tuitest.Setup) *tuitest.Driver {
	e.t.Helper()
	s.First, s.Rooms, s.Guest, s.Now = to, e.door, true, e.clock
	d := tuitest.Start(e.t, s)
	e.all = append(e.all, d)
	return d
}

// leads has the facilitator come in.
func (e *evening) leads(s tuitest.Setup) *tuitest.Driver {
	e.t.Helper()
	return e.at(page.Lead{Entry: group.Entry(e.party.Code, e.party.Lead)}, s)
}

// helps has a co-facilitator come in.
func (e *evening) helps(s tuitest.Setup) *tuitest.Driver {
	e.t.Helper()
	key := group.NewKey()
	e.party.Do(e.t, e.hub, group.Appoint{Name: group.LeadName(e.party.ID, key), As: group.CoFacilitator})
	return e.at(page.Lead{Entry: group.Entry(e.party.Code, key)}, s)
}

// comes has people come in with the code.
func (e *evening) comes(n int) []*tuitest.Driver {
	e.t.Helper()
	var people []*tuitest.Driver
	for range n {
		d := e.at(page.Room{Entry: e.party.Code.String()}, tuitest.Setup{})
		d.Pick("Go on") // past the welcome
		people = append(people, d)
	}
	e.look()
	return people
}

// look has everybody see what happened meanwhile.
func (e *evening) look() {
	for _, d := range e.all {
		d.Look()
	}
	e.now = e.now.Add(time.Second)
}

// choose goes to the line that begins with some words and presses Enter, and
// everybody sees what came of it.
func (e *evening) choose(d *tuitest.Driver, lines ...string) {
	e.t.Helper()
	for _, words := range lines {
		e.reach(d, words)
		d.Press("enter")
		e.look()
	}
}

// reach puts the cursor on the line that begins with some words.
func (e *evening) reach(d *tuitest.Driver, words string) {
	e.t.Helper()
	d.Press("home")
	for range 60 {
		if d.Marked(words) {
			return
		}
		d.Press("down")
	}
	e.t.Fatalf("there is no line %q:\n%s", words, d.Screen())
}

// vote has people choose a line each.
func (e *evening) vote(words string, people ...*tuitest.Driver) {
	e.t.Helper()
	for _, d := range people {
		for range 60 {
			if d.Marked(words) {
				break
			}
			d.Press("down")
		}
		d.Press("enter")
	}
	e.look()
}
