package packfile_test

import (
	"strings"
	"testing"
	"time"

	"porchlight/internal/packfile"
)

func TestValuesKnowTheirPlace(t *testing.T) {
	const text = `é: héllo # comment
# a comment
b: ünï [x]
c:
  - é é
  - "quoted: é"
  - k: v
    l: |
      many
      lines
    m: after
  - plain
    over two lines
  - last
d: [é, b,
  "c"]
e: >-
  folded

  text
f: 'it''s'
g: true
`
	d := packfile.ParseYAML("x.yaml", []byte(text))
	if problems := d.Problems(); len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		want packfile.Pos
		path []any
	}{
		{packfile.Pos{Line: 1, Column: 4}, []any{"é"}},
		{packfile.Pos{Line: 3, Column: 4}, []any{"b"}},
		{packfile.Pos{Line: 5, Column: 3}, []any{"c"}},
		{packfile.Pos{Line: 5, Column: 5}, []any{"c", 0}},
		{packfile.Pos{Line: 6, Column: 5}, []any{"c", 1}},
		{packfile.Pos{Line: 7, Column: 5}, []any{"c", 2}},
		{packfile.Pos{Line: 7, Column: 8}, []any{"c", 2, "k"}},
		{packfile.Pos{Line: 8, Column: 8}, []any{"c", 2, "l"}},
		{packfile.Pos{Line: 11, Column: 8}, []any{"c", 2, "m"}},
		{packfile.Pos{Line: 12, Column: 5}, []any{"c", 3}},
		{packfile.Pos{Line: 14, Column: 5}, []any{"c", 4}},
		{packfile.Pos{Line: 15, Column: 5}, []any{"d", 0}},
		{packfile.Pos{Line: 15, Column: 8}, []any{"d", 1}},
		{packfile.Pos{Line: 16, Column: 3}, []any{"d", 2}},
		{packfile.Pos{Line: 17, Column: 4}, []any{"e"}},
		{packfile.Pos{Line: 21, Column: 4}, []any{"f"}},
		{packfile.Pos{Line: 22, Column: 4}, []any{"g"}},
		// What is not there stands where its parent does.
		{packfile.Pos{Line: 7, Column: 5}, []any{"c", 2, "none"}},
		{packfile.Pos{Line: 5, Column: 3}, []any{"c", 9}},
	} {
		if got := d.At(c.path...); got != c.want {
			t.Errorf("At(%v) = %v, want %v", c.path, got, c.want)
		}
	}
}

func TestFrontMatterCountsLinesOfTheFile(t *testing.T) {
	d := packfile.ParseMarkdown("x.md", []byte("---\r\nid: a\r\ntitle: é\r\n---\r\nOne.\r\n\r\nTwo é [@s].\r\n"))
	if got, want := d.At("title"), (packfile.Pos{Line: 3, Column: 8}); got != want {
		t.Errorf("title at %v, want %v", got, want)
	}
	if d.Body != "One.\n\nTwo é [@s].\n" || d.BodyLine != 5 {
		t.Errorf("Body = %q from line %d", d.Body, d.BodyLine)
	}
	if got, want := d.AtOffset(strings.Index(d.Body, "[@s]")), (packfile.Pos{Line: 7, Column: 7}); got != want {
		t.Errorf("AtOffset = %v, want %v", got, want)
	}
	if got, want := d.AtOffset(1000), (packfile.Pos{Line: 8, Column: 1}); got != want {
		t.Errorf("AtOffset past the end = %v, want %v", got, want)
	}
}

func TestFind(t *testing.T) {
	d := packfile.ParseYAML("x.yaml", []byte("a: one two\nb: |\n  two é two\n"))
	start := packfile.Pos{Line: 2, Column: 1}
	for _, c := range []struct {
		from packfile.Pos
		word string
		nth  int
		want packfile.Pos
	}{
		{packfile.Pos{Line: 1, Column: 1}, "two", 1, packfile.Pos{Line: 1, Column: 8}},
		{start, "two", 1, packfile.Pos{Line: 3, Column: 3}},
		{start, "two", 2, packfile.Pos{Line: 3, Column: 9}},
		{start, "two", 3, start},
		{start, "one", 1, start},
		{start, "", 1, start},
		{packfile.Pos{}, "one", 1, packfile.Pos{}},
	} {
		if got := d.Find(c.from, c.word, c.nth); got != c.want {
			t.Errorf("Find(%v, %q, %d) = %v, want %v", c.from, c.word, c.nth, got, c.want)
		}
	}
}

