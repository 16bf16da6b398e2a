package study_test

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

const doing quiz.ReflectionID = "how-am-i-doing"

// answered is the reflection of the small course with these answers.
func answered(t *testing.T, d *study.Desk, given map[quiz.ItemID]int) quiz.Answers {
	t.Helper()
	m, err := d.Mirror(t.Context(), doing)
	must(t, err)
	a, whole := quiz.Reflect(m.Reflection).Resume(given)
	if !whole {
		t.Fatalf("%v does not fit", given)
	}
	return a
}

func TestNothingIsKeptUnlessChosen(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	a := answered(t, d, map[quiz.ItemID]int{"safe": 0, "saying-no": 2})
	d.Heed(a)
	d.Steps(a)
	look := d.NewLook(a)
	if events, _ := store.Events(ctx, record.KindReflection, ""); len(events) != 0 {
		t.Fatalf("kept %v", events)
	}
	for range 2 { // a retry is safe
		must(t, d.KeepLook(ctx, doing, look))
	}
	m, err := desk(t, store, "en").Mirror(ctx, doing)
	if err != nil || len(m.Looks) != 1 || !maps.Equal(m.Looks[0].Given, a.All()) {
		t.Errorf("kept %+v, %v", m.Looks, err)
	}
	must(t, d.ForgetLooks(ctx, doing))
	if events, _ := store.Events(ctx, record.KindReflection, ""); len(events) != 0 {
		t.Errorf("after forgetting: %v", events)
	}
}

func TestOneLookIsForgottenAlone(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	var ids []string
	for place := range 3 {
		look := d.NewLook(answered(t, d, map[quiz.ItemID]int{"saying-no": place}))
		must(t, d.KeepLook(ctx, doing, look))
		ids = append(ids, look.ID)
	}
	for range 2 { // a retry is safe
		must(t, d.ForgetLook(ctx, study.Look{ID: ids[1]}))
	}
	m, err := d.Mirror(ctx, doing)
	must(t, err)
	var left []string
	for _, l := range m.Looks {
		left = append(left, l.ID)
	}
	slices.Sort(left)
	want := []string{ids[0], ids[2]}
	if slices.Sort(want); !slices.Equal(left, want) {
		t.Errorf("kept %v, want %v", left, want)
	}
}

func TestHarmlessLeavesOutWhatIsAboutSafety(t *testing.T) {
	d := desk(t, record.NewGuest(), "en")
	a := answered(t, d, map[quiz.ItemID]int{"safe": 0, "saying-no": 2})
	if got := d.NewLook(a).Harmless(a.Reflection()).Given; !maps.Equal(got, map[quiz.ItemID]int{"saying-no": 2}) {
		t.Errorf("kept %v", got)
	}
	safe := answered(t, d, map[quiz.ItemID]int{"safe": 2})
	if got := d.NewLook(safe).Harmless(a.Reflection()).Given; len(got) != 0 {
		t.Errorf("that home is safe shows, by its absence, when it is not: kept %v", got)
	}
}

// Where home may not be safe, nothing is offered that could raise the danger.
func TestStepsWhereHomeIsNotSafe(t *testing.T) {
	d := desk(t, record.NewGuest(), "en")
	titles := func(given map[quiz.ItemID]int) (out []lessons.ID) {
		for _, s := range d.Steps(answered(t, d, given)) {
			out = append(out, s.Lesson.ID)
		}
		return out
	}
	if got := titles(map[quiz.ItemID]int{"saying-no": 2, "covering-up": 1, "safe": 2}); len(got) != 2 {
		t.Errorf("safe at home, offered %v", got)
	}
	if got := titles(map[quiz.ItemID]int{"saying-no": 2, "covering-up": 1, "safe": 0}); len(got) != 1 || got[0] != "overdose-and-naloxone" {
		t.Errorf("not safe at home, offered %v", got)
	}
}

