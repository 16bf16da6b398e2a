package group_test

import (
	"errors"
	"testing"

	"porchlight/internal/group"
)

// step begins a part of the sheet as a lead does who sees the room as it is.
func (tb *table) step(part int, poll string, at int64) error {
	from := -1
	if v := tb.view(); v.Place.Route == "session/hour" {
		from = v.Place.Part
	}
	return tb.try(group.Begin{From: from, To: group.Place{Route: "session/hour", Part: part}, Poll: poll, At: at})
}

func TestRoomGoesByARunSheet(t *testing.T) {
	tb := newTable(t, 5)
	tb.must(group.AddPoll{Poll: poll("before/a", "a", "b")})
	tb.must(group.GoBy{Sheet: "hour"})
	if v := tb.view(); v.Sheet != "hour" || v.SheetClock.Began != 0 || v.Front != nil {
		t.Fatalf("a room that has not begun: %+v", v)
	}
	for _, s := range []struct {
		part  int
		poll  string
		at    int64
		began int64
	}{{0, "", 100, 100}, {1, "before/a", 160, 100}, {2, "", 400, 100}} {
		if err := tb.step(s.part, s.poll, s.at); err != nil {
			t.Fatal(err)
		}
		v := tb.view()
		front := ""
		if v.Front != nil {
			front = v.Front.ID
		}
		if v.Place.Part != s.part || front != s.poll || v.SheetClock != (group.Clock{Began: s.began, Part: s.part, Since: s.at}) {
			t.Errorf("step %d: %+v, %q, %+v", s.part, v.Place, front, v.SheetClock)
		}
	}
	if p, _ := tb.room.Poll("before/a"); p.Status != group.Open {
		t.Errorf("a poll that the room has left is %s", p.Status)
	}
}

// Each step is undone as one act: its poll, its place and its time.
func TestABegunStepIsUndoneAtOnce(t *testing.T) {
	tb := newTable(t, 5)
	tb.must(group.AddPoll{Poll: poll("q", "a", "b")})
	tb.must(group.GoBy{Sheet: "hour"})
	before := tb.view()
	for part, poll := range []string{"", "q", ""} {
		if err := tb.step(part, poll, int64(100+part)); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []struct {
		part  int
		front bool
		since int64
	}{{1, true, 101}, {0, false, 100}} {
		tb.must(group.UndoLast{Number: tb.view().Undo.Number})
		v := tb.view()
		if v.Place.Part != want.part || (v.Front != nil) != want.front || v.SheetClock.Since != want.since {
			t.Errorf("undone: %+v, %+v, %+v; want %+v", v.Place, v.Front, v.SheetClock, want)
		}
	}
	if p, _ := tb.room.Poll("q"); p.Status != group.Waiting {
		t.Errorf("the poll is %s", p.Status)
	}
	tb.must(group.UndoLast{Number: tb.view().Undo.Number})
	if v := tb.view(); !v.Place.Is(before.Place) || v.SheetClock != before.SheetClock {
		t.Errorf("before the first step: %+v, %+v", v.Place, v.SheetClock)
	}
	tb.must(group.UndoLast{Number: tb.view().Undo.Number})
	if v := tb.view(); v.Sheet != "" {
		t.Errorf("the room goes by %q", v.Sheet)
	}
}

// Two leads who press for the next step at once go one step, not two, and what
// the first did since is not undone by the second.
func TestTwoLeadsBeginTheSameStep(t *testing.T) {
	tb := newTable(t, 5)
	tb.must(group.AddPoll{Poll: poll("q", "a", "b")})
	tb.must(group.GoBy{Sheet: "hour"})
	if err := tb.step(0, "", 100); err != nil {
		t.Fatal(err)
	}
	next := group.Begin{From: 0, To: group.Place{Route: "session/hour", Part: 1}, Poll: "q", At: 110}
	tb.must(next)
	tb.must(group.ClosePoll{ID: "q"})
	next.At = 111
	tb.must(next)
	v := tb.view()
	if v.Place.Part != 1 || v.Front.Status != group.Closed || v.SheetClock.Since != 110 {
		t.Errorf("%+v, %+v, %+v", v.Place, v.Front, v.SheetClock)
	}
	next.From = 1 // wanted again, by who sees that it is closed
	tb.must(next)
	if v := tb.view(); v.Front.Status != group.Open || v.SheetClock.Since != 110 {
		t.Errorf("begun anew: %+v, %+v", v.Front, v.SheetClock)
	}
}

func TestStepsThatMakeNoSense(t *testing.T) {
	tb := newTable(t, 1)
	tb.must(group.GoBy{Sheet: "hour"})
	place := group.Place{Route: "session/hour"}
	for _, c := range []struct {
		do   group.Action
		want error
	}{
		{group.GoBy{Sheet: "An Hour"}, group.ErrNoSense}, {group.Begin{From: -1}, group.ErrNoSense},
		{group.Begin{From: -1, To: group.Place{Route: "session/hour", Part: -1}}, group.ErrNoSense},
		{group.Begin{From: -1, To: place, At: -1}, group.ErrNoSense}, {group.Begin{From: -1, To: place, Poll: "none"}, group.ErrNoPoll},
	} {
		if err := tb.try(c.do); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.do, err)
		}
		if next, err := group.Apply(tb.room, group.Act{Do: c.do}); !errors.Is(err, group.ErrNotLead) || next.Sheet != "hour" {
			t.Errorf("a visitor's %+v: %v", c.do, err)
		}
	}
}

// Leads see who leads, by tags that lead nowhere, and a lead who is let go
// leads no more.
func TestWhoLeads(t *testing.T) {
	tb := newTable(t, 0)
	helper := group.NewKey()
	name := group.LeadName(tb.room.ID, helper)
	tb.must(group.Appoint{Name: name, As: group.CoFacilitator})
	leads := tb.view().Leads
	if len(leads) != 2 {
		t.Fatalf("%+v", leads)
	}
	for _, l := range leads {
		if l.Mine != (l.Role == group.Facilitator) || l.Mine == (l.Name == name) || l.Tag() != l.Name[:3] {
			t.Errorf("%+v", l)
		}
	}
	tb.must(group.Appoint{Name: name})
	if _, leads := group.NewSnapshot(1, &tb.room).Lead(helper); leads {
		t.Error("a lead who was let go sees what leads see")
	}
	if _, err := group.Apply(tb.room, group.Act{Key: helper, Do: group.GoBy{Sheet: "x"}}); !errors.Is(err, group.ErrNotLead) {
		t.Errorf("a lead who was let go: %v", err)
	}
}
