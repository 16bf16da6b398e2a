package study_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

// desk returns a desk over the small course and a store.
func desk(t *testing.T, store record.Store, lang lessons.Lang) *study.Desk {
	t.Helper()
	attempts := 0
	return study.NewDesk(study.Options{
		Course: coursetest.Open(t), Store: store, Lang: lang,
		Now:   clock(),
		NewID: func() string { attempts++; return fmt.Sprintf("attempt-%d", attempts) },
	})
}

// clock is a clock that moves one second at each reading.
func clock() func() time.Time {
	at := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	return func() time.Time { at = at.Add(time.Second); return at }
}

func words(t *testing.T, lang string) *locale.Words { return localetest.Open(t, lang) }

func TestContinueWhereLeft(t *testing.T) {
	ctx := t.Context()
	d := desk(t, record.NewGuest(), "en")
	o, err := d.Overview(ctx)
	if err != nil || o.Continue == nil || o.Continue.Lesson.ID != "helping-or-enabling" || o.Begun {
		t.Fatalf("a new learner starts at %+v, %v", o.Continue, err)
	}
	must(t, d.SavePlace(ctx, "limits-that-hold", 2, 5, 40, false))
	must(t, d.SavePlace(ctx, "helping-or-enabling", 9, 0, 100, true))
	if o, _ = d.Overview(ctx); o.Continue.Lesson.ID != "limits-that-hold" || !o.Begun {
		t.Errorf("goes on with %s", o.Continue.Lesson.ID)
	}
	must(t, d.SavePlace(ctx, "limits-that-hold", 9, 0, 100, true))
	if o, _ = d.Overview(ctx); o.Continue.Lesson.ID != "overdose-and-naloxone" {
		t.Errorf("after two lessons, goes on with %s", o.Continue.Lesson.ID)
	}
}

func TestSheetNumbersItsSources(t *testing.T) {
	r, err := desk(t, record.NewGuest(), "en").Read(t.Context(), "helping-or-enabling", words(t, "en"))
	must(t, err)
	for _, want := range []string{"# Helping or enabling?", "**In short.** This is the first", `for the other \[1\].`, "## Try this today", "1. Enabling behavior", "their partners. Journal", ", 2004.\\\n   <https", "2026-11-23"} {
		if !strings.Contains(r.Markdown, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, r.Markdown)
		}
	}
	if strings.Contains(r.Markdown, "[@") {
		t.Error("a citation was left as it is written")
	}
	if !r.HasQuiz || r.Foreign {
		t.Errorf("quiz %v, foreign %v", r.HasQuiz, r.Foreign)
	}
}

// A source that has no page says where it is to be had.
func TestSheetSaysWhereASourceIs(t *testing.T) {
	c, err := course.Open(lessons.Files, quiz.Files)
	must(t, err)
	d := study.NewDesk(study.Options{Course: c, Store: record.NewGuest(), Lang: "en", Now: time.Now})
	r, err := d.Read(t.Context(), "stages-of-change", words(t, "en"))
	must(t, err)
	if want := "Addiction, 2005. In volume 100. A library can find it"; !strings.Contains(r.Markdown, want) {
		t.Errorf("the sheet lacks %q:\n%s", want, r.Markdown)
	}
}

func TestLessonWithoutTranslation(t *testing.T) {
	r, err := desk(t, record.NewGuest(), "es").Read(t.Context(), "helping-or-enabling", words(t, "es"))
	must(t, err)
	if !r.Foreign || !strings.Contains(r.Markdown, "Pruebe esto hoy") {
		t.Errorf("foreign %v:\n%s", r.Foreign, r.Markdown)
	}
}

func TestUnknownLesson(t *testing.T) {
	d := desk(t, record.NewGuest(), "en")
	if _, err := d.Read(t.Context(), "no-such", words(t, "en")); !errors.Is(err, lessons.ErrNoLesson) {
		t.Errorf("reading: %v", err)
	}
	if _, err := d.Quiz(t.Context(), "no-such"); !errors.Is(err, quiz.ErrNoBank) {
		t.Errorf("quiz: %v", err)
	}
}

func TestQuizIsResumed(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	s, err := d.Quiz(ctx, "helping-or-enabling")
	must(t, err)
	order := s.Attempt.Questions()[0].Options
	a, err := d.Answer(ctx, s.Attempt, "helping-or-enabling/cash", quiz.Choose("send"))
	must(t, err)
	if len(a.Missed()) != 1 {
		t.Errorf("missed %v", a.Missed())
	}

	back, err := desk(t, store, "en").Quiz(ctx, "helping-or-enabling")
	must(t, err)
	if !back.Resumed || back.Lost != 0 || back.Attempt.ID != s.Attempt.ID {
		t.Fatalf("resumed %+v", back)
	}
	if i, _ := back.Attempt.Next(); i != 1 {
		t.Errorf("resumed at question %d", i)
	}
	for i, o := range back.Attempt.Questions()[0].Options {
		if o.ID != order[i].ID {
			t.Error("the options changed their order")
		}
	}
}

