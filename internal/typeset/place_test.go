package typeset_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"porchlight/internal/typeset"
)

// cells is the part of a line that a span covers.
func cells(line string, s typeset.Span) string { return ansi.Cut(line, s.From, s.To) }

// sameWords checks that two settings of one text hold the same words at the
// same places. A table's head may have become labels.
func sameWords(t testing.TB, a, b typeset.Text) {
	t.Helper()
	wa, la := typeset.Words(a)
	wb, lb := typeset.Words(b)
	labels := " " + strings.Join(append(la, lb...), " ")
	for _, pair := range [][2]map[typeset.Place]string{{wa, wb}, {wb, wa}} {
		for at, w := range pair[0] {
			if other, ok := pair[1][at]; other != w && (ok || !strings.Contains(labels, " "+w)) {
				t.Fatalf("%v is %q at width %d, %q at %d", at, wa[at], a.Width, wb[at], b.Width)
			}
		}
	}
}

func TestNoWordIsLostAtAnyWidth(t *testing.T) {
	for _, s := range looks() {
		wide := set(t, sample(t), 200, s)
		for width := 16; width < 200; width++ {
			sameWords(t, set(t, sample(t), width, s), wide)
		}
	}
}

// TestPlaceIsTheSameWord sets a lesson at two widths and carries the place of
// each line from one to the other and back.
func TestPlaceIsTheSameWord(t *testing.T) {
	md := sample(t)
	var texts [121]typeset.Text
	for w := 20; w <= 120; w++ {
		texts[w] = set(t, md, w, evening())
	}
	rapid.Check(t, func(t *rapid.T) {
		a := texts[rapid.IntRange(20, 120).Draw(t, "from")]
		b := texts[rapid.IntRange(20, 120).Draw(t, "to")]
		line := rapid.IntRange(0, len(a.Lines)-1).Draw(t, "line")
		p := a.PlaceAt(line)
		words, _ := typeset.Words(b)
		word, ok := words[p]
		if !ok {
			return // the head of a table that b shows as rows
		}
		on := b.Plain[b.LineOf(p)]
		if len(word) > b.Width/2 { // it may be broken over lines
			word = word[:1]
		}
		if !strings.Contains(on, word) {
			t.Fatalf("%v is %q, but line %d at width %d is %q", p, word, b.LineOf(p), b.Width, on)
		}
		if q := b.PlaceAt(b.LineOf(p)); q.Block != p.Block || q.Word > p.Word {
			t.Fatalf("%v lands on a line that starts with %v", p, q)
		}
	})
}

func TestPlaceOfEachLineIsThatLine(t *testing.T) {
	for _, width := range []int{20, 40, 80, 120} {
		text := set(t, "a b\n\nfirst words of a longer paragraph, and more of them\n\n- c\n- d", width, typeset.Style{})
		for i, line := range text.Plain {
			if got := text.LineOf(text.PlaceAt(i)); line != "" && got != i {
				t.Errorf("width %d: line %d comes back as %d", width, i, got)
			}
		}
	}
}

func TestLineOfClamps(t *testing.T) {
	text := set(t, "one two\n\nthree four\n\n***", 5, typeset.Style{})
	for _, c := range []struct {
		p    typeset.Place
		line int
	}{
		{typeset.Place{}, 0},
		{typeset.Place{Block: -1, Word: -5}, 0},
		{typeset.Place{Block: 0, Word: 1}, 1},
		{typeset.Place{Block: 0, Word: 99}, 1},
		{typeset.Place{Block: 1, Word: 0}, 3},
		{typeset.Place{Block: 1, Word: 99}, 4},
		{typeset.Place{Block: 99, Word: 0}, 4},
	} {
		if got := text.LineOf(c.p); got != c.line {
			t.Errorf("LineOf(%v) = %d, want %d", c.p, got, c.line)
		}
	}
	if got := text.PlaceAt(2); got != (typeset.Place{Block: 1}) {
		t.Errorf("the empty line's place is %v", got)
	}
	if got, want := text.PlaceAt(99), (typeset.Place{Block: 1, Word: 1}); got != want {
		t.Errorf("beyond the end: %v", got)
	}
	var none typeset.Text
	if none.LineOf(typeset.Place{Block: 3}) != 0 || none.PlaceAt(7) != (typeset.Place{}) {
		t.Error("a text without lines has places")
	}
}
