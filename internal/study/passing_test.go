package study_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"porchlight/internal/checkfile"
	"porchlight/internal/checklist"
	"porchlight/internal/record"
	"porchlight/internal/study"
)

// What is passed on as a file comes to another record as it was, in both kinds
// of file.
func TestPassedOnElsewhere(t *testing.T) {
	ctx := t.Context()
	here := whole(t, record.NewGuest(), "en")
	p, err := here.AddProvider(ctx, "Northside", "+1 555", "Ask for Dana")
	must(t, err)
	must(t, here.AddOwnQuestion(ctx, "Is there a bus?"))
	own, err := here.OwnQuestions(ctx)
	must(t, err)
	must(t, here.SaveHeard(ctx, p.ID, "a1", checklist.Answer{Asked: true, Sign: record.Good, Note: "=1+1\n'quoted'"}))
	must(t, here.SaveHeard(ctx, p.ID, own[0].ID, checklist.Answer{Asked: true, Sign: record.Unclear}))
	must(t, here.HideQuestion(ctx, "a2", true))
	must(t, here.SaveHeard(ctx, p.ID, "a2", checklist.Answer{Asked: true, Note: "hidden, and passed on"}))
	sheet, err := here.PassOn(ctx, p.ID)
	must(t, err)
	for i, f := range []struct {
		write func(*bytes.Buffer) error
		read  func(*bytes.Buffer) (checkfile.Sheet, error)
	}{
		{func(b *bytes.Buffer) error { return checkfile.WriteJSON(b, sheet) }, func(b *bytes.Buffer) (checkfile.Sheet, error) { return checkfile.ReadJSON(b) }},
		{func(b *bytes.Buffer) error { return checkfile.WriteCSV(b, sheet) }, func(b *bytes.Buffer) (checkfile.Sheet, error) { return checkfile.ReadCSV(b) }},
	} {
		var file bytes.Buffer
		must(t, f.write(&file))
		read, err := f.read(&file)
		must(t, err)
		there := whole(t, record.NewGuest(), "en")
		taken, err := there.Take(ctx, read, "")
		must(t, err)
		if taken.Name != "Northside" || taken.Answers != 3 {
			t.Errorf("%d: taken %+v", i, taken)
		}
		q, err := there.ProviderNamed(ctx, "Northside")
		must(t, err)
		must(t, there.HideQuestion(ctx, "a2", true)) // what is hidden is the learner's own affair
		again, err := there.PassOn(ctx, q.ID)
		must(t, err)
		if again.Program != sheet.Program || !slices.Equal(again.Answers, sheet.Answers) {
			t.Errorf("%d: passed on again: %+v\nwant %+v", i, again, sheet)
		}
	}
}

func TestTakenIntoOneThatIsThere(t *testing.T) {
	ctx := t.Context()
	d := desk(t, record.NewGuest(), "en") // its clock moves on
	p, err := d.AddProvider(ctx, "Northside", "", "mine")
	must(t, err)
	must(t, d.SaveHeard(ctx, p.ID, "a1", checklist.Answer{Asked: true, Note: "early"}))
	sheet, err := d.PassOn(ctx, p.ID)
	must(t, err)
	must(t, d.SaveHeard(ctx, p.ID, "a1", checklist.Answer{Asked: true, Note: "late"}))
	if _, err := d.Take(ctx, sheet, ""); !errors.Is(err, study.ErrKnownProvider) {
		t.Errorf("a name that is there: %v", err)
	}
	note := func() string {
		c, err := d.Call(ctx, p.ID)
		must(t, err)
		return c.Asks[0].Answer.Note
	}
	_, err = d.Take(ctx, sheet, p.ID)
	must(t, err)
	if note() != "late" {
		t.Errorf("the earlier note stays: %q", note())
	}
	sheet.Answers[0].Note, sheet.Answers[0].At = "changed in a spreadsheet", sheet.Answers[1].At
	_, err = d.Take(ctx, sheet, p.ID)
	must(t, err)
	if note() != "changed in a spreadsheet" {
		t.Errorf("an answer without a time is of now: %q", note())
	}
	if q, _ := d.Provider(ctx, p.ID); q.Note != "mine" {
		t.Errorf("the note on the program is %q", q.Note)
	}
	sheet.Program.Name = ""
	if _, err := d.Take(ctx, sheet, p.ID); !errors.Is(err, study.ErrOtherList) {
		t.Errorf("the own list into a provider: %v", err)
	}
}

func TestTakeIsAllOrNothing(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	var sheet checkfile.Sheet
	sheet.Program.Name = "Northside"
	for i := range study.MaxOwn + 1 {
		sheet.Answers = append(sheet.Answers, checkfile.Answer{Question: fmt.Sprintf("own-%d", i), Ask: "Why?", Asked: true})
	}
	if _, err := d.Take(ctx, sheet, ""); !errors.Is(err, study.ErrManyQuestions) {
		t.Errorf("too many questions: %v", err)
	}
	if e, err := store.Export(ctx); err != nil || len(e.Entries)+len(e.Checks) != 0 {
		t.Errorf("kept %+v, %v", e, err)
	}
}

// A sign that came with a file outlives a tick on the learner's own list.
func TestATickKeepsTheSign(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	_, err := d.Take(ctx, checkfile.Sheet{Answers: []checkfile.Answer{{Question: "a1", Sign: record.Good}}}, "")
	must(t, err)
	must(t, d.SaveCheck(ctx, "a1", true, "yes"))
	kept, err := store.Checks(ctx, "")
	must(t, err)
	if kept["a1"].Sign != record.Good {
		t.Errorf("kept %+v", kept["a1"])
	}
}
