package cells_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"porchlight/internal/cells"
)

// pieces are what a line may be put together of, and what may change it.
var pieces = []string{
	"a", "~", " ", "Help now", "¿Sigue leyendo?", "ñandú", "•", "—", "…", "“x”", "─│╭╯", "©", "®", "\u00ad", "\u00a0",
	"世", "é", "e\u0301", "n\u0303", "\u200d", "\ufe0f", "1\ufe0f\u20e3", "👍", "👨\u200d👩", "☎", "✓", "\x1b[1m", "\x1b[38;5;215m", "\x1b[m", "\x1b[38:2:1:2:3m",
	"\x1b[2J", "\x1b[?25l", "\x1b[", "\x1b", "\x1b]8;;https://example.org\x1b\\", "\x1b]8;;\x1b\\", "\x1b]8;;x\x07", "\x1b]8;;é\x1b\\", "\t", "\x00", "\x7f",
	"\xff", "\xc3", "\xc2", "\xe2\x80", "\u0085", "\u009b1m", "क्षि", "\u0600a", "🇺🇸", "\u2028",
}

// The count is the library's, whatever a line is made of.
func TestWidthIsTheLibrarys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), "")
		if got, want := cells.Width(line), ansi.StringWidth(line); got != want {
			t.Fatalf("%q is %d cells, not %d", line, want, got)
		}
		most := rapid.IntRange(0, 30).Draw(t, "most")
		if got, want := cells.Within(line, most), ansi.StringWidth(line) <= most; got != want {
			t.Fatalf("%q within %d: %v", line, most, got)
		}
	})
}

// A line as lessons have them is counted without the library's help: it takes
// no memory, and a tenth of the time.
func BenchmarkWidth(b *testing.B) {
	const line = "\x1b[1;38;5;215mAyudar\x1b[m sin facilitar: \x1b[4mqué\x1b[m puede hacer usted esta noche — y qué no"
	for name, width := range map[string]func(string) int{"cells": cells.Width, "library": ansi.StringWidth} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				width(line)
			}
		})
	}
}
