package lessons_test

import (
	"testing"

	"porchlight/lessons"
)

func TestUnpaused(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"One.\n\nTwo.\n", "One.\n\nTwo.\n"},
		{"One.\n\n<!-- pause -->\n\nTwo.\n", "One.\n\n\nTwo.\n"},
		{"One.\n\n  <!-- pause -->", "One.\n\n"},
		{"It is `<!-- pause -->` here.\n", "It is `<!-- pause -->` here.\n"},
	} {
		if got := lessons.Unpaused(c.body); got != c.want {
			t.Errorf("%q becomes %q, not %q", c.body, got, c.want)
		}
	}
}
