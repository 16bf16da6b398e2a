package room_test

import (
	"testing"

	"porchlight/internal/group"
	"porchlight/tui/tuitest"
)

// BenchmarkRepaint is one screen of a full room after the facilitator's key.
func BenchmarkRepaint(b *testing.B) {
	e := begin(b)
	for range 1000 {
		e.party.Do(b, e.hub, group.Join{Seat: group.NewVoter(e.party.ID, group.NewKey()).Seat()})
	}
	d := e.comes(tuitest.Setup{})
	d.Press("enter")
	e.does(group.AddPoll{Poll: call()})
	open := false
	for b.Loop() {
		b.StopTimer()
		if open = !open; open {
			e.party.Do(b, e.hub, group.OpenPoll{ID: "call"})
		} else {
			e.party.Do(b, e.hub, group.ClosePoll{ID: "call"})
		}
		b.StartTimer()
		d.Look()
		_ = d.Raw()
	}
}
