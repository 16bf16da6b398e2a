package review

import (
	"math"

	"github.com/open-spaced-repetition/go-fsrs/v4"
)

// memory is what FSRS knows of a card: how firmly it is held, and how hard it
// is. The days between are ours: FSRS is asked with numbers of days alone.
type memory = fsrs.MemoryState

const (
	// retention is the share of cards to be remembered when they come back.
	retention = 0.9
	// longest is the most days until a card comes back.
	longest = 365
)

// A scheduler is FSRS with the weights it comes with.
type scheduler struct{ fsrs.Parameters }

func newScheduler() *scheduler { return &scheduler{fsrs.DefaultParam()} }

// next is the memory after a review so many days after the last, and in how
// many days to ask again. Nil is a card never seen.
func (p *scheduler) next(was *memory, elapsed Day, g Grade) (memory, Day) {
	rating := fsrs.Again
	if g == GotIt {
		rating = fsrs.Good
	}
	s := p.NextState(was, retention, uint64(max(0, elapsed)), rating)
	if g == NotYet {
		return s.Memory, 1 // there is no second time on the same day, and none later than tomorrow
	}
	return s.Memory, Day(min(longest, max(1, math.Round(s.Interval))))
}

// born is the card of a question just answered.
func (p *scheduler) born(f First) Card {
	g := NotYet
	if f.Best {
		g = GotIt
	}
	mem, days := p.next(nil, 0, g)
	return Card{ID: f.Card, Last: f.Day, Due: f.Day + days, mem: mem}
}

// after is the card after a review.
func (p *scheduler) after(c Card, a Act) Card {
	mem, days := p.next(&c.mem, a.Day-c.Last, a.Grade)
	c.mem, c.Acts = mem, c.Acts+1
	c.Last = max(c.Last, a.Day)
	c.Due = a.Day + days
	return c
}
