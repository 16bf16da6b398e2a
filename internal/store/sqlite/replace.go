package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
	"porchlight/internal/wholefile"
)

// Lock encrypts the record at path with a passphrase. What stood on the disk
// before is written over, copies that this package made are removed. It returns
// ErrPassphrase for a passphrase that cannot be typed again, ErrBusy while
// another program has the record open, or what Open returns; the record is then
// as it was. Options have the passphrase that opens it now, if it is locked.
func Lock(ctx context.Context, path string, opts Options, passphrase string) error {
	l, key, err := newLock(passphrase)
	if err != nil {
		return explain(ctx, "lock", path, err)
	}
	return rewriteAs(ctx, "lock", path, opts, l, key)
}

// Unlock takes the passphrase off the record at path. It returns what Open
// returns, or ErrBusy while another program has the record open; the record is
// then as it was.
func Unlock(ctx context.Context, path string, opts Options) error {
	return rewriteAs(ctx, "unlock", path, opts, nil, nil)
}

// rewriteAs puts the record behind another lock, or behind none.
func rewriteAs(ctx context.Context, name, path string, opts Options, l *lock, key []byte) error {
	s, err := Open(ctx, path, opts)
	if err != nil {
		return err
	}
	err = s.call(ctx, name, func() error {
		if err := s.alone(); err != nil {
			return err
		}
		unfinished, err := newFile(s.path + ".v0")
		if err != nil {
			return err
		}
		defer func() { _ = removeIfThere(unfinished) }()
		was, err := s.counts()
		if err != nil {
			return err
		}
		r, err := s.writeInto(ctx, unfinished, l, key)
		if err != nil {
			return err
		}
		if r.Counts != was {
			return fmt.Errorf("%w: the copy holds %+v of %+v", record.ErrUnreachable, r.Counts, was)
		}
		return s.giveWay(unfinished, l != nil)
	})
	return errors.Join(err, s.Close())
}

// Restore puts a copy that Backup made, at from, in the place of the record at
// path, and keeps what was there beside it, under the name it returns; the name
// is empty where there was nothing. The copy stays. It returns what Check
// returns for a copy that is not whole, or ErrBusy while another program has
// the record open; the record is then as it was. A copy of a locked record
// takes its passphrase with it. Options have the passphrase of the record that
// is there now.
func Restore(ctx context.Context, path, from string, opts Options, passphrase string) (kept string, err error) {
	r, err := Check(ctx, from, passphrase)
	if err != nil {
		return "", err
	}
	s, err := Open(ctx, path, opts)
	if err != nil {
		return "", err
	}
	err = s.call(ctx, "restore", func() error {
		if err := s.alone(); err != nil {
			return err
		}
		if kept, err = s.keepAside(ctx); err != nil {
			return err
		}
		unfinished, err := copyWhole(r.Path, s.path+".v0")
		if err != nil {
			return err
		}
		defer func() { _ = removeIfThere(unfinished) }()
		return s.giveWay(unfinished, false)
	})
	return kept, errors.Join(err, s.Close())
}

// keepAside copies the record beside itself, under a name of its own, if there
// is anything in it.
func (s *Store) keepAside(ctx context.Context) (string, error) {
	if c, err := s.counts(); err != nil || c == (Counts{}) {
		return "", err
	}
	for n := range math.MaxInt {
		name := fmt.Sprintf("%s.v%d.replaced%d.backup", s.path, len(migrations()), n+1)
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name, s.copyTo(ctx, name, wholefile.Place, func(Report) bool { return true })
		}
	}
	return "", record.ErrUnreachable
}

// copyWhole copies a file, down to the disk, to a new name beside another.
func copyWhole(from, beside string) (name string, err error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.CreateTemp(filepath.Dir(beside), filepath.Base(beside)+".*.unfinished")
	if err != nil {
		return "", err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return "", errors.Join(err, os.Remove(out.Name()))
	}
	return out.Name(), nil
}

// alone makes sure that no other program has the record open, and keeps it so:
// all that was written is then in the one file, with no log beside it.
func (s *Store) alone() error {
	if err := s.writable(); err != nil {
		return err
	}
	if err := s.conn.Exec("PRAGMA locking_mode = EXCLUSIVE"); err != nil {
		return err
	}
	mode := ""
	err := s.each("PRAGMA journal_mode = DELETE", func(st *sqlite3.Stmt) { mode = st.ColumnText(0) })
	if err == nil && mode != "delete" {
		err = record.ErrBusy
	}
	if err != nil {
		return err
	}
	s.inWAL = false
	return s.conn.Exec("BEGIN EXCLUSIVE; COMMIT") // takes the lock that the mode then keeps
}

// giveWay puts another file in the record's place. Where the record was not
// locked and the other is, the old bytes are written over, as far as the disk
// lets a program do that, and copies that were made of it are removed.
func (s *Store) giveWay(to string, hide bool) error {
	old, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer old.Close()
	if !renamesOpen {
		if err := errors.Join(old.Close(), s.disconnect()); err != nil {
			return err
		}
	}
	if err := os.Rename(to, s.path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(s.path))
	err = s.disconnect()
	if !hide {
		return err
	}
	return errors.Join(err, overwrite(old), removeBackups(s.path))
}

// overwrite puts zeros over a file that no name leads to any more. A system
// that cannot keep such a file open has deleted it by now.
func overwrite(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return nil
	}
	zeros := make([]byte, 64<<10)
	for at := int64(0); at < info.Size(); at += int64(len(zeros)) {
		n := min(int64(len(zeros)), info.Size()-at)
		if _, err := f.WriteAt(zeros[:n], at); err != nil {
			return err
		}
	}
	return f.Sync()
}
