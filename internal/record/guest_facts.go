package record

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// A held is what a Guest keeps of an entry or an event: the learner's words as
// bytes, which can be overwritten.
type held map[string][]byte

func holdFields(fields map[string]string) held {
	h := make(held, len(fields))
	for name, text := range fields {
		h[name] = []byte(text)
	}
	return h
}

func (h held) fields() map[string]string {
	out := make(map[string]string, len(h))
	for name, text := range h {
		out[name] = string(text)
	}
	return out
}

func (h held) wipe() {
	for _, text := range h {
		clear(text)
	}
	clear(h)
}

type entryKey struct {
	kind         Kind
	subject, key string
}

type eventKey struct {
	kind Kind
	id   string
}

// A heldEntry is an Entry without its fields, and those.
type heldEntry struct {
	Entry
	held held
}

// A heldEvent is an Event without its fields, and those.
type heldEvent struct {
	Event
	held held
}

// Entries implements Store.
func (g *Guest) Entries(ctx context.Context, kind Kind, subject string) ([]Entry, error) {
	if err := g.hold(ctx); err != nil {
		return nil, err
	}
	defer g.mu.Unlock()
	return g.entriesOf(func(e Entry) bool {
		return e.Kind == kind && (subject == "" || e.Subject == subject)
	}), nil
}

func (g *Guest) entriesOf(want func(Entry) bool) []Entry {
	out := []Entry{}
	for _, h := range g.entries {
		if want(h.Entry) {
			e := h.Entry
			e.Fields = h.held.fields()
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// SaveEntries implements Store.
func (g *Guest) SaveEntries(ctx context.Context, entries ...Entry) error {
	entries, err := KeptEntries(entries)
	if err != nil {
		return err
	}
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	for _, e := range entries {
		g.keepEntry(e)
	}
	return nil
}

func (g *Guest) keepEntry(e Entry) {
	key := entryKey{e.Kind, e.Subject, e.Key}
	g.entries[key].held.wipe()
	if e.Empty() {
		delete(g.entries, key)
		return
	}
	if g.entries == nil {
		g.entries = map[entryKey]heldEntry{}
	}
	h := heldEntry{e, holdFields(e.Fields)}
	h.Fields = nil
	g.entries[key] = h
}

// mergeEntry leaves out an entry that says nothing: an import adds, it does not
// remove.
func (g *Guest) mergeEntry(e Entry) {
	if e.Empty() {
		return
	}
	if h, ok := g.entries[entryKey{e.Kind, e.Subject, e.Key}]; ok {
		ours := h.Entry
		ours.Fields = h.held.fields()
		e = ours.Merge(e)
	}
	g.keepEntry(e)
}

// Events implements Store.
func (g *Guest) Events(ctx context.Context, kind Kind, subject string) ([]Event, error) {
	if err := g.hold(ctx); err != nil {
		return nil, err
	}
	defer g.mu.Unlock()
	return g.eventsOf(func(e Event) bool {
		return e.Kind == kind && (subject == "" || e.Subject == subject)
	}), nil
}

func (g *Guest) eventsOf(want func(Event) bool) []Event {
	out := []Event{}
	for _, h := range g.events {
		if want(h.Event) {
			e := h.Event
			e.Fields = h.held.fields()
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Event) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// AddEvent implements Store.
func (g *Guest) AddEvent(ctx context.Context, e Event) error {
	e, err := e.Kept()
	if err != nil {
		return err
	}
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	g.keepEvent(e)
	return nil
}

// keepEvent adds an event, unless its id is known.
func (g *Guest) keepEvent(e Event) {
	key := eventKey{e.Kind, e.ID}
	if _, known := g.events[key]; known {
		return
	}
	if g.events == nil {
		g.events = map[eventKey]heldEvent{}
	}
	h := heldEvent{e, holdFields(e.Fields)}
	h.Fields = nil
	g.events[key] = h
}

// RemoveEvent implements Store.
func (g *Guest) RemoveEvent(ctx context.Context, kind Kind, id string) error {
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	g.dropEvents(func(e Event) bool { return e.Kind == kind && e.ID == id })
	return nil
}

func (g *Guest) dropEvents(these func(Event) bool) {
	maps.DeleteFunc(g.events, func(_ eventKey, h heldEvent) bool {
		if !these(h.Event) {
			return false
		}
		h.held.wipe()
		return true
	})
}

func (g *Guest) dropEntries(these func(Entry) bool) {
	maps.DeleteFunc(g.entries, func(_ entryKey, h heldEntry) bool {
		if !these(h.Entry) {
			return false
		}
		h.held.wipe()
		return true
	})
}

// eraseFacts erases what a scope names of entries and events.
func (g *Guest) eraseFacts(s Scope) {
	g.dropEntries(func(e Entry) bool { return s.Names(e.Kind, e.Subject) })
	g.dropEvents(func(e Event) bool { return s.Names(e.Kind, e.Subject) })
	if !s.Notes {
		return
	}
	for _, e := range g.entriesOf(func(Entry) bool { return true }) {
		if left, some := e.WithoutWords(); some {
			g.keepEntry(left)
		}
	}
}

func (g *Guest) wipeFacts() {
	g.dropEntries(func(Entry) bool { return true })
	g.dropEvents(func(Event) bool { return true })
	g.entries, g.events = nil, nil
}
