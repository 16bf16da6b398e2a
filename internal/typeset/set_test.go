package typeset_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"porchlight/internal/typeset"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, lines []string) {
	t.Helper()
	got := strings.ReplaceAll(strings.Join(lines, "\n")+"\n", "\x1b", "␛")
	path := "testdata/" + name + ".golden"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test -update and look at the change\n%s", path, got)
	}
}

func TestGolden(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		golden(t, fmt.Sprintf("evening-%d", width), set(t, sample(t), width, evening()).Plain)
		golden(t, fmt.Sprintf("plain-%d", width), set(t, sample(t), width, typeset.Style{}).Lines)
	}
	golden(t, "evening-80-styled", set(t, sample(t), 80, evening()).Lines)
}

func TestSoundAtEveryWidth(t *testing.T) {
	for _, s := range looks() {
		for width := 4; width <= 200; width++ {
			sound(t, set(t, sample(t), width, s), width, s.Name == "")
		}
	}
}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		name, in string
		width    int
		want     string
	}{
		{"nothing", "", 40, ""},
		{"only space", " \n\n\t\n", 40, ""},
		{"a paragraph is filled", "one two\nthree four", 13, "one two three|four"},
		{"a break that was asked for", "one\\\ntwo  \nthree", 40, "one|two|three"},
		{"a word longer than the line", "a abcdefghijkl b", 5, "a|abcde|fghij|kl b"},
		{"an address breaks after a slash", "x https://a.org/bcd/efgh", 17, "x|https://a.org/|bcd/efgh"},
		{"or else between its words", "x https://a.org/some-long-name.html", 14, "x|https://a.org/|some-long-|name.html"},
		{"an address of one word", "https://a.org/abcdefghijklmnopqrst", 10, "https://|a.org/|abcdefghij|klmnopqrst"},
		{"a hyphen is no place to break", "well twenty-four", 10, "well|twenty-fou|r"},
		{"a citation stays with its word", "it can kill [1] soon", 12, "it can|kill [1]|soon"},
		{"so does a double one", "it kills [1, 2]. Yes", 14, "it|kills [1, 2].|Yes"},
		{"a citation after a word as long as the line", "responsibilities [1]", 16, "responsi|bilities [1]"},
		{"a phone number stays whole", "Call now (800) 662-4357", 20, "Call now|(800) 662-4357"},
		{"so narrow that nothing hangs", "- one two", 7, "- one|two"},
		{"unless it cannot", "Call 1 800 662 4357", 8, "Call|1 800|662 4357"},
		{"a no-break space", "one two&nbsp;three", 10, "one|two three"},
		{"entities", "a &lt;b&gt; &amp;amp; &#39;c&#39; &nosuch; & d", 60, "a <b> &amp; 'c' &nosuch; & d"},
		{"escapes of Markdown", `\* \_ \" \$ \a \\ \[x\]`, 60, `* _ " $ \a \ [x]`},
		{"code is left alone", "`a\\* &amp; b`", 60, "a\\* &amp; b"},
		{"bullets hang", "- one two three\n- four", 12, "- one two|  three|- four"},
		{"numbers hang and align", "9. one two three\n10. four", 14, " 9. one two|    three|10. four"},
		{"numbers keep their mark", "3) a\n4) b", 20, "3) a|4) b"},
		{"a loose list", "- a\n\n- b", 20, "- a||- b"},
		{"a list within", "1. a\n   - b\n     - c\n2. d", 20, "1. a|   - b|     - c|2. d"},
		{"an empty item", "- a\n-\n- b", 20, "- a|-|- b"},
		{"paragraphs of an item", "- a\n\n  b", 20, "- a||  b"},
		{"a quotation", "> one two four\n>\n> three", 12, "| one two|| four|||| three"},
		{"a list in a quotation", "> - one two four", 14, "| - one two||   four"},
		{"code keeps its spaces", "```\na  b\n\n  c\n```", 20, "  a  b||    c"},
		{"a rule", "a\n\n***\n\nb", 20, "a||---||b"},
		{"a heading's attributes", "## Tom {#example-partner .x}", 40, "Tom"},
		{"a heading stands apart", "a\n\n## b\n\nc", 40, "a|||b||c"},
		{"a term", "[Tolerance](term:tolerance) drops", 40, "Tolerance drops"},
		{"a lesson", "[Read on](lesson:x).", 40, "Read on."},
		{"the web", "[here](https://a.org/b)", 40, "here (https://a.org/b)"},
		{"the web, said already", "[a.org](https://a.org/)", 40, "a.org"},
		{"a phone", "[Lifeline](tel:988), [call 988](tel:988)", 60, "Lifeline (988), call 988"},
		{"mail", "[us](mailto:a@b.org?subject=x) <c@d.org>", 60, "us (a@b.org) c@d.org"},
		{"a bare address", "See https://a.org/b.", 60, "See https://a.org/b."},
		{"schemes we do not go to", "[a](javascript:x) [b](http://x.y) [c](#d) [e](f.md) <file:///g>", 60, "a b c e file:///g"},
		{"a reference", "[a]\n\n[a]: https://x.org", 60, "a (https://x.org)"},
		{"a picture is its words", "![a *porch*](x.png) light", 60, "a porch light"},
		{"tags vanish", "a <b>c</b><br>d <!-- e -->f", 60, "a c d f"},
		{"an HTML block keeps its words", "<div>\na &lt; b\n</div>", 60, "a < b"},
		{"a comment draws nothing", "a\n\n<!-- b -->\n\nc", 60, "a||c"},
		{"wide letters", "薬を 飲む", 6, "薬を|飲む"},
		{"a wide word is broken between letters", "薬を飲む", 5, "薬を|飲む"},
		{"combining marks take no room", "ne\u0301e ne\u0301e", 7, "ne\u0301e ne\u0301e"},
		{"a table as rows", "|A|B?|\n|-|-|\n|x|yes and no|\n||w|", 14, "A: x|  B? yes and|    no|B? w"},
		{"a table without rows", "|A|B|\n|-|-|", 40, "A|B"},
		{"a column with nothing but a name", "|A|B|C|\n|-|-|-|\n|x||y|\n|z|||", 40, "A: x|  B:|  C: y|A: z"},
		{"a column without a name", "||B|\n|-|-|\n|x|y|", 40, "x|  B: y"},
	} {
		text := set(t, c.in, c.width, typeset.Style{})
		if got := strings.Join(text.Lines, "|"); got != c.want {
			t.Errorf("%s: %q at %d:\n got %q\nwant %q", c.name, c.in, c.width, got, c.want)
		}
		sound(t, text, c.width, true)
	}
}

