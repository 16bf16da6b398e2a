package find

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestWord is how much of a word counts, in folded bytes. Nobody types more.
const longestWord = 40

// A scanner reads the words of a text, folded: lower case, no accents, no
// apostrophes. It allocates nothing.
type scanner struct {
	text     string
	from, to int // where the word stands in the text, in bytes
	word     []byte
	buf      [longestWord + utf8.UTFMax]byte
}

// read begins with another text.
func (s *scanner) read(text string) { s.text, s.from, s.to = text, 0, 0 }

// next finds the next word; false at the end of the text.
func (s *scanner) next() bool {
	s.word = s.buf[:0]
	i := s.to
	for i < len(s.text) {
		r, n := rune(s.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.text[i:])
		}
		switch {
		case inWord(r):
			if len(s.word) == 0 {
				s.from = i
			}
			s.add(r, s.text[i:i+n])
			s.to = i + n
		case len(s.word) > 0 && joins(r): // "won't" is one word
		case len(s.word) > 0:
			return true
		}
		i += n
	}
	if len(s.word) == 0 {
		s.to = len(s.text)
	}
	return len(s.word) > 0
}

// add folds one letter onto the word.
func (s *scanner) add(r rune, letter string) {
	switch {
	case len(s.word) >= longestWord:
	case r >= 'A' && r <= 'Z':
		s.word = append(s.word, byte(r)+'a'-'A')
	case r < utf8.RuneSelf:
		s.word = append(s.word, byte(r))
	default:
		var buf [32]byte
		for _, r := range string(norm.NFD.AppendString(buf[:0], letter)) {
			if !unicode.Is(unicode.Mn, r) && len(s.word) < longestWord {
				s.word = utf8.AppendRune(s.word, unicode.ToLower(r))
			}
		}
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// joins reports whether a mark within a word belongs to it: an apostrophe, or
// an accent that stands by itself.
func joins(r rune) bool {
	return r == '\'' || r == '\u2019' || r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r)
}

// letters is which letters a word has. Two words that are a typo apart differ
// in two of them at most, which is told faster than the typo.
func letters(word []byte) (mask uint32) {
	for _, c := range word {
		switch {
		case c >= 'a' && c <= 'z':
			mask |= 1 << (c - 'a')
		case c >= '0' && c <= '9':
			mask |= 1 << 26
		default:
			mask |= 1 << (27 + c%5)
		}
	}
	return mask
}

// apart reports whether two words differ in more letters than typos explain.
func apart(a, b uint32, typos int) bool { return bits.OnesCount32(a^b) > 2*typos }