// In the course itself no reflection, answered in any way that puts safety
// first, leads to an exercise with someone the learner is afraid of.
func TestTheCourseOffersNothingDangerous(t *testing.T) {
	whole, err := course.Open(lessons.Files, quiz.Files)
	must(t, err)
	d := study.NewDesk(study.Options{Course: whole, Store: record.NewGuest(), Lang: "en", Now: clock(), NewID: func() string { return "id" }})
	if s := d.Safety(); s.Lesson == nil || s.Lesson.ID != "when-home-is-not-safe" || len(s.Numbers) != 1 || s.Numbers[0].Call != "1-800-799-7233" {
		t.Errorf("first comes %+v", s)
	}
	dangerous := map[lessons.ID]bool{
		"inviting-someone-to-treatment": true, "limits-that-hold": true, "natural-consequences": true,
		"rewarding-change": true, "talking-so-they-can-hear": true, "money-housing-and-car": true, "rebuilding-trust": true,
	}
	unsafe := 0
	for _, r := range whole.Reflections("en") {
		for place := range r.Scale {
			a := quiz.Reflect(r)
			for _, i := range r.Items {
				a, _ = a.Answer(i.ID, place)
			}
			for _, i := range r.Items {
				for _, u := range i.Unsafe {
					b, _ := a.Answer(i.ID, u)
					unsafe++
					steps := d.Steps(b)
					if len(steps) == 0 || !steps[0].Unsafe {
						t.Errorf("%s: safety is not first: %+v", r.ID, steps)
					}
					for _, s := range steps {
						if dangerous[s.Lesson.ID] {
							t.Errorf("%s: not safe at home, and offered %s", r.ID, s.Lesson.ID)
						}
					}
				}
			}
		}
	}
	if unsafe == 0 {
		t.Error("no answer puts safety first")
	}
}

func TestGuarded(t *testing.T) {
	ctx := t.Context()
	unsafe := map[quiz.ItemID]int{"safe": 0}
	for name, c := range map[string]struct {
		do   func(*testing.T, *study.Desk)
		want bool
	}{
		"nothing said": {func(*testing.T, *study.Desk) {}, false},
		"safe":         {func(t *testing.T, d *study.Desk) { must(t, d.SaveSafety(ctx, lessons.SafeYes, true)) }, false},
		"not safe":     {func(t *testing.T, d *study.Desk) { must(t, d.SaveSafety(ctx, lessons.SafeNo, false)) }, true},
		"not sure":     {func(t *testing.T, d *study.Desk) { must(t, d.SaveSafety(ctx, lessons.SafeUnsure, true)) }, true},
		"reflected":    {func(t *testing.T, d *study.Desk) { d.Heed(answered(t, d, unsafe)) }, true},
		"taken back": {func(t *testing.T, d *study.Desk) {
			d.Heed(answered(t, d, unsafe))
			d.Heed(answered(t, d, nil))
		}, false},
		"kept": {func(t *testing.T, d *study.Desk) {
			must(t, d.KeepLook(ctx, doing, d.NewLook(answered(t, d, unsafe))))
		}, true},
		"kept, and better since": {func(t *testing.T, d *study.Desk) {
			must(t, d.KeepLook(ctx, doing, d.NewLook(answered(t, d, unsafe))))
			must(t, d.KeepLook(ctx, doing, d.NewLook(answered(t, d, map[quiz.ItemID]int{"safe": 2}))))
		}, false},
	} {
		d := desk(t, record.NewGuest(), "en")
		c.do(t, d)
		if got, err := d.Guarded(ctx); err != nil || got != c.want {
			t.Errorf("%s: guarded %v, %v", name, got, err)
		}
		if talk, err := d.Talk(ctx, cash); err != nil || talk.Guarded != c.want {
			t.Errorf("%s: the talk is guarded %v, %v", name, talk.Guarded, err)
		}
	}
	if _, err := desk(t, record.NewGuest(), "en").Mirror(ctx, "none"); !errors.Is(err, quiz.ErrNoReflection) {
		t.Errorf("no such reflection: %v", err)
	}
}

func TestTrends(t *testing.T) {
	ctx, store := t.Context(), record.NewGuest()
	d := desk(t, store, "en")
	at := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	for i, given := range []map[quiz.ItemID]int{
		{"safe": 2}, {"safe": 2, "saying-no": 0, "no-more": 1}, {"saying-no": 1, "covering-up": 9}, {"saying-no": 1}, {"saying-no": 2},
	} {
		l := study.Look{ID: string(rune('a' + i)), At: at.AddDate(0, 0, 7*i), Given: given}
		must(t, d.KeepLook(ctx, doing, l))
	}
	m, err := d.Mirror(ctx, doing)
	must(t, err)
	trends := m.Trends()
	if len(trends) != 2 || trends[0].Item.ID != "saying-no" || trends[1].Item.ID != "safe" {
		t.Fatalf("trends %+v", trends)
	}
	if was, now := trends[0].LastTwo(); len(trends[0].Points) != 4 || was.Place != 1 || now.Place != 2 || !now.At.After(was.At) {
		t.Errorf("saying no: %+v", trends[0].Points)
	}
	for i := range 9 {
		must(t, d.KeepLook(ctx, doing, study.Look{ID: string(rune('k' + i)), At: at.AddDate(1, 0, i), Given: map[quiz.ItemID]int{"safe": i % 3}}))
	}
	if m, _ = d.Mirror(ctx, doing); len(m.Trends()[1].Points) != 6 || m.Trends()[1].Points[5].Place != 2 {
		t.Errorf("the newest are %+v", m.Trends()[1].Points)
	}
}
