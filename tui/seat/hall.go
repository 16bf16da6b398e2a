// Package seat is what the pages of a live room share: coming in, taking each
// new state of the room, doing what is done there in the order it was done, and
// leaving. What a room looks like is for the pages to say; what keeps it is
// internal/group. It keeps nothing but, for as long as the session lasts, the
// way back to the seat that was taken last.
package seat

import (
	"context"
	"sync"
	"time"

	"porchlight/internal/group"
)

// A Hall is one session's way into the rooms of a door.
type Hall struct {
	door *group.Door
	from string
	// connect is what visitors of the kiosk type to come in; empty where that is
	// not known.
	connect string
	pause   func(context.Context) bool

	mu   sync.Mutex
	back string
}

// NewHall returns the way in for a session. From is a name of where it comes
// from, for the door to slow those who guess; connect is what visitors type to
// come in, empty where that is not known. Pause waits until what could not be
// sent is to be tried again, and reports false when the session has ended; nil
// waits a while.
func NewHall(door *group.Door, from, connect string, pause func(context.Context) bool) *Hall {
	if pause == nil {
		pause = aWhile
	}
	return &Hall{door: door, from: from, connect: connect, pause: pause}
}

func aWhile(ctx context.Context) bool {
	select {
	case <-time.After(group.TryAgain):
		return true
	case <-ctx.Done():
		return false
	}
}

// Back is the entry of the seat that this session took last; empty for none.
func (h *Hall) Back() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.back
}

func (h *Hall) remember(entry string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.back = entry
}
