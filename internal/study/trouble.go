package study

import (
	"context"
	"errors"

	"porchlight/internal/record"
)

// Trouble names the words of the catalogue that say what went wrong with a
// record and what to do.
func Trouble(err error) string {
	for _, c := range []struct {
		err   error
		words string
	}{
		{record.ErrFull, "trouble.full"},
		{record.ErrReadOnly, "trouble.read-only"},
		{record.ErrDamaged, "trouble.damaged"},
		{record.ErrNewer, "trouble.newer"},
		{record.ErrBusy, "trouble.busy"},
		{record.ErrLocked, "trouble.locked"},
		{record.ErrPassphrase, "trouble.locked"},
		{context.DeadlineExceeded, "trouble.busy"},
	} {
		if errors.Is(err, c.err) {
			return c.words
		}
	}
	return "trouble.other"
}
