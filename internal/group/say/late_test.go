package say_test

import (
	"errors"
	"strings"
	"testing"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
)

// What had to wait is said to be sent, or to have come too late; never that of
// something which may have been there in time.
func TestLate(t *testing.T) {
	w := words(t, "en")
	if say.Done(w, "Done.", false) != "Done." || say.Done(w, "Done.", true) != "Sent now. Done." {
		t.Error(say.Done(w, "Done.", true))
	}
	for _, err := range []error{group.ErrNotOpen, group.ErrOld, group.FewError{Have: 1, Floor: 5}, errors.New("anything else")} {
		if got := say.Refused(w, err, true); got != "It did not get there in time. "+say.Trouble(w, err) || say.Refused(w, err, false) != say.Trouble(w, err) {
			t.Errorf("%v: %q", err, got)
		}
	}
	for _, err := range []error{group.ErrCounted, group.ErrPaceOld, group.ErrNoRoom} {
		if got := say.Refused(w, err, true); strings.Contains(got, "in time") {
			t.Errorf("%v: %q", err, got)
		}
	}
}
