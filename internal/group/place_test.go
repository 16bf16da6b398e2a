package group_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

func TestStepsThroughOneShowAreOneAct(t *testing.T) {
	tb := newTable(t, 0)
	tb.must(group.AddPoll{Poll: poll("p", "a", "b")})
	at := func(route string, part int) group.Place { return group.Place{Route: route, Part: part} }
	undo := func(want group.Place) {
		t.Helper()
		u, _ := tb.room.Undoes()
		if err := tb.try(group.UndoLast{Number: u.Number}); err != nil || !tb.room.Place.Is(want) {
			t.Errorf("undone, everybody is at %+v, want %+v (%v)", tb.room.Place, want, err)
		}
	}
	tb.must(group.OpenPoll{ID: "p"})
	for i := range 30 {
		tb.must(group.Step{To: at("present/a", i)})
	}
	for i := range 30 {
		tb.must(group.Step{To: at("present/b", i)})
	}
	if n := len(tb.room.Undo); n != 3 {
		t.Errorf("%d acts can be undone, want 3", n)
	}
	undo(at("present/a", 29))
	undo(group.Place{})
	undo(group.Place{})
	if p, _ := tb.room.Poll("p"); p.Status != group.Waiting {
		t.Errorf("the poll is %s", p.Status)
	}
}

func TestPlaces(t *testing.T) {
	long := strings.Split(strings.Repeat("a ", 51), " ")
	for _, c := range []struct {
		to   group.Place
		want error
	}{
		{group.Place{}, nil},
		{group.Place{Route: "session/sixty-minutes", Part: 3, Replies: []string{"ask", "listen"}, Block: 4, Word: 90}, nil},
		{group.Place{Route: "two words"}, group.ErrNoSense},
		{group.Place{Route: "a\x1b[2J"}, group.ErrNoSense},
		{group.Place{Route: strings.Repeat("x", 201)}, group.ErrNoSense},
		{group.Place{Route: "present/a", Part: -1}, group.ErrNoSense},
		{group.Place{Route: "present/a", Block: 1 << 40}, group.ErrNoSense},
		{group.Place{Route: "present/a", Replies: []string{"Somebody's name"}}, group.ErrNoSense},
		{group.Place{Route: "present/a", Replies: long}, group.ErrNoSense},
	} {
		tb := newTable(t, 0)
		if err := tb.try(group.Step{To: c.to}); !errors.Is(err, c.want) || err == nil && !tb.room.Place.Is(c.to) {
			t.Errorf("%+v: %v, want %v", c.to, err, c.want)
		}
	}
}

// Two who lead see one clock, and it goes on for who comes back.
func TestTheClockOfAShow(t *testing.T) {
	tb := newTable(t, 1)
	for _, c := range []struct {
		route string
		part  int
		at    int64
		want  group.Clock
	}{
		{"session/a", 0, 100, group.Clock{Began: 100, Since: 100}},
		{"session/a", 1, 160, group.Clock{Began: 100, Part: 1, Since: 160}},
		{"session/a", 1, 170, group.Clock{Began: 100, Part: 1, Since: 160}},
		{"present/b", 4, 200, group.Clock{Began: 200, Part: 4, Since: 200}},
		{"lesson/c", 0, 0, group.Clock{}},
		{"session/a", 2, 300, group.Clock{Began: 100, Part: 2, Since: 300}},
	} {
		tb.must(group.Step{To: group.Place{Route: c.route, Part: c.part, Word: int(c.at)}, At: c.at})
		if got := tb.view().Clock; got != c.want {
			t.Errorf("at %d the clock is %+v, want %+v", c.at, got, c.want)
		}
	}
	if err := tb.try(group.Step{To: group.Place{Route: "session/a"}, At: -1}); !errors.Is(err, group.ErrNoSense) {
		t.Errorf("a time before all times: %v", err)
	}
	tb.must(group.End{})
	if len(tb.room.Clocks) != 0 {
		t.Errorf("the room has ended, and holds %v", tb.room.Clocks)
	}
}

// A screen that all look at has no seat, no vote and no key, and says how large
// it is.
func TestLook(t *testing.T) {
	hub := group.NewLocal()
	t.Cleanup(hub.Close)
	door := group.NewDoor(hub, func() time.Time { return time.Unix(0, 0) })
	party := grouptest.Begin(t, hub)
	party.Ask(t, hub, "p")
	for _, typed := range []string{party.Code.String(), group.Entry(party.Code, party.Lead)} {
		s, err := door.Look(t.Context(), "here", typed)
		if err != nil {
			t.Fatal(err)
		}
		if now := s.First().All(); now.Here != 0 || s.Leads() {
			t.Errorf("%d people are there, and it leads: %v", now.Here, s.Leads())
		}
		_, votes := s.Vote(t.Context(), *s.First().All().Front, []string{"a"})
		_, asks := s.Ask(t.Context(), group.NewQuestion(), "Mine")
		_, signals := s.Signal(t.Context(), s.First().All(), group.Slower)
		_, leads := s.Do(t.Context(), group.End{})
		for _, err := range []error{votes, asks, signals} {
			if !errors.Is(err, group.ErrNoSeat) {
				t.Errorf("it does what only people do: %v", err)
			}
		}
		if !errors.Is(leads, group.ErrNotLead) {
			t.Errorf("it leads: %v", leads)
		}
		after, err := s.Fit(t.Context(), group.Wall{Width: 40, Height: 12}, time.Unix(100, 0))
		if err != nil || after.All().Wall != (group.Wall{Width: 40, Height: 12}) {
			t.Errorf("its size is told as %+v, %v", after.All().Wall, err)
		}
		if _, err := s.Fit(t.Context(), group.Wall{Width: -1}, time.Unix(100, 0)); !errors.Is(err, group.ErrNoSense) {
			t.Errorf("a size that makes no sense: %v", err)
		}
		s.Leave(t.Context())
		if again, err := door.Look(t.Context(), "here", typed); err != nil || again.First().All().Wall != (group.Wall{}) {
			t.Errorf("it has left, and its size is still there: %v", err)
		}
	}
	if _, err := door.Look(t.Context(), "here", "not a code"); !errors.Is(err, group.ErrNoCode) {
		t.Errorf("a slip of the finger: %v", err)
	}
	if _, err := door.Look(t.Context(), "here", group.NewCode().String()); !errors.Is(err, group.ErrNoRoom) || door.Wrong() != 1 {
		t.Errorf("a wrong code: %v, %d counted", err, door.Wrong())
	}
}
