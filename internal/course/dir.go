package course

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// OpenDir opens the pack in the folder dir, which holds the folders lessons
// and quiz. The whole pack is read into memory and checked; a later change of
// the folder does not reach the course. It returns packfile.Problems when the
// pack has an error, and another error when the folder cannot be read.
func OpenDir(dir string) (*Course, error) {
	reading, asking, problems, err := loadDir(dir)
	if err != nil {
		return nil, err
	}
	// The day is left out: a clock that is wrong must not shut a pack out.
	report := check(reading, asking, problems, time.Time{})
	if err := report.Problems.AsError(); err != nil {
		return nil, err
	}
	return Open(reading, asking)
}

// CheckDir is Check for the pack in the folder dir. It returns an error only
// when the folder cannot be read.
func CheckDir(dir string, today time.Time) (Report, error) {
	reading, asking, problems, err := loadDir(dir)
	if err != nil {
		return Report{}, err
	}
	return check(reading, asking, problems, today), nil
}

// loadDir reads the two folders of the pack in dir.
func loadDir(dir string) (reading, asking *packfile.Files, problems packfile.Problems, err error) {
	root, err := packfile.OpenRooted(dir)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("opening the pack: %w", err)
	}
	defer func() { _ = root.Close() }() // it was only read
	for _, folder := range []string{lessons.Folder, quiz.Folder} {
		info, err := fs.Stat(root, folder)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, nil, fmt.Errorf("%s is not a course pack: it has no folder %q: %w", dir, folder, err)
		}
		if err != nil || !info.IsDir() {
			return nil, nil, nil, fmt.Errorf("%s is not a course pack: %q is not a folder: %w", dir, folder, errors.Join(err, os.ErrInvalid))
		}
	}
	return load(root.Sub(lessons.Folder), root.Sub(quiz.Folder))
}

// load reads the lessons and the questions of a pack into memory.
func load(lessonsFS, quizFS fs.FS) (reading, asking *packfile.Files, problems packfile.Problems, err error) {
	reading, problems, err = packfile.Load(lessonsFS, lessons.Folder, lessons.WorksheetFolder, lessons.RunSheetFolder)
	if err != nil {
		return nil, nil, nil, err
	}
	asking, more, err := packfile.Load(quizFS, quiz.Folder, quiz.PracticeFolder, quiz.ReflectionFolder)
	return reading, asking, append(problems, more...), err
}