func TestStyled(t *testing.T) {
	s := typeset.Style{
		Heading: typeset.Face{Color: "#b8860b", Bold: true}, Strong: typeset.Face{Bold: true},
		Emph: typeset.Face{Italic: true}, Link: typeset.Face{Color: "9"}, Term: typeset.Face{Underline: true},
		Quote: typeset.Face{Color: "3"}, Code: typeset.Face{Color: "nonsense\x1b[5m"}, Links: true,
	}
	for _, c := range []struct{ name, in, want string }{
		{"body has no colour", "a b", "a b"},
		{"one run, one escape", "**a b c**", "␛[1ma b c␛[m"},
		{"runs merge", "**a** **b**c", "␛[1ma␛[m ␛[1mb␛[mc"},
		{"each line stands alone", "**aaaaaaaaa bbbbbbbbb ccccccccc**", "␛[1maaaaaaaaa bbbbbbbbb␛[m|␛[1mccccccccc␛[m"},
		{"nested", "**a *b* c**", "␛[1ma ␛[0;1;3mb␛[0;1m c␛[m"},
		{"a term within strong", "**[a](term:a) b**", "␛[1;4ma␛[0;1m b␛[m"},
		{"strong within a link", "[a **b**](lesson:a)", "␛[91ma ␛[0;1;91mb␛[m"},
		{"a heading", "# a", "␛[1;38;2;184;134;11ma␛[m"},
		{"a quotation's bar only", "> a", "␛[33m| ␛[ma"},
		{"a colour that is none", "`a`", "a"},
		{"OSC 8", "[a](tel:988)", "␛[91m␛]8;;tel:988␛\\a␛[m␛]8;;␛\\ (␛]8;;tel:988␛\\988␛]8;;␛\\)"},
	} {
		text := set(t, c.in, 20, s)
		if got := strings.ReplaceAll(strings.Join(text.Lines, "|"), "\x1b", "␛"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		sound(t, text, 20, false)
	}
}

func TestHeads(t *testing.T) {
	text := set(t, sample(t), 30, evening())
	var got []string
	for _, h := range text.Heads {
		got = append(got, fmt.Sprintf("%d %s #%s", h.Level, h.Title, h.ID))
		if first := strings.Fields(text.Plain[h.Line])[0]; !strings.HasPrefix(h.Title, first) {
			t.Errorf("line %d is %q, want the start of %q", h.Line, text.Plain[h.Line], h.Title)
		}
	}
	want := "2 What withdrawal is #what-it-is|3 Who to call #|2 Example: Tom wants to stop tonight #example-partner"
	if strings.Join(got, "|") != want {
		t.Errorf("heads %q", got)
	}
}

func TestLinks(t *testing.T) {
	for _, width := range []int{16, 40, 80} {
		text := set(t, sample(t), width, evening())
		if len(text.Links) != 8 {
			t.Errorf("%d links, want 8", len(text.Links))
		}
		for _, l := range text.Links {
			var shown []string
			for _, s := range l.Spans {
				shown = append(shown, cells(text.Plain[s.Line], s))
			}
			if got := strings.Join(shown, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(l.Words, " ", "") {
				t.Errorf("width %d: %s stands at %q, want %q", width, l.Address, got, l.Words)
			}
		}
	}
}

func TestGridOnlyWhereItFits(t *testing.T) {
	const table = "|Level|What it is|\n|-|-|\n|Detox|%s|\n"
	long := fmt.Sprintf(table, strings.Repeat("word ", 20))
	for _, c := range []struct {
		name, in string
		width    int
		grid     bool
	}{
		{"small, on a narrow screen", fmt.Sprintf(table, "short"), 40, true},
		{"long, on a narrow screen", long, 59, false},
		{"long, on a wide one", long, 60, true},
		{"a word longer than its column", fmt.Sprintf(table, strings.Repeat("x", 70)), 60, false},
		{"many columns", "|" + strings.Repeat("some words here|", 6) + "\n|" + strings.Repeat("-|", 6) + "\n", 80, false},
	} {
		text := set(t, c.in, c.width, evening())
		if got := strings.Contains(strings.Join(text.Plain, ""), "┼"); got != c.grid {
			t.Errorf("%s: grid %v, want %v", c.name, got, c.grid)
		}
		if all := strings.Join(text.Plain, ""); strings.Contains(all, "…") {
			t.Errorf("%s: cut: %q", c.name, all)
		}
	}
}
