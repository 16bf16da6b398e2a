package lead

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
)

// A clock wakes the page once a minute, while the time of a run sheet is shown.
type clock struct {
	wait  func(context.Context, time.Duration) bool // nil where no clock runs
	ticks int
	runs  bool
}

// minute says that another minute has begun.
type minute struct {
	by    *Lead
	ticks int
}

// tick waits for the next minute, where the time is shown and nobody waits for
// it yet.
func (l *Lead) tick() tea.Cmd {
	v, ok := l.view()
	if !ok || l.clock.wait == nil || l.clock.runs || v.SheetClock.Began == 0 || v.Ended {
		return nil
	}
	l.clock.ticks++
	l.clock.runs = true
	ctx, wait, msg, at := l.env.Ctx, l.clock.wait, minute{l, l.clock.ticks}, l.env.Now()
	rest := at.Truncate(time.Minute).Add(time.Minute).Sub(at)
	return func() tea.Msg {
		if !wait(ctx, rest) {
			return nil
		}
		return msg
	}
}

func (l *Lead) onMinute(msg minute) tea.Cmd {
	if msg.by != l || msg.ticks != l.clock.ticks {
		return nil
	}
	l.clock.runs = false
	l.draw()
	return l.tick()
}
