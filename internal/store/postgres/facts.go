package postgres

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
)

// fieldsOf reads the fields of a fact.
func fieldsOf(text string) (map[string]string, error) {
	fields := map[string]string{}
	if err := json.Unmarshal([]byte(text), &fields); err != nil {
		return nil, fmt.Errorf("%w: the fields of a fact cannot be read", record.ErrDamaged)
	}
	return fields, nil
}

func (l *Learner) entries(ctx context.Context, tx pgx.Tx, which string, args ...any) ([]record.Entry, error) {
	return each(ctx, tx, func(row pgx.CollectableRow) (record.Entry, error) {
		var e record.Entry
		var fields string
		var at int64
		if err := row.Scan(&e.Kind, &e.Subject, &e.Key, &fields, &at); err != nil {
			return e, err
		}
		var err error
		e.At = timeOf(at)
		e.Fields, err = fieldsOf(fields)
		return e, err
	}, `SELECT kind, subject, key, fields, at FROM entries WHERE learner = $1 `+which, append([]any{l.id}, args...)...)
}

// inOrder sorts as Go does, whatever the database's own language.
const inOrder = `ORDER BY kind COLLATE "C", subject COLLATE "C", key COLLATE "C"`

// Entries implements record.Store.
func (l *Learner) Entries(ctx context.Context, kind record.Kind, subject string) ([]record.Entry, error) {
	var out []record.Entry
	err := l.read(ctx, "read entries", func(ctx context.Context, tx pgx.Tx) (err error) {
		out, err = l.entries(ctx, tx, `AND kind = $2 AND ($3 = '' OR subject = $3) `+inOrder, string(kind), subject)
		return err
	})
	return out, err
}

// SaveEntries implements record.Store.
func (l *Learner) SaveEntries(ctx context.Context, entries ...record.Entry) error {
	entries, err := record.KeptEntries(entries)
	if err != nil {
		return err
	}
	return l.write(ctx, "save entries", func(ctx context.Context, tx pgx.Tx) error {
		for _, e := range entries {
			if err := l.putEntry(ctx, tx, e); err != nil {
				return err
			}
		}
		return nil
	})
}

func (l *Learner) putEntry(ctx context.Context, tx pgx.Tx, e record.Entry) error {
	if e.Empty() {
		return exec(ctx, tx, `DELETE FROM entries WHERE learner = $1 AND kind = $2 AND subject = $3 AND key = $4`,
			l.id, string(e.Kind), e.Subject, e.Key)
	}
	fields, err := json.Marshal(e.Fields)
	if err != nil {
		return err
	}
	return exec(ctx, tx, `INSERT INTO entries VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (learner, kind, subject, key) DO UPDATE SET fields = excluded.fields, at = excluded.at`,
		l.id, string(e.Kind), e.Subject, e.Key, string(fields), e.At.UnixMicro())
}

// mergeEntries leaves out an entry that says nothing: an import adds, it does
// not remove.
func (l *Learner) mergeEntries(ctx context.Context, tx pgx.Tx, e record.Export) error {
	for _, theirs := range e.Entries {
		if theirs.Empty() {
			continue
		}
		ours, known, err := found(l.entries(ctx, tx, `AND kind = $2 AND subject = $3 AND key = $4`, string(theirs.Kind), theirs.Subject, theirs.Key))
		if err != nil {
			return err
		}
		if known {
			theirs = ours.Merge(theirs)
		}
		if err := l.putEntry(ctx, tx, theirs); err != nil {
			return err
		}
	}
	return nil
}

func (l *Learner) events(ctx context.Context, tx pgx.Tx, which string, args ...any) ([]record.Event, error) {
	return each(ctx, tx, func(row pgx.CollectableRow) (record.Event, error) {
		var e record.Event
		var fields string
		var at int64
		if err := row.Scan(&e.Kind, &e.Subject, &e.ID, &fields, &at); err != nil {
			return e, err
		}
		var err error
		e.At = timeOf(at)
		e.Fields, err = fieldsOf(fields)
		return e, err
	}, `SELECT kind, subject, id, fields, at FROM events WHERE learner = $1 `+which, append([]any{l.id}, args...)...)
}

// Events implements record.Store.
func (l *Learner) Events(ctx context.Context, kind record.Kind, subject string) ([]record.Event, error) {
	var out []record.Event
	err := l.read(ctx, "read events", func(ctx context.Context, tx pgx.Tx) (err error) {
		out, err = l.events(ctx, tx, `AND kind = $2 AND ($3 = '' OR subject = $3) ORDER BY at, id COLLATE "C"`, string(kind), subject)
		return err
	})
	return out, err
}

// AddEvent implements record.Store.
func (l *Learner) AddEvent(ctx context.Context, e record.Event) error {
	e, err := e.Kept()
	if err != nil {
		return err
	}
	return l.write(ctx, "add event", func(ctx context.Context, tx pgx.Tx) error { return l.putEvent(ctx, tx, e) })
}

// putEvent adds an event, unless its id is known.
func (l *Learner) putEvent(ctx context.Context, tx pgx.Tx, e record.Event) error {
	fields, err := json.Marshal(e.Fields)
	if err != nil {
		return err
	}
	return exec(ctx, tx, `INSERT INTO events VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (learner, kind, id) DO NOTHING`,
		l.id, string(e.Kind), e.ID, e.Subject, string(fields), e.At.UnixMicro())
}

// RemoveEvent implements record.Store.
func (l *Learner) RemoveEvent(ctx context.Context, kind record.Kind, id string) error {
	return l.write(ctx, "remove event", func(ctx context.Context, tx pgx.Tx) error {
		return exec(ctx, tx, `DELETE FROM events WHERE learner = $1 AND kind = $2 AND id = $3`, l.id, string(kind), id)
	})
}

func (l *Learner) mergeEvents(ctx context.Context, tx pgx.Tx, e record.Export) error {
	for _, theirs := range e.Events {
		if err := l.putEvent(ctx, tx, theirs); err != nil {
			return err
		}
	}
	return nil
}
