package group

import (
	"context"
	"errors"
	"sync"
	"time"
)

// A Hub keeps rooms and carries their snapshots. Bodies of it: Local, for one
// process, and one over a database that several servers share. grouptest holds
// both to the same conduct.
type Hub interface {
	// Open puts a new room into the hub. It returns ErrTaken where its code is
	// in use.
	Open(ctx context.Context, r Room) error
	// Do applies an act. When it returns nil, the act is kept, and the snapshot
	// has it in it. After an error of the hub itself the act may or may not
	// have been kept; it is safe to do it again.
	Do(ctx context.Context, code Code, a Act) (Snapshot, error)
	// Watch returns a mailbox with the room's present snapshot in it, and every
	// later one, or the last of them where they come faster than they are taken.
	Watch(ctx context.Context, code Code) (*Mailbox, error)
	// Remove removes a room with all that is known of it. The mailboxes of
	// those who watch it are closed. A room that is not there is no error.
	Remove(ctx context.Context, code Code) error
	// Sweep removes every room whose time is over, and returns how many.
	Sweep(ctx context.Context, now time.Time) (int, error)
	// Close closes all mailboxes.
	Close()
}

// Errors of a Hub.
var (
	ErrNoRoom = errors.New("there is no room with this code")
	ErrTaken  = errors.New("this code is in use")
	// ErrAway says that the hub cannot be reached now, and may be soon.
	ErrAway = errors.New("the room cannot be reached now")
)

// A Mailbox holds the newest snapshot of a room for one session. Who publishes
// never waits for who reads: what is not taken in time is replaced.
type Mailbox struct {
	mu     sync.Mutex
	newest Snapshot
	taken  uint64
	closed bool
	rings  chan struct{} // of one
	quit   func(*Mailbox)
}

// NewMailbox returns an empty mailbox. When it is closed it tells quit, which
// may be nil.
func NewMailbox(quit func(*Mailbox)) *Mailbox {
	return &Mailbox{rings: make(chan struct{}, 1), quit: quit}
}

// Put replaces what is in the mailbox, unless that is newer.
func (m *Mailbox) Put(s Snapshot) {
	m.mu.Lock()
	if s.Seq > m.newest.Seq {
		m.newest = s
	}
	m.mu.Unlock()
	m.ring()
}

func (m *Mailbox) ring() {
	select {
	case m.rings <- struct{}{}:
	default:
	}
}

// Next waits for a snapshot newer than the last that was taken. It returns
// ErrNoRoom when the room or the mailbox is closed. Only one may wait at once.
func (m *Mailbox) Next(ctx context.Context) (Snapshot, error) {
	for {
		m.mu.Lock()
		s, closed, fresh := m.newest, m.closed, m.newest.Seq > m.taken
		if fresh {
			m.taken = s.Seq
		}
		m.mu.Unlock()
		switch {
		case closed:
			return Snapshot{}, ErrNoRoom
		case fresh:
			return s, nil
		}
		select {
		case <-m.rings:
		case <-ctx.Done():
			return Snapshot{}, ctx.Err()
		}
	}
}

// Close ends the mailbox; who waits at it waits no more. Closing twice is
// closing once.
func (m *Mailbox) Close() {
	m.mu.Lock()
	was := m.closed
	m.closed = true
	m.mu.Unlock()
	if !was {
		m.ring()
		if m.quit != nil {
			m.quit(m)
		}
	}
}
