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
	Waits               // it could not be sent yet, and is tried again
	Failed              // it is not kept, and is tried no more
	Gone                // the room is no more, or cannot be watched any longer
)

// News is the answer to something that a Seat began. The program gives it to
// every page, and each gives it to its Seat.
type News struct {
	hold *hold
	what What
	in   *group.Sitting
	now  group.Snapshot
	err  error
}

// An Event is what News means for a page. Name is that of what was done; Err
// says why not; Late says that it waited before.
type Event struct {
	What What
	Name any
	Err  error
	Late bool
}

// Take takes news, and returns what follows from it. For those of another seat,
// or of a stay that is over, and where there is nothing to see, it returns the
// Event Nothing.
func (s *Seat) Take(n News) (Event, tea.Cmd) {
	if n.hold == nil || n.hold != s.hold {
		return Event{}, nil
	}
	switch n.what {
	case Entered:
		return s.onEntered(n)
	case Changed:
		return s.onChanged(n)
	case Waits:
		return Event{}, s.next()
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
	out := s.todo.End(n.err)
	e := Event{What: Did, Name: out.Name, Err: out.Err, Late: out.Late}
	switch {
	case out.Waits && out.Late: // as the page knows
		return Event{}, s.again()
	case out.Waits:
		e.What = Waits
		return e, s.again()
	case out.Err != nil:
		e.What = Failed
	default:
		s.see(n.now)
	}
	if s.todo.Len() > 0 {
		return e, s.next()
	}
	return e, nil
}

// see takes a state of the room, unless a later one is known.
func (s *Seat) see(now group.Snapshot) {
	if now.Seq > s.now.Seq {
		s.known(now)
	}
}

func (s *Seat) known(now group.Snapshot) { s.now, s.mine = now, nil }
