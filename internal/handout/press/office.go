package press

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"porchlight/internal/handout"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// An Office is where handouts go.
type Office struct {
	// Folder is where files are written.
	Folder string
	// Print sends a document to the printer. It is nil where there is none.
	Print func(context.Context, handout.Document, handout.Look) error
}

// Path is where a job's file would stand, were its name free.
func (o Office) Path(j Job) string { return filepath.Join(o.Folder, j.Name()) }

// Do makes a handout and writes its file, or sends it to the printer. It
// returns the path of the file, and whether it holds the learner's own words.
func (o Office) Do(ctx context.Context, desk *study.Desk, w *locale.Words, j Job, printer bool) (path string, own bool, err error) {
	d, err := handout.Make(ctx, desk, w, j.Request)
	if err != nil {
		return "", false, err
	}
	if printer {
		return "", d.Own, o.Print(ctx, d, j.Look)
	}
	path, err = file(d, j, o.Folder)
	return path, d.Own, err
}

// Trouble names the words that say why a handout was not written.
func Trouble(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "handout.full"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "handout.forbidden"
	case errors.Is(err, fs.ErrNotExist):
		return "handout.no-folder"
	}
	return "handout.not-written"
}
