// Package postgres keeps the records of many learners in one PostgreSQL, for
// kiosks on several machines. A Fleet is the database; each learner's part of
// it is a record.Store.
//
// Every call has a deadline, and is tried once more where the connection was
// lost: all writes are such that doing them twice is doing them once. What a
// Save acknowledged is committed. The database keeps no name, key or address of
// anyone.
//
// It cannot promise that a deleted row leaves no trace on the database's own
// disk: that is for its operator (VACUUM, and an encrypted disk).
package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"porchlight/internal/record"
)

// A Fleet is a database that several servers share.
type Fleet struct {
	pool     *pgxpool.Pool
	deadline time.Duration
}

// Options are the choices of Open.
type Options struct {
	// Deadline is how long one call may take before it returns ErrBusy; 0 means
	// 3 seconds. A database that hangs would hold a session for as long as it
	// likes.
	Deadline time.Duration
	// Schema is where the tables are; empty means the connection's own.
	Schema string
}

// Open connects to the database at url and brings its tables up to date. It
// returns ErrUnreachable, ErrBusy, or ErrNewer for tables that a later version
// has made unreadable to this one.
func Open(ctx context.Context, url string, opts Options) (*Fleet, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		// The error of pgx may quote the password.
		return nil, fmt.Errorf("%w: the database's address makes no sense; write postgres://USER@HOST/NAME", record.ErrUnreachable)
	}
	if opts.Deadline <= 0 {
		opts.Deadline = 3 * time.Second
	}
	if opts.Schema != "" {
		config.ConnConfig.RuntimeParams["search_path"] = opts.Schema
	}
	config.ConnConfig.RuntimeParams["application_name"] = "porchlight"
	config.ConnConfig.ConnectTimeout = opts.Deadline
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, explain(ctx, "open", err)
	}
	f := &Fleet{pool: pool, deadline: opts.Deadline}
	if err := f.call(ctx, "bring the tables up to date", f.migrate); err != nil {
		pool.Close()
		return nil, err
	}
	return f, nil
}

// Close lets go of every connection. It waits for calls under way, which end
// by their deadline.
func (f *Fleet) Close() { f.pool.Close() }

// Ping reports whether the database answers within the deadline.
func (f *Fleet) Ping(ctx context.Context) error {
	return f.call(ctx, "ask", func(ctx context.Context) error { return f.pool.Ping(ctx) })
}

// call does act within the deadline, and once more where a lost connection
// ended it.
func (f *Fleet) call(ctx context.Context, name string, act func(context.Context) error) error {
	within, stop := context.WithTimeout(ctx, f.deadline)
	defer stop()
	err := act(within)
	if lost(err) && within.Err() == nil {
		err = act(within)
	}
	return explain(ctx, name, err)
}

// lost reports whether an error is that of a connection that went away, as
// when the server restarts.
func lost(err error) bool {
	if err == nil {
		return false
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		switch pg.Code {
		case "57P01", "57P02", "57P03", // shut down, crashed, not yet up
			"40001", "40P01": // two transactions in each other's way
			return true
		}
		return pg.Code[:2] == "08"
	}
	var connect *pgconn.ConnectError
	return errors.As(err, &connect) || pgconn.SafeToRetry(err) || errors.Is(err, pgx.ErrTxClosed) || brokenPipe(err)
}

// explain gives an error the name of the call, and the error of package record
// that tells a caller what can be done about it.
func explain(ctx context.Context, name string, err error) error {
	if err == nil {
		return nil
	}
	kind := kindOf(ctx, err)
	if errors.Is(err, kind) {
		return fmt.Errorf("%s: the database: %w", name, err)
	}
	return fmt.Errorf("%s: the database: %w (%s)", name, kind, plain(err))
}

func kindOf(ctx context.Context, err error) error {
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	for _, kind := range []error{record.ErrNotFound, record.ErrNewer, record.ErrClosed, record.ErrUnreachable} {
		if errors.Is(err, kind) {
			return kind
		}
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return record.ErrBusy
	}
	var pg *pgconn.PgError
	if !errors.As(err, &pg) {
		return record.ErrUnreachable
	}
	switch {
	case pg.Code == "53100": // disk_full
		return record.ErrFull
	case pg.Code == "25006": // read_only_sql_transaction
		return record.ErrReadOnly
	case pg.Code[:2] == "XX": // data_corrupted and its like
		return record.ErrDamaged
	}
	return record.ErrUnreachable
}

// plain is an error without what it may quote of the address or of a learner's
// words: PostgreSQL repeats values in its details.
func plain(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code + " " + pg.Message
	}
	return "no connection"
}
