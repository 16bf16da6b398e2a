package plan

import (
	"strings"
	"unicode/utf8"
)

// dayOf is the days that a word names, Monday being 0. Two letters are enough.
func dayOf(word string) ([]int, bool) {
	switch word {
	case "weekdays", "weekday", "laborables":
		return []int{0, 1, 2, 3, 4}, true
	case "daily", "everyday", "diario":
		return []int{0, 1, 2, 3, 4, 5, 6}, true
	}
	if len(word) < 2 {
		return nil, false
	}
	for d, names := range [7][]string{
		{"mondays", "lunes"}, {"tuesdays", "martes"}, {"wednesdays", "miercoles"}, {"thursdays", "jueves"},
		{"fridays", "viernes"}, {"saturdays", "sabados"}, {"sundays", "domingos"},
	} {
		for _, name := range names {
			if strings.HasPrefix(name, word) {
				return []int{d}, true
			}
		}
	}
	return nil, false
}

// lex splits a line into words, numbers with their minutes, and signs. Dots are
// dropped: "6 p.m." is "6 pm".
func lex(s string) []string {
	var out []string
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case strings.ContainsRune(" \t\n.", r):
		case isDigit(r):
			size = run(s, func(r rune) bool { return isDigit(r) || r == ':' })
			out = append(out, s[:size])
		case isLetter(r):
			size = run(s, isLetter)
			out = append(out, s[:size])
		case strings.ContainsRune("-\u2013\u2014\u2212", r):
			out = append(out, "-") // dashes of all lengths
		default:
			out = append(out, s[:size])
		}
		s = s[size:]
	}
	return joined(out)
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }

// run is how many bytes at the start of s are of one kind.
func run(s string, of func(rune) bool) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !of(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// joined makes "p" "m" into "pm".
func joined(tokens []string) []string {
	var out []string
	for _, t := range tokens {
		if n := len(out); t == "m" && n > 0 && (out[n-1] == "a" || out[n-1] == "p") {
			out[n-1] += "m"
			continue
		}
		out = append(out, t)
	}
	return out
}
