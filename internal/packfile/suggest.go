package packfile

import "strings"

// Suggest returns the one of known that word was probably meant to be, or "".
// It is for "did you mean" in messages about keys and ids.
func Suggest(word string, known []string) string {
	best, distance := "", len(word)/3+2
	for _, k := range known {
		if d := edits(fold(word), fold(k)); d < distance && d < len(k) {
			best, distance = k, d
		}
	}
	return best
}

// fold makes alike what people mix up: case, hyphens and underscores.
func fold(s string) string {
	return strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(s))
}

// longWord bounds the work of edits on a word that is no word.
const longWord = 40

// edits counts the letters to add, drop or change to make a of b.
func edits(a, b string) int {
	if len(a) > longWord || len(b) > longWord || max(len(a)-len(b), len(b)-len(a)) > longWord/4 {
		return longWord
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, diagonal+1, row[j]+1)
		}
	}
	return row[len(b)]
}
