package quiz_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
	"porchlight/quiz"
)

const oneBank = `lesson: a
questions:
  - id: q
    kind: single
    ask: |
      Line one.
      Line two?
    options:
      - {id: x, text: X, best: true, reason: Yes.}
      - {id: "true", text: "True", reason: No.}
    sources: [s-1]
`

func shelf() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"en/a.yaml":       file(oneBank),
		"es/a.yaml":       file(strings.Replace(oneBank, "Line one", "Línea uno", 1)),
		"en/b.yaml":       file("lesson: b\nquestions: [\n"),
		"en/c.yaml":       file(strings.Replace(oneBank, "lesson: a", "lesson: c", 1)),
		"en/Not A Bank.x": file(""),
	}
}

func TestBanks(t *testing.T) {
	b, err := quiz.Open(shelf())
	if err != nil {
		t.Fatal(err)
	}
	bank, err := b.Bank("a", "es-MX")
	if err != nil || bank.Lang != "es" || bank.Questions[0].Ask != "Línea uno.\nLine two?" {
		t.Errorf("Bank = %+v, %v", bank, err)
	}
	q := bank.Questions[0]
	if q.ID != "a/q" || q.Kind != quiz.Single || !q.Options[0].Best || q.Options[1].ID != "true" || q.Options[1].Best || q.Sources[0] != "s-1" {
		t.Errorf("question = %+v", q)
	}
	if bank, err := b.Bank("c", "es"); err != nil || bank.Lang != quiz.English {
		t.Errorf("Bank = %+v, %v", bank, err)
	}
	for _, id := range []quiz.LessonID{"none", "", "../en/a", "en/a"} {
		if _, err := b.Bank(id, "en"); !errors.Is(err, quiz.ErrNoBank) || b.Has(id) {
			t.Errorf("Bank(%q): %v", id, err)
		}
	}
	var problems packfile.Problems
	if _, err := b.Bank("b", "en"); !errors.As(err, &problems) || problems[0].File != "quiz/en/b.yaml" {
		t.Errorf("Bank: %v", err)
	}
	if got := b.Lessons(); !slices.Equal(got, []quiz.LessonID{"a", "b", "c"}) || !b.Has("a") {
		t.Errorf("Lessons = %v", got)
	}
}

func TestBanksForMany(t *testing.T) {
	b, err := quiz.Open(shelf())
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			if _, err := b.Bank("a", "en"); err != nil {
				t.Error(err)
			}
			if _, err := b.Hash(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// goThrough answers each question of a bank with its options as they come, and
// with a word.
func goThrough(t *testing.T, bank quiz.Bank) {
	t.Helper()
	a := quiz.NewAttempt("x", bank, 1, nil)
	for _, q := range a.Questions() {
		var all quiz.Response
		for _, o := range q.Options {
			id := o.ID
			if q.Kind == quiz.Matching {
				id = quiz.Pair(o.ID, o.Match)
			}
			all.Choices = append(all.Choices, id)
			for _, r := range []quiz.Response{quiz.Choose(id), quiz.Type(o.Text), all} {
				if g, err := q.Grade(r); err == nil && (g.Credit() < 0 || g.Credit() > 1) {
					t.Errorf("%+v is worth %v", r, g.Credit())
				}
			}
		}
		a, _, _ = a.Answer(q.ID, all)
	}
	if asked, answered, best := a.Tally(); answered > asked || best > answered {
		t.Errorf("%d asked, %d answered, %d best", asked, answered, best)
	}
}

// FuzzBank holds that no bank, however broken, lets a control character
// through to a reader.
func FuzzBank(f *testing.F) {
	f.Add(oneBank)
	f.Add(everyKind)
	f.Add("questions:\n  - {kind: order, options: [{either-way: true}, {id: a}]}\n  - {kind: match, matches: [{text: \"\\e\"}], options: [{match: b}]}\n  - {kind: short-text, otherwise: \"\\x9b\", options: [{text: \"?\", also: [\"\\0\"]}]}\n")
	f.Add("lesson: \"\\e\"\nquestions:\n  - ask: \"\\u202e\\n\\a\"\n    options:\n      - {text: \"\\x9b\", reason: \"\\0\"}\n")
	f.Add("questions:\n  - - a\n  - options: {a: b}\n")
	f.Fuzz(func(t *testing.T, text string) {
		bank := quiz.ReadBank(packfile.ParseYAML("a.yaml", []byte(text)), quiz.English)
		lines := []string{string(bank.Lesson)}
		for _, q := range bank.Questions {
			lines = append(append(lines, string(q.ID), string(q.Kind)), strings.Split(q.Ask, "\n")...)
			for _, o := range q.Options {
				lines = append(append(lines, string(o.ID), o.Text, o.Reason, string(o.Match), string(o.Grade)), o.Also...)
			}
			for _, m := range q.Matches {
				lines = append(lines, string(m.ID), m.Text)
			}
			lines = append(lines, q.Otherwise)
		}
		goThrough(t, bank)
		for _, s := range lines {
			if !safetext.Safe(strings.ReplaceAll(s, "\uFFFD", "")) {
				t.Errorf("%q", s)
			}
		}
	})
}
