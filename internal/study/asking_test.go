package study_test

import (
	"testing"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
)

// asking is a show of the small course, and what it asks a room.
func asking(t *testing.T, load func(*study.Desk, *locale.Words) (study.Show, error)) (study.Show, study.Asking) {
	t.Helper()
	w := localetest.Open(t, "en")
	desk := study.NewDesk(study.Options{Course: coursetest.Open(t), Store: record.NewGuest(), Lang: lessons.English, Guest: true})
	show, err := load(desk, w)
	if err != nil {
		t.Fatal(err)
	}
	a, err := desk.Asking(t.Context(), show)
	if err != nil {
		t.Fatal(err)
	}
	return show, a
}

// lead is a room, and who leads it.
type lead struct {
	t    *testing.T
	room group.Room
	key  group.Key
}

func newLead(t *testing.T) *lead {
	l := &lead{t: t, key: group.NewKey()}
	l.room = group.New(group.NewCode(), l.key, 1_000)
	return l
}

func (l *lead) view() group.LeadView {
	v, _ := group.NewSnapshot(1, &l.room).Lead(l.key)
	return v
}

func (l *lead) does(all []group.Action) {
	l.t.Helper()
	for _, a := range all {
		next, err := group.Apply(l.room, group.Act{Key: l.key, Do: a})
		if err != nil {
			l.t.Fatalf("%#v: %v", a, err)
		}
		l.room = next
	}
}

func TestAPartOfAPlanAsksOnce(t *testing.T) {
	show, a := asking(t, func(d *study.Desk, w *locale.Words) (study.Show, error) {
		return d.Session(t.Context(), "short-session", w)
	})
	l := newLead(t)
	at := func(part int) group.Place { return group.Place{Route: show.Name, Part: part} }
	asked := 0
	for part := range show.Parts {
		l.does(a.GoTo(l.view(), at(part), int64(100+part)))
		v := l.view()
		p, asks := a.Poll(part)
		if asks {
			asked++
		}
		if (v.Front != nil) != asks || asks && v.Front.ID != p.ID || v.Place.Part != part || v.Clock.Since != int64(100+part) {
			t.Errorf("part %d: %+v, %+v", part, v.Front, v.Place)
		}
	}
	if asked < 2 || l.view().Sheet != "short-session" {
		t.Fatalf("%d parts ask something, and the room goes by %q", asked, l.view().Sheet)
	}
	for part := len(show.Parts) - 1; part >= 0; part-- {
		l.does(a.GoTo(l.view(), at(part), 200))
		if v := l.view(); v.Front != nil || v.Place.Part != part {
			t.Errorf("gone back to, part %d asks %+v", part, v.Front)
		}
	}
	within := at(0)
	within.Word = 5
	if do := a.GoTo(l.view(), within, 201); len(do) != 1 {
		t.Errorf("a step within a part is %d acts", len(do))
	}
}

func TestALessonAsksOnAKey(t *testing.T) {
	show, a := asking(t, func(d *study.Desk, w *locale.Words) (study.Show, error) {
		return d.Show(t.Context(), "helping-or-enabling", w)
	})
	l, asks := newLead(t), 0
	for part, p := range show.Parts {
		l.does(a.GoTo(l.view(), group.Place{Route: show.Name, Part: part}, 100))
		if l.view().Front != nil {
			t.Fatalf("part %d asks by itself", part)
		}
		o, ok := a.Ask(part)
		if ok && p.Question == "" {
			t.Errorf("part %d asks what it does not show", part)
		}
		if !ok {
			continue
		}
		asks++
		l.does(o.Do)
		v := l.view()
		if v.Front == nil || v.Front.ID != p.Question || v.Front.Status != group.Open {
			t.Fatalf("part %d: %+v", part, v.Front)
		}
		l.does([]group.Action{group.ClosePoll{ID: v.Front.ID}})
		l.does(study.Away(l.view()).Do)
		if v := l.view(); v.Front != nil || v.Polls[len(v.Polls)-1].Status != group.Closed {
			t.Errorf("put away: %+v", v.Polls)
		}
	}
	if asks == 0 {
		t.Error("no part asks anything")
	}
	if _, ok := study.Lead(l.view()); ok {
		t.Error("with nothing asked there is something to do")
	}
	if _, ok := (study.Asking{}).Poll(3); ok {
		t.Error("what is not loaded asks something")
	}
}
