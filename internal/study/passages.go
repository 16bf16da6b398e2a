package study

import (
	"strconv"
	"strings"

	"porchlight/internal/fold"
	"porchlight/internal/typeset"
)

// A Passage is a paragraph of a lesson under a name of its own, by which a
// search opens it and a note holds on to it.
type Passage struct {
	typeset.Paragraph
	Key string
}

// Passages names the paragraphs of a lesson: a heading by its id, any other by
// the words it begins with. Mending the rest of the lesson changes no name.
func Passages(text typeset.Text) []Passage {
	paragraphs := text.Paragraphs()
	out := make([]Passage, len(paragraphs))
	seen := make(map[string]int, len(paragraphs))
	for i, p := range paragraphs {
		key := p.ID
		if key == "" {
			key = slug(p.Text)
		}
		if seen[key]++; seen[key] > 1 {
			key += "-" + strconv.Itoa(seen[key])
		}
		out[i] = Passage{p, key}
	}
	return out
}

// slugWords is how many words make the name of a paragraph.
const slugWords = 6

// slug is the first words of a text, in letters and figures that need no
// quoting anywhere.
func slug(text string) string {
	words := strings.FieldsFunc(fold.Text(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	if len(words) == 0 {
		return "words"
	}
	name := strings.Join(words[:min(slugWords, len(words))], "-")
	return name[:min(len(name), 60)]
}

// FindPassage is the place of a passage in a text by its name, or -1.
func FindPassage(all []Passage, key string) int {
	for i, p := range all {
		if p.Key == key {
			return i
		}
	}
	return -1
}
