package seat

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
)

// What has happened to a seat.
type What int

// What can have happened.
const (
	Nothing What = iota // for this page
	Entered             // the page is in the room
	Refused             // it did not come in
	Changed             // the room is other than before
	Did                 // something that the page did is kept in the room
	Failed              // it is not
	Gone                // the room is no more, or cannot be watched any longer
)

// News is the answer to something that a Seat began. The program gives it to
// every page, and each gives it to its Seat.
type News struct {
	hold *hold
	what What
	in   *group.Sitting
	now  group.Snapshot
	name any
	err  error
}

// An Event is what News means for a page. Name is that of what was done; Err
// says why not.
type Event struct {
	What What
	Name any
	Err  error
}

// Take takes news. For those of another seat, or of a stay that is over, it
// returns the Event Nothing.
func (s *Seat) Take(n News) (Event, tea.Cmd) {
	if n.hold == nil || n.hold != s.hold {
		return Event{}, nil
	}
	switch n.what {
	case Entered:
		return s.onEntered(n)
	case Changed:
		return s.onChanged(n)
	}
	return s.onDid(n)
}

func (s *Seat) onEntered(n News) (Event, tea.Cmd) {
	if n.err != nil {
		s.hold = nil
		return Event{What: Refused, Err: n.err}, nil
	}
	s.in = n.in
	s.known(n.in.First())
	if n.in.Seated() {
		s.hall.remember(n.in.Return())
	}
	return Event{What: Entered}, s.wait()
}

func (s *Seat) onChanged(n News) (Event, tea.Cmd) {
	if n.err != nil {
		s.hall.remember("")
		return Event{What: Gone, Err: n.err}, s.Leave()
	}
	s.see(n.now)
	return Event{What: Changed}, s.wait()
}

func (s *Seat) onDid(n News) (Event, tea.Cmd) {
	var more tea.Cmd
	if s.todo = s.todo[1:]; len(s.todo) > 0 {
		more = s.next()
	}
	if n.err != nil {
		return Event{What: Failed, Name: n.name, Err: n.err}, more
	}
	s.see(n.now)
	return Event{What: Did, Name: n.name}, more
}

// see takes a state of the room, unless a later one is known.
func (s *Seat) see(now group.Snapshot) {
	if now.Seq > s.now.Seq {
		s.known(now)
	}
}

func (s *Seat) known(now group.Snapshot) { s.now, s.mine = now, nil }
