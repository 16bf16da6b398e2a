package record

import (
	"context"
	"fmt"
	"sync"
)

// A Guest is a Store in memory, for a visitor at a kiosk or a learner who wants
// nothing on disk. It takes no memory worth naming until something is kept, so
// that one process can hold thousands.
//
// Close and Wipe overwrite the notes and settings it held and let go of the
// rest. That is as far as Go allows: strings handed in or out are the caller's,
// and the ids in them are those of the course.
type Guest struct {
	mu       sync.Mutex
	closed   bool
	places   map[string]Place
	sittings []sitting      // in the order kept
	byID     map[string]int // attempt id to its place in sittings
	checks   map[checkKey]heldCheck
	entries  map[entryKey]heldEntry
	events   map[eventKey]heldEvent
	settings map[string][]byte
}

// A sitting is an attempt with its answers in the order given.
type sitting struct {
	Attempt
	answers []Answer
}

type checkKey struct{ provider, question string }

// A heldCheck keeps the learner's words as bytes, which can be overwritten.
type heldCheck struct {
	Check // without Provider, Question and Note
	note  []byte
}

var _ Store = (*Guest)(nil)

// NewGuest returns an empty record in memory.
func NewGuest() *Guest { return &Guest{} }

// hold begins a call: it returns with the lock held, or with why not.
func (g *Guest) hold(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("the guest's record: %w", err)
	}
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return ErrClosed
	}
	return nil
}

// Places implements Store.
func (g *Guest) Places(ctx context.Context) (map[string]Place, error) {
	if err := g.hold(ctx); err != nil {
		return nil, err
	}
	defer g.mu.Unlock()
	out := make(map[string]Place, len(g.places))
	for lesson, p := range g.places {
		out[lesson] = p
	}
	return out, nil
}

// SavePlace implements Store.
func (g *Guest) SavePlace(ctx context.Context, p Place) error {
	p, err := p.Kept()
	if err != nil {
		return err
	}
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	g.keepPlace(p.After(g.places[p.Lesson]))
	return nil
}

func (g *Guest) keepPlace(p Place) {
	if g.places == nil {
		g.places = map[string]Place{}
	}
	g.places[p.Lesson] = p
}

// Checks implements Store.
func (g *Guest) Checks(ctx context.Context, provider string) (map[string]Check, error) {
	if err := g.hold(ctx); err != nil {
		return nil, err
	}
	defer g.mu.Unlock()
	provider = Provider(provider)
	out := map[string]Check{}
	for key, held := range g.checks {
		if key.provider == provider {
			out[key.question] = held.check(key)
		}
	}
	return out, nil
}

// SaveCheck implements Store.
func (g *Guest) SaveCheck(ctx context.Context, c Check) error {
	c, err := c.Kept()
	if err != nil {
		return err
	}
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	g.keepCheck(c)
	return nil
}

func (g *Guest) keepCheck(c Check) {
	key := checkKey{c.Provider, c.Question}
	clear(g.checks[key].note)
	if c.Empty() {
		delete(g.checks, key)
		return
	}
	if g.checks == nil {
		g.checks = map[checkKey]heldCheck{}
	}
	held := heldCheck{Check: c, note: []byte(c.Note)}
	held.Provider, held.Question, held.Note = "", "", ""
	g.checks[key] = held
}

func (h heldCheck) check(key checkKey) Check {
	c := h.Check
	c.Provider, c.Question, c.Note = key.provider, key.question, string(h.note)
	return c
}

// Settings implements Store.
func (g *Guest) Settings(ctx context.Context) (map[string]string, error) {
	if err := g.hold(ctx); err != nil {
		return nil, err
	}
	defer g.mu.Unlock()
	return g.allSettings(), nil
}

func (g *Guest) allSettings() map[string]string {
	out := make(map[string]string, len(g.settings))
	for name, value := range g.settings {
		out[name] = string(value)
	}
	return out
}

// SaveSetting implements Store.
func (g *Guest) SaveSetting(ctx context.Context, name, value string) error {
	value, err := KeptSetting(name, value)
	if err != nil {
		return err
	}
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	g.keepSetting(name, value)
	return nil
}

func (g *Guest) keepSetting(name, value string) {
	clear(g.settings[name])
	if value == "" {
		delete(g.settings, name)
		return
	}
	if g.settings == nil {
		g.settings = map[string][]byte{}
	}
	g.settings[name] = []byte(value)
}
