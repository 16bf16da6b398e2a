package rehearse

import (
	"context"
	"fmt"
	"time"

	"porchlight/internal/kiosk/load"
)

// drawn ends each frame that comes to a terminal.
const drawn = "\x1b[?2026l"

// turns is how many pages the facilitator turns while everybody reads along.
const turns = 20

// pages has the facilitator show a lesson on the screens of all, and turn its
// pages.
func (r *rehearsal) pages(ctx context.Context) error {
	next := r.Words.T("present.line-go")
	v, _, err := load.Visit(ctx, load.Target{
		Address: r.Servers[0].Address, Command: "stage/" + r.Lead + "/" + r.Show, Ready: sentence(r.Words.T("present.line-how")),
		Keep: 1 << 16, Lines: true, Now: r.Now,
	}, 0)
	if err != nil {
		return err
	}
	defer v.Close()
	stage := &facilitator{v, r.Words, r.Now}
	line := "x" // the last result goes away, and the lesson is before everybody
	for range turns {
		took, err := r.turn(func() (time.Time, error) { return stage.types(line, next) })
		if err != nil {
			return err
		}
		r.out.Pages = append(r.out.Pages, took)
		line = ""
	}
	r.Say("a lesson opened: %.0f ms until the last saw it", ms(r.out.Pages[0]))
	return nil
}

// turn has the facilitator press a key that changes every screen, and returns
// how long it took until the last was drawn.
func (r *rehearsal) turn(press func() (time.Time, error)) (time.Duration, error) {
	looks := make([]*load.Look, len(r.people))
	for i, p := range r.people {
		looks[i] = p.link().LookOut(drawn)
	}
	began, err := press()
	if err != nil {
		return 0, err
	}
	last := began
	for i, l := range looks {
		at, err := l.Wait()
		if err != nil {
			return 0, fmt.Errorf("the screen of person %d did not turn: %w: %q", i+1, err, r.people[i].link().Heard())
		}
		if at.After(last) {
			last = at
		}
	}
	return last.Sub(began), nil
}
