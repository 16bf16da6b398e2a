package course

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"porchlight/internal/packfile"
)

// bodyOf reads text as the body of a lesson.
func bodyOf(text string) (*body, *packfile.Doc) {
	doc := packfile.ParseMarkdown("x.md", []byte("---\nid: x\n---\n"+text))
	return readBody(doc, newPatterns()), doc
}

// TestHostileBodies holds that text which keeps Markdown parsers busy for
// seconds is refused at once.
func TestHostileBodies(t *testing.T) {
	r := strings.Repeat
	var steps, quotes strings.Builder
	for i := range 300 {
		steps.WriteString(r("  ", i) + "- a\n")
		quotes.WriteString(r(">", i) + " a\n")
	}
	for name, text := range map[string]string{
		"quotes":            r(">", 10_000),
		"spaced quotes":     r("> ", 10_000) + "a",
		"brackets":          r("[", 10_000),
		"brackets in lines": r("[\n", 10_000),
		"images":            r("![", 10_000),
		"open links":        r("[a](", 10_000),
		"dashes":            r("- ", 10_000) + "a",
		"plus signs":        r("+ ", 10_000),
		"plus signs, text":  r("+ ", 10_000) + "a",
		"stars and quotes":  r("> * ", 5_000) + "a",
		"numbers":           r("1. ", 5_000) + "a",
		"steps":             steps.String(),
		"steps of quotes":   quotes.String(),
		"empty entries":     "-\n  -\n    -\n      -\n        -\n          -\n            -\n              -\n                -\n",
		"wide table":        r("a|", 3000) + "\n" + r("-|", 3000) + "\n" + r("x\n", 1000),
	} {
		best := time.Hour
		for range 5 {
			start := time.Now()
			if b, doc := bodyOf(text); b != nil || !doc.Broken() {
				t.Errorf("%s: taken", name)
			}
			best = min(best, time.Since(start))
		}
		if best > 50*time.Millisecond {
			t.Errorf("%s: took %v", name, best)
		}
	}
}

// TestBusyBodies holds that odd text which is allowed does not keep the check.
func TestBusyBodies(t *testing.T) {
	r := strings.Repeat
	for name, text := range map[string]string{
		"emphasis":    r(r("*a **b ", 800)+"\n", 40),
		"stars":       r("*", 3000) + "x" + r("*", 3000),
		"links":       r(r("[a](b) ", 800)+"\n", 40),
		"cites":       r(r("[@a] ", 800)+"\n", 40),
		"headings":    r("# a\n", 50_000),
		"rows":        "a|b\n-|-\n" + r("a|b\n", 50_000),
		"labels":      r(r("addict ", 800)+"\n", 40),
		"entities":    r(r("&#27; ", 800)+"\n", 40),
		"long words":  r(r("x", 7000)+"\n", 30),
		"definitions": r("[a]: b\n", 30_000),
		"rules":       r("- - - - - - - - - - - -\n", 1000),
	} {
		start := time.Now()
		if b, _ := bodyOf(text); b == nil {
			t.Errorf("%s: refused", name)
		}
		doc := "---\nid: x\ntitle: X\n---\n" + text
		checkLesson(t, doc)
		if took := time.Since(start); took > 2*slow*time.Minute {
			t.Errorf("%s: took %v", name, took)
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}

// checkLesson runs every rule on a pack of one lesson.
func checkLesson(t *testing.T, text string) {
	t.Helper()
	reading := fstest.MapFS{"en/x.md": &fstest.MapFile{Data: []byte(text)}}
	if _, err := Check(reading, fstest.MapFS{}, time.Time{}); err != nil {
		t.Fatal(err)
	}
}
