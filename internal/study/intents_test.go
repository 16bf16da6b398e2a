package study_test

import (
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

func takeUp(t *testing.T, d *study.Desk, id lessons.ID) {
	t.Helper()
	r, err := d.Read(t.Context(), id, words(t, "en"))
	must(t, err)
	must(t, d.TakeUp(t.Context(), r.Lesson))
}

func mark(t *testing.T, d *study.Desk, id lessons.ID, as study.Standpoint) {
	t.Helper()
	i, err := d.Intent(t.Context(), id)
	must(t, err)
	i.State = as
	must(t, d.SaveIntent(t.Context(), i))
}

func TestIntentsAreOpenThenTriedThenLetGo(t *testing.T) {
	d := desk(t, record.NewGuest(), "en")
	for _, id := range []lessons.ID{"helping-or-enabling", "limits-that-hold", "overdose-and-naloxone"} {
		takeUp(t, d, id)
	}
	list := func() string {
		all, err := d.Intents(t.Context())
		must(t, err)
		var b strings.Builder
		for _, i := range all {
			if i.Text == "" || i.Title == string(i.Lesson) {
				t.Errorf("%+v has no words", i)
			}
			b.WriteString(string(i.Lesson) + " " + string(i.State) + "; ")
		}
		return b.String()
	}
	for _, test := range []struct {
		do   func()
		want string
	}{
		{func() {}, "overdose-and-naloxone open; limits-that-hold open; helping-or-enabling open; "},
		{func() { mark(t, d, "overdose-and-naloxone", study.LetGo) }, "limits-that-hold open; helping-or-enabling open; overdose-and-naloxone let-go; "},
		{func() { mark(t, d, "limits-that-hold", study.Tried) }, "helping-or-enabling open; limits-that-hold tried; overdose-and-naloxone let-go; "},
		{func() { mark(t, d, "limits-that-hold", study.ToTry) }, "limits-that-hold open; helping-or-enabling open; overdose-and-naloxone let-go; "},
		{func() { must(t, d.SaveIntent(t.Context(), study.Intent{Lesson: "overdose-and-naloxone"})) }, "limits-that-hold open; helping-or-enabling open; "},
	} {
		if test.do(); list() != test.want {
			t.Errorf("the list is %q, want %q", list(), test.want)
		}
	}
	if o := overview(t, d); o.ToTry != 2 {
		t.Errorf("home has %d to try", o.ToTry)
	}
}

// A step of another pack or another version is shown as it was kept; one whose
// words were erased is not shown.
func TestIntentsOfAnotherRecord(t *testing.T) {
	store := record.NewGuest()
	must(t, store.SaveEntries(t.Context(),
		record.Entry{Kind: record.KindIntent, Subject: "gone", Fields: map[string]string{"text": "Call a friend.", "state": "later"}},
		record.Entry{Kind: record.KindIntent, Subject: "limits-that-hold", Fields: map[string]string{"state": "tried"}},
	))
	all, err := desk(t, store, "en").Intents(t.Context())
	must(t, err)
	if len(all) != 1 || all[0].Title != "gone" || all[0].Text != "Call a friend." || all[0].State != study.ToTry {
		t.Errorf("listed %+v", all)
	}
}

func TestErasingWhatToTry(t *testing.T) {
	for _, scope := range []record.Scope{{Lesson: "limits-that-hold"}, {Notes: true}, {All: true}} {
		store := record.NewGuest()
		d := desk(t, store, "en")
		takeUp(t, d, "limits-that-hold")
		must(t, store.Erase(t.Context(), scope))
		if all, err := d.Intents(t.Context()); err != nil || len(all) != 0 {
			t.Errorf("after erasing %+v: %+v, %v", scope, all, err)
		}
	}
}

// What was done in seven days is counted, and nothing older.
func TestTheWeekInWords(t *testing.T) {
	ctx := t.Context()
	store := record.NewGuest()
	d := desk(t, store, "en")
	week := func() string {
		m, err := d.CourseMap(ctx)
		must(t, err)
		return strings.Join(m.Week.InWords(words(t, "en")), " ")
	}
	now := d.Now()
	old := record.Attempt{ID: "old", Lesson: "limits-that-hold", Questions: []string{"limits-that-hold/cash"}, Started: now.AddDate(0, 0, -9)}
	must(t, store.SaveAnswer(ctx, old, record.Answer{Attempt: "old", Question: "limits-that-hold/cash", Result: record.Best, At: old.Started}))
	must(t, store.SaveEntries(ctx,
		record.Entry{Kind: record.KindField, Subject: "one", Key: "a", Fields: map[string]string{"text": "x"}, At: now.AddDate(0, 0, -8)},
		record.Entry{Kind: record.KindIntent, Subject: "helping-or-enabling", Fields: map[string]string{"text": "x", "state": "tried"}, At: now.AddDate(0, 0, -8)},
	))
	if said := week(); said != "" {
		t.Errorf("of what is older is said %q", said)
	}
	again := record.Attempt{ID: "new", Lesson: "limits-that-hold", Questions: []string{"limits-that-hold/cash", "limits-that-hold/never"}, Started: now}
	for _, q := range again.Questions {
		must(t, store.SaveAnswer(ctx, again, record.Answer{Attempt: "new", Question: q, Result: record.Best, At: now}))
	}
	must(t, store.SaveEntries(ctx,
		record.Entry{Kind: record.KindField, Subject: "one", Key: "b", Fields: map[string]string{"text": "x"}, At: now},
		record.Entry{Kind: record.KindField, Subject: "one", Key: "c", Fields: map[string]string{"text": "x"}, At: now},
	))
	takeUp(t, d, "limits-that-hold")
	if said, want := week(), "You answered 1 new question. You wrote in 1 worksheet."; said != want {
		t.Errorf("said %q, want %q", said, want)
	}
	mark(t, d, "limits-that-hold", study.Tried)
	if said := week(); !strings.HasSuffix(said, "You tried 1 thing you said you would.") {
		t.Errorf("said %q", said)
	}
}
