package typeset_test

import (
	"strings"
	"testing"

	"porchlight/internal/typeset"
)

// shown is the matches as they stand in the lines, a bar for each line's end.
func shown(t typeset.Text, matches []typeset.Match) string {
	var all []string
	for _, m := range matches {
		var parts []string
		for _, s := range m.Spans {
			parts = append(parts, cells(t.Plain[s.Line], s))
		}
		all = append(all, strings.Join(parts, "|"))
	}
	return strings.Join(all, ", ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, in, query string
		width           int
		want            string
	}{
		{"nothing asked", "a b", "  ", 40, ""},
		{"not there", "a b", "c", 40, ""},
		{"case", "Naloxone and NALOXONE", "naloxone", 40, "Naloxone, NALOXONE"},
		{"accents", "¿Qué pasó? Que pase.", "que pas", 40, "Qué pas, Que pas"},
		{"accents in the query", "cafe", "CAFÉ", 40, "cafe"},
		{"an accent of its own", "ne\u0301e", "née", 40, "ne\u0301e"},
		{"curled quotes", "I’m “done” – now", `i'm "done" - now`, 40, "I’m “done” – now"},
		{"across a line's end", "one two three", "two three", 8, "two|three"},
		{"across three lines", "aa bb cc", "aa bb cc", 4, "aa|bb|cc"},
		{"across a change of look", "a **b** *c*d", "b cd", 40, "b cd"},
		{"any space in the query", "a b", " a \n b ", 40, "a b"},
		{"a broken word", "abcdefgh", "cdef", 5, "cde|f"},
		{"in a list", "- one two\n- three", "two", 6, "two"},
		{"not across paragraphs", "a\n\nb", "a b", 40, ""},
		{"not across items", "- a\n- b", "a b", 40, ""},
		{"in a quotation", "> one two", "one two", 6, "one|two"},
		{"wide letters", "薬を飲む", "を飲", 40, "を飲"},
		{"not overlapping", "aaaa", "aa", 40, "aa, aa"},
		{"in a table's rows", "|A|B|\n|-|-|\n|x y|z|", "a: x", 40, "A: x"},
		{"an address", "[a](https://b.org)", "b.org", 40, "b.org"},
	} {
		text := set(t, c.in, c.width, typeset.Style{})
		if got := shown(text, text.Find(c.query)); got != c.want {
			t.Errorf("%s: Find(%q) in %q: %q, want %q", c.name, c.query, text.Plain, got, c.want)
		}
	}
}

// TestFindWithinAGridsCell: the lines of a cell stand apart, with other cells
// between them, and are read one after the other.
func TestFindWithinAGridsCell(t *testing.T) {
	long := strings.Repeat("word ", 12)
	text := set(t, "|Level|What|\n|-|-|\n|Detox here|"+long+"first second "+long+"|", 60, evening())
	if got := shown(text, text.Find("level")); got != "Level" {
		t.Errorf("head: %q", got)
	}
	if got := text.Find("word word"); len(got) != 12 {
		t.Errorf("%d matches, want 12", len(got))
	}
}

// TestFindCountsTheSameAtEveryWidth: a wrap hides nothing.
func TestFindCountsTheSameAtEveryWidth(t *testing.T) {
	style := evening()
	style.Grid = false
	for _, query := range []string{"the", "a substance", "what it is", "911", "can you", "stop tonight"} {
		want := len(set(t, sample(t), 200, style).Find(query))
		for width := 16; width < 200; width += 3 {
			if got := len(set(t, sample(t), width, style).Find(query)); got != want {
				t.Errorf("%q: %d at width %d, %d at 200", query, got, width, want)
			}
		}
	}
}

func TestMarked(t *testing.T) {
	s := typeset.Style{Strong: typeset.Face{Bold: true}, Link: typeset.Face{Underline: true}, Mark: typeset.Face{Color: "11"}, Links: true}
	for _, c := range []struct {
		name, in, query string
		current         bool
		want            string
	}{
		{"plain words", "a b c", "b", true, "a ␛[0;93;7mb␛[m c"},
		{"not the one at hand", "a b c", "b", false, "a ␛[0;93;1;4mb␛[m c"},
		{"the pen goes on below", "**a b c**", "b", true, "␛[0;1ma ␛[0;1;93;7mb␛[0;1m c␛[m"},
		{"the pen changes below", "a **b** c", "a b c", true, "␛[0;93;7ma ␛[0;1;93;7mb␛[0;93;7m c␛[m"},
		{"to the line's end", "**a**", "a", true, "␛[0;1m␛[0;1;93;7ma␛[0;93;7m␛[m"},
		{"a link", "[a](tel:1)", "a", true, "␛[0;4m␛]8;;tel:1␛\\␛[0;4;93;7ma␛[0;93;7m␛]8;;␛\\␛[m (␛]8;;tel:1␛\\1␛]8;;␛\\)"},
	} {
		text := set(t, c.in, 40, s)
		got := text.Marked(0, text.Find(c.query)[0].Spans, c.current)
		if got := strings.ReplaceAll(got, "\x1b", "␛"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestMarkedKeepsTheWords(t *testing.T) {
	for _, s := range looks() {
		text := set(t, sample(t), 50, s)
		for i, m := range text.Find("the") {
			for _, at := range m.Spans {
				got, open := stripped(t, text.Marked(at.Line, m.Spans, i == 0))
				if got != text.Plain[at.Line] || open {
					t.Errorf("%q, open %v", got, open)
				}
			}
		}
		if text.Marked(-1, nil, true) != "" || text.Marked(len(text.Lines), nil, true) != "" {
			t.Error("a line that is not there is marked")
		}
	}
}
