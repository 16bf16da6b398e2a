package safetext_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"porchlight/internal/safetext"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Ask about naloxone", "Ask about naloxone"},
		{"accents", "¿Qué pregunto?", "¿Qué pregunto?"},
		{"colour sequence", "a\x1b[31mb", "a[31mb"},
		{"clipboard sequence", "a\x1b]52;c;AAAA\x07b", "a]52;c;AAAAb"},
		{"C1", "a\u009b31mb", "a31mb"},
		{"bidirectional override", "a\u202eb", "ab"},
		{"zero width", "a\u200bb", "ab"},
		{"line end", "a\nb\tc", "a b c"},
		{"invalid UTF-8", "a\xffb", "a\uFFFDb"},
	} {
		if got := safetext.Line(c.in, 0); got != c.want {
			t.Errorf("%s: Line(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestLimitCutsBetweenRunes(t *testing.T) {
	for limit := 1; limit <= 8; limit++ {
		got := safetext.Line("añ€😀", limit)
		if len(got) > limit || !utf8.ValidString(got) || strings.ContainsRune(got, utf8.RuneError) {
			t.Errorf("limit %d: %q", limit, got)
		}
	}
}

func TestBlockKeepsLineEnds(t *testing.T) {
	if got, want := safetext.Block("a\r\nb\rc\x07\n", 0), "a\nb\nc\n"; got != want {
		t.Errorf("Block = %q, want %q", got, want)
	}
}

func FuzzLine(f *testing.F) {
	f.Add("a\x1b]52;c;AAAA\x07b\u202e", 5)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		got := safetext.Line(s, limit)
		if limit > 0 && utf8.ValidString(s) && len(got) > limit {
			t.Errorf("%d bytes, limit %d", len(got), limit)
		}
		for _, r := range got {
			if safetext.Unsafe(r) {
				t.Errorf("Line(%q) keeps %U", s, r)
			}
		}
		if again := safetext.Line(got, 0); again != got {
			t.Errorf("not stable: %q then %q", got, again)
		}
	})
}
