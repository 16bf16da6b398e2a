package lessons_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

const oneRun = `id: hour
title: One hour
focus: Rest.
week: 3
minutes: 9
steps:
  - {id: hello, kind: welcome, title: Hello, minutes: 2, say: You may pass., notes: Be calm.}
  - {id: text, kind: pages, title: Read, minutes: 3, lesson: a}
  - {id: talk, kind: prompt, title: Talk, minutes: 1, lesson: a, prompt: 2, optional: true}
  - {id: play, kind: practice, title: Play, minutes: 1, practice: cups}
  - {id: ask, kind: poll, title: Ask, minutes: 1, question: a/q}
  - {id: bye, kind: close, title: Bye, minutes: 1, say: Thank you.}
`

func TestRunSheets(t *testing.T) {
	files := shelf()
	for name, text := range map[string]string{
		"en/runsheets/hour.yaml": oneRun, "en/runsheets/broken.yaml": "id: broken\n",
		"en/runsheets/long.yaml":  strings.NewReplacer("week: 3\n", "", "minutes: 9", "minutes: 90").Replace(oneRun),
		"en/runsheets/short.yaml": strings.NewReplacer("week: 3\n", "").Replace(oneRun),
		"es/runsheets/hour.yaml":  strings.Replace(oneRun, "One hour", "Una hora", 1),
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p := open(t, files)
	s, err := p.RunSheet("hour", "es")
	if err != nil || s.Lang != "es" || s.Title != "Una hora" || s.Week != 3 || s.Minutes != 9 || len(s.Steps) != 6 {
		t.Fatalf("RunSheet = %+v, %v", s, err)
	}
	if st := s.Steps[0]; st.Kind != lessons.RunWelcome || st.Say != "You may pass." || st.Notes != "Be calm." || st.Optional {
		t.Errorf("the welcome is %+v", st)
	}
	if st := s.Steps[2]; st.Lesson != "a" || st.Prompt != 2 || !st.Optional {
		t.Errorf("the prompt is %+v", st)
	}
	if s.Steps[3].Practice != "cups" || s.Steps[4].Question != "a/q" {
		t.Errorf("%+v", s.Steps[3:5])
	}
	var ids []string
	for _, s := range p.RunSheets("es") {
		ids = append(ids, string(s.ID))
	}
	if got := strings.Join(ids, " "); got != "short long hour" {
		t.Errorf("RunSheets = %s", got)
	}
	for _, id := range []lessons.RunSheetID{"none", "", "../a"} {
		if _, err := p.RunSheet(id, "en"); !errors.Is(err, lessons.ErrNoRunSheet) {
			t.Errorf("RunSheet(%q): %v", id, err)
		}
	}
	var problems packfile.Problems
	if _, err := p.RunSheet("broken", "en"); !errors.As(err, &problems) {
		t.Errorf("a broken run sheet: %v", err)
	}
}

// FuzzRunSheet holds that no run sheet, however broken, lets a control
// character through to a room.
func FuzzRunSheet(f *testing.F) {
	f.Add(oneRun)
	f.Add("id: a\nminutes: -1\nsteps:\n  - {kind: welcome, say: \"\\e[31m \\u202e\"}\n  - x\n")
	f.Fuzz(func(t *testing.T, text string) {
		s := lessons.ReadRunSheet(packfile.ParseYAML("a.yaml", []byte(text)), lessons.English)
		said := []string{string(s.ID), s.Title, s.Focus}
		for _, st := range s.Steps {
			said = append(append(said, strings.Split(st.Say, "\n")...), st.ID, st.Title, st.Notes, string(st.Lesson), st.Question, st.Practice)
			if st.Minutes < 0 || st.Minutes > lessons.MostRunMinutes || st.Prompt < 0 {
				t.Errorf("%+v", st)
			}
		}
		for _, l := range said {
			if !safetext.Safe(strings.ToValidUTF8(strings.ReplaceAll(l, "\uFFFD", ""), "")) {
				t.Errorf("%q", l)
			}
		}
	})
}
