package cli

import (
	"errors"
	"fmt"
	"syscall"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

// plainly says an error as a person can use it: what happened, what to do.
func (a *app) plainly(err error) string {
	path, _ := a.recordPath()
	for _, c := range []struct {
		err error
		do  string
	}{
		{record.ErrFull, "Nothing kept before is lost. Free some room and try again."},
		{record.ErrReadOnly, "It may be read, but not changed: " + path},
		{record.ErrDamaged, "It was not changed: " + path + "\nKeep a copy of it, then start a new one with: porchlight --record NEWFILE"},
		{record.ErrNewer, "It was not changed: " + path + "\nUse the newer Porchlight, or another file: porchlight --record NEWFILE"},
		{record.ErrLocked, "Open it in a terminal, which asks for the passphrase, or keep nothing with --private."},
		{record.ErrPassphrase, "Nothing was changed. There is no way around a passphrase."},
		{record.ErrBusy, "Close the other program and try again."},
		{record.ErrUnreachable, "Name another file with --record, or keep nothing with --private."},
	} {
		if errors.Is(err, c.err) {
			return fmt.Sprintf("%v\n%s", err, c.do)
		}
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return "it was not written: there is no room left on the disk\nNo half file was left behind. Free some room and try again, or name a file on another disk."
	}
	return err.Error()
}

// missing makes a usage error of a lesson, bank, worksheet, practice or
// reflection that does not exist.
func missing(err error, id string) error {
	switch {
	case errors.Is(err, quiz.ErrNoPractice):
		return usageError{fmt.Sprintf("there is no practice %q", id), "To see them all: porchlight practice"}
	case errors.Is(err, lessons.ErrNoRunSheet):
		return usageError{fmt.Sprintf("there is no run sheet %q", id), "To see them all: porchlight present"}
	case errors.Is(err, study.ErrNoPair):
		return usageError{fmt.Sprintf("there is no lesson or track %q", id), "To see what can be asked before and after: porchlight --plain pairs"}
	case errors.Is(err, quiz.ErrNoReflection):
		return usageError{fmt.Sprintf("there is no reflection %q", id), "To see them all: porchlight reflect"}
	}
	if errors.Is(err, lessons.ErrNoLesson) || errors.Is(err, quiz.ErrNoBank) {
		return usageError{fmt.Sprintf("there is no lesson %q", id), "To see them all: porchlight lessons"}
	}
	return noWorksheet(err, id)
}
