package kit_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"porchlight/tui/kit"
)

// The quick way of measuring agrees with the thorough one, whatever a line is
// made of.
func TestWidthIsThatOfTheTerminal(t *testing.T) {
	parts := []string{"plain words", " ", "\x1b[1;38;5;130m", "\x1b[m", "\x1b[38:2::1:2:3m", "\x1b[0K", "\x1b[?25l", "\x1b]0;title\a", "\x1b", "\x1b[", "\x1b[1", "[31m", "é", "e\u0301", "字", "👩‍👩‍👧", "\t", "\n", "\x7f", "\u009b1m", "→", "m"}
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(parts), 0, 8).Draw(t, "parts") {
			s += p
		}
		if got, want := kit.Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q: %d, want %d", s, got, want)
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if got, want := kit.Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q: %d, want %d", s, got, want)
		}
	})
}
