package packfile_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
)

// sane fails the test when a problem of d stands outside the file or says
// something a terminal would obey.
func sane(t *testing.T, d *packfile.Doc, data []byte) {
	t.Helper()
	lines := strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	for _, p := range d.Problems() {
		if p.Line < 0 || p.Line > len(lines) || p.Column < 0 || p.Line > 0 && p.Column < 1 {
			t.Errorf("%s is outside the file of %d lines", p.Error(), len(lines))
			continue
		}
		if p.Line > 0 && p.Column > utf8.RuneCountInString(lines[p.Line-1])+2 {
			t.Errorf("%s is past the end of %q", p.Error(), lines[p.Line-1])
		}
		if !safetext.Safe(p.What) || !safetext.Safe(p.Do) || !safetext.Safe(p.Text) || p.What == "" || p.Do == "" {
			t.Errorf("%+v", p)
		}
	}
}

// read asks a map for everything in every way.
func read(m *packfile.Map) {
	m.Text("a")
	m.OptionalText("b")
	m.Prose("c")
	m.Slug("id")
	m.OneOf("d", "one", "two")
	m.Ordinal("e")
	m.Date("f")
	m.True("g")
	m.Texts("h")
	m.OptionalSlugs("i")
	m.Choices("j", "one", "two")
	m.Count("l", 8)
	m.Places("m")
	m.OptionalPlaces("n")
	m.Map("o", "the inside", func(m *packfile.Map) { m.Text("a"); m.Done() })
	m.Each("k", "entry", func(m *packfile.Map) { m.Slug("id"); m.Done() })
	m.Done()
}

func seeds(f *testing.F) {
	for _, text := range hostile(40) {
		f.Add([]byte(text))
		f.Add([]byte("---\n" + text + "\n---\n" + text))
	}
	for _, text := range []string{
		"", "a", "a: b", "a: [b, c]\nk:\n  - id: x\n  - y\n", "a: |\n  b\n\n  c\n", "a: >-\n  b\n  c\nd: one\n",
		"---\nid: a\ntitle: \"\\u202e\"\n---\nText.\n", "---\n---\n", "---\n", "---\na: b\n--- \nc", "\ufeffa: b", "a:\tb\r\nc: d\r\n",
		"e: 0x10\nf: 2026-11-23\ng: yes\n", "a: 'it''s'\nb: \"\\x1b\"\n", "a: \xff\n", "# only\n", "? a\n: b\n", "a: {b: c, d: [e]}\n",
		"a: é\nh: [é, \"ü\"]\nh: again\n", "a: 1_000\nb: ~\nc: null\nd:\n", "k:\n- id: a\n- id: a\n-\n- - x\n",
		"l: 9\nm: [0, -1, x]\nn: []\no: {a: b, c: d}\n", "o: {}\nm: 1\n", "o: [a]\nl: 1\nm: [99999999999999999999]\n",
	} {
		f.Add([]byte(text))
	}
}

func fuzz(f *testing.F, parse func(string, []byte) *packfile.Doc) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		d := parse("x", data)
		read(d.Root("file"))
		sane(t, d, data)
		if took := time.Since(start); took > 3*slow*time.Second {
			t.Errorf("took %v", took)
		}
		if !safetext.Safe(strings.ReplaceAll(d.Body, "\n", "")) {
			t.Errorf("Body = %q", d.Body)
		}
		again := parse("x", data)
		read(again.Root("file"))
		if d.Problems().Error() != again.Problems().Error() {
			t.Error("two readings, two results")
		}
	})
}

func FuzzYAML(f *testing.F) { fuzz(f, packfile.ParseYAML) }

func FuzzFrontMatter(f *testing.F) { fuzz(f, packfile.ParseMarkdown) }
