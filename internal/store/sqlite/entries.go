package sqlite

import (
	"context"
	"encoding/json"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

const entryColumns = `SELECT kind, subject, key, fields, at FROM entries `

func (s *Store) entries(which string, args ...any) ([]record.Entry, error) {
	out := []record.Entry{}
	var fields fieldsReader
	err := s.each(entryColumns+which, func(st *sqlite3.Stmt) {
		out = append(out, record.Entry{
			Kind: record.Kind(st.ColumnText(0)), Subject: st.ColumnText(1), Key: st.ColumnText(2),
			Fields: fields.read(st, 3), At: timeOf(st, 4),
		})
	}, args...)
	return out, fields.or(err)
}

// Entries implements record.Store.
func (s *Store) Entries(ctx context.Context, kind record.Kind, subject string) ([]record.Entry, error) {
	out := []record.Entry{}
	err := s.read(ctx, "read entries", func() (err error) {
		out, err = s.entries(`WHERE kind = ?1 AND (?2 = '' OR subject = ?2) ORDER BY subject, key`, string(kind), subject)
		return err
	})
	return out, err
}

// SaveEntries implements record.Store.
func (s *Store) SaveEntries(ctx context.Context, entries ...record.Entry) error {
	entries, err := record.KeptEntries(entries)
	if err != nil {
		return err
	}
	return s.writeOver(ctx, "save entries", func() (lost loss, err error) {
		for _, e := range entries {
			before, err := s.entry(e)
			if err != nil {
				return lost, err
			}
			if err := s.putEntry(e); err != nil {
				return lost, err
			}
			lost = max(lost, lossOfFields(before.Fields, e.Fields))
		}
		return lost, nil
	})
}

// entry is what is kept about the same thing as e; the zero Entry if nothing
// is.
func (s *Store) entry(e record.Entry) (record.Entry, error) {
	found, err := s.entries(`WHERE kind = ? AND subject = ? AND key = ?`, string(e.Kind), e.Subject, e.Key)
	if err != nil || len(found) == 0 {
		return record.Entry{}, err
	}
	return found[0], nil
}

func (s *Store) putEntry(e record.Entry) error {
	if e.Empty() {
		return s.exec(`DELETE FROM entries WHERE kind = ? AND subject = ? AND key = ?`, string(e.Kind), e.Subject, e.Key)
	}
	fields, err := json.Marshal(e.Fields)
	if err != nil {
		return err
	}
	return s.exec(`INSERT INTO entries (kind, subject, key, fields, at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (kind, subject, key) DO UPDATE SET fields = excluded.fields, at = excluded.at`,
		string(e.Kind), e.Subject, e.Key, string(fields), e.At.UnixMicro())
}

// mergeEntries leaves out an entry that says nothing: an import adds, it does
// not remove. It reports what a later entry took the place of.
func (s *Store) mergeEntries(e record.Export) (lost loss, err error) {
	for _, theirs := range e.Entries {
		if theirs.Empty() {
			continue
		}
		ours, err := s.entry(theirs)
		if err != nil {
			return lost, err
		}
		if !ours.Empty() {
			theirs = ours.Merge(theirs)
		}
		if err := s.putEntry(theirs); err != nil {
			return lost, err
		}
		lost = max(lost, lossOfFields(ours.Fields, theirs.Fields))
	}
	return lost, nil
}

// lossOfFields is the worst loss of any field.
func lossOfFields(before, after map[string]string) loss {
	worst := nothing
	for name, text := range before {
		worst = max(worst, lossOf(text, after[name]))
	}
	return worst
}

// fieldsReader reads fields, and keeps the first error.
type fieldsReader struct{ err error }

func (f *fieldsReader) read(st *sqlite3.Stmt, column int) map[string]string {
	fields := map[string]string{}
	if err := json.Unmarshal(st.ColumnRawText(column), &fields); err != nil && f.err == nil {
		f.err = damagedf("the fields of a fact cannot be read: %v", err)
	}
	return fields
}

func (f *fieldsReader) or(err error) error {
	if err != nil {
		return err
	}
	return f.err
}
