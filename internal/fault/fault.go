// Package fault keeps a panic in one goroutine from ending the program for
// everybody: a server has no other way to lose one visit and keep the rest.
package fault

import (
	"context"
	"fmt"
	"log/slog"
	"time"
)

// Caught is deferred at the head of a goroutine. A panic in it is then a line
// in the log, which says of what kind it was and nothing of what was in it: that
// may be what somebody typed.
func Caught() {
	if what := recover(); what != nil {
		tell(what)
	}
}

func tell(what any) { slog.Error("fault", slog.String("kind", fmt.Sprintf("%T", what))) }

// Alone does something, and reports whether it ended without a panic.
func Alone(do func()) (whole bool) {
	defer Caught()
	do()
	return true
}

// Again runs a loop until it ends by itself or ctx does. After a panic in it the
// loop begins anew, a little later.
func Again(ctx context.Context, rest time.Duration, loop func()) {
	for !Alone(loop) {
		select {
		case <-ctx.Done():
			return
		case <-time.After(rest):
		}
	}
}
