// Package rehearse plays an evening of a live room with a crowd of SSH clients,
// before real people do: all join, a facilitator asks, everyone answers and
// many change their minds, links are cut, and a server is killed. It measures
// from the facilitator's key to the last person's screen, and holds the results
// against what people said.
package rehearse

import (
	"context"
	"fmt"
	"sync"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// A Server is one that people come in at.
type Server struct {
	Address string
	// Kill ends it at once, and Start starts it again; nil where nobody does.
	Kill, Start func() error
}

// A Plan is what is rehearsed.
type Plan struct {
	Servers []Server // people sit at each in turn; the facilitator at the first
	Code    group.Code
	Lead    string // what the facilitator types to come in
	People  int
	Rounds  int
	Cuts    int    // links cut at each key, and while people answer
	Kill    bool   // the last server, in the middle
	Lines   bool   // people come without a terminal, and hear plain lines
	Show    string // the route of a lesson whose pages are turned at the end, for people at screens; empty for none
	Words   *locale.Words
	Now     func() time.Time
	Say     func(format string, args ...any) // how far it is
}

// A Report is what was found.
type Report struct {
	Votes         int // that people sent, changes of mind included
	Counted       int // people in all results together
	Lost, Doubled int // answers that ought to be counted and are not, and the other way round
	Cut           int // links that were lost, and came back
	Joined        time.Duration
	Keys          []time.Duration // from each key of the facilitator to the last person's screen
	Each          []time.Duration // the same, to each person's
	Pages         []time.Duration // from each page that the facilitator turned to the last person's screen
	Answers       []time.Duration // from an answer to the word that it is kept
	Back          []time.Duration // from a lost link to the same place
}

// A rehearsal is a plan under way.
type rehearsal struct {
	Plan
	people []*person
	lead   *facilitator
	face   face
	said   []map[string]int // the last word of everybody in each round, by choice

	mu  sync.Mutex // of the report
	out Report
}

// Run plays it.
func (p Plan) Run(ctx context.Context) (Report, error) {
	r := &rehearsal{Plan: p}
	r.face = r.newFace()
	if err := r.enter(ctx); err != nil {
		return r.out, fmt.Errorf("the facilitator: %w", err)
	}
	defer r.leave()
	if err := r.sit(ctx); err != nil {
		return r.out, err
	}
	for n := range p.Rounds {
		if err := r.round(ctx, n); err != nil {
			return r.out, fmt.Errorf("round %d: %w", n+1, err)
		}
	}
	if err := r.count(ctx); err != nil || p.Lines || p.Show == "" {
		return r.out, err
	}
	if err := r.pages(ctx); err != nil {
		return r.out, fmt.Errorf("the pages: %w", err)
	}
	return r.out, nil
}

// leave ends all sessions.
func (r *rehearsal) leave() {
	_ = r.lead.v.Close()
	for _, p := range r.people {
		if v := p.link(); v != nil {
			_ = v.Close()
		}
	}
}

// note writes something into the report.
func (r *rehearsal) note(write func(*Report)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	write(&r.out)
}
