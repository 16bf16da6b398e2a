package seat

import (
	"context"
	"sync"
	"time"

	"porchlight/internal/fault"
	"porchlight/internal/group"
)

// leaveWithin bounds the time that leaving takes where the room is away.
const leaveWithin = 5 * time.Second

// A hold is one stay in a room. It knows whether the page has left, so that
// somebody who comes in late is let out again; and the end of the session lets
// go of it too.
type hold struct {
	ctx context.Context // the session

	mu   sync.Mutex
	in   *group.Sitting
	left bool
	stop func() bool // waiting for the end of the session
}

// take begins the stay, unless the page has left meanwhile.
func (h *hold) take(in *group.Sitting) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.left {
		go leave(h.ctx, in)
		return false
	}
	h.in = in
	h.stop = context.AfterFunc(h.ctx, h.leave)
	return true
}

// leave ends the stay. Leaving twice is leaving once.
func (h *hold) leave() {
	h.mu.Lock()
	in, stop := h.in, h.stop
	h.in, h.left = nil, true
	h.mu.Unlock()
	if in != nil {
		stop()
		leave(h.ctx, in)
	}
}

func leave(ctx context.Context, in *group.Sitting) {
	defer fault.Caught()
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), leaveWithin)
	defer stop()
	in.Leave(ctx)
}
