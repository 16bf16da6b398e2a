package postgres

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/group"
)

// A shared is one room as a server knows it. Acts that come together are
// written together, so that a thousand people who press a key at once make a
// few writes; and the table does not tell which of them came first.
type shared struct {
	hub   *Rooms
	code  group.Code
	asks  chan ask
	ended chan struct{} // closed with the room

	mu    sync.Mutex
	seq   uint64
	state *group.Room
	who   *group.Audience
	gone  bool
}

// An ask is an act that waits to be kept, and where its answer goes.
type ask struct {
	act    group.Act
	answer chan answer // of one
}

type answer struct {
	snapshot group.Snapshot
	err      error
}

// together is how many acts are written at once, at most.
const together = 1024

func newShared(h *Rooms, code group.Code, seq uint64, state *group.Room) *shared {
	return &shared{
		hub: h, code: code, asks: make(chan ask, together), ended: make(chan struct{}), seq: seq, state: state,
		who: group.NewAudience(group.NewSnapshot(seq, state), group.Breath),
	}
}

// do has an act kept and waits for the answer.
func (r *shared) do(ctx context.Context, a group.Act) (group.Snapshot, error) {
	q := ask{a, make(chan answer, 1)}
	select {
	case r.asks <- q:
	case <-r.ended:
		return group.Snapshot{}, group.ErrNoRoom
	case <-ctx.Done():
		return group.Snapshot{}, ctx.Err()
	}
	select {
	case got := <-q.answer:
		if f, ok := got.err.(faulty); ok {
			panic(f.what)
		}
		return got.snapshot, got.err
	case <-r.ended:
		return group.Snapshot{}, group.ErrNoRoom
	case <-ctx.Done():
		return group.Snapshot{}, ctx.Err()
	}
}

// serve keeps acts until the room or the hub ends.
func (r *shared) serve() {
	for {
		select {
		case first := <-r.asks:
			r.keep(r.gather(first))
		case <-r.ended:
			return
		case <-r.hub.ctx.Done():
			return
		}
	}
}

// gather takes what else waits.
func (r *shared) gather(first ask) []ask {
	all := []ask{first}
	for len(all) < together {
		select {
		case q := <-r.asks:
			all = append(all, q)
		default:
			return all
		}
	}
	return all
}

// keep writes acts in one transaction, and answers each, after a fault too.
func (r *shared) keep(all []ask) {
	answers := make([]answer, len(all))
	for i := range answers {
		answers[i].err = group.ErrAway // unless it is written without a fault
	}
	defer func() {
		for i, q := range all {
			q.answer <- answers[i]
		}
	}()
	var seq uint64
	var state *group.Room
	failed := make([]error, len(all))
	err := r.hub.call(r.hub.ctx, "write a room", func(ctx context.Context) error {
		return pgx.BeginFunc(ctx, r.hub.fleet.pool, func(tx pgx.Tx) (err error) {
			seq, state, err = r.apply(ctx, tx, all, failed)
			return err
		})
	})
	switch err {
	case nil:
		r.publish(seq, state)
	case group.ErrNoRoom:
		r.hub.drop(r.code)
	}
	now := group.NewSnapshot(seq, state) // which all see alike
	for i := range answers {
		switch answers[i] = (answer{err: err}); {
		case err != nil:
		case failed[i] != nil:
			answers[i].err = failed[i]
		default:
			answers[i].snapshot = now
		}
	}
}

// apply does acts to the room as it is in the table now, and writes what came
// of them.
func (r *shared) apply(ctx context.Context, tx pgx.Tx, all []ask, failed []error) (uint64, *group.Room, error) {
	known, state := r.known()
	seq, newer, err := scan(tx.QueryRow(ctx, `SELECT seq, CASE WHEN seq <> $2 THEN state END FROM rooms WHERE code = $1 FOR UPDATE`, r.code, int64(known)))
	if err != nil {
		return 0, nil, err
	}
	if newer != nil {
		state = newer
	}
	next, changed := *state, false
	for i, q := range all {
		next, failed[i] = applied(next, q.act)
		changed = changed || failed[i] == nil
	}
	if !changed {
		return seq, state, nil
	}
	text, err := json.Marshal(next)
	if err != nil {
		return 0, nil, err
	}
	if err := exec(ctx, tx, `UPDATE rooms SET seq = $2, state = $3 WHERE code = $1`, r.code, int64(seq+1), string(text)); err != nil {
		return 0, nil, err
	}
	return seq + 1, &next, ring(ctx, tx, r.code)
}

// A faulty is a panic in an act.
type faulty struct{ what any }

func (f faulty) Error() string { return "a fault in an act" }

// applied applies an act. A panic in that is the error of this act alone, and
// goes on in the visit that asked for it.
func applied(r group.Room, a group.Act) (next group.Room, err error) {
	defer func() {
		if what := recover(); what != nil {
			next, err = r, faulty{what}
		}
	}()
	return group.Apply(r, a)
}

func (r *shared) known() (uint64, *group.Room) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seq, r.state
}

// publish puts a room into every mailbox, unless a newer one is there. A nil
// room is the one that is known.
func (r *shared) publish(seq uint64, state *group.Room) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if state == nil || seq <= r.seq {
		return
	}
	r.seq, r.state = seq, state
	r.who.Publish(group.NewSnapshot(seq, state))
}

// close lets go of the room and of everybody who watches it.
func (r *shared) close() {
	r.mu.Lock()
	was := r.gone
	r.gone = true
	r.mu.Unlock()
	if !was {
		close(r.ended)
	}
	r.who.Close()
}
