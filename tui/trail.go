package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/page"
)

// longestTrail is how many places the way back remembers.
const longestTrail = 60

// A trail is where the learner has been: at each step the places that were
// open, the one in front last. It is of this sitting only, and never kept.
type trail struct {
	steps [][]page.Route
	at    int          // where in it the learner is
	open  []page.Route // the routes of the stack when it was last looked at
	goal  int          // how far the learner wants to go once the page in front has written
	from  page.Page    // that page
}

// passing reports whether a place is looked at in passing: it covers another
// and is no place to come back to.
func passing(r page.Route) bool { return r == page.HelpNow{} || r == page.KeyHelp{} }

// walked takes down where the learner is. A step back and another way from
// there forgets the way that was before them.
func (p *Program) walked() {
	if passing(p.stack[len(p.stack)-1].route) {
		return
	}
	t := &p.trail
	if p.stands() {
		return
	}
	open, here := p.routes(), p.places()
	switch {
	case len(t.steps) == 0 && len(here) > 1: // opened at a place: home lies before it
		t.steps, t.at = [][]page.Route{here[:1], here}, 1
	case len(t.steps) == 0:
		t.steps = [][]page.Route{here}
	case slices.Equal(open, t.open):
		t.steps[t.at] = here
	default:
		t.steps = append(t.steps[:t.at+1:t.at+1], here)
		if len(t.steps) > longestTrail {
			t.steps = t.steps[1:]
		}
		t.at = len(t.steps) - 1
	}
	t.open = open
}

// stands reports whether the learner is still where the trail has them, as
// after most keys.
func (p *Program) stands() bool {
	t := &p.trail
	if t.at >= len(t.steps) || len(t.open) != len(p.stack) || len(t.steps[t.at]) != len(p.stack) {
		return false
	}
	for i := range p.stack {
		if t.open[i] != p.stack[i].route || t.steps[t.at][i] != p.stack[i].here() {
			return false
		}
	}
	return true
}

// routes is by which routes the pages were opened.
func (p *Program) routes() []page.Route {
	out := make([]page.Route, len(p.stack))
	for i, f := range p.stack {
		out[i] = f.route
	}
	return out
}

// places is where the pages are now.
func (p *Program) places() []page.Route {
	out := make([]page.Route, len(p.stack))
	for i := range p.stack {
		out[i] = p.stack[i].here()
	}
	return out
}

// here is the route that opens the page where it is now.
func (f *frame) here() page.Route {
	if w, ok := f.page.(page.Wanderer); ok && f.began {
		return w.Here()
	}
	return f.route
}

// traveled says that the page in front has nothing left to write, and the
// learner goes back or forward.
type traveled struct{}

// travel goes back or forward on the trail, when the page in front has written
// what it holds.
func (p *Program) travel(by int) tea.Cmd {
	if passing(p.stack[len(p.stack)-1].route) {
		return p.pop()
	}
	t, waits := &p.trail, p.trail.from == p.top()
	if !waits {
		t.goal, t.from = 0, nil
	}
	if to := t.at + t.goal + by; to < 0 || to >= len(t.steps) {
		return nil
	}
	t.goal += by
	k, ok := p.top().(page.Keeper)
	switch {
	case !ok:
		return p.onTraveled()
	case waits:
		return nil // another press of the key: it goes further in one step
	}
	t.from = p.top()
	return k.Keep(page.By(t.from, func() tea.Msg { return traveled{} }))
}

// onTraveled opens what was open there. What is open still stays as it is.
func (p *Program) onTraveled() tea.Cmd {
	t := &p.trail
	t.at, t.goal, t.from = t.at+t.goal, 0, nil
	want, now := t.steps[t.at], p.places()
	same := 0
	for same < len(want) && same < len(now) && want[same] == now[same] {
		same++
	}
	p.notice, p.stack = "", p.stack[:same]
	for _, r := range want[same:] {
		var below page.Page
		if len(p.stack) > 0 {
			below = p.top()
		}
		p.stack = append(p.stack, p.frame(r, below))
	}
	t.open = p.routes()
	return p.returned()
}
