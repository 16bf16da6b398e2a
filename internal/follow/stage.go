package follow

import (
	"context"
	"time"
)

// A Stage is what a show has around it. The zero Stage is a show by itself:
// nothing follows it, and no clock runs.
type Stage struct {
	// Seat takes a seat in the show of that name; nil where nothing follows.
	Seat func(show string) (*Seat, error)
	// Clock waits for that long, and reports false when there is nothing to wait
	// for any more; nil where no clock runs. The facilitator's view shows the
	// time with it and wakes once a minute.
	Clock func(context.Context, time.Duration) bool
	// Notes says that the facilitator's view comes first.
	Notes bool
}
