package group

import (
	"cmp"
	"crypto/rand"
	"maps"
	"slices"
)

// A Wall is a size that pages are made to fit, in cells; nothing where no screen
// is that all look at.
type Wall struct {
	Width  int `json:"width,omitempty"`
	Height int `json:"height,omitempty"`
}

// What walls are at most, and at least, either way. A page made for less could
// not be read from a chair: who has such a screen sees less of it.
const (
	maxWall     = 1000
	leastWidth  = 40
	leastHeight = 8
)

// MaxScreens is how many screens all look at, at most.
const MaxScreens = 20

// How often a screen says that it is there, and how long it is believed, in
// seconds: that of a server which was killed says nothing any more.
const (
	ScreenBeat  = 60
	screenLease = 3 * ScreenBeat
)

// A Screen is one that all look at: a projector, a television.
type Screen struct {
	Wall
	Heard int64 `json:"heard"`         // when it said so last, by the room's own count
	Out   bool  `json:"out,omitempty"` // who leads has left it out: no page is made to fit it
}

type (
	// Fit says what size a screen is that all look at, and that it is still there.
	// A screen says so itself, and nobody else has to; with no size, it leaves. At
	// is when, in seconds since 1970.
	Fit struct {
		Screen string // its random id
		To     Wall
		At     int64
	}
	// LeaveOut says whether pages are to fit a screen.
	LeaveOut struct {
		Screen string
		Out    bool
	}
	// FitTo says which screens pages are made to fit: the largest alone, or all of
	// them.
	FitTo struct{ Largest bool }
)

func (Fit) needs() Role      { return "" }
func (LeaveOut) needs() Role { return CoFacilitator }
func (FitTo) needs() Role    { return CoFacilitator }

// NewScreen is a random id for a screen.
func NewScreen() string { return rand.Text() }

func (a Fit) do(r *Room) error {
	was, known := r.Screens[a.Screen]
	switch {
	case a.To.Width < 0 || a.To.Height < 0 || a.To.Width > maxWall || a.To.Height > maxWall || !named(a.Screen):
		return ErrNoSense
	case a.To == Wall{}:
		r.Screens = without(r.Screens, a.Screen)
	case !known && len(r.Screens) >= MaxScreens:
		return ErrFull
	default:
		r.hear(a.At)
		r.Screens = with(r.Screens, a.Screen, Screen{a.To, r.Heard, was.Out})
	}
	r.fit()
	return nil
}

func (a LeaveOut) do(r *Room) error {
	s, known := r.Screens[a.Screen]
	if !known {
		return ErrNoSense
	}
	s.Out = a.Out
	r.Screens = with(r.Screens, a.Screen, s)
	r.fit()
	return nil
}

func (a FitTo) do(r *Room) error {
	r.Largest = a.Largest
	r.fit()
	return nil
}

// hear takes note of the time, as one of many servers has it, and forgets
// screens that were not heard from for too long. The count of a room never goes
// back, so that a clock which is behind makes no screen older than it is.
func (r *Room) hear(at int64) {
	if at <= r.Heard {
		return
	}
	r.Heard = at
	old := func(_ string, s Screen) bool { return s.Heard < at-screenLease }
	for id, s := range r.Screens {
		if old(id, s) {
			r.Screens = maps.Clone(r.Screens)
			maps.DeleteFunc(r.Screens, old)
			r.fit()
			return
		}
	}
}

// fit finds the size that pages are made for.
func (r *Room) fit() {
	var in []Wall
	for _, s := range r.Screens {
		if !s.Out {
			in = append(in, Wall{max(s.Width, leastWidth), max(s.Height, leastHeight)})
		}
	}
	r.Wall = Wall{}
	if len(in) == 0 {
		return
	}
	if r.Largest {
		in = []Wall{slices.MaxFunc(in, larger)}
	}
	r.Wall = in[0]
	for _, w := range in[1:] {
		r.Wall = Wall{min(r.Wall.Width, w.Width), min(r.Wall.Height, w.Height)}
	}
}

// larger orders sizes by their cells, and then by their width.
func larger(a, b Wall) int {
	return cmp.Or(cmp.Compare(a.Width*a.Height, b.Width*b.Height), cmp.Compare(a.Width, b.Width))
}

// A ScreenView is a screen as a lead may know of it.
type ScreenView struct {
	ID string
	Screen
}

// screens lists the screens, the smallest first.
func (r *Room) screens() []ScreenView {
	var all []ScreenView
	for _, id := range slices.Sorted(maps.Keys(r.Screens)) {
		all = append(all, ScreenView{id, r.Screens[id]})
	}
	slices.SortStableFunc(all, func(a, b ScreenView) int { return larger(a.Wall, b.Wall) })
	return all
}