func TestLineOfAProblem(t *testing.T) {
	d := packfile.ParseYAML("x.yaml", []byte("a: b\na: \u202ec\n"))
	problems := d.Problems()
	if len(problems) != 2 || problems[0].Text != "a:  c" || problems[0].Line != 2 {
		t.Errorf("Problems = %+v", problems)
	}
	for _, p := range problems {
		if p.Do == "" || p.File != "x.yaml" {
			t.Errorf("%+v", p)
		}
	}
}

// A file that is nothing but mistakes must not fill memory with messages.
func TestManyProblems(t *testing.T) {
	d := packfile.ParseYAML("x.yaml", []byte(strings.Repeat("a: b\n", 5000)))
	if n := len(d.Problems()); n != 200 || !d.Full() || !d.Broken() {
		t.Errorf("%d problems", n)
	}
}

// hostile are texts of about n pieces that keep common parsers busy for
// seconds when n is 10,000.
func hostile(n int) map[string]string {
	r := strings.Repeat
	deep := &strings.Builder{}
	for i := range n / 20 {
		deep.WriteString(r(" ", i) + "a:\n")
	}
	laughs := "a: &a [x, x]\n"
	for c := 'b'; c < 'z'; c++ {
		laughs += string(c) + ": &" + string(c) + " [*" + string(c-1) + ", *" + string(c-1) + "]\n"
	}
	return map[string]string{
		"quotes":         r(">", n),
		"brackets":       r("[", n),
		"open links":     r("[a](", n),
		"braces":         r("{", n),
		"pairs":          r("[", n) + r("]", n),
		"dashes":         r("- ", n),
		"question marks": r("? ", n),
		"colons":         r("a: ", n),
		"anchors":        r("&a ", n),
		"aliases":        r("*a ", n),
		"tags":           r("!a ", n),
		"laughs":         laughs,
		"set in":         deep.String(),
		"one quote":      `a: "` + r("x", n/2),
		"many keys":      r("k: v\n", 2*n),
		"documents":      r("---\n", 2*n),
		"directives":     r("%YAML 1.2\n", n),
		"flow":           "a: [" + r("a,", n) + "]",
		"table":          r("a|", n/4) + "\n" + r("-|", n/4) + "\n" + r("x\n", n/10),
		"emphasis":       r("*a **b ", n),
		"links":          r("[a](b) ", n),
		"lists":          r("- a\n  ", n/10),
		"nulls":          r("\x00", n),
		"carriage":       r("\r", n),
		"marks":          r("\u202e", n),
	}
}

// What is refused takes no longer than its length: four times the text is far
// from sixteen times the work. What is over in a moment is not measured.
func TestHostileTextIsRefusedAtOnce(t *testing.T) {
	longer := hostile(40_000)
	for name, text := range hostile(10_000) {
		for how, parse := range map[string]func(string) *packfile.Doc{
			"yaml":         func(s string) *packfile.Doc { return packfile.ParseYAML("x.yaml", []byte(s)) },
			"front matter": func(s string) *packfile.Doc { return packfile.ParseMarkdown("x.md", []byte("---\n"+s+"\n---\n")) },
		} {
			refuse := func(s string) func() {
				return func() {
					d := parse(s)
					d.Root("file").Done()
					if !d.Broken() {
						t.Errorf("%s as %s: taken", name, how)
					}
				}
			}
			took := quickest(refuse(text))
			if took < 20*slow*time.Millisecond {
				continue
			}
			if four := quickest(refuse(longer[name])); four > 10*took {
				t.Errorf("%s as %s: took %v, and %v for four times the text", name, how, took, four)
			}
		}
	}
}

// quickest returns the shortest of a few runs: the machine of the test may be
// busy with other things.
func quickest(run func()) time.Duration {
	best := time.Hour
	for range 5 {
		start := time.Now()
		run()
		best = min(best, time.Since(start))
	}
	return best
}
