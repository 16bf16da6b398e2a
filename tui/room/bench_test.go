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
		e.Party.Do(b, e.Hub, group.Join{Seat: group.NewVoter(e.Party.ID, group.NewKey()).Seat()})
	}
	d := e.comes(tuitest.Setup{})
	d.Press("enter")
	e.Does(group.AddPoll{Poll: call()})
	open := false
	for b.Loop() {
		b.StopTimer()
		if open = !open; open {
			e.Party.Do(b, e.Hub, group.OpenPoll{ID: "call"})
		} else {
			e.Party.Do(b, e.Hub, group.ClosePoll{ID: "call"})
		}
		b.StartTimer()
		d.Look()
		_ = d.Raw()
	}
}
