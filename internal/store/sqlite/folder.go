package sqlite

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"porchlight/internal/record"
	"porchlight/internal/wholefile"
)

// A Folder keeps the records of many learners, each in a folder of its own that
// is named by an id, locked with the learner's own secret: whoever has the disk
// but not the secret reads nothing.
type Folder struct{ dir string }

// OpenFolder returns the folder at dir, and makes it for its owner alone where
// there is none.
func OpenFolder(dir string) (*Folder, error) {
	dir, err := folder(dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", record.ErrUnreachable, err)
	}
	return &Folder{dir}, nil
}

// Names within the folder.
const (
	saltName   = "salt"
	untilName  = "until" // a learner's: seconds since 1970
	recordName = "record.db"
)

func (f *Folder) of(id string, name ...string) string {
	return filepath.Join(append([]string{f.dir, "r-" + id}, name...)...)
}

// Create makes an empty record under an id, locked with a secret and kept until
// a time. It returns ErrTaken where there is one.
func (f *Folder) Create(ctx context.Context, id, secret string, until time.Time) (record.Store, error) {
	if err := os.Mkdir(f.of(id), 0o700); errors.Is(err, fs.ErrExist) {
		return nil, record.ErrTaken
	} else if err != nil {
		return nil, explain(ctx, "create", f.of(id), err)
	}
	s, err := f.create(ctx, id, secret, until)
	if err != nil {
		return nil, errors.Join(explain(ctx, "create", f.of(id), err), os.RemoveAll(f.of(id)))
	}
	return s, nil
}

func (f *Folder) create(ctx context.Context, id, secret string, until time.Time) (*Store, error) {
	if err := f.keepUntil(id, until); err != nil {
		return nil, err
	}
	path := f.of(id, recordName)
	plain, err := Open(ctx, path, Options{})
	if err != nil {
		return nil, err
	}
	if err := plain.Close(); err != nil {
		return nil, err
	}
	if err := Lock(ctx, path, Options{}, secret); err != nil {
		return nil, err
	}
	return Open(ctx, path, Options{Passphrase: secret})
}

// Open returns the record under an id and keeps it until a time, if that is
// later. It returns ErrNotFound where there is none, or it has expired by now.
func (f *Folder) Open(ctx context.Context, id, secret string, now, until time.Time) (record.Store, error) {
	kept, err := f.keptUntil(id)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !kept.After(now) {
		return nil, fmt.Errorf("the record: %w", record.ErrNotFound)
	}
	if err != nil {
		return nil, explain(ctx, "open", f.of(id), err)
	}
	s, err := Open(ctx, f.of(id, recordName), Options{Passphrase: secret})
	if err != nil {
		return nil, err
	}
	if until.After(kept) {
		if err := f.keepUntil(id, until); err != nil {
			return nil, errors.Join(explain(ctx, "open", f.of(id), err), s.Close())
		}
	}
	return s, nil
}

// Sweep removes every record that has expired by now, and returns how many
// there were. A folder without a time was never finished.
func (f *Folder) Sweep(ctx context.Context, now time.Time) (int, error) {
	all, err := filepath.Glob(f.of("*"))
	if err != nil {
		return 0, err
	}
	gone := 0
	for _, dir := range all {
		if err := ctx.Err(); err != nil {
			return gone, err
		}
		until, err := f.keptUntil(strings.TrimPrefix(filepath.Base(dir), "r-"))
		if err != nil || until.After(now) {
			continue
		}
		if err := os.RemoveAll(dir); err != nil {
			return gone, explain(ctx, "sweep", dir, err)
		}
		gone++
	}
	syncFolder(f.dir)
	return gone, nil
}

func (f *Folder) keptUntil(id string) (time.Time, error) {
	text, err := os.ReadFile(f.of(id, untilName))
	if err != nil {
		return time.Time{}, err
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	return time.Unix(seconds, 0), err
}

// keepUntil writes a time so that half of it is never read.
func (f *Folder) keepUntil(id string, until time.Time) error {
	return writeAside(f.of(id, untilName), []byte(strconv.FormatInt(until.Unix(), 10)+"\n"))
}

// Salt is what the hashes of all ids are made with. It is made once.
func (f *Folder) Salt(ctx context.Context) ([]byte, error) {
	path := filepath.Join(f.dir, saltName)
	salt, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		salt = make([]byte, saltSize)
		rand.Read(salt) // never fails
		if err = writeNew(path, salt); errors.Is(err, fs.ErrExist) {
			salt, err = os.ReadFile(path) // another session was first
		}
	}
	if err == nil && len(salt) != saltSize {
		err = damagedf("the salt in %s has %d bytes", f.dir, len(salt))
	}
	return salt, explain(ctx, "read the salt", path, err)
}

// writeAside writes a file whole, and then gives it its name.
func writeAside(path string, data []byte) error {
	name, err := finished(path, data)
	if err != nil {
		return err
	}
	if err := os.Rename(name, path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// writeNew is writeAside where no file may have that name.
func writeNew(path string, data []byte) error {
	name, err := finished(path, data)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(name) }()
	if err := wholefile.Place(name, path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// finished writes data, down to the disk, to a new file beside path.
func finished(path string, data []byte) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.unfinished")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}
