package sqlite

import (
	"context"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// Export implements record.Store: one state of the record, whatever is saved
// meanwhile.
func (s *Store) Export(ctx context.Context) (record.Export, error) {
	e := record.Export{Porchlight: record.ExportVersion}
	err := s.read(ctx, "export", func() (err error) {
		if e.Places, err = s.places(`ORDER BY lesson`); err != nil {
			return err
		}
		if e.Attempts, err = s.attempts(`ORDER BY started, seq`); err != nil {
			return err
		}
		if e.Answers, err = s.answers(`ORDER BY started, attempt, nth`); err != nil {
			return err
		}
		if e.Checks, err = s.checks(`ORDER BY provider, question`); err != nil {
			return err
		}
		if e.Entries, err = s.entries(`ORDER BY kind, subject, key`); err != nil {
			return err
		}
		if e.Events, err = s.events(`ORDER BY at, kind, id`); err != nil {
			return err
		}
		e.Settings, err = s.settings()
		return err
	})
	if err != nil {
		return record.Export{}, err
	}
	return e, nil
}

// Import implements record.Store.
func (s *Store) Import(ctx context.Context, e record.Export) error {
	e, err := e.Kept()
	if err != nil {
		return err
	}
	return s.writeOver(ctx, "import", func() (loss, error) {
		for _, part := range []func(record.Export) error{s.mergePlaces, s.mergeAnswers, s.mergeEvents, s.mergeSettings} {
			if err := part(e); err != nil {
				return nothing, err
			}
		}
		notes, err := s.mergeChecks(e)
		if err != nil {
			return nothing, err
		}
		entries, err := s.mergeEntries(e)
		return max(notes, entries), err
	})
}

func (s *Store) mergePlaces(e record.Export) error {
	for _, p := range e.Places {
		ours, found, err := s.place(p.Lesson)
		if err != nil {
			return err
		}
		if found {
			p = ours.Merge(p)
		}
		if err := s.putPlace(p); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) mergeAnswers(e record.Export) error {
	for _, a := range e.Attempts {
		if err := s.addAttempt(a); err != nil {
			return err
		}
	}
	for i, a := range e.Answers {
		known, err := s.addAnswer(a)
		if err != nil {
			return err
		}
		if !known {
			return fmt.Errorf("answers: number %d: attempt %q: %w", i+1, a.Attempt, record.ErrNotFound)
		}
	}
	return nil
}

// mergeChecks leaves out a check that says nothing: an import adds, it does
// not remove. It reports what a later note took the place of.
func (s *Store) mergeChecks(e record.Export) (lost loss, err error) {
	for _, c := range e.Checks {
		if c.Empty() {
			continue
		}
		ours, err := s.check(c.Provider, c.Question)
		if err != nil {
			return lost, err
		}
		if !ours.Empty() {
			c = ours.Merge(c)
		}
		if err := s.putCheck(c); err != nil {
			return lost, err
		}
		lost = max(lost, lossOf(ours.Note, c.Note))
	}
	return lost, nil
}

func (s *Store) mergeSettings(e record.Export) error {
	for name, value := range e.Settings {
		if value == "" {
			continue
		}
		if err := s.exec(`INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING`, name, value); err != nil {
			return err
		}
	}
	return nil
}

// Counts is how much a record holds.
type Counts struct {
	Places   int `json:"places"`
	Attempts int `json:"attempts"`
	Answers  int `json:"answers"`
	Checks   int `json:"checks"`
	Notes    int `json:"notes"` // checks with a note
	Entries  int `json:"entries"`
	Events   int `json:"events"`
	Settings int `json:"settings"`
}

// Counts counts what the record holds.
func (s *Store) Counts(ctx context.Context) (Counts, error) {
	var c Counts
	err := s.read(ctx, "count", func() (err error) {
		c, err = s.counts()
		return err
	})
	return c, err
}

func (s *Store) counts() (c Counts, err error) {
	err = s.each(`SELECT (SELECT count(*) FROM places), (SELECT count(*) FROM attempts), (SELECT count(*) FROM answers),
		(SELECT count(*) FROM checks), (SELECT count(*) FROM checks WHERE note <> ''), (SELECT count(*) FROM settings)`,
		func(st *sqlite3.Stmt) {
			c = Counts{
				Places: st.ColumnInt(0), Attempts: st.ColumnInt(1), Answers: st.ColumnInt(2),
				Checks: st.ColumnInt(3), Notes: st.ColumnInt(4), Settings: st.ColumnInt(5),
			}
		})
	if err != nil {
		return c, err
	}
	return c, s.countFacts(&c)
}

// countFacts counts what records hold since the second version: an older one
// may be looked at too, as the copy made before it is brought up to date.
func (s *Store) countFacts(c *Counts) error {
	version, err := s.version()
	if err != nil || version < 2 {
		return err
	}
	return s.each(`SELECT (SELECT count(*) FROM entries), (SELECT count(*) FROM events)`, func(st *sqlite3.Stmt) {
		c.Entries, c.Events = st.ColumnInt(0), st.ColumnInt(1)
	})
}
