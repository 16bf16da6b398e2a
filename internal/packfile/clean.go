package packfile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"porchlight/internal/safetext"
)

// manyUnsafe is how many unsafe characters of one file are told apart. A file
// with more is not text, and the first few say enough.
const manyUnsafe = 20

// clean returns the text of a file with \n as the only line end and a space
// for each character that does not belong in a pack, so that columns stay
// true. It reports each of those. A byte order mark at the start is what some
// editors on Windows add, so it is dropped without a word.
func (d *Doc) clean(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	if plain(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	at, found := Pos{1, 1}, 0
	for i, r := range text {
		if bad := unsafeAt(text, i, r); bad != "" {
			if found++; found <= manyUnsafe {
				d.Report(at, bad, unsafeRemedy(r))
			}
			r = ' '
		}
		b.WriteRune(r)
		at = at.after(r)
	}
	return b.String()
}

// plain reports whether text holds nothing but printable ASCII and line ends,
// as most lessons do. It is the quick way past the slow check.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; (c < ' ' || c > '~') && c != '\n' {
			return false
		}
	}
	return true
}

// unsafeAt says what is wrong with the rune r at text[i], "" for nothing.
func unsafeAt(text string, i int, r rune) string {
	switch {
	case r == '\n':
		return ""
	case r == '\t':
		return "a tab character (U+0009)"
	case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"):
		return fmt.Sprintf("the byte 0x%02X is not UTF-8 text", text[i])
	case safetext.Unsafe(r):
		return fmt.Sprintf("an invisible or control character (%U)", r)
	}
	return ""
}

func unsafeRemedy(r rune) string {
	switch r {
	case '\t':
		return "Write spaces instead."
	case utf8.RuneError:
		return "Save the file as UTF-8 in your editor."
	}
	return "Delete it. If you cannot see it, delete the characters around this column and type them again."
}
