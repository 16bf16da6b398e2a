package study_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"porchlight/internal/checklist"
	"porchlight/internal/course"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

// whole returns a desk over the program's own course.
func whole(t *testing.T, store record.Store, lang lessons.Lang) *study.Desk {
	t.Helper()
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	return study.NewDesk(study.Options{
		Course: c, Store: store, Lang: lang,
		Now:   func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		NewID: func() string { made++; return fmt.Sprintf("ID%d", made) },
	})
}

func names(providers []study.Provider) (names []string) {
	for _, p := range providers {
		names = append(names, p.Name)
	}
	return names
}

// Providers keep the order they were added in, also where the clock stands
// still, and what was asked of them changes nothing about it.
func TestProvidersKeepTheirOrder(t *testing.T) {
	d, ctx := whole(t, record.NewGuest(), "en"), t.Context()
	var ids []string
	for _, name := range []string{"Zinnia", "Aster", "Marigold"} {
		p, err := d.AddProvider(ctx, name, "555-0100", "")
		must(t, err)
		ids = append(ids, p.ID)
	}
	must(t, d.SaveHeard(ctx, ids[2], "a1", checklist.Answer{Asked: true, Sign: record.Good}))
	must(t, d.SaveHeard(ctx, ids[0], "a1", checklist.Answer{Asked: true, Sign: record.Warning}))
	all, of, err := d.Providers(ctx)
	must(t, err)
	if got := names(all); !slices.Equal(got, []string{"Zinnia", "Aster", "Marigold"}) || of != 60 {
		t.Errorf("the providers are %v, of %d questions", got, of)
	}
	if all[0].Asked != 1 || all[1].Asked != 0 || all[2].Asked != 1 {
		t.Errorf("asked %d, %d, %d", all[0].Asked, all[1].Asked, all[2].Asked)
	}
	if p, err := d.ProviderNamed(ctx, "aster"); err != nil || p.ID != ids[1] {
		t.Errorf("aster is %+v, %v", p, err)
	}
}

func TestProviderIsCleanAndWithinLimits(t *testing.T) {
	d, ctx := whole(t, record.NewGuest(), "en"), t.Context()
	p, err := d.AddProvider(ctx, " North\u202eside\x1b[2J\n House ", "555\x07-0100", strings.Repeat("é", study.NoteLimit))
	must(t, err)
	p, err = d.Provider(ctx, p.ID)
	must(t, err)
	if p.Name != "Northside[2J  House" || p.Phone != "555-0100" || len(p.Note) != study.NoteLimit {
		t.Errorf("kept %q, %q, and a note of %d bytes", p.Name, p.Phone, len(p.Note))
	}
	for _, nothing := range []string{"", "  ", "\u202e\x00"} {
		if _, err := d.AddProvider(ctx, nothing, "", ""); !errors.Is(err, study.ErrNoName) {
			t.Errorf("a provider named %q: %v", nothing, err)
		}
	}
}

func TestNoMoreThanTheLimit(t *testing.T) {
	d, ctx := whole(t, record.NewGuest(), "en"), t.Context()
	for i := range study.MaxProviders {
		_, err := d.AddProvider(ctx, fmt.Sprint("Program ", i), "", "")
		must(t, err)
	}
	if _, err := d.AddProvider(ctx, "One more", "", ""); !errors.Is(err, study.ErrManyProviders) {
		t.Errorf("one more than the limit: %v", err)
	}
}

func TestCallGoesOnWhereItWasLeft(t *testing.T) {
	d, ctx := whole(t, record.NewGuest(), "en"), t.Context()
	p, err := d.AddProvider(ctx, "Northside", "", "")
	must(t, err)
	c, err := d.Call(ctx, p.ID)
	must(t, err)
	if len(c.Asks) != 60 || c.At != 0 || !c.Asks[0].Question.FirstCall || !c.Asks[11].Question.FirstCall || c.Asks[12].Question.FirstCall {
		t.Errorf("a call of %d questions from %d", len(c.Asks), c.At)
	}
	must(t, d.SaveHeard(ctx, p.ID, c.Asks[0].Question.ID, checklist.Answer{Asked: true, Sign: record.Unclear, Note: "asks\tthe doctor"}))
	must(t, d.SaveSeat(ctx, p.ID, c.Asks[1].Question.ID))
	c, err = d.Call(ctx, p.ID)
	must(t, err)
	if a := c.Asks[0].Answer; c.At != 1 || c.Provider.Asked != 1 || a.Sign != record.Unclear || a.Note != "asks the doctor" {
		t.Errorf("at %d, %d asked, %+v", c.At, c.Provider.Asked, a)
	}
	if _, err := d.Call(ctx, "nobody"); !errors.Is(err, study.ErrNoProvider) {
		t.Errorf("a call to nobody: %v", err)
	}
}

