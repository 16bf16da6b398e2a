package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"porchlight/internal/record"
	"porchlight/internal/wholefile"
)

// backupName is where the copy of a record goes before it is brought up to
// date from a version: "record.db.v1.backup" beside "record.db".
func backupName(path string, version int) string {
	return fmt.Sprintf("%s.v%d.backup", path, version)
}

// Backup puts a copy of the record at path, whole and checked, for its owner
// alone. Writing may go on meanwhile. Nothing may stand at path: the error is
// then fs.ErrExist. A copy made here is the caller's to keep and to erase.
func (s *Store) Backup(ctx context.Context, path string) error {
	return s.call(ctx, "back up to "+path, func() error {
		path, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		if _, err := os.Lstat(path); err == nil {
			return &fs.PathError{Op: "copy", Path: path, Err: fs.ErrExist}
		}
		return s.copyTo(ctx, path, wholefile.Place, func(Report) bool { return true })
	})
}

// backUpBeside puts a copy of the record of an older version beside it. If
// the copy turns out to be of another version, another program has brought the
// record up to date in the meantime, and has made its own copy before.
func (s *Store) backUpBeside(ctx context.Context, version int) error {
	return s.copyTo(ctx, backupName(s.path, version), os.Rename, func(r Report) bool { return r.Version == version })
}

// copyTo makes the copy under another name, looks through it, and has it put in
// its place if it is wanted: what stands there is whole, even after a power cut.
func (s *Store) copyTo(ctx context.Context, path string, place func(from, to string) error, wanted func(Report) bool) (err error) {
	unfinished, err := newFile(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, removeIfThere(unfinished)) }()
	r, err := s.writeInto(ctx, unfinished, s.lock, s.key)
	if errors.Is(err, sqlite3.IOERR) { // asked before the half copy is removed: there may be room afterwards
		if kind := try(filepath.Dir(path)); kind != nil {
			return fmt.Errorf("%w: %w", kind, err)
		}
	}
	if err != nil || !wanted(r) {
		return err
	}
	if err := place(unfinished, path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// writeInto writes the record into a file that is empty, behind a lock if one
// is given, and looks through what was written.
func (s *Store) writeInto(ctx context.Context, path string, l *lock, key []byte) (Report, error) {
	if l != nil {
		if err := os.WriteFile(path, l[:], 0o600); err != nil {
			return Report{}, err
		}
	}
	if err := s.exec(`VACUUM INTO ?`, keyed(path, key)); err != nil {
		return Report{}, err
	}
	r, err := check(ctx, path, math.MaxInt, func(*lock) ([]byte, error) { return key, nil })
	if err != nil {
		return r, err
	}
	return r, sync(path)
}

// newFile makes an empty file beside path, for its owner alone.
func newFile(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.unfinished")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

func sync(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func removeIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// backups are the copies that this package has put beside a record, finished
// or not.
func backups(path string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), filepath.Base(path)+".v")
		if ours && (strings.HasSuffix(rest, ".backup") || strings.HasSuffix(rest, ".unfinished")) {
			found = append(found, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return found, nil
}

func removeBackups(path string) error {
	found, err := backups(path)
	if err != nil {
		return fmt.Errorf("%w: %w", record.ErrUnreachable, err)
	}
	for _, b := range found {
		if err := removeIfThere(b); err != nil {
			return err
		}
	}
	syncFolder(filepath.Dir(path))
	return nil
}
