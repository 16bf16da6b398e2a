// Package wholefile writes files so that a name never stands for half of one:
// to a file beside it, flushed to the disk, then put in its place.
package wholefile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write writes a file that its owner alone can read. Unless over is set it
// never takes the place of another: then the error is fs.ErrExist, and nothing
// was written.
func Write(path string, over bool, write func(io.Writer) error) (err error) {
	if !over {
		if _, err := os.Lstat(path); err == nil {
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".porchlight-*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if over {
		return os.Rename(f.Name(), path)
	}
	return Place(f.Name(), path)
}

// Place gives a file its name unless that name is taken: then the error is
// fs.ErrExist. Its name of before may stay. A second name for the file can only
// be had where there is none of it, so two programs cannot both succeed; where a
// disk knows no second names, a look has to do.
func Place(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return &fs.PathError{Op: "write", Path: to, Err: fs.ErrExist}
	}
	return os.Rename(from, to)
}
