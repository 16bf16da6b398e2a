package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/singleflight"

	"porchlight/internal/fault"
	"porchlight/internal/group"
	"porchlight/internal/record"
)

// Rooms is a group.Hub over a Fleet: people of one room may sit at several
// servers. The table is the truth. A notification is a doorbell that says which
// room to read again; whoever missed it reads again by themselves soon.
type Rooms struct {
	fleet *Fleet
	ctx   context.Context // ends with Close
	stop  context.CancelFunc
	work  sync.WaitGroup

	reads singleflight.Group // of rooms not known yet
	mu    sync.Mutex
	rooms map[group.Code]*shared
}

var _ group.Hub = (*Rooms)(nil)

// lookAgain is how often rooms are read without a notification.
const lookAgain = 2 * time.Second

// Rooms returns the hub of a fleet. It is closed before the fleet is.
func (f *Fleet) Rooms() *Rooms {
	ctx, stop := context.WithCancel(context.Background())
	h := &Rooms{fleet: f, ctx: ctx, stop: stop, rooms: map[group.Code]*shared{}}
	h.work.Go(func() { fault.Again(ctx, lookAgain, h.listen) })
	h.work.Go(func() { fault.Again(ctx, lookAgain, h.look) })
	return h
}

// Close implements group.Hub.
func (h *Rooms) Close() {
	h.mu.Lock()
	h.stop() // no room begins after it
	rooms := h.rooms
	h.rooms = map[group.Code]*shared{}
	h.mu.Unlock()
	h.work.Wait()
	for _, r := range rooms {
		r.close()
	}
}

// call is the fleet's, with the errors of a hub.
func (h *Rooms) call(ctx context.Context, name string, act func(context.Context) error) error {
	if h.ctx.Err() != nil {
		return group.ErrAway
	}
	err := h.fleet.call(ctx, name, act)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, record.ErrNotFound):
		return group.ErrNoRoom
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return fmt.Errorf("%w: %w", group.ErrAway, err)
}

// Open implements group.Hub.
func (h *Rooms) Open(ctx context.Context, r group.Room) error {
	state, err := json.Marshal(r)
	if err != nil {
		return err
	}
	var holder string
	err = h.call(ctx, "open a room", func(ctx context.Context) error {
		_, err := h.fleet.pool.Exec(ctx, `INSERT INTO rooms VALUES ($1, 1, $2, $3) ON CONFLICT DO NOTHING`, r.Code, string(state), r.Until)
		if err != nil {
			return err
		}
		// One that was put there by a try whose answer was lost is this one.
		return h.fleet.pool.QueryRow(ctx, `SELECT state::json->>'id' FROM rooms WHERE code = $1`, r.Code).Scan(&holder)
	})
	if err == nil && holder != r.ID {
		return group.ErrTaken
	}
	return err
}

// read returns a room that has changed since it was known, or nil.
func (h *Rooms) read(ctx context.Context, code group.Code, known uint64) (seq uint64, r *group.Room, err error) {
	err = h.call(ctx, "read a room", func(ctx context.Context) (err error) {
		seq, r, err = scan(h.fleet.pool.QueryRow(ctx, `SELECT seq, CASE WHEN seq <> $2 THEN state END FROM rooms WHERE code = $1`, code, int64(known)))
		return err
	})
	return seq, r, err
}

// scan reads the number of a room's changes, and the room where it was asked
// for.
func scan(row pgx.Row) (uint64, *group.Room, error) {
	var seq int64
	var state *string
	err := row.Scan(&seq, &state)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return 0, nil, record.ErrNotFound
	case err != nil || state == nil:
		return uint64(seq), nil, err
	}
	r := &group.Room{}
	return uint64(seq), r, json.Unmarshal([]byte(*state), r)
}

// room finds a room, and reads it where this server does not know it yet: once
// for all who come at the same time.
func (h *Rooms) room(ctx context.Context, code group.Code) (*shared, error) {
	if r := h.known(code); r != nil {
		return r, nil
	}
	found := h.reads.DoChan(string(code), func() (r any, err error) {
		err = group.ErrAway // unless it is read without a fault
		fault.Alone(func() { r, err = h.load(code) })
		return r, err
	})
	select {
	case got := <-found:
		r, _ := got.Val.(*shared)
		return r, got.Err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (h *Rooms) known(code group.Code) *shared {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.rooms[code]
}

// load reads a room and begins to serve it.
func (h *Rooms) load(code group.Code) (*shared, error) {
	if r := h.known(code); r != nil {
		return r, nil
	}
	seq, state, err := h.read(h.ctx, code, 0)
	if err != nil {
		return nil, err
	}
	r := newShared(h, code, seq, state)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ctx.Err() != nil {
		return nil, group.ErrAway
	}
	h.rooms[code] = r
	h.work.Go(func() { fault.Again(h.ctx, lookAgain, r.serve) })
	return r, nil
}

// Do implements group.Hub.
func (h *Rooms) Do(ctx context.Context, code group.Code, a group.Act) (group.Snapshot, error) {
	r, err := h.room(ctx, code)
	if err != nil {
		return group.Snapshot{}, err
	}
	return r.do(ctx, a)
}

// Watch implements group.Hub.
func (h *Rooms) Watch(ctx context.Context, code group.Code) (*group.Mailbox, error) {
	r, err := h.room(ctx, code)
	if err != nil {
		return nil, err
	}
	return r.who.Watch()
}

// Remove implements group.Hub.
func (h *Rooms) Remove(ctx context.Context, code group.Code) error {
	err := h.call(ctx, "remove a room", func(ctx context.Context) error {
		return pgx.BeginFunc(ctx, h.fleet.pool, func(tx pgx.Tx) error {
			if err := exec(ctx, tx, `DELETE FROM rooms WHERE code = $1`, code); err != nil {
				return err
			}
			return ring(ctx, tx, code)
		})
	})
	if err == nil {
		h.drop(code)
	}
	return err
}

// drop closes a room that is gone for whoever watches it here.
func (h *Rooms) drop(code group.Code) {
	h.mu.Lock()
	r := h.rooms[code]
	delete(h.rooms, code)
	h.mu.Unlock()
	if r != nil {
		r.close()
	}
}

// Sweep implements group.Hub.
func (h *Rooms) Sweep(ctx context.Context, now time.Time) (int, error) {
	var gone []group.Code
	err := h.call(ctx, "remove rooms that are over", func(ctx context.Context) error {
		rows, err := h.fleet.pool.Query(ctx, `DELETE FROM rooms WHERE expires <= $1 RETURNING code`, now.Unix())
		if err != nil {
			return err
		}
		more, err := pgx.CollectRows(rows, pgx.RowTo[group.Code])
		gone = append(gone, more...)
		return err
	})
	for _, code := range gone {
		h.drop(code) // other servers see it when they look again
	}
	return len(gone), err
}
