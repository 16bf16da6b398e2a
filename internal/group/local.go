package group

import (
	"context"
	"sync"
	"time"
)

// Local is a Hub in the memory of one process. What it keeps ends with it.
type Local struct {
	// Breath is how long what people do waits for what more they do; with none
	// everybody sees it at once. It is set before the first room is opened.
	Breath time.Duration

	mu    sync.Mutex
	rooms map[Code]*localRoom
}

type localRoom struct {
	mu   sync.Mutex // one act at a time
	gone bool
	who  *Audience
}

var _ Hub = (*Local)(nil)

// NewLocal returns a hub without rooms.
func NewLocal() *Local { return &Local{Breath: Breath, rooms: map[Code]*localRoom{}} }

// Open implements Hub.
func (l *Local) Open(_ context.Context, r Room) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.rooms[r.Code] != nil {
		return ErrTaken
	}
	l.rooms[r.Code] = &localRoom{who: NewAudience(NewSnapshot(1, &r), l.Breath)}
	return nil
}

func (l *Local) room(code Code) (*localRoom, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if r := l.rooms[code]; r != nil {
		return r, nil
	}
	return nil, ErrNoRoom
}

// Do implements Hub.
func (l *Local) Do(ctx context.Context, code Code, a Act) (Snapshot, error) {
	if err := ctx.Err(); err != nil {
		return Snapshot{}, err
	}
	r, err := l.room(code)
	if err != nil {
		return Snapshot{}, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.gone {
		return Snapshot{}, ErrNoRoom
	}
	now := r.who.Newest()
	next, err := Apply(*now.room, a)
	if err != nil {
		return Snapshot{}, err
	}
	s := NewSnapshot(now.Seq+1, &next)
	r.who.Publish(s)
	return s, nil
}

// Watch implements Hub.
func (l *Local) Watch(_ context.Context, code Code) (*Mailbox, error) {
	r, err := l.room(code)
	if err != nil {
		return nil, err
	}
	return r.who.Watch()
}

// Remove implements Hub.
func (l *Local) Remove(_ context.Context, code Code) error {
	l.mu.Lock()
	r := l.rooms[code]
	delete(l.rooms, code)
	l.mu.Unlock()
	if r != nil {
		r.close()
	}
	return nil
}

// close lets go of a room and of everybody who watches it.
func (r *localRoom) close() {
	r.mu.Lock()
	r.gone = true
	r.mu.Unlock()
	r.who.Close()
}

// Sweep implements Hub.
func (l *Local) Sweep(ctx context.Context, now time.Time) (int, error) {
	var over []Code
	l.mu.Lock()
	for code, r := range l.rooms {
		if r.who.Newest().room.Until <= now.Unix() {
			over = append(over, code)
		}
	}
	l.mu.Unlock()
	for _, code := range over {
		_ = l.Remove(ctx, code)
	}
	return len(over), nil
}

// Close implements Hub.
func (l *Local) Close() {
	l.mu.Lock()
	rooms := l.rooms
	l.rooms = map[Code]*localRoom{}
	l.mu.Unlock()
	for _, r := range rooms {
		r.close()
	}
}
