package group

import (
	"errors"
	"sync"
	"time"
)

// How often a source may be wrong: enough for slips of the finger, and far too
// seldom to find a room.
const (
	wrongs = 5
	within = time.Minute
	// sources is how many are remembered; beyond it, some are forgotten early.
	sources = 10_000
)

// A Guard slows whoever tries codes that lead nowhere. It knows sources by
// names that say nothing to anyone else, for a minute.
type Guard struct {
	now    func() time.Time
	mu     sync.Mutex
	known  map[string]*source
	wrong  int
	slowed int
}

type source struct {
	mu    sync.Mutex // one try at a time: many at once are not one
	wrong []time.Time
}

// NewGuard returns a guard that has seen nobody.
func NewGuard(now func() time.Time) *Guard { return &Guard{now: now, known: map[string]*source{}} }

// A SlowError says that a source has been wrong too often, and how long its
// codes are not looked at.
type SlowError struct{ Wait time.Duration }

func (e SlowError) Error() string { return "too many wrong codes; wait " + e.Wait.String() }

// Check lets a source try a code: look follows it. Where look returns
// ErrNoRoom or ErrNotLead, that was a wrong one. A source that is slowed gets a
// SlowError, whether its code is right or not.
func (g *Guard) Check(from string, look func() error) error {
	s := g.source(from)
	s.mu.Lock()
	defer s.mu.Unlock()
	now := g.now()
	s.wrong = recent(s.wrong, now)
	if len(s.wrong) >= wrongs {
		g.mu.Lock()
		g.slowed++
		g.mu.Unlock()
		return SlowError{s.wrong[0].Add(within).Sub(now)}
	}
	err := look()
	if errors.Is(err, ErrNoRoom) || errors.Is(err, ErrNotLead) {
		s.wrong = append(s.wrong, now)
		g.mu.Lock()
		g.wrong++
		g.mu.Unlock()
	}
	return err
}

// Wrong counts the wrong codes since the start.
func (g *Guard) Wrong() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.wrong
}

// Slowed counts the codes since the start that were not looked at.
func (g *Guard) Slowed() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.slowed
}

// source finds what is known of a source, and forgets others where they are
// too many.
func (g *Guard) source(from string) *source {
	g.mu.Lock()
	defer g.mu.Unlock()
	s := g.known[from]
	if s == nil {
		if len(g.known) >= sources {
			g.forget()
		}
		s = &source{}
		g.known[from] = s
	}
	return s
}

// forget lets go of sources that are not wrong any more, and of a tenth of the
// others.
func (g *Guard) forget() {
	now, spare := g.now(), sources/10
	for from, s := range g.known {
		if !s.mu.TryLock() {
			continue
		}
		if len(recent(s.wrong, now)) == 0 || spare > 0 {
			delete(g.known, from)
			spare--
		}
		s.mu.Unlock()
	}
}

// recent is the times that still count.
func recent(times []time.Time, now time.Time) []time.Time {
	for len(times) > 0 && now.Sub(times[0]) >= within {
		times = times[1:]
	}
	return times
}
