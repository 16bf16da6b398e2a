package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

//go:embed migrations/*.sql
var scripts embed.FS

// A step brings a record from one version to the next. It runs within a
// transaction. Steps are never changed once released, only added.
type step func(*sqlite3.Conn) error

// migrations returns the steps in order: step i leads to version i+1. Each is
// a file of migrations/, named by its number.
func migrations() []step {
	names, _ := fs.Glob(scripts, "migrations/*.sql") // sorted; the pattern is right
	steps := make([]step, len(names))
	for i, name := range names {
		steps[i] = func(c *sqlite3.Conn) error {
			sql, err := scripts.ReadFile(name)
			if err != nil {
				return err
			}
			return c.Exec(string(sql))
		}
	}
	return steps
}

// migrate brings the record up to date. Another program may be doing the same:
// each looks again once it alone may write.
func (s *Store) migrate(ctx context.Context, steps []step) error {
	version, err := s.version()
	if err != nil || version == len(steps) {
		return err
	}
	if version > len(steps) {
		return tooNew(version, len(steps))
	}
	if s.readOnly {
		return fmt.Errorf("%w: it is of version %d, and bringing it to %d means writing", record.ErrReadOnly, version, len(steps))
	}
	if err := s.prepare(ctx, version); err != nil {
		return err
	}
	if err := s.transact("BEGIN IMMEDIATE", func() error { return s.run(steps) }); err != nil {
		return err
	}
	return s.useWAL()
}

// prepare readies a new file for checksums, or puts a copy of an older one
// beside it.
func (s *Store) prepare(ctx context.Context, version int) error {
	if version == 0 {
		_, err := s.conn.FileControl("main", sqlite3.FCNTL_RESERVE_BYTES, reserved)
		return err
	}
	if err := s.sound(); err != nil {
		return err
	}
	return s.backUpBeside(ctx, version)
}

// run takes the steps that are missing. The number comes last, so that what
// carries it is complete.
func (s *Store) run(steps []step) error {
	version, err := s.version()
	if err != nil {
		return err
	}
	for i := version; i < len(steps); i++ {
		if err := steps[i](s.conn); err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	return s.conn.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, len(steps)))
}

// version is the record's version, 0 for a new one. It refuses the database of
// another program, which a log or a journal may have hidden from inspect.
func (s *Store) version() (int, error) {
	version, err := s.number("PRAGMA user_version")
	if err != nil {
		return 0, err
	}
	mark, err := s.number("PRAGMA application_id")
	if err != nil {
		return 0, err
	}
	tables, err := s.number("SELECT count(*) FROM sqlite_schema")
	if err != nil {
		return 0, err
	}
	if mark != application && (version > 0 || tables > 0) {
		return 0, damagedf("it is a database of another program")
	}
	return version, nil
}
