package sqlite

import (
	"context"
	"encoding/json"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

const eventColumns = `SELECT kind, subject, id, fields, at FROM events `

func (s *Store) events(which string, args ...any) ([]record.Event, error) {
	out := []record.Event{}
	var fields fieldsReader
	err := s.each(eventColumns+which, func(st *sqlite3.Stmt) {
		out = append(out, record.Event{
			Kind: record.Kind(st.ColumnText(0)), Subject: st.ColumnText(1), ID: st.ColumnText(2),
			Fields: fields.read(st, 3), At: timeOf(st, 4),
		})
	}, args...)
	return out, fields.or(err)
}

// Events implements record.Store.
func (s *Store) Events(ctx context.Context, kind record.Kind, subject string) ([]record.Event, error) {
	out := []record.Event{}
	err := s.read(ctx, "read events", func() (err error) {
		out, err = s.events(`WHERE kind = ?1 AND (?2 = '' OR subject = ?2) ORDER BY at, id`, string(kind), subject)
		return err
	})
	return out, err
}

// AddEvent implements record.Store.
func (s *Store) AddEvent(ctx context.Context, e record.Event) error {
	e, err := e.Kept()
	if err != nil {
		return err
	}
	return s.write(ctx, "add event", func() error { return s.putEvent(e) })
}

// putEvent adds an event, unless its id is known.
func (s *Store) putEvent(e record.Event) error {
	fields, err := json.Marshal(e.Fields)
	if err != nil {
		return err
	}
	return s.exec(`INSERT INTO events (kind, id, subject, fields, at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (kind, id) DO NOTHING`,
		string(e.Kind), e.ID, e.Subject, string(fields), e.At.UnixMicro())
}

// RemoveEvent implements record.Store.
func (s *Store) RemoveEvent(ctx context.Context, kind record.Kind, id string) error {
	return s.writeOver(ctx, "remove event", func() (loss, error) {
		return words, s.exec(`DELETE FROM events WHERE kind = ? AND id = ?`, string(kind), id)
	})
}

func (s *Store) mergeEvents(e record.Export) error {
	for _, theirs := range e.Events {
		if err := s.putEvent(theirs); err != nil {
			return err
		}
	}
	return nil
}
