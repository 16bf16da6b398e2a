package room_test

import (
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a room with its lead, and people at screens.
type evening struct {
	t     testing.TB
	hub   *group.Local
	door  *group.Door
	party grouptest.Party
	all   []*tuitest.Driver
}

func begin(t testing.TB) *evening {
	h := group.NewLocal()
	t.Cleanup(h.Close)
	return &evening{t: t, hub: h, door: group.NewDoor(h, func() time.Time { return tuitest.Noon }), party: grouptest.Begin(t, h)}
}

// comes has somebody come in with the code.
func (e *evening) comes(s tuitest.Setup) *tuitest.Driver {
	e.t.Helper()
	if s.First == nil {
		s.First = page.Room{Entry: e.party.Code.String()}
	}
	s.Rooms, s.Guest = e.door, true
	d := tuitest.Start(e.t, s)
	e.all = append(e.all, d)
	return d
}

// does has the lead do something, and everybody see it.
func (e *evening) does(acts ...group.Action) {
	e.t.Helper()
	for _, a := range acts {
		e.party.Do(e.t, e.hub, a)
	}
	e.look()
}

// look has everybody see what happened meanwhile.
func (e *evening) look() {
	for _, d := range e.all {
		d.Look()
	}
}
