package grouptest

import (
	"context"
	"sync/atomic"

	"porchlight/internal/group"
)

// A Fading hub is one that cannot be reached now and then, as over a database
// that stops for a while.
type Fading struct {
	group.Hub
	Away atomic.Bool // nothing arrives
	Mute atomic.Bool // what arrives is kept, and the answer is lost
}

// Do implements group.Hub.
func (f *Fading) Do(ctx context.Context, code group.Code, a group.Act) (group.Snapshot, error) {
	if f.Away.Load() {
		return group.Snapshot{}, group.ErrAway
	}
	now, err := f.Hub.Do(ctx, code, a)
	if f.Mute.Load() {
		return group.Snapshot{}, group.ErrAway
	}
	return now, err
}
