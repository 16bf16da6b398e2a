package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

// Verify looks through the whole file now, which the first Save would do
// otherwise: about 2 ms for 10,000 answers. It returns ErrDamaged and
// remembers it: no Save will write.
func (s *Store) Verify(ctx context.Context) error {
	return s.call(ctx, "verify", s.sound)
}

// sound looks through the whole file once. Only a file found sound is written
// to, and only into such a file is the log of a crash merged.
func (s *Store) sound() error {
	if s.checked || s.damaged != nil {
		return s.damaged
	}
	if err := s.quickCheck(); err != nil {
		if kindOfSQLite(err) == record.ErrDamaged || errors.Is(err, record.ErrDamaged) {
			s.damaged = err
		}
		return err
	}
	if _, err := s.conn.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, false); err != nil {
		return err
	}
	s.checked, s.unmerged = true, false
	return nil
}

func (s *Store) quickCheck() error {
	fault := ""
	err := s.each("PRAGMA quick_check(1)", func(st *sqlite3.Stmt) { fault = st.ColumnText(0) })
	if err == nil && fault != "ok" {
		err = fmt.Errorf("%w: %s", record.ErrDamaged, fault)
	}
	return err
}

// useWAL puts a new file, or one restored from a copy, in the write-ahead
// mode. Where another program is just reading, the file stays in its mode,
// which is as safe but slower, and the next write tries again.
func (s *Store) useWAL() error {
	if s.inWAL {
		return nil
	}
	mode := ""
	err := s.each("PRAGMA journal_mode = WAL", func(st *sqlite3.Stmt) { mode = st.ColumnText(0) })
	if errors.Is(err, sqlite3.BUSY) {
		return nil
	}
	s.inWAL = mode == "wal"
	return err
}
