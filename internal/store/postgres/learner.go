package postgres

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"

	"porchlight/internal/record"
)

// A Learner is one learner's record in a Fleet.
type Learner struct {
	fleet  *Fleet
	id     string
	closed atomic.Bool
}

var _ record.Store = (*Learner)(nil)

// Create makes an empty record under an id, which is kept until a time. It
// returns ErrTaken where there is one. The secret is not used: rows are not
// encrypted.
func (f *Fleet) Create(ctx context.Context, id, _ string, until time.Time) (record.Store, error) {
	made := false
	err := f.call(ctx, "make a record", func(ctx context.Context) error {
		tag, err := f.pool.Exec(ctx, `INSERT INTO learners VALUES ($1, $2) ON CONFLICT DO NOTHING`, id, until.UnixMicro())
		made = tag.RowsAffected() > 0
		return err
	})
	if err != nil {
		return nil, err
	}
	if !made {
		return nil, record.ErrTaken
	}
	return &Learner{fleet: f, id: id}, nil
}

// Open returns the record under an id and keeps it until a time, if that is
// later. It returns ErrNotFound where there is none, or it has expired by now.
func (f *Fleet) Open(ctx context.Context, id, _ string, now, until time.Time) (record.Store, error) {
	err := f.call(ctx, "find a record", func(ctx context.Context) error {
		tag, err := f.pool.Exec(ctx, `UPDATE learners SET expires = greatest(expires, $3) WHERE learner = $1 AND expires > $2`,
			id, now.UnixMicro(), until.UnixMicro())
		if err == nil && tag.RowsAffected() == 0 {
			err = fmt.Errorf("the record: %w", record.ErrNotFound)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return &Learner{fleet: f, id: id}, nil
}

// Remove removes the record under an id with all that is in it. One that is
// not there is no error.
func (f *Fleet) Remove(ctx context.Context, id string) error {
	return f.call(ctx, "remove a record", func(ctx context.Context) error {
		_, err := f.pool.Exec(ctx, `DELETE FROM learners WHERE learner = $1`, id)
		return err
	})
}

// Salt is what the hashes of all ids are made with: the same on every server.
func (f *Fleet) Salt(ctx context.Context) ([]byte, error) {
	var salt []byte
	fresh := make([]byte, 16)
	rand.Read(fresh) // never fails
	err := f.call(ctx, "read the salt", func(ctx context.Context) error {
		if _, err := f.pool.Exec(ctx, `INSERT INTO salt VALUES (true, $1) ON CONFLICT DO NOTHING`, fresh); err != nil {
			return err
		}
		return f.pool.QueryRow(ctx, `SELECT salt FROM salt`).Scan(&salt)
	})
	return salt, err
}

// Sweep removes every record that has expired by now, and returns how many
// there were.
func (f *Fleet) Sweep(ctx context.Context, now time.Time) (int, error) {
	gone := 0
	err := f.call(ctx, "remove what has expired", func(ctx context.Context) error {
		tag, err := f.pool.Exec(ctx, `DELETE FROM learners WHERE expires <= $1`, now.UnixMicro())
		gone += int(tag.RowsAffected())
		return err
	})
	return gone, err
}

// call does act, unless the Learner was closed.
func (l *Learner) call(ctx context.Context, name string, act func(context.Context) error) error {
	if l.closed.Load() {
		return fmt.Errorf("%s: %w", name, record.ErrClosed)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return l.fleet.call(ctx, name, act)
}

// write does act in one transaction, alone among the writers of this record.
func (l *Learner) write(ctx context.Context, name string, act func(context.Context, pgx.Tx) error) error {
	return l.call(ctx, name, func(ctx context.Context) error {
		return pgx.BeginFunc(ctx, l.fleet.pool, func(tx pgx.Tx) error {
			tag, err := tx.Exec(ctx, `SELECT 1 FROM learners WHERE learner = $1 FOR UPDATE`, l.id)
			if err == nil && tag.RowsAffected() == 0 {
				err = fmt.Errorf("the record: %w", record.ErrNotFound) // expired, or erased from elsewhere
			}
			if err != nil {
				return err
			}
			return act(ctx, tx)
		})
	})
}

// read does act on one state of the record.
func (l *Learner) read(ctx context.Context, name string, act func(context.Context, pgx.Tx) error) error {
	return l.call(ctx, name, func(ctx context.Context) error {
		return pgx.BeginTxFunc(ctx, l.fleet.pool, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly},
			func(tx pgx.Tx) error { return act(ctx, tx) })
	})
}

// Close implements record.Store. The connections are the fleet's.
func (l *Learner) Close() error {
	l.closed.Store(true)
	return nil
}

// timeOf is a time as the tables keep it.
func timeOf(micros int64) time.Time { return time.UnixMicro(micros).UTC() }

// exec runs a statement that returns no rows.
func exec(ctx context.Context, tx pgx.Tx, sql string, args ...any) error {
	_, err := tx.Exec(ctx, sql, args...)
	return err
}

// each runs a query and makes a value of every row.
func each[T any](ctx context.Context, tx pgx.Tx, row func(pgx.CollectableRow) (T, error), sql string, args ...any) ([]T, error) {
	rows, err := tx.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, row) // never nil
}

// found turns the answer about one fact into the fact, and whether it is kept.
func found[T any](all []T, err error) (T, bool, error) {
	var none T
	if err != nil || len(all) == 0 {
		return none, false, err
	}
	return all[0], true, nil
}
