package postgres

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"porchlight/internal/fault"
	"porchlight/internal/group"
)

// A fault while acts are written leaves nobody waiting: each is told that the
// room cannot be reached.
func TestAFaultIsAnswered(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	room := group.New(group.NewCode(), group.NewKey(), time.Now().Add(time.Hour).Unix())
	r := newShared(&Rooms{ctx: ctx}, room.Code, 1, &room) // without a database, every write is a fault
	defer r.close()
	go fault.Again(ctx, time.Millisecond, r.serve)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if _, err := r.do(ctx, group.Act{Do: group.Join{Seat: "A"}}); !errors.Is(err, group.ErrAway) {
				t.Errorf("it ends with %v", err)
			}
		})
	}
	all.Wait()
}
