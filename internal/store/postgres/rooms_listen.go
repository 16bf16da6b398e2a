package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/group"
)

// doorbell is the channel on which servers tell each other that a room
// changed. It says which, and nothing else.
const doorbell = "porchlight_rooms"

// ring tells the other servers, when the transaction is done.
func ring(ctx context.Context, tx pgx.Tx, code group.Code) error {
	return exec(ctx, tx, `SELECT pg_notify($1, $2)`, doorbell, code)
}

// listen reads a room again whenever the doorbell rings for it. A connection
// that is lost is made anew, and everything read again then: rings were missed.
func (h *Rooms) listen() {
	for h.ctx.Err() == nil {
		h.hear()
		select {
		case <-time.After(lookAgain / 10):
		case <-h.ctx.Done():
		}
	}
}

// hear listens on one connection until it ends.
func (h *Rooms) hear() {
	conn, err := h.fleet.pool.Acquire(h.ctx)
	if err != nil {
		return
	}
	own := conn.Hijack() // it listens, and is of no use to others
	defer func() {
		ctx, stop := context.WithTimeout(context.Background(), h.fleet.deadline)
		defer stop()
		_ = own.Close(ctx)
	}()
	if _, err := own.Exec(h.ctx, `LISTEN `+doorbell); err != nil {
		return
	}
	h.lookAtAll()
	for {
		n, err := own.WaitForNotification(h.ctx)
		if err != nil {
			return
		}
		h.lookAt(group.Code(n.Payload))
	}
}

// look reads all rooms again every now and then: a connection may be dead
// without anybody being told.
func (h *Rooms) look() {
	tick := time.NewTicker(lookAgain)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			h.lookAtAll()
		case <-h.ctx.Done():
			return
		}
	}
}

func (h *Rooms) lookAtAll() {
	h.mu.Lock()
	codes := make([]group.Code, 0, len(h.rooms))
	for code := range h.rooms {
		codes = append(codes, code)
	}
	h.mu.Unlock()
	for _, code := range codes {
		h.lookAt(code)
	}
}

// lookAt reads a room again, if it is one of those that this server knows.
func (h *Rooms) lookAt(code group.Code) {
	r := h.known(code)
	if r == nil {
		return
	}
	had, _ := r.known()
	seq, state, err := h.read(h.ctx, code, had)
	switch {
	case err == nil:
		r.publish(seq, state)
	case errors.Is(err, group.ErrNoRoom):
		h.drop(code)
	}
}
