package say

import (
	"errors"

	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// Done says what was done; and that it was sent, where it had waited for a room
// that could not be reached.
func Done(w *locale.Words, what string, late bool) string {
	if !late {
		return what
	}
	return w.T("room.sent") + " " + what
}

// Refused says why something was not done; and that it came too late, where it
// had waited.
func Refused(w *locale.Words, err error, late bool) string {
	why := Trouble(w, err)
	if !late || errors.Is(err, group.ErrCounted) || errors.Is(err, group.ErrPaceOld) || errors.Is(err, group.ErrNoRoom) {
		return why // it may have been there in time, or there is no room any more
	}
	return w.T("room.not-sent") + " " + why
}
