package kiosk

import (
	"maps"
	"sync"
)

// A Tally counts what happens at a kiosk, without saying to whom. It may be
// used by several goroutines at once.
type Tally struct {
	mu sync.Mutex
	c  Counts
}

// Counts is what a tally holds at one moment.
type Counts struct {
	Sessions    int // open now
	Connections int // open now
	Started     int
	Ended       map[End]int
	Refused     map[Refusal]int
}

// Counts returns a copy of the counts.
func (t *Tally) Counts() Counts {
	t.mu.Lock()
	defer t.mu.Unlock()
	c := t.c
	c.Ended, c.Refused = maps.Clone(c.Ended), maps.Clone(c.Refused)
	return c
}

func (t *Tally) refused(why Refusal) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.c.Refused == nil {
		t.c.Refused = map[Refusal]int{}
	}
	t.c.Refused[why]++
}

func (t *Tally) started() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.c.Started++
	t.c.Sessions++
}

func (t *Tally) ended(why End) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.c.Ended == nil {
		t.c.Ended = map[End]int{}
	}
	t.c.Ended[why]++
	t.c.Sessions--
}

func (t *Tally) connected(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.c.Connections += n
}
