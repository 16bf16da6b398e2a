package line

import (
	"strconv"
	"unicode"
)

// A pair is a number, from 1, and the letter typed with it, from 0 for a.
type pair struct{ number, letter int }

// pairs is the answer as numbers from 1 to n, each with one of the first m
// letters: "1b 2a", "1-b, 2-a", "1 b y 2 a".
func (a answer) pairs(n, m int) (list []pair, ok bool) {
	number := 0 // waiting for its letter
	for _, word := range pieces(a.word) {
		i, err := strconv.Atoi(word)
		switch {
		case err == nil && (number != 0 || i < 1 || i > n):
			return nil, false
		case err == nil:
			number = i
		case number == 0 && (word == "y" || word == "and"):
		case number == 0 || len(word) != 1 || int(word[0]-'a') >= m:
			return nil, false
		default:
			list, number = append(list, pair{number, int(word[0] - 'a')}), 0
		}
	}
	return list, len(list) > 0 && number == 0
}

// pieces takes text apart into runs of digits and runs of letters. What stands
// between them is passed over.
func pieces(text string) (list []string) {
	last := 0 // the kind of the run so far
	for _, r := range text {
		kind := 0
		switch {
		case unicode.IsDigit(r):
			kind = 1
		case unicode.IsLetter(r):
			kind = 2
		}
		switch {
		case kind == 0:
		case kind == last:
			list[len(list)-1] += string(r)
		default:
			list = append(list, string(r))
		}
		last = kind
	}
	return list
}
