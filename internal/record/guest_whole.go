package record

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// Export implements Store.
func (g *Guest) Export(ctx context.Context) (Export, error) {
	if err := g.hold(ctx); err != nil {
		return Export{}, err
	}
	defer g.mu.Unlock()
	e := Export{Porchlight: ExportVersion, Places: []Place{}, Attempts: []Attempt{}, Answers: []Answer{}, Checks: []Check{}}
	for _, p := range g.places {
		e.Places = append(e.Places, p)
	}
	slices.SortFunc(e.Places, func(a, b Place) int { return cmp.Compare(a.Lesson, b.Lesson) })
	for _, s := range g.byStart() {
		e.Attempts = append(e.Attempts, s.copied())
		e.Answers = append(e.Answers, s.copiedAnswers()...)
	}
	e.Checks = append(e.Checks, g.allChecks()...)
	e.Entries = g.entriesOf(func(Entry) bool { return true })
	e.Events = g.eventsOf(func(Event) bool { return true })
	e.Settings = g.allSettings()
	return e, nil
}

// byStart returns the sittings by start; of those started at the same moment,
// the one kept first comes first.
func (g *Guest) byStart() []sitting {
	return slices.SortedStableFunc(slices.Values(g.sittings), func(a, b sitting) int {
		return a.Started.Compare(b.Started)
	})
}

func (g *Guest) allChecks() []Check {
	var out []Check
	for key, held := range g.checks {
		out = append(out, held.check(key))
	}
	slices.SortFunc(out, func(a, b Check) int {
		return cmp.Or(cmp.Compare(a.Provider, b.Provider), cmp.Compare(a.Question, b.Question))
	})
	return out
}

// Import implements Store.
func (g *Guest) Import(ctx context.Context, e Export) error {
	e, err := e.Kept()
	if err != nil {
		return err
	}
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	if err := g.allKnown(e); err != nil {
		return err
	}
	g.merge(e)
	return nil
}

// allKnown refuses answers to attempts that neither record has, before
// anything is kept.
func (g *Guest) allKnown(e Export) error {
	theirs := make(map[string]bool, len(e.Attempts))
	for _, a := range e.Attempts {
		theirs[a.ID] = true
	}
	for i, a := range e.Answers {
		if _, ours := g.byID[a.Attempt]; !ours && !theirs[a.Attempt] {
			return fmt.Errorf("answers: number %d: attempt %q: %w", i+1, a.Attempt, ErrNotFound)
		}
	}
	return nil
}

func (g *Guest) merge(e Export) {
	for _, p := range e.Places {
		if ours, ok := g.places[p.Lesson]; ok {
			p = ours.Merge(p)
		}
		g.keepPlace(p)
	}
	for _, a := range e.Attempts {
		g.keepAttempt(a)
	}
	for _, a := range e.Answers {
		g.keepAnswer(a)
	}
	for _, c := range e.Checks {
		g.mergeCheck(c)
	}
	for _, e := range e.Entries {
		g.mergeEntry(e)
	}
	for _, e := range e.Events {
		g.keepEvent(e)
	}
	for name, value := range e.Settings {
		if _, ours := g.settings[name]; !ours {
			g.keepSetting(name, value)
		}
	}
}

// mergeCheck leaves out a check that says nothing: an import adds, it does not
// remove.
func (g *Guest) mergeCheck(c Check) {
	if c.Empty() {
		return
	}
	key := checkKey{c.Provider, c.Question}
	if held, ok := g.checks[key]; ok {
		c = held.check(key).Merge(c)
	}
	g.keepCheck(c)
}

// Erase implements Store.
func (g *Guest) Erase(ctx context.Context, s Scope) error {
	if err := g.hold(ctx); err != nil {
		return err
	}
	defer g.mu.Unlock()
	if s.All {
		g.wipe()
		return nil
	}
	if s.Lesson != "" {
		g.eraseLesson(s.Lesson)
	}
	if s.Provider != "" {
		g.eraseProvider(Provider(s.Provider))
	}
	if s.Notes {
		g.eraseNotes()
	}
	g.eraseFacts(s)
	return nil
}

func (g *Guest) eraseLesson(lesson string) {
	delete(g.places, lesson)
	g.sittings = slices.DeleteFunc(g.sittings, func(s sitting) bool { return s.Lesson == lesson })
	clear(g.byID)
	for i, s := range g.sittings {
		g.byID[s.ID] = i
	}
}

func (g *Guest) eraseProvider(provider string) {
	for key, held := range g.checks {
		if key.provider == provider {
			clear(held.note)
			delete(g.checks, key)
		}
	}
}

func (g *Guest) eraseNotes() {
	for _, s := range g.sittings {
		for i := range s.answers {
			if s.answers[i].Text != "" {
				s.answers[i].Text = Erased
			}
		}
	}
	for _, c := range g.allChecks() {
		c.Note = ""
		g.keepCheck(c)
	}
}

// Wipe overwrites and lets go of everything kept, as for the next visitor. The
// Guest can be used again.
func (g *Guest) Wipe() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.wipe()
}

// Close implements Store: it wipes the Guest for good.
func (g *Guest) Close() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.wipe()
	g.closed = true
	return nil
}

func (g *Guest) wipe() {
	for _, held := range g.checks {
		clear(held.note)
	}
	for _, value := range g.settings {
		clear(value)
	}
	for i := range g.sittings {
		clear(g.sittings[i].answers)
	}
	g.wipeFacts()
	clear(g.sittings)
	clear(g.places)
	clear(g.byID)
	clear(g.checks)
	clear(g.settings)
	g.places, g.sittings, g.byID, g.checks, g.settings = nil, nil, nil, nil, nil
}
