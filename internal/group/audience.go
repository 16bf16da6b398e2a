package group

import (
	"maps"
	"sync"
	"time"
)

// An Audience is the mailboxes of one room. What a lead does is put into them
// at once. Where there are many, what the others do is put there together, a
// few times a second: a thousand people who answer at once make a few repaints
// of each screen, not a thousand, and what the lead does then is not held up by
// them.
type Audience struct {
	breath time.Duration // how long what people do waits for what more they do
	mu     sync.Mutex
	boxes  map[*Mailbox]bool
	newest Snapshot
	put    uint64 // the last that was put into mailboxes
	rests  bool   // until a breath is over
	closed bool
}

// Breath is how long what people do waits for what more they do.
const Breath = 100 * time.Millisecond

// crowd is how many mailboxes are many.
const crowd = 40

// NewAudience returns one without mailboxes, for a room as it is. Where there
// are many, what people do waits for a breath; where there is none it never
// does.
func NewAudience(s Snapshot, breath time.Duration) *Audience {
	return &Audience{breath: breath, boxes: map[*Mailbox]bool{}, newest: s, put: s.Seq}
}

// Newest is the room as it was published last.
func (a *Audience) Newest() Snapshot {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.newest
}

// Watch returns another mailbox, with the newest snapshot in it; or ErrNoRoom
// after Close.
func (a *Audience) Watch() (*Mailbox, error) {
	box := NewMailbox(a.leave)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.closed {
		return nil, ErrNoRoom
	}
	a.boxes[box] = true
	box.Put(a.newest)
	return box, nil
}

func (a *Audience) leave(box *Mailbox) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.boxes, box)
}

// Publish has a snapshot put into every mailbox, unless there is a newer one.
func (a *Audience) Publish(s Snapshot) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if s.Seq <= a.newest.Seq {
		return
	}
	stirs := stirs(a.newest.room, s.room)
	a.newest = s
	switch {
	case a.breath == 0, len(a.boxes) < crowd, stirs:
		a.deliver()
	case !a.rests:
		a.deliver()
		a.rest()
	}
}

// deliver puts the newest snapshot into every mailbox.
func (a *Audience) deliver() {
	a.put = a.newest.Seq
	for box := range a.boxes {
		box.Put(a.newest)
	}
}

func (a *Audience) rest() {
	a.rests = true
	time.AfterFunc(a.breath, a.rested)
}

// rested delivers what has come in a breath, if anything has.
func (a *Audience) rested() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.rests = false; a.put < a.newest.Seq {
		a.deliver()
		a.rest()
	}
}

// Close closes all mailboxes.
func (a *Audience) Close() {
	a.mu.Lock()
	boxes := a.boxes
	a.boxes, a.closed = map[*Mailbox]bool{}, true
	a.mu.Unlock()
	for box := range boxes {
		box.Close()
	}
}

// stirs reports whether a lead has done something between two states of a room.
func stirs(was, is *Room) bool {
	return was.Acts != is.Acts || len(was.Undo) != len(is.Undo) || was.Front != is.Front || !was.Place.Is(is.Place) ||
		was.Sheet != is.Sheet || was.Wall != is.Wall || was.Ended != is.Ended || len(was.Polls) != len(is.Polls) || !maps.Equal(was.Leads, is.Leads)
}
