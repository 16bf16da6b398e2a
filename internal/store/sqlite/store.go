// Package sqlite keeps one learner's record in one SQLite file, on the
// learner's own disk. It is a record.Store, and promises more than one:
//
//   - What a Save acknowledged is still there after kill -9 or a power cut:
//     write-ahead log, synchronous FULL.
//
//   - Every page has a checksum, and the whole file is looked through before
//     the first write. A file that is damaged, or that a later version of the
//     program wrote, is refused and not touched.
//
//   - What is erased is gone from the file, from its write-ahead log and from
//     the backups this package made.
//
//   - A record locked with a passphrase (Lock) is encrypted whole, its log and
//     its backups too, and opens with that passphrase alone.
//
// It never repairs and never deletes a record, and there is no way around a
// passphrase.
package sqlite

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// A Store is a record in a file. It uses one connection, one call at a time.
type Store struct {
	path     string
	turn     chan struct{} // holds one token; who has taken it may use the rest
	conn     *sqlite3.Conn // nil once closed
	stmts    map[string]*sqlite3.Stmt
	file     os.FileInfo // the file as it was opened
	readOnly bool
	inWAL    bool  // the file is in the write-ahead mode
	unmerged bool  // a log with content was found, which Close may not merge unchecked
	checked  bool  // the whole file was found sound
	damaged  error // what was found instead
	lock     *lock // the first page of a locked record; nil where it is not locked
	key      []byte
	traces   bool // something was removed whose bytes may still be in the file
}

var _ record.Store = (*Store)(nil)

// Options are the choices of Open.
type Options struct {
	// Busy is how long a call waits for another program to let go of the
	// record before it returns ErrBusy; 0 means 5 seconds.
	Busy time.Duration
	// Passphrase opens a locked record. Others open without it.
	Passphrase string
}

func (o Options) busy() time.Duration {
	if o.Busy <= 0 {
		return 5 * time.Second
	}
	return o.Busy
}

// Path is where the record is, with symbolic links followed.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether every Save will return ErrReadOnly.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Close merges the write-ahead log into the file, if no other program uses it,
// and lets go of it. It waits for the call that is under way.
func (s *Store) Close() error {
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	if s.conn == nil {
		return nil
	}
	if s.traces {
		_ = s.rewrite() // closing does what else can be done
	}
	return s.explain(context.Background(), "close", s.disconnect())
}

// call runs act alone on the connection, until ctx ends. Errors come out as
// those of package record, with the name of the call and of the file.
func (s *Store) call(ctx context.Context, name string, act func() error) error {
	select {
	case <-ctx.Done():
		return s.explain(ctx, name, ctx.Err())
	case s.turn <- struct{}{}:
	}
	defer func() { <-s.turn }()
	if s.conn == nil {
		return fmt.Errorf("%s: %w", name, record.ErrClosed)
	}
	if err := ctx.Err(); err != nil {
		return s.explain(ctx, name, err)
	}
	defer s.conn.SetInterrupt(s.conn.SetInterrupt(ctx))
	return s.explain(ctx, name, act())
}

// read runs act on one state of the record.
func (s *Store) read(ctx context.Context, name string, act func() error) error {
	return s.call(ctx, name, func() error { return s.transact("BEGIN", act) })
}

// write runs act in one transaction. It is on the disk when write returns nil.
func (s *Store) write(ctx context.Context, name string, act func() error) error {
	return s.call(ctx, name, func() error {
		if err := s.writable(); err != nil {
			return err
		}
		return s.transact("BEGIN IMMEDIATE", act)
	})
}

// transact runs act between begin and COMMIT; an error of either undoes it.
func (s *Store) transact(begin string, act func() error) error {
	if err := s.conn.Exec(begin); err != nil {
		return err
	}
	err := act()
	if err == nil {
		err = s.conn.Exec("COMMIT")
	}
	if err != nil && !s.conn.GetAutocommit() {
		s.rollback()
	}
	return err
}

// rollback must run even where the context has ended. Its own error would
// hide the one that led here, and SQLite has then rolled back by itself.
func (s *Store) rollback() {
	defer s.conn.SetInterrupt(s.conn.SetInterrupt(context.Background()))
	_ = s.conn.Exec("ROLLBACK")
}

// writable looks before the first write of this Store whether the whole file
// is sound: SQLite would write into a damaged one. Before every write it looks
// whether the file is still where the learner's next start will look for it:
// SQLite would write into one that was moved or deleted.
func (s *Store) writable() error {
	if s.readOnly {
		return record.ErrReadOnly
	}
	if err := s.sound(); err != nil {
		return err
	}
	if now, err := os.Stat(s.path); err != nil || !os.SameFile(s.file, now) {
		return fmt.Errorf("%w: the file was moved, replaced or deleted meanwhile", record.ErrUnreachable)
	}
	return s.useWAL()
}