func TestWhatDoesNotApplyIsLeftOut(t *testing.T) {
	d, ctx := whole(t, record.NewGuest(), "en"), t.Context()
	p, err := d.AddProvider(ctx, "Northside", "", "")
	must(t, err)
	has := func(id lessons.QuestionID) bool {
		c, err := d.Call(ctx, p.ID)
		must(t, err)
		return slices.ContainsFunc(c.Asks, func(a study.Ask) bool { return a.Question.ID == id })
	}
	must(t, d.SaveHeard(ctx, p.ID, "f5", checklist.Answer{Asked: true, Note: "separate teen group"}))
	must(t, d.HideSituation(ctx, "teen", true))
	must(t, d.HideQuestion(ctx, "a2", true))
	if has("f5") || has("g6") || has("a2") || !has("k3") || !has("a1") {
		t.Error("the wrong questions are hidden")
	}
	if hidden, err := d.HiddenQuestions(ctx); err != nil || len(hidden) != 1 || hidden[0].ID != "a2" {
		t.Errorf("hidden one by one: %+v, %v", hidden, err)
	}
	situations, err := d.Situations(ctx)
	must(t, err)
	for _, s := range situations {
		if s.Hidden != (s.Only == "teen") {
			t.Errorf("%+v", s)
		}
	}
	must(t, d.HideSituation(ctx, "teen", false))
	must(t, d.HideQuestion(ctx, "a2", false))
	c, err := d.Call(ctx, p.ID)
	must(t, err)
	for _, a := range c.Asks {
		if a.Question.ID == "f5" && a.Answer.Note != "separate teen group" {
			t.Error("the note did not stay")
		}
	}
	if !has("f5") || !has("a2") {
		t.Error("what was hidden did not come back")
	}
}

func TestOwnQuestions(t *testing.T) {
	d, ctx := whole(t, record.NewGuest(), "en"), t.Context()
	p, err := d.AddProvider(ctx, "Northside", "", "")
	must(t, err)
	must(t, d.AddOwnQuestion(ctx, "  "))
	must(t, d.AddOwnQuestion(ctx, "Is there a bus\x00 stop?"))
	must(t, d.AddOwnQuestion(ctx, "May he bring the dog?"))
	c, err := d.Call(ctx, p.ID)
	must(t, err)
	bus := c.Asks[12] // behind the ones for a first call
	if len(c.Asks) != 62 || !bus.Own() || bus.Question.Ask != "Is there a bus stop?" || c.Asks[13].Question.Ask != "May he bring the dog?" {
		t.Fatalf("%d questions, with %+v", len(c.Asks), bus)
	}
	must(t, d.SaveHeard(ctx, p.ID, bus.Question.ID, checklist.Answer{Asked: true, Note: "line 5"}))
	groups, err := d.Checklist(ctx)
	must(t, err)
	if last := groups[len(groups)-1]; last.Category.ID != study.OwnCategory || len(last.Checks) != 2 {
		t.Errorf("the last group is %+v", last)
	}
	must(t, d.RemoveOwnQuestion(ctx, bus.Question.ID))
	own, err := d.OwnQuestions(ctx)
	must(t, err)
	if len(own) != 1 || own[0].Ask != "May he bring the dog?" {
		t.Errorf("left are %+v", own)
	}
	if e, err := d.Comparison(ctx); err != nil || len(e.Rows) != 61 {
		t.Errorf("%d rows, %v", len(e.Rows), err)
	}
}

func TestComparison(t *testing.T) {
	d, ctx := whole(t, record.NewGuest(), "en"), t.Context()
	if c, err := d.Comparison(ctx); err != nil || len(c.Providers) != 0 || len(c.Rows) != 60 {
		t.Errorf("nobody compared: %d rows, %v", len(c.Rows), err)
	}
	a, err := d.AddProvider(ctx, "Northside", "", "")
	must(t, err)
	b, err := d.AddProvider(ctx, "Southside", "", "")
	must(t, err)
	must(t, d.SaveHeard(ctx, a.ID, "a1", checklist.Answer{Asked: true, Sign: record.Good, Note: "a nurse"}))
	must(t, d.SaveHeard(ctx, b.ID, "a1", checklist.Answer{Asked: true, Sign: record.Warning}))
	must(t, d.SaveHeard(ctx, a.ID, "l5", checklist.Answer{Asked: true, Sign: record.Unclear}))
	c, err := d.Comparison(ctx)
	must(t, err)
	if r := c.Rows[0]; r.Ask.Question.ID != "l5" || r.Part != checklist.Gaps || !r.Answers[1].Open() {
		t.Errorf("the first row is %+v", r)
	}
	if r := c.Rows[1]; r.Ask.Question.ID != "a1" || r.Part != checklist.Differ || r.Answers[0].Note != "a nurse" {
		t.Errorf("the second row is %+v", r)
	}
	if next := c.Next[0]; len(next) != 59 || next[11].Question.ID != "l5" || next[11].Answer.Sign != record.Unclear {
		t.Errorf("next for the first: %d questions, %+v", len(next), next[11])
	}
}

// Removing a provider takes every fact of theirs and of nobody else.
func TestRemoveProvider(t *testing.T) {
	store, ctx := record.NewGuest(), t.Context()
	d := whole(t, store, "en")
	a, err := d.AddProvider(ctx, "Northside", "555-0100", "Ask for Dana")
	must(t, err)
	b, err := d.AddProvider(ctx, "Southside", "", "")
	must(t, err)
	for _, id := range []string{a.ID, b.ID} {
		must(t, d.SaveHeard(ctx, id, "a1", checklist.Answer{Asked: true, Note: "yes"}))
		must(t, d.SaveSeat(ctx, id, "a2"))
	}
	must(t, d.SaveCheck(ctx, "a1", true, "my own"))
	must(t, d.RemoveProvider(ctx, a.ID))
	e, err := store.Export(ctx)
	must(t, err)
	if len(e.Checks) != 2 || len(e.Entries) != 2 {
		t.Errorf("left are %+v and %+v", e.Checks, e.Entries)
	}
	if err := d.RemoveProvider(ctx, ""); !errors.Is(err, study.ErrNoProvider) {
		t.Errorf("removing nobody: %v", err)
	}
}
