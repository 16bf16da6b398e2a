package study_test

import (
	"errors"
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

func TestWorksheetKeepsWhatIsWritten(t *testing.T) {
	store := record.NewGuest()
	d := desk(t, store, "en")
	const id lessons.WorksheetID = "one-limit-i-can-keep"
	if _, err := d.Worksheet(t.Context(), "none"); !errors.Is(err, lessons.ErrNoWorksheet) {
		t.Errorf("Worksheet(none): %v", err)
	}
	if err := d.ClearWorksheet(t.Context(), ""); !errors.Is(err, lessons.ErrNoWorksheet) {
		t.Errorf("clearing no worksheet: %v", err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(d.SaveField(t.Context(), id, "behavior", "\n calls\x1b[2J at night \n"))
	must(d.SaveField(t.Context(), id, "gone", strings.Repeat("é", study.FieldLimit)))
	p, err := d.Worksheet(t.Context(), id)
	if err != nil || p.Filled() != 1 || p.Fields[0].Text != "calls[2J at night" || len(p.Past) != 1 || len(p.Past[0]) != study.FieldLimit {
		t.Errorf("Worksheet = %+v, %v", p, err)
	}
	if b := p.Blank(); b.Any() || !p.Any() {
		t.Error("a blank page says something, or took the words of the one it was made from")
	}
	must(d.SaveField(t.Context(), id, "behavior", "  "))
	if p, _ := d.Worksheet(t.Context(), id); p.Filled() != 0 {
		t.Errorf("emptied, and still there: %+v", p)
	}
	must(d.ClearWorksheet(t.Context(), id))
	if all, err := d.Worksheets(t.Context()); err != nil || len(all) != 1 || all[0].Any() {
		t.Errorf("Worksheets = %+v, %v", all, err)
	}
}
