package typeset_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"porchlight/internal/typeset"
)

func TestParagraphs(t *testing.T) {
	const md = "# Title\n\nOne *two*\nthree.\n\n## Part {#part}\n\n- first item\n- second [item](term:x)\n  - under it\n\n" +
		"| a | b |\n|---|---|\n| c | d |\n\n> said\n\n1. last\n"
	want := []typeset.Paragraph{
		{At: typeset.Place{}, Text: "Title", Level: 1},
		{At: typeset.Place{Block: 1}, Text: "One two three."},
		{At: typeset.Place{Block: 2}, Text: "Part", Level: 2, ID: "part"},
		{At: typeset.Place{Block: 3}, Text: "first item"},
		{At: typeset.Place{Block: 3, Word: 2}, Text: "second item"},
		{At: typeset.Place{Block: 3, Word: 4}, Text: "under it"},
		{At: typeset.Place{Block: 4}, Text: "c d"},
		{At: typeset.Place{Block: 5}, Text: "said"},
		{At: typeset.Place{Block: 6}, Text: "last"},
	}
	for _, width := range []int{80, 7} {
		text, err := typeset.Set(md, width, typeset.Style{})
		if err != nil {
			t.Fatal(err)
		}
		if got := text.Paragraphs(); !slices.Equal(got, want) {
			t.Errorf("at width %d:\ngot  %+v\nwant %+v", width, got, want)
		}
	}
}

// Whatever the width and the style, a paragraph is the same words at the same
// place, and the line of its place shows how it begins.
func TestParagraphsAreTheSameAtEveryWidth(t *testing.T) {
	md, err := os.ReadFile("testdata/lesson.md")
	if err != nil {
		t.Fatal(err)
	}
	var first []typeset.Paragraph
	for _, width := range []int{200, 80, 61, 40, 20} {
		for _, style := range []typeset.Style{{}, evening()} {
			text := set(t, string(md), width, style)
			got := text.Paragraphs()
			if first == nil {
				first = got
			}
			if !slices.Equal(got, first) {
				t.Errorf("at width %d the paragraphs differ", width)
			}
			for _, p := range got {
				word, _, _ := strings.Cut(p.Text, " ")
				if line := text.Plain[text.LineOf(p.At)]; len(word) < 12 && p.At.Word == 0 && !strings.Contains(line, word) {
					t.Errorf("at width %d: %q is not on the line %q", width, word, line)
				}
			}
		}
	}
}
