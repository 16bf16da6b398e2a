package sqlite

import (
	"context"
	"errors"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// Erase implements record.Store. After the rows are gone it writes the whole
// file anew, empties the log and removes the copies this package made: a
// deleted row leaves traces in all of them. It returns ErrBusy while another
// program reads what was erased, and ErrFull where there is no room to write
// the file anew; the rows are then gone, and erasing again does the rest.
func (s *Store) Erase(ctx context.Context, scope record.Scope) error {
	return s.call(ctx, "erase", func() error {
		if scope == (record.Scope{}) {
			return nil
		}
		if err := s.writable(); err != nil {
			return err
		}
		if err := s.transact("BEGIN IMMEDIATE", func() error { return s.remove(scope) }); err != nil {
			return err
		}
		return s.scour()
	})
}

// remove deletes the rows. The answers of an attempt go with it.
func (s *Store) remove(scope record.Scope) error {
	var errs []error
	if scope.All {
		for _, table := range []string{"places", "attempts", "checks", "entries", "events", "settings"} {
			errs = append(errs, s.exec(`DELETE FROM `+table))
		}
	}
	if scope.Lesson != "" {
		errs = append(errs,
			s.exec(`DELETE FROM places WHERE lesson = ?`, scope.Lesson),
			s.exec(`DELETE FROM attempts WHERE lesson = ?`, scope.Lesson))
	}
	if scope.Provider != "" {
		errs = append(errs, s.exec(`DELETE FROM checks WHERE provider = ?`, record.Provider(scope.Provider)))
	}
	if scope.Notes {
		errs = append(errs,
			s.exec(`UPDATE answers SET text = ? WHERE text <> ''`, record.Erased),
			s.exec(`UPDATE checks SET note = '' WHERE note <> ''`),
			s.exec(`DELETE FROM checks WHERE asked = 0 AND sign = '' AND note = ''`))
	}
	return errors.Join(append(errs, s.removeFacts(scope))...)
}

// removeFacts deletes the entries and events that a scope names.
func (s *Store) removeFacts(scope record.Scope) error {
	var errs []error
	for _, table := range []string{"entries", "events"} {
		errs = append(errs,
			s.removeAbout(table, record.AboutLesson(), scope.Lesson),
			s.removeAbout(table, record.AboutProvider(), scope.Provider))
		if scope.Kind != "" {
			errs = append(errs, s.exec(`DELETE FROM `+table+` WHERE kind = ?1 AND (?2 = '' OR subject = ?2)`,
				string(scope.Kind), scope.Subject))
		}
	}
	if scope.Notes {
		errs = append(errs, s.removeWords())
	}
	return errors.Join(errs...)
}

func (s *Store) removeAbout(table string, kinds []record.Kind, subject string) error {
	if subject == "" {
		return nil
	}
	for _, kind := range kinds {
		if err := s.exec(`DELETE FROM `+table+` WHERE kind = ? AND subject = ?`, string(kind), subject); err != nil {
			return err
		}
	}
	return nil
}

// removeWords takes the learner's own words out of every entry.
func (s *Store) removeWords() error {
	entries, err := s.entries(``)
	if err != nil {
		return err
	}
	for _, e := range entries {
		left, some := e.WithoutWords()
		if !some {
			continue
		}
		if err := s.putEntry(left); err != nil {
			return err
		}
	}
	return nil
}

// scour leaves no trace of what was deleted.
func (s *Store) scour() error {
	s.traces = true
	if err := s.rewrite(); err != nil {
		return err
	}
	return removeBackups(s.path)
}

// rewrite writes the whole file anew, about 15 ms for 10,000 answers, and
// empties the log. SQLite puts zeros over what is deleted (secure_delete), but
// not over what a row left where it lay before its page was split: without
// rewriting, about one removed note in 400 was still found in the file.
func (s *Store) rewrite() error {
	if err := s.conn.Exec("VACUUM"); err != nil {
		return err
	}
	if err := s.truncateLog(); err != nil {
		return err
	}
	s.traces = false
	return nil
}

// truncateLog merges the log into the file and cuts it to nothing.
func (s *Store) truncateLog() error {
	_, _, err := s.conn.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE)
	return err
}

// A loss is what a write took away of the learner's words.
type loss int

const (
	nothing loss = iota
	words        // a note gave way to another that does not hold it whole
	note         // a note was removed
)

func lossOf(before, after string) loss {
	switch {
	case strings.Contains(after, before):
		return nothing
	case after != "":
		return words
	}
	return note
}

// writeOver is write for an act that may take words away, and then sees to it
// that they are gone from the disk too: a removed note at once, words replaced
// in a note as far as the log goes at once and for certain on Close. The act
// is kept by then, so it does not fail for this; what cannot be done because
// another program reads, or the disk is full, is done at the next such write
// or on Close.
func (s *Store) writeOver(ctx context.Context, name string, act func() (loss, error)) error {
	return s.call(ctx, name, func() error {
		if err := s.writable(); err != nil {
			return err
		}
		lost := nothing
		err := s.transact("BEGIN IMMEDIATE", func() (err error) {
			lost, err = act()
			return err
		})
		if err != nil {
			return err
		}
		s.clean(lost)
		return nil
	})
}

// clean goes on where the context has ended: what it follows was kept.
func (s *Store) clean(lost loss) {
	defer s.conn.SetInterrupt(s.conn.SetInterrupt(context.Background()))
	s.traces = s.traces || lost != nothing
	switch lost {
	case words:
		_ = s.truncateLog()
	case note:
		_ = s.rewrite()
	}
}
