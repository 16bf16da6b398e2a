package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// join says how a word stands to the word before it.
type join uint8

const (
	loose  join = iota // a space; a line may end there
	soft               // a space; a line ends there only if it must, as within a phone number
	firm               // a space; no line ends there, as before "[1]"
	broken             // a line end the author asked for
)

// word is a run of text without space, in bytes of the leaf and in cells.
type word struct {
	lo, hi, width int
	join          join
}

// split finds the words of a text, adding to ws.
func split(text string, ws []word) []word {
	first := len(ws)
	gap := loose
	for i := 0; i < len(text); {
		n, space, kind := spaceAt(text, i)
		if space {
			gap = max(gap, kind)
			i += n
			continue
		}
		hi := wordEnd(text, i)
		if len(ws) == first {
			gap = loose
		}
		w := word{lo: i, hi: hi, width: width(text[i:hi]), join: gap}
		if gap == loose && len(ws) > first {
			w.join = bond(text[ws[len(ws)-1].lo:ws[len(ws)-1].hi], text[i:hi])
		}
		ws = append(ws, w)
		gap, i = loose, hi
	}
	return ws
}

// spaceAt tells whether a space starts at i, how long it is and what it allows.
func spaceAt(s string, i int) (n int, space bool, kind join) {
	switch c := s[i]; {
	case c == ' ':
		return 1, true, loose
	case c == '\n':
		return 1, true, broken
	case c < utf8.RuneSelf:
		return 1, false, loose
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == 0xa0 || r == 0x202f || r == 0x2007:
		return n, true, firm // no-break spaces
	case unicode.IsSpace(r):
		return n, true, loose
	}
	return n, false, loose
}

// wordEnd is where the word that starts at i ends.
func wordEnd(s string, i int) int {
	for i < len(s) {
		n, space, _ := spaceAt(s, i)
		if space {
			break
		}
		i += n
	}
	return i
}

// bond decides how two words with a space between them hold together.
func bond(before, w string) join {
	switch {
	case cites(w) || strings.HasPrefix(before, "[") && !strings.Contains(before, "]") && cites(before):
		return firm
	case numeric(before) && numeric(strings.TrimRight(w, ",;:!?")):
		return soft
	}
	return loose
}

// cites reports whether a word is or starts a citation, "[1]." or "[1,".
func cites(w string) bool {
	return len(w) > 2 && w[0] == '[' && w[1] >= '0' && w[1] <= '9' && strings.Trim(w[1:], "0123456789,].;:!?)") == ""
}

// numeric reports whether a word can be part of a phone number.
func numeric(w string) bool {
	return w != "" && strings.Trim(w, "0123456789()+-.") == "" && strings.ContainsAny(w, "0123456789")
}

// width is the number of cells s takes.
func width(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return ansi.StringWidth(s)
		}
	}
	return len(s) // no control is left in what we set
}

// cluster is the first grapheme of s: its bytes and cells.
func cluster(s string) (bytes, cells int) {
	if len(s) == 1 || s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return 1, 1
	}
	c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(1, len(c)), w
}

// head is the longest start of s that takes at most cells, and at least one
// grapheme.
func head(s string, cells int) (bytes, used int) {
	for bytes < len(s) {
		n, w := cluster(s[bytes:])
		if bytes > 0 && used+w > cells {
			break
		}
		bytes, used = bytes+n, used+w
	}
	return bytes, used
}
