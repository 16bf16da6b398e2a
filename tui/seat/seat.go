package seat

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/tui/page"
)

// A Seat is a page's place in a room: a person's, a lead's, or that of a screen
// which all look at. It is used from the event loop alone.
type Seat struct {
	env  page.Env
	hall *Hall
	hold *hold          // nil while nobody has asked to come in
	in   *group.Sitting // nil while outside
	now  group.Snapshot
	mine *group.Mine // in now; nil until it was asked for
	todo group.Row
}

// New returns a seat outside any room.
func New(env page.Env, hall *Hall) *Seat { return &Seat{env: env, hall: hall} }

// Wear goes on in another environment: the page was opened anew in another
// language or theme.
func (s *Seat) Wear(env page.Env) { s.env = env }

// Inside reports whether the page is in a room.
func (s *Seat) Inside() bool { return s.in != nil }

// Entering reports whether it is on its way into one.
func (s *Seat) Entering() bool { return s.hold != nil && s.in == nil }

// Busy reports whether something that was done is on its way to the room.
func (s *Seat) Busy() bool { return s.todo.Len() > 0 }

// Waits reports whether something could not be sent, and is tried again.
func (s *Seat) Waits() bool { return s.todo.Waits() }

// Sitting is the session in the room, for what may be read of it; nil outside.
func (s *Seat) Sitting() *group.Sitting { return s.in }

// Now is the room as it is known.
func (s *Seat) Now() group.Snapshot { return s.now }

// Mine is what this person may see of their own, in the room as it is known. It
// is found out once: whose is what is a matter of hashes, and a page asks many
// times.
func (s *Seat) Mine() group.Mine {
	if s.mine == nil {
		mine := s.in.Mine(s.now)
		s.mine = &mine
	}
	return *s.mine
}

// Back is the entry of the seat that this session took last; empty for none.
func (s *Seat) Back() string { return s.hall.Back() }

// Connect is what visitors of the kiosk type to come in.
func (s *Seat) Connect() string { return s.hall.connect }

// Enter comes into a room with what somebody typed.
func (s *Seat) Enter(entry string) tea.Cmd { return s.come(entry, s.hall.door.Enter) }

// Look comes into a room as a screen that all look at: it takes no seat.
func (s *Seat) Look(entry string) tea.Cmd { return s.come(entry, s.hall.door.Look) }

type way func(ctx context.Context, from, typed string) (*group.Sitting, error)

func (s *Seat) come(entry string, by way) tea.Cmd {
	h, from := &hold{ctx: s.env.Ctx}, s.hall.from
	s.hold = h
	return s.env.Work(func(ctx context.Context) tea.Msg {
		in, err := by(ctx, from, entry)
		if err == nil && !h.take(in) {
			return nil
		}
		return News{hold: h, what: Entered, in: in, err: err}
	})
}

// Leave gets up. Whoever has the seat's key finds it again.
func (s *Seat) Leave() tea.Cmd {
	h := s.hold
	s.hold, s.in, s.todo = nil, nil, group.Row{}
	if h == nil {
		return nil
	}
	return func() tea.Msg {
		h.leave()
		return nil
	}
}

// Do does something in the room, after what was done before. Name is for the
// page to know it by, when a Did or a Failed answers. Where the room is away it
// is tried again until it is done, or refused, or the page leaves. Outside a room
// nothing is done.
func (s *Seat) Do(name any, do func(context.Context, *group.Sitting) (group.Snapshot, error)) tea.Cmd {
	return s.Set("", name, do)
}

// Set is Do for something of a kind, as an answer to one poll: where another of
// that kind waits, this one takes its place.
func (s *Seat) Set(kind string, name any, do func(context.Context, *group.Sitting) (group.Snapshot, error)) tea.Cmd {
	if s.in == nil || !s.todo.Add(group.Errand{Kind: kind, Name: name, Do: do}) {
		return nil
	}
	return s.next()
}

// Act is Do for an action of a lead.
func (s *Seat) Act(name any, a group.Action) tea.Cmd {
	return s.Do(name, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Do(ctx, a) })
}

// next does what is first in the row.
func (s *Seat) next() tea.Cmd {
	h, in, e := s.hold, s.in, s.todo.Begin()
	return s.env.Work(func(ctx context.Context) tea.Msg {
		now, err := e.Do(ctx, in)
		return News{hold: h, what: Did, now: now, err: err}
	})
}

// again waits until what could not be sent is to be tried once more.
func (s *Seat) again() tea.Cmd {
	h, pause := s.hold, s.hall.pause
	return s.env.Await(func(ctx context.Context) tea.Msg {
		if !pause(ctx) {
			return nil
		}
		return News{hold: h, what: Waits}
	})
}

// wait waits for the room to be other than it is known to be.
func (s *Seat) wait() tea.Cmd {
	h, in, known := s.hold, s.in, s.now.All()
	return s.env.Await(func(ctx context.Context) tea.Msg {
		now, err := next(ctx, in, known)
		if err != nil && errors.Is(err, ctx.Err()) {
			return nil // the session has ended
		}
		return News{hold: h, what: Changed, now: now, err: err}
	})
}
