package sqlite

import (
	"context"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

const checkColumns = `SELECT provider, question, asked, sign, note, at FROM checks `

func (s *Store) checks(which string, args ...any) ([]record.Check, error) {
	out := []record.Check{}
	err := s.each(checkColumns+which, func(st *sqlite3.Stmt) {
		out = append(out, record.Check{
			Provider: st.ColumnText(0), Question: st.ColumnText(1), Asked: st.ColumnBool(2),
			Sign: record.Sign(st.ColumnText(3)), Note: st.ColumnText(4), At: timeOf(st, 5),
		})
	}, args...)
	return out, err
}

// Checks implements record.Store.
func (s *Store) Checks(ctx context.Context, provider string) (map[string]record.Check, error) {
	out := map[string]record.Check{}
	err := s.read(ctx, "read checks", func() error {
		found, err := s.checks(`WHERE provider = ?`, record.Provider(provider))
		for _, c := range found {
			out[c.Question] = c
		}
		return err
	})
	return out, err
}

// SaveCheck implements record.Store.
func (s *Store) SaveCheck(ctx context.Context, c record.Check) error {
	c, err := c.Kept()
	if err != nil {
		return err
	}
	return s.writeOver(ctx, "save check", func() (loss, error) {
		before, err := s.check(c.Provider, c.Question)
		if err != nil {
			return nothing, err
		}
		return lossOf(before.Note, c.Note), s.putCheck(c)
	})
}

// check is what is kept for one question; the zero Check if nothing is.
func (s *Store) check(provider, question string) (record.Check, error) {
	found, err := s.checks(`WHERE provider = ? AND question = ?`, provider, question)
	if err != nil || len(found) == 0 {
		return record.Check{}, err
	}
	return found[0], nil
}

func (s *Store) putCheck(c record.Check) error {
	if c.Empty() {
		return s.exec(`DELETE FROM checks WHERE provider = ? AND question = ?`, c.Provider, c.Question)
	}
	return s.exec(`INSERT INTO checks (provider, question, asked, sign, note, at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (provider, question) DO UPDATE SET asked = excluded.asked, sign = excluded.sign,
		note = excluded.note, at = excluded.at`,
		c.Provider, c.Question, c.Asked, string(c.Sign), c.Note, c.At.UnixMicro())
}

// Settings implements record.Store.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	var out map[string]string
	err := s.read(ctx, "read settings", func() (err error) {
		out, err = s.settings()
		return err
	})
	return out, err
}

func (s *Store) settings() (map[string]string, error) {
	out := map[string]string{}
	err := s.each(`SELECT name, value FROM settings`, func(st *sqlite3.Stmt) { out[st.ColumnText(0)] = st.ColumnText(1) })
	return out, err
}

// SaveSetting implements record.Store.
func (s *Store) SaveSetting(ctx context.Context, name, value string) error {
	value, err := record.KeptSetting(name, value)
	if err != nil {
		return err
	}
	return s.write(ctx, "save setting", func() error {
		if value == "" {
			return s.exec(`DELETE FROM settings WHERE name = ?`, name)
		}
		return s.exec(`INSERT INTO settings (name, value) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	})
}
