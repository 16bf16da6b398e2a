package group

import (
	"crypto/rand"
	"errors"
	"strings"

	"porchlight/internal/fold"
)

// letters are those of codes: none looks or sounds like another of them, and
// without vowels they make no words.
const letters = "CDFHJKMNPRTVWXY34679"

// How long codes are. The last letter of each is a check on the others, so that
// a slip of the finger is told from a guess.
const (
	codeLen = 7  // what is said aloud: 26 bits, at a few guesses a minute
	longLen = 17 // what is printed or written down: 69 bits
)

// ErrNoCode: the text is no code, or there is a mistake in it.
var ErrNoCode = errors.New("this is not a code, or a letter of it is wrong")

// A Code is what people say to each other to come into a room.
type Code string

// A Key is a long code: it leads a room, or finds a seat again.
type Key string

// NewCode returns a random code.
func NewCode() Code { return Code(pick(codeLen)) }

// NewKey returns a random key.
func NewKey() Key { return Key(pick(longLen)) }

// pick returns n letters, the last of which checks the others.
func pick(n int) string {
	out := make([]byte, 0, n)
	var b [1]byte
	for len(out) < n-1 {
		rand.Read(b[:]) // never fails
		if int(b[0]) < 256-256%len(letters) {
			out = append(out, letters[int(b[0])%len(letters)])
		}
	}
	return string(append(out, check(string(out))))
}

// check is the letter that stands last. It differs where one letter differs,
// and nearly always where two have changed places.
func check(s string) byte {
	sum := 0
	for i := range len(s) {
		sum += weights[i%len(weights)] * strings.IndexByte(letters, s[i])
	}
	return letters[sum%len(letters)]
}

// weights have no factor in common with the number of letters.
var weights = [...]int{1, 3, 7, 9, 11, 13, 17, 19}

// ParseCode reads a code as somebody typed it: with or without spaces,
// capitals, accents and dashes.
func ParseCode(s string) (Code, error) {
	code, err := parse(s, codeLen)
	return Code(code), err
}

// ParseKey reads a key as somebody typed it.
func ParseKey(s string) (Key, error) {
	key, err := parse(s, longLen)
	return Key(key), err
}

// longest is how much of what was typed is looked at.
const longest = 200

func parse(s string, n int) (string, error) {
	out, err := plain(s)
	if err != nil || len(out) != n || check(out[:n-1]) != out[n-1] {
		return "", ErrNoCode
	}
	return out, nil
}

// plain is the letters of codes that were typed, whatever stands between them.
func plain(s string) (string, error) {
	if len(s) > longest {
		return "", ErrNoCode
	}
	var out []byte
	for _, r := range strings.ToUpper(fold.Text(s)) {
		switch {
		case r < 0x80 && strings.IndexByte(letters, byte(r)) >= 0:
			out = append(out, byte(r))
		case strings.ContainsRune(" \t-.,_/'", r):
		default:
			return "", ErrNoCode
		}
	}
	return string(out), nil
}

// String is the code as it is shown: KM4-7TXR.
func (c Code) String() string { return grouped(string(c), len(c)%4) }

// String is the key as it is shown, in groups of four letters.
func (k Key) String() string { return grouped(string(k), 0) }

// grouped puts dashes between groups of four, after a first of another length.
func grouped(s string, first int) string {
	var parts []string
	if first > 0 && first < len(s) {
		parts, s = append(parts, s[:first]), s[first:]
	}
	for len(s) > 5 {
		parts, s = append(parts, s[:4]), s[4:]
	}
	return strings.Join(append(parts, s), "-")
}
