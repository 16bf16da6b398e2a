// Package line is Porchlight without a screen: each activity as plain prompts
// and answers, for screen readers, dumb terminals and pipes. It moves no
// cursor, sends no escape, and understands English and Spanish answers
// whichever language it speaks. What a learner does is kept by the same Desk
// as on the screen.
package line

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"

	"porchlight/internal/fold"
	"porchlight/internal/safetext"
)

// answerLimit is the longest answer read, in bytes; the rest of a longer line
// is passed over.
const answerLimit = 4096

// The words that work at every prompt.
var (
	errBack = errors.New("back")
	errQuit = errors.New("quit")
)

// An answer is what the learner typed at a prompt.
type answer struct {
	text string // cleaned, as typed
	word string // folded: lower case, no accents
}

// number is the answer as a number from 1 to n, or false.
func (a answer) number(n int) (int, bool) {
	i, err := strconv.Atoi(strings.TrimSuffix(a.word, "."))
	return i, err == nil && i >= 1 && i <= n
}

// numbers is the answer as several numbers from 1 to n, "1 3" or "1,3".
func (a answer) numbers(n int) ([]int, bool) {
	var out []int
	for _, part := range strings.FieldsFunc(a.word, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		i, ok := answer{word: part}.number(n)
		if part == "y" || part == "and" {
			continue
		}
		if !ok {
			return nil, false
		}
		out = append(out, i)
	}
	return out, len(out) > 0
}

func (a answer) is(words ...string) bool {
	for _, w := range words {
		if a.word == w {
			return true
		}
	}
	return false
}

// yes, in both languages.
func (a answer) yes() bool { return a.is("y", "yes", "s", "si") }

// readAnswer reads one line. CR, LF or both end it; so does the end of input,
// which is io.EOF once nothing is left.
func readAnswer(in *bufio.Reader) (answer, error) {
	var line []byte
	for {
		b, err := in.ReadByte()
		if err != nil {
			if len(line) == 0 {
				return answer{}, err
			}
			break
		}
		if b == '\n' {
			break
		}
		if b == '\r' {
			passLF(in)
			break
		}
		if len(line) < answerLimit {
			line = append(line, b)
		}
	}
	text := strings.TrimSpace(safetext.Line(string(line), answerLimit))
	return answer{text: text, word: fold.Text(text)}, nil
}

// passLF passes over the LF of a CR LF, without waiting for one that has not
// been typed.
func passLF(in *bufio.Reader) {
	if in.Buffered() == 0 {
		return
	}
	if next, err := in.Peek(1); err == nil && next[0] == '\n' {
		_, _ = in.ReadByte()
	}
}

// isEnd reports whether err means that the learner is done: they said so, or
// there is no more input.
func isEnd(err error) bool { return errors.Is(err, errQuit) || errors.Is(err, io.EOF) }
