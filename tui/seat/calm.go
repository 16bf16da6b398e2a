package seat

import (
	"context"
	"reflect"
	"time"

	"porchlight/internal/group"
)

// settles is how long a change may wait that is one of numbers alone: how many
// are there, how many have answered. A full room makes hundreds of them in a
// second, and each screen would be drawn anew for each.
const settles = time.Second

// next waits for a newer state of the room. One that differs from what is known
// in its counts alone waits for others to come with it.
func next(ctx context.Context, in *group.Sitting, known group.View) (group.Snapshot, error) {
	now, err := in.Next(ctx)
	if err != nil || !calm(known, now.All()) {
		return now, err
	}
	until, stop := context.WithTimeout(ctx, settles)
	defer stop()
	for {
		later, err := in.Next(until)
		switch {
		case err != nil && until.Err() != nil:
			return now, nil
		case err != nil:
			return later, err
		}
		if now = later; !calm(known, now.All()) {
			return now, nil
		}
	}
}

// calm reports whether two states of a room differ in counts alone.
func calm(a, b group.View) bool { return reflect.DeepEqual(counted(a), counted(b)) }

// counted is a view without its counts.
func counted(v group.View) group.View {
	v.Here = 0
	if v.Front != nil {
		p := *v.Front
		p.Answers = 0
		if p.Result != nil {
			r := *p.Result
			r.Later = 0
			p.Result = &r
		}
		v.Front = &p
	}
	return v
}