// Where nothing of the attempt is left to answer, a new one begins, and it is
// said why.
func TestAllAnswersOfAnotherPack(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	at := record.Attempt{ID: "old", Lesson: "helping-or-enabling", Seed: 1,
		Questions: []string{"helping-or-enabling/gone", "helping-or-enabling/went"}, Started: time.Now()}
	must(t, store.SaveAnswer(ctx, at, record.Answer{Attempt: "old", Question: "helping-or-enabling/gone", Choices: []string{"a"}, Result: record.Best, At: time.Now()}))
	s, err := desk(t, store, "en").Quiz(ctx, "helping-or-enabling")
	must(t, err)
	if asked, answered, _ := s.Attempt.Tally(); s.Lost != 1 || asked != 3 || answered != 0 || s.Attempt.ID == "old" {
		t.Errorf("lost %d, asked %d, answered %d", s.Lost, asked, answered)
	}
}

func TestAnswerOfAnotherPackIsNotLost(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	at := record.Attempt{ID: "old", Lesson: "helping-or-enabling", Seed: 1,
		Questions: []string{"helping-or-enabling/gone", "helping-or-enabling/cash", "helping-or-enabling/never"}, Started: time.Now()}
	must(t, store.SaveAnswer(ctx, at, record.Answer{Attempt: "old", Question: "helping-or-enabling/gone", Choices: []string{"a"}, Result: record.Best, At: time.Now()}))
	must(t, store.SaveAnswer(ctx, at, record.Answer{Attempt: "old", Question: "helping-or-enabling/cash", Choices: []string{"moved"}, Result: record.Best, At: time.Now()}))
	s, err := desk(t, store, "en").Quiz(ctx, "helping-or-enabling")
	must(t, err)
	if s.Lost != 2 {
		t.Errorf("%d answers lost, want 2", s.Lost)
	}
	if asked, answered, _ := s.Attempt.Tally(); asked != 2 || answered != 0 {
		t.Errorf("asked %d, answered %d", asked, answered)
	}
	e, _ := store.Export(ctx)
	if len(e.Answers) != 2 {
		t.Errorf("the record keeps %d answers, want 2", len(e.Answers))
	}
}

func TestFinishedQuizStartsAnew(t *testing.T) {
	ctx := t.Context()
	d := desk(t, record.NewGuest(), "en")
	s, err := d.Quiz(ctx, "helping-or-enabling")
	must(t, err)
	a := s.Attempt
	for _, q := range a.Questions() {
		a, err = d.Answer(ctx, a, q.ID, quiz.Choose(q.Options[0].ID))
		must(t, err)
	}
	again, err := d.Quiz(ctx, "helping-or-enabling")
	must(t, err)
	if again.Resumed || again.Attempt.ID == a.ID {
		t.Errorf("a finished attempt was resumed")
	}
	tracks, err := d.Tracks(ctx)
	must(t, err)
	if score := tracks[0].Lessons[0].Score; score.Answered != 3 || score.Asked != 3 {
		t.Errorf("score %+v", score)
	}
}

func TestChecklistIsKept(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	must(t, d.SaveCheck(ctx, "a1", true, "They said \x1b[31myes"))
	groups, err := desk(t, store, "en").Checklist(ctx)
	must(t, err)
	if c := groups[0].Checks[0]; !c.Asked || c.Note != "They said [31myes" {
		t.Errorf("kept %+v", c)
	}
	if groups[0].Asked() != 1 || groups[1].Asked() != 0 {
		t.Error("counted wrongly")
	}
}

// full is a store whose disk is full.
type full struct{ record.Store }

func (full) SaveAnswer(context.Context, record.Attempt, record.Answer) error { return record.ErrFull }

func TestAnswerThatIsNotKeptIsNotGiven(t *testing.T) {
	ctx := t.Context()
	d := desk(t, full{record.NewGuest()}, "en")
	s, err := d.Quiz(ctx, "helping-or-enabling")
	must(t, err)
	a, err := d.Answer(ctx, s.Attempt, "helping-or-enabling/cash", quiz.Choose("tank"))
	if !errors.Is(err, record.ErrFull) {
		t.Fatalf("error %v", err)
	}
	if _, given := a.Given("helping-or-enabling/cash"); given {
		t.Error("the answer counts as given")
	}
	d.GoOnWithoutSaving(ctx)
	if _, err = d.Answer(ctx, a, "helping-or-enabling/cash", quiz.Choose("tank")); err != nil || !d.Guest() {
		t.Errorf("without saving: %v, guest %v", err, d.Guest())
	}
}

func TestSettings(t *testing.T) {
	ctx := t.Context()
	d := desk(t, record.NewGuest(), "en")
	want := study.Settings{Lang: "es", Theme: "dark", TextWidth: 60, Still: true, Mouse: true}
	must(t, d.SaveSettings(ctx, study.Settings{}, want))
	if got, err := d.Settings(ctx); err != nil || got != want {
		t.Errorf("kept %+v, %v", got, err)
	}
	must(t, d.SaveSettings(ctx, want, study.Settings{}))
	if got, _ := d.Settings(ctx); got != (study.Settings{}) {
		t.Errorf("after taking all back: %+v", got)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
