package group

import (
	"fmt"
	"maps"
)

// A Feeling is what somebody says about the pace.
type Feeling string

const (
	Slower Feeling = "slower"
	GotIt  Feeling = "got-it"
	Break  Feeling = "break"
)

// Feelings lists them.
func Feelings() []Feeling { return []Feeling{Slower, GotIt, Break} }

func (f Feeling) known() bool { return f == Slower || f == GotIt || f == Break }

// A Pace is what a room says about it. Signals gather until there are as many
// as the floor; then their totals are shown instead of the last ones, and a new
// round begins, in which everybody may signal again.
type Pace struct {
	Round   int               `json:"round"`
	Floor   int               `json:"floor,omitempty"` // of this round
	Signals map[Token]Feeling `json:"signals,omitempty"`
	Shown   map[Feeling]int   `json:"shown,omitempty"`
}

// ErrPaceOld is the ErrOld of the pace: its totals were shown since.
var ErrPaceOld = fmt.Errorf("of the pace: %w", ErrOld)

func (a Signal) do(r *Room) error {
	p := r.Pace
	switch {
	case !named(string(a.Token)) || a.Feels != "" && !a.Feels.known():
		return ErrNoSense
	case a.Round != p.Round:
		return ErrPaceOld
	case p.Signals[a.Token] == a.Feels:
		return nil
	case a.Feels == "":
		p.Signals = without(p.Signals, a.Token)
		r.Pace = p
		return nil
	}
	if len(p.Signals) == 0 {
		p.Floor = r.Floor
	}
	if _, again := p.Signals[a.Token]; !again && len(p.Signals) >= len(r.Seats) {
		return ErrFull
	}
	p.Signals = with(p.Signals, a.Token, a.Feels)
	if len(p.Signals) >= p.Floor {
		p = Pace{Round: p.Round + 1, Shown: totals(p.Signals)}
	}
	r.Pace = p
	return nil
}

func totals(signals map[Token]Feeling) map[Feeling]int {
	all := map[Feeling]int{}
	for f := range maps.Values(signals) {
		all[f]++
	}
	return all
}
