package group

import (
	"context"
	"crypto/rand"
	"errors"
	"sync/atomic"
	"time"
)

// A Door is where people come into the rooms of a hub.
type Door struct {
	hub   Hub
	guard *Guard
}

// NewDoor returns the door of a hub.
func NewDoor(h Hub, now func() time.Time) *Door { return &Door{h, NewGuard(now)} }

// Wrong counts the wrong codes since the start.
func (d *Door) Wrong() int { return d.guard.Wrong() }

// Slowed counts the codes since the start that were not looked at, since they
// came from where too many wrong ones had come from.
func (d *Door) Slowed() int { return d.guard.Slowed() }

// A Sitting is one session in a room: a person's, a lead's, or a screen's. It is for one
// goroutine at a time, but for Next. What is the person's own in it is nowhere
// else.
type Sitting struct {
	hub   Hub
	code  Code
	key   Key // a lead's, or nothing
	voter Voter
	back  bool // to a seat that they had
	box   *Mailbox
	first Snapshot
	// Of a screen that all look at: its id, and whether it has said how large it is.
	screen string
	fits   atomic.Bool
}

// Enter comes into a room with what somebody typed: its code, or the code and
// a key behind it, which leads the room or finds a seat again. From is a name
// of where they come from. It returns ErrNoCode for a slip of the finger,
// ErrNoRoom or ErrNotLead for a wrong code or key, and a SlowError after too
// many of those.
func (d *Door) Enter(ctx context.Context, from, typed string) (*Sitting, error) {
	code, key, err := ParseEntry(typed)
	if err != nil {
		return nil, err
	}
	var s *Sitting
	err = d.guard.Check(from, func() (err error) {
		s, err = d.find(ctx, code, key)
		return err
	})
	if err != nil {
		return nil, err
	}
	if !s.Leads() {
		joined, err := d.hub.Do(ctx, code, Act{Do: Join{Seat: s.voter.Seat()}})
		switch {
		case err == nil:
			s.first = joined
		case !errors.Is(err, ErrEnded): // what was shown may still be read
			s.box.Close()
			return nil, err
		}
	}
	return s, nil
}

// Look comes into a room as a screen that all look at: without a seat, a vote or
// a key. A key behind the code is passed over. It fails as Enter does.
func (d *Door) Look(ctx context.Context, from, typed string) (*Sitting, error) {
	code, _, err := ParseEntry(typed)
	if err != nil {
		return nil, err
	}
	var s *Sitting
	err = d.guard.Check(from, func() (err error) {
		if s, err = d.watch(ctx, code); err == nil {
			s.screen = NewScreen()
		}
		return err
	})
	return s, err
}

// watch opens the mailbox of a room.
func (d *Door) watch(ctx context.Context, code Code) (*Sitting, error) {
	box, err := d.hub.Watch(ctx, code)
	if err != nil {
		return nil, err
	}
	now, err := box.Next(ctx)
	if err != nil {
		box.Close()
		return nil, err
	}
	return &Sitting{hub: d.hub, code: code, box: box, first: now}, nil
}

// find opens the mailbox of a room and sees whom a key belongs to.
func (d *Door) find(ctx context.Context, code Code, key Key) (*Sitting, error) {
	s, err := d.watch(ctx, code)
	if err != nil {
		return nil, err
	}
	now := s.first
	if _, leads := now.Lead(key); leads {
		s.key = key
		return s, nil
	}
	s.voter = NewVoter(now.room.ID, key)
	s.back = key != ""
	if key == "" {
		s.voter.key = NewKey()
	} else if !now.Mine(s.voter).Seated && !now.room.Ended {
		s.box.Close()
		return nil, ErrNotLead
	}
	return s, nil
}

// ParseEntry reads a code, or a code and a key behind it.
func ParseEntry(typed string) (Code, Key, error) {
	if code, err := ParseCode(typed); err == nil {
		return code, "", nil
	}
	both, err := plain(typed)
	if err != nil || len(both) != codeLen+longLen {
		return "", "", ErrNoCode
	}
	code, err := ParseCode(both[:codeLen])
	if err != nil {
		return "", "", err
	}
	key, err := ParseKey(both[codeLen:])
	return code, key, err
}

