package lessons_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// front is a lesson with the given keys changed.
func front(id, track, order, title string) string {
	return `---
id: ` + id + `
title: ` + title + `
track: ` + track + `
order: ` + order + `
summary: S
objectives: [O]
in-short: I
try-today: T
key-points: [K]
discussion:
  - prompt: P
    safety: W
sources: [s-1]
facts-checked: 2026-11-23
---
Two words [@s-1].
`
}

// shelf is a pack of three lessons, one of them translated.
func shelf() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"embed.go":       file("package lessons"),
		"en/tracks.yaml": file("tracks:\n  - {id: late, title: Late, summary: S}\n  - {id: early, title: Early, summary: S}\n"),
		"es/tracks.yaml": file("tracks:\n  - {id: early, title: Pronto, summary: S}\n"),
		"en/a.md":        file(front("a", "early", "1", "A")),
		"en/b.md":        file(front("b", "late", "2", "B")),
		"en/c.md":        file(front("c", "late", "1", "C")),
		"es/b.md":        file(front("b", "late", "2", "Be")),
		"en/sources.yaml": file("sources:\n  - {id: s-1, title: T, publisher: P, year: 2020, address: https://example.org, checked: 2026-11-23}\n" +
			"  - {id: s-2, title: T, publisher: P, year: n.d., address: https://example.org, checked: 2026-11-23}\n"),
		"en/glossary.yaml": file("terms:\n  - {id: one, term: one, plain: One.}\n  - {id: two, term: two, plain: Two.}\n"),
		"es/glossary.yaml": file("terms:\n  - {id: two, term: dos, plain: Dos.}\n"),
		"en/help-now.yaml": file("checked: 2026-11-23\nsteps:\n  - {id: x, title: X, do: [Call 911.]}\nnumbers:\n  - {id: n, name: N, call: 988, for: F}\n"),
		"en/provider-questions.yaml": file("categories:\n  - id: c\n    letter: A\n    title: C\n    questions:\n" +
			"      - {id: q1, first-call: true, ask: A?, why: W, good: G, warning: W}\n      - {id: q2, ask: B?, why: W, good: G, warning: W, only: [teen]}\n"),
		"es/provider-questions.yaml": file("categories:\n  - id: c\n    letter: A\n    title: Ce\n    questions:\n" +
			"      - {id: q2, ask: ¿B?, why: W, good: G, warning: W, only: [teen]}\n"),
	}
}

