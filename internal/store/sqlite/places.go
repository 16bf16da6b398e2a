package sqlite

import (
	"context"
	"time"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

func (s *Store) places(which string, args ...any) ([]record.Place, error) {
	out := []record.Place{}
	err := s.each(`SELECT lesson, block, word, reached, done, at FROM places `+which, func(st *sqlite3.Stmt) {
		out = append(out, record.Place{
			Lesson: st.ColumnText(0), Block: st.ColumnInt(1), Word: st.ColumnInt(2), Reached: st.ColumnInt(3),
			Done: timeOf(st, 4), At: timeOf(st, 5),
		})
	}, args...)
	return out, err
}

// timeOf reads a time; NULL is the zero time.
func timeOf(st *sqlite3.Stmt, column int) time.Time {
	if st.ColumnType(column) == sqlite3.NULL {
		return time.Time{}
	}
	return time.UnixMicro(st.ColumnInt64(column)).UTC()
}

// Places implements record.Store.
func (s *Store) Places(ctx context.Context) (map[string]record.Place, error) {
	out := map[string]record.Place{}
	err := s.read(ctx, "read places", func() error {
		found, err := s.places(``)
		for _, p := range found {
			out[p.Lesson] = p
		}
		return err
	})
	return out, err
}

// SavePlace implements record.Store.
func (s *Store) SavePlace(ctx context.Context, p record.Place) error {
	p, err := p.Kept()
	if err != nil {
		return err
	}
	return s.write(ctx, "save place", func() error {
		if before, ok, err := s.place(p.Lesson); err != nil {
			return err
		} else if ok {
			p = p.After(before)
		}
		return s.putPlace(p)
	})
}

func (s *Store) place(lesson string) (p record.Place, found bool, err error) {
	all, err := s.places(`WHERE lesson = ?`, lesson)
	if err != nil || len(all) == 0 {
		return record.Place{}, false, err
	}
	return all[0], true, nil
}

func (s *Store) putPlace(p record.Place) error {
	var done any
	if !p.Done.IsZero() {
		done = p.Done.UnixMicro()
	}
	return s.exec(`INSERT INTO places (lesson, block, word, reached, done, at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (lesson) DO UPDATE SET block = excluded.block, word = excluded.word,
		reached = excluded.reached, done = excluded.done, at = excluded.at`,
		p.Lesson, p.Block, p.Word, p.Reached, done, p.At.UnixMicro())
}
