package handout_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"porchlight/internal/checklist"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/handout"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// learner is a desk over the small course, and the words it speaks.
func learner(t testing.TB, store record.Store, lang string) (*study.Desk, *locale.Words) {
	t.Helper()
	w := localetest.Open(t, lang)
	return study.NewDesk(study.Options{
		Course: coursetest.Open(t), Store: store, Lang: lessons.Lang(lang),
		Now: func() time.Time { return noon }, NewID: func() string { return "one" },
	}), w
}

func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// busy is the record of someone who wrote on a worksheet, asked two programs,
// and read a lesson today.
func busy(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	d, _ := learner(t, store, "en")
	ctx := t.Context()
	must(t, d.SaveField(ctx, "one-limit-i-can-keep", "behavior", "Calls after ten.\n\nNot the *morning* ones."),
		d.SavePlace(ctx, "helping-or-enabling", 0, 0, 100, true), d.SaveCheck(ctx, "a1", true, "They were kind."))
	for _, name := range []string{"Lake House", "Hill Street"} {
		p := study.Provider{ID: "p-" + strings.ToLower(name[:4]), Name: name, Phone: "555-0100", Added: noon}
		must(t, d.SaveProvider(ctx, p))
		must(t, d.SaveHeard(ctx, p.ID, "a1", checklist.Answer{Asked: true, Sign: record.Good, Note: "A nurse | a doctor"}))
	}
	must(t, d.SaveMark(ctx, study.Mark{Lesson: "helping-or-enabling", Key: "gone", Quote: "Once upon a time", Ask: true, Note: "Is this still so?"}))
	must(t, d.SaveHeard(ctx, "p-hill", "a1", checklist.Answer{Asked: true, Sign: record.Warning}))
	return store
}

func made(t testing.TB, lang string, blank bool, what ...string) handout.Document {
	t.Helper()
	desk, w := learner(t, busy(t), lang)
	d, err := handout.Make(t.Context(), desk, w, handout.Request{What: what, Blank: blank})
	if err != nil {
		t.Fatalf("%v: %v", what, err)
	}
	return d
}

// kinds are all kinds of things to print.
func kinds() []string {
	return []string{"lesson/helping-or-enabling", "now", "checklist", "checklist/first-call", "checklist/medicines",
		"call/Lake House", "compare", "plan", "worksheet/one-limit-i-can-keep", "glossary", "notes", "today"}
}

// TestEveryHandoutIsOneDocument: one title, headings in order, numbers to call,
// whatever is printed, alone or together.
func TestEveryHandoutIsOneDocument(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, what := range append([][]string{kinds()}, split(kinds())...) {
			d := made(t, lang, false, what...)
			if d.Title == "" || d.Lang != lang || !strings.Contains(d.Foot, "988") {
				t.Errorf("%v: %q, %q, %q", what, d.Title, d.Lang, d.Foot)
			}
			if !strings.Contains(d.Text(), "Suicide and Crisis Lifeline") {
				t.Errorf("%v has no numbers to call", what)
			}
			last, ones := 0, 0
			for _, level := range levelsIn(d.Blocks) {
				if level > last+1 {
					t.Errorf("%v: a heading of level %d follows one of level %d", what, level, last)
				}
				if last = level; level == 1 {
					ones++
				}
			}
			if ones != 1 {
				t.Errorf("%v has %d titles", what, ones)
			}
		}
	}
}

func split(kinds []string) (each [][]string) {
	for _, k := range kinds {
		each = append(each, []string{k})
	}
	return each
}

func levelsIn(blocks []handout.Block) (levels []int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case handout.Heading:
			levels = append(levels, b.Level)
		case handout.Group:
			levels = append(levels, levelsIn(b.Blocks)...)
		case handout.Section:
			levels = append(levels, levelsIn(b.Blocks)...)
		}
	}
	return levels
}

// TestBlankHoldsNothingOfOnesOwn: what the learner wrote and ticked is left out.
func TestBlankHoldsNothingOfOnesOwn(t *testing.T) {
	for _, what := range []string{"worksheet/one-limit-i-can-keep", "checklist"} {
		own, blank := made(t, "en", false, what), made(t, "en", true, what)
		if !own.Own || blank.Own {
			t.Errorf("%s: own is %v, blank is %v", what, own.Own, blank.Own)
		}
		for _, words := range []string{"Calls after ten", "They were kind"} {
			if strings.Contains(blank.Text(), words) {
				t.Errorf("%s, blank, holds %q", what, words)
			}
		}
	}
	if d := made(t, "en", true, "call/hill street"); strings.Contains(d.Text(), "a warning sign") {
		t.Error("a blank call says what was heard")
	}
	if d := made(t, "en", false, "call/HILL STREET"); !strings.Contains(d.Text(), "You heard: a warning sign") {
		t.Errorf("a call says:\n%s", d.Text())
	}
}

func TestTodayIsToday(t *testing.T) {
	store := busy(t)
	must(t, store.SavePlace(t.Context(), record.Place{Lesson: "limits-that-hold", Reached: 50, At: noon.Add(-24 * time.Hour)}))
	desk, w := learner(t, store, "en")
	d, err := handout.Make(t.Context(), desk, w, handout.Request{What: []string{"today"}})
	if err != nil || !strings.Contains(d.Text(), "Helping or enabling?") || strings.Contains(d.Text(), "Limits that hold") {
		t.Errorf("today says, %v:\n%s", err, d.Text())
	}
}

func TestNothingOfThatName(t *testing.T) {
	desk, w := learner(t, record.NewGuest(), "en")
	for what, want := range map[string]error{
		"": handout.ErrNothing, "nowhere": handout.ErrNothing, "now/x": handout.ErrNothing, "lesson/": handout.ErrNothing, "lesson": handout.ErrNothing,
		"lesson/none": lessons.ErrNoLesson, "worksheet/none": lessons.ErrNoWorksheet, "call/none": study.ErrNoProvider,
		"checklist/none": handout.ErrNothing, "compare/x": handout.ErrNothing,
	} {
		if _, err := handout.Make(t.Context(), desk, w, handout.Request{What: []string{what}}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", what, err, want)
		}
	}
	if _, err := handout.Make(t.Context(), desk, w, handout.Request{}); !errors.Is(err, handout.ErrNothing) {
		t.Errorf("nothing asked for: %v", err)
	}
}

func TestNotesHaveRoomForAnAnswer(t *testing.T) {
	text := made(t, "en", false, "notes").Text()
	for _, want := range []string{"My notes", "To ask the clinician", "Once upon a time", "Your note: Is this still so?", "no longer in the lesson"} {
		if !strings.Contains(text, want) {
			t.Errorf("not said: %q\n%s", want, text)
		}
	}
}