func open(t testing.TB, fsys fs.FS) *lessons.Pack {
	t.Helper()
	p, err := lessons.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestOrderAndFallback(t *testing.T) {
	p := open(t, shelf())
	for _, c := range []struct{ lang, want string }{
		{"en", "c:en:C b:en:B a:en:A"},
		{"es", "c:en:C b:es:Be a:en:A"},
		{"es-MX", "c:en:C b:es:Be a:en:A"},
		{"ES_mx", "c:en:C b:es:Be a:en:A"},
		{"fr", "c:en:C b:en:B a:en:A"},
		{"", "c:en:C b:en:B a:en:A"},
	} {
		var got []string
		for _, l := range p.Lessons(lessons.Lang(c.lang)) {
			got = append(got, string(l.ID)+":"+string(l.Lang)+":"+l.Title)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Lessons(%q) = %s, want %s", c.lang, s, c.want)
		}
	}
	if got := p.Langs(); !slices.Equal(got, []lessons.Lang{"en", "es"}) {
		t.Errorf("Langs = %v", got)
	}
}

func TestItemsFallBackOneByOne(t *testing.T) {
	p := open(t, shelf())
	if got := p.Tracks("es"); got[0].Title != "Late" || got[1].Title != "Pronto" {
		t.Errorf("Tracks = %v", got)
	}
	if got := p.Terms("es"); len(got) != 2 || got[0].Term != "one" || got[1].Term != "dos" {
		t.Errorf("Terms = %v", got)
	}
	if got := p.Sources("es"); len(got) != 2 || got[1].Year != "n.d." {
		t.Errorf("Sources = %v", got)
	}
	got := p.Categories("es")
	if len(got) != 1 || got[0].Title != "Ce" || len(got[0].Questions) != 2 || got[0].Questions[0].Ask != "A?" || got[0].Questions[1].Ask != "¿B?" {
		t.Errorf("Categories = %v", got)
	}
	// What one reader gets must not change what the next one does.
	if got := p.Categories("en"); got[0].Title != "C" || got[0].Questions[1].Ask != "B?" {
		t.Errorf("Categories in English = %v", got)
	}
	if got := p.Help("es"); got.Lang != "en" || got.Numbers[0].Call != "988" {
		t.Errorf("Help = %v", got)
	}
}

func TestLesson(t *testing.T) {
	p := open(t, shelf())
	l, err := p.Lesson("b", "es")
	if err != nil || l.Title != "Be" || l.Words != 2 || l.Checked.Format("2006-01-02") != "2026-11-23" || l.Discussion[0].Safety != "W" {
		t.Errorf("Lesson = %+v, %v", l, err)
	}
	for _, id := range []lessons.ID{"none", "", "../en/a", "a.md", "en/a", "tracks", "/etc/passwd"} {
		if _, err := p.Lesson(id, "en"); !errors.Is(err, lessons.ErrNoLesson) {
			t.Errorf("Lesson(%q): %v", id, err)
		}
	}
	if s, err := p.Source("s-2"); err != nil || s.ID != "s-2" {
		t.Errorf("Source = %v, %v", s, err)
	}
	if _, err := p.Source("s-3"); !errors.Is(err, lessons.ErrNoSource) {
		t.Errorf("Source: %v", err)
	}
}

func TestBrokenFilesAreNotThere(t *testing.T) {
	files := shelf()
	files["en/a.md"] = &fstest.MapFile{Data: []byte("---\nid: a\n---\n")}
	files["en/glossary.yaml"] = &fstest.MapFile{Data: []byte("terms: [")}
	files["en/UPPER.md"] = files["en/b.md"]
	p := open(t, files)
	if got := p.Lessons("en"); len(got) != 2 {
		t.Errorf("Lessons = %v", got)
	}
	var problems packfile.Problems
	if _, err := p.Lesson("a", "en"); !errors.As(err, &problems) || problems[0].File != "lessons/en/a.md" {
		t.Errorf("Lesson: %v", err)
	}
	if got := p.Terms("en"); len(got) != 0 {
		t.Errorf("Terms = %v", got)
	}
	files = shelf()
	delete(files, "en/help-now.yaml")
	if got := open(t, files).Help("en"); len(got.Steps) != 0 {
		t.Errorf("Help = %v", got)
	}
}

func TestOpenNeedsEnglish(t *testing.T) {
	if _, err := lessons.Open(fstest.MapFS{"es/a.md": &fstest.MapFile{}}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Open = %v", err)
	}
	if _, err := lessons.Open(fstest.MapFS{}); err == nil {
		t.Error("opened nothing")
	}
}

func TestManyReaders(t *testing.T) {
	p := open(t, shelf())
	var wg sync.WaitGroup
	for i := range 50 {
		lang := lessons.Lang([]string{"en", "es", "fr"}[i%3])
		wg.Go(func() {
			p.Tracks(lang)
			if len(p.Lessons(lang)) != 3 {
				t.Error("lessons are missing")
			}
			p.Terms(lang)
			p.Categories(lang)
			p.Help(lang)
			_, _ = p.Source("s-1")
			_, _ = p.Lesson("b", lang)
			if _, err := p.Hash(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"", 0},
		{"one two\nthree", 3},
		{"## One {#example-parent}\n", 1},
		{"One [@rotunda-2004]. Two", 2},
		{"[a term](term:tolerance) here", 3},
		{"| one | two |\n|---|---|\n| three | 4 |", 4},
		{"don't re-read **this**", 3},
		{"¿Qué pasó?", 2},
		{"open [@ and ( and {#", 3},
		{"- one\n- two\n", 2},
	} {
		if got := lessons.Words(c.text); got != c.want {
			t.Errorf("Words(%q) = %d, want %d", c.text, got, c.want)
		}
	}
}