// Entry is what is typed to come in with a key.
func Entry(c Code, k Key) string { return c.String() + "-" + k.String() }

// Seated reports whether somebody sits here.
func (s *Sitting) Seated() bool { return s.voter.key != "" }

// Returned reports whether somebody came back to a seat that they had.
func (s *Sitting) Returned() bool { return s.back }

// Leads reports whether this session leads the room.
func (s *Sitting) Leads() bool { return s.key != "" }

// First is the room as it was on coming in.
func (s *Sitting) First() Snapshot { return s.first }

// Next waits for a newer state of the room. It returns ErrNoRoom when the room
// is gone.
func (s *Sitting) Next(ctx context.Context) (Snapshot, error) { return s.box.Next(ctx) }

// Return is what the person types to come back to this seat, or to lead.
func (s *Sitting) Return() string {
	if s.Leads() {
		return Entry(s.code, s.key)
	}
	return Entry(s.code, s.voter.Key())
}

// Mine is what this person may see of their own.
func (s *Sitting) Mine(now Snapshot) Mine { return now.Mine(s.voter) }

// Lead is what a lead may see.
func (s *Sitting) Lead(now Snapshot) (LeadView, bool) { return now.Lead(s.key) }

// Vote answers a poll as this person saw it.
func (s *Sitting) Vote(ctx context.Context, p PollView, chosen []string) (Snapshot, error) {
	return s.own(ctx, Vote{Poll: p.ID, Round: p.Round, Ballot: s.voter.Ballot(p.ID, p.Round), Chosen: chosen})
}

// Signal says how the pace is.
func (s *Sitting) Signal(ctx context.Context, now View, f Feeling) (Snapshot, error) {
	return s.own(ctx, Signal{Round: now.PaceRound, Token: s.voter.Pace(now.PaceRound), Feels: f})
}

// Ask puts a question into the box. The id is from NewQuestion: the same again
// is the same question.
func (s *Sitting) Ask(ctx context.Context, id, text string) (Snapshot, error) {
	return s.own(ctx, Ask{ID: id, Asker: s.voter.Asker(), Text: text})
}

// NewQuestion is a random id for a question.
func NewQuestion() string { return rand.Text() }

// Do does what a lead does.
func (s *Sitting) Do(ctx context.Context, a Action) (Snapshot, error) {
	return s.hub.Do(ctx, s.code, Act{Key: s.key, Do: a})
}

// Fit says how large the screen is that all look at, this one, and that it is
// there: again before ScreenBeat is over, for it is forgotten else. It is no
// longer there once this one leaves.
func (s *Sitting) Fit(ctx context.Context, w Wall, at time.Time) (Snapshot, error) {
	s.fits.Store(true)
	return s.do(ctx, Fit{Screen: s.screen, To: w, At: at.Unix()})
}

// Fitted is what a room knows of this screen.
func (s *Sitting) Fitted(now Snapshot) (Screen, bool) {
	of, known := now.room.Screens[s.screen]
	return of, known
}

// own does what only somebody with a seat does.
func (s *Sitting) own(ctx context.Context, a Action) (Snapshot, error) {
	if !s.Seated() {
		return Snapshot{}, ErrNoSeat
	}
	return s.do(ctx, a)
}

func (s *Sitting) do(ctx context.Context, a Action) (Snapshot, error) {
	return s.hub.Do(ctx, s.code, Act{Do: a})
}

// Leave gets up. The seat is kept for whoever has its key.
func (s *Sitting) Leave(ctx context.Context) {
	if s.Seated() {
		_, _ = s.do(ctx, Leave{Seat: s.voter.Seat()}) // where it fails, somebody seems to sit there
	}
	if s.fits.Load() {
		_, _ = s.do(ctx, Fit{Screen: s.screen}) // where it fails, it is forgotten after a while
	}
	s.box.Close()
}
