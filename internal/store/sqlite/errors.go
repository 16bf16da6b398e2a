package sqlite

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
)

func (s *Store) explain(ctx context.Context, name string, err error) error {
	return explain(ctx, name, s.path, err)
}

// explain gives an error the name of the call and of the file, and the error
// of package record that tells a caller what can be done about it.
func explain(ctx context.Context, name, path string, err error) error {
	if err == nil {
		return nil
	}
	kind := kindOf(ctx, err)
	if kind == record.ErrUnreachable && errors.Is(err, sqlite3.IOERR) {
		kind = cmp.Or(try(filepath.Dir(path)), kind)
	}
	if kind == nil || errors.Is(err, kind) {
		return fmt.Errorf("%s: record %s: %w", name, path, err)
	}
	return fmt.Errorf("%s: record %s: %w (%w)", name, path, kind, err)
}

// kindOf sorts an error; nil is one that no caller has a decision about.
func kindOf(ctx context.Context, err error) error {
	if ended := ctx.Err(); ended != nil {
		return ended // SQLite calls it interrupted, or busy if it was waiting
	}
	for _, kind := range []error{
		record.ErrNotFound, record.ErrDamaged, record.ErrNewer, record.ErrReadOnly,
		record.ErrFull, record.ErrBusy, record.ErrUnreachable, record.ErrClosed, record.ErrLocked, record.ErrPassphrase,
	} {
		if errors.Is(err, kind) {
			return kind
		}
	}
	if kind := kindOfSystem(err); kind != nil {
		return kind
	}
	return kindOfSQLite(err)
}

// try finds out what keeps a folder's disk from being written to, where SQLite
// has lost what the system said: its next call overwrote it. It returns
// ErrFull, ErrReadOnly, or nil if writing works or fails otherwise.
func try(folder string) error {
	f, err := os.CreateTemp(folder, "*.unfinished")
	if err != nil {
		return kindOfSystem(err)
	}
	_, err = f.Write(make([]byte, 64<<10))
	err = errors.Join(err, f.Sync(), f.Close(), os.Remove(f.Name()))
	return kindOfSystem(err)
}
