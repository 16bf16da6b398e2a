package tuitest

import (
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/tui/page"
)

// The code of an Evening, and a key of one who comes: the same at each run, so
// that frames are.
const (
	EveningCode = group.Code("KM47TX4")
	EveningKey  = group.Key("CDFHJKMNPRTVWXY34")
)

// An Evening is a live room with its lead, people who sit in it, and programs
// that are there too. What anyone does is seen at once.
type Evening struct {
	T     testing.TB
	Hub   *group.Local
	Fades *grouptest.Fading // the hub, as those who come in reach it
	Door  *group.Door
	Party grouptest.Party
	Seats []*group.Sitting // people without a program
	All   []*Driver
	At    time.Time // what a clock on the wall says
}

// NewEvening opens a room that is erased at a time, in seconds since 1970.
func NewEvening(t testing.TB, until int64) *Evening {
	t.Helper()
	lead := group.NewKey()
	return EveningIn(t, group.New(EveningCode, lead, until), lead)
}

// EveningIn is NewEvening in a room that a test has made, which a key leads.
func EveningIn(t testing.TB, r group.Room, lead group.Key) *Evening {
	t.Helper()
	e := &Evening{T: t, Hub: group.NewLocal(), At: Noon}
	e.Hub.Breath = 0
	t.Cleanup(e.Hub.Close)
	e.Fades = &grouptest.Fading{Hub: e.Hub}
	e.Door = group.NewDoor(e.Fades, e.Now)
	if err := e.Hub.Open(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	e.Party = grouptest.Party{Code: r.Code, ID: r.ID, Lead: lead}
	return e
}

// Now is the clock on the wall.
func (e *Evening) Now() time.Time { return e.At }

// Sit has so many people more sit down.
func (e *Evening) Sit(people int) {
	e.T.Helper()
	for range people {
		s, err := e.Door.Enter(e.T.Context(), "seat", e.Party.Code.String())
		if err != nil {
			e.T.Fatal(err)
		}
		e.Seats = append(e.Seats, s)
	}
}

// Start begins a program that is there; at the route given, unless the setup
// names one.
func (e *Evening) Start(to page.Route, s Setup) *Driver {
	e.T.Helper()
	if s.First == nil {
		s.First = to
	}
	s.Rooms, s.Guest = e.Door, true
	d := Start(e.T, s)
	e.All = append(e.All, d)
	return d
}

// Look has every program see what happened meanwhile: one may say something, and
// another hear of it.
func (e *Evening) Look() {
	for range 3 {
		for _, d := range e.All {
			d.Look()
		}
	}
}

// Does has the lead do something, and everybody see it.
func (e *Evening) Does(acts ...group.Action) {
	e.T.Helper()
	for _, a := range acts {
		e.Party.Do(e.T, e.Hub, a)
	}
	e.Look()
}

// View is the room as its lead sees it.
func (e *Evening) View() group.LeadView {
	e.T.Helper()
	v, _ := e.State().Lead(e.Party.Lead)
	return v
}

// State is the room as it is.
func (e *Evening) State() group.Snapshot {
	e.T.Helper()
	box, err := e.Hub.Watch(e.T.Context(), e.Party.Code)
	if err != nil {
		e.T.Fatal(err)
	}
	defer box.Close()
	now, err := box.Next(e.T.Context())
	if err != nil {
		e.T.Fatal(err)
	}
	return now
}

// Vote has those who sit there answer what is in front, each by a choice's
// number, from 0.
func (e *Evening) Vote(choices ...int) {
	e.T.Helper()
	p := *e.View().Front
	for i, n := range choices {
		if _, err := e.Seats[i].Vote(e.T.Context(), p, []string{p.Choices[n].ID}); err != nil {
			e.T.Fatal(err)
		}
	}
	e.Look()
}
