package lessons_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

const oneSheet = `id: limit
title: One limit
lesson: a
intro: |
  Write for yourself.

  Short is fine.
safety: Help now lists whom to call.
fields:
  - {id: behavior, ask: The one behavior, help: You can see it., example: Calling late, lines: 2}
  - {id: plan, ask: What I will do, example: I hang up., lines: 8}
`

func sheets() fstest.MapFS {
	files := shelf()
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	files["en/worksheets/limit.yaml"] = file(oneSheet)
	files["en/worksheets/again.yaml"] = file(oneSheet)
	files["en/worksheets/broken.yaml"] = file("id: broken\n")
	files["es/worksheets/limit.yaml"] = file(strings.Replace(oneSheet, "One limit", "Un límite", 1))
	files["en/paths.yaml"] = file(somePaths)
	files["es/paths.yaml"] = file("paths:\n  - {id: everyone, title: Un primer camino, lessons: [b]}\n")
	return files
}

func TestWorksheets(t *testing.T) {
	p := open(t, sheets())
	w, err := p.Worksheet("limit", "es-MX")
	if err != nil || w.Lang != "es" || w.Title != "Un límite" || w.Lesson != "a" || w.Intro != "Write for yourself.\n\nShort is fine." || w.Safety == "" {
		t.Errorf("Worksheet = %+v, %v", w, err)
	}
	if f, ok := w.Field("behavior"); !ok || f.Lines != 2 || f.Help == "" || f.Example != "Calling late" {
		t.Errorf("Field = %+v", f)
	}
	if _, ok := w.Field("none"); ok {
		t.Error("a field that is not there")
	}
	if got := p.Worksheets("es"); len(got) != 2 || got[0].ID != "again" || got[0].Lang != "en" || got[1].Lang != "es" {
		t.Errorf("Worksheets = %+v", got)
	}
	for _, id := range []lessons.WorksheetID{"none", "", "../a", "worksheets/limit"} {
		if _, err := p.Worksheet(id, "en"); !errors.Is(err, lessons.ErrNoWorksheet) {
			t.Errorf("Worksheet(%q): %v", id, err)
		}
	}
	var problems packfile.Problems
	if _, err := p.Worksheet("broken", "en"); !errors.As(err, &problems) || problems[0].File != "lessons/en/worksheets/broken.yaml" {
		t.Errorf("Worksheet: %v", err)
	}
	if p := open(t, shelf()); len(p.Worksheets("en")) != 0 || len(p.Paths("en")) != 0 {
		t.Error("a pack without worksheets has some")
	}
}

func TestWorksheetsForMany(t *testing.T) {
	p := open(t, sheets())
	var wg sync.WaitGroup
	for i := range 50 {
		lang := lessons.Lang([]string{"en", "es", "fr"}[i%3])
		wg.Go(func() {
			if len(p.Worksheets(lang)) != 2 || len(p.Paths(lang)) != 3 {
				t.Error("something is missing")
			}
		})
	}
	wg.Wait()
}

// safe fails the test when a text would reach a terminal as more than text.
func safe(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			if !safetext.Safe(strings.ReplaceAll(line, "\uFFFD", "")) {
				t.Errorf("%q", line)
			}
		}
	}
}

// FuzzWorksheet holds that no worksheet, however broken, lets a control
// character through, or has a field with no room or with too much.
func FuzzWorksheet(f *testing.F) {
	f.Add(oneSheet)
	f.Add("id: \"\\e\"\nfields:\n  - {id: a, ask: \"\\u202e\", example: \"\\x9b\", lines: 9}\n  - {lines: -1}\n")
	f.Add("fields: [a, {lines: 99999999999999999999}]\n")
	f.Fuzz(func(t *testing.T, text string) {
		w := lessons.ReadWorksheet(packfile.ParseYAML("a.yaml", []byte(text)), lessons.English)
		safe(t, string(w.ID), w.Title, string(w.Lesson), w.Intro, w.Safety)
		for _, field := range w.Fields {
			safe(t, string(field.ID), field.Ask, field.Help, field.Example)
			if field.Lines < 0 || field.Lines > lessons.MostLines {
				t.Errorf("%d lines", field.Lines)
			}
		}
	})
}
