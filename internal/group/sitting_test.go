package group_test

import (
	"errors"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

func TestSitting(t *testing.T) {
	now := time.Unix(0, 0)
	hub := group.NewLocal()
	t.Cleanup(hub.Close)
	door := group.NewDoor(hub, func() time.Time { return now })
	party := grouptest.Begin(t, hub)
	enter := func(typed string) *group.Sitting {
		t.Helper()
		s, err := door.Enter(t.Context(), "here", typed)
		if err != nil {
			t.Fatalf("%q: %v", typed, err)
		}
		return s
	}
	lead := enter(group.Entry(party.Code, party.Lead))
	if _, ok := lead.Lead(lead.First()); !lead.Leads() || !ok {
		t.Error("the lead's key does not lead")
	}
	party.Sit(t, 5, hub)
	party.Ask(t, hub, "p")
	one := enter(party.Code.String())
	if one.Leads() {
		t.Error("a visitor leads")
	}
	if _, err := one.Do(t.Context(), group.End{}); !errors.Is(err, group.ErrNotLead) {
		t.Errorf("a visitor ends the room: %v", err)
	}
	s, err := one.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	poll := *s.All().Front
	if _, err := one.Vote(t.Context(), poll, []string{"a"}); err != nil {
		t.Error(err)
	}
	back := one.Return()
	one.Leave(t.Context())

	again := enter(back) // the link dropped; the place and the answer are kept
	if m := again.Mine(again.First()); len(m.Chosen) != 1 || m.Chosen[0] != "a" {
		t.Errorf("back at the seat, the answer is %v", m.Chosen)
	}
	after, err := again.Vote(t.Context(), poll, []string{"b"})
	if err != nil || after.All().Front.Answers != 1 || after.All().Here != 6 {
		t.Errorf("after a second answer from the same seat: %+v, %v", after.All().Front, err)
	}
}

// Neither a room's code nor a key can be guessed at more than a few times.
func TestDoorIsSlow(t *testing.T) {
	now := time.Unix(0, 0)
	hub := group.NewLocal()
	t.Cleanup(hub.Close)
	door := group.NewDoor(hub, func() time.Time { return now })
	party := grouptest.Begin(t, hub)
	if _, err := door.Enter(t.Context(), "one", "not a code"); !errors.Is(err, group.ErrNoCode) || door.Wrong() != 0 {
		t.Errorf("a slip of the finger: %v, %d counted", err, door.Wrong())
	}
	in, slowed := 0, 0
	for i := range 1_000 {
		typed := group.NewCode().String()
		if i%2 == 0 {
			typed = group.Entry(party.Code, group.NewKey())
		}
		_, err := door.Enter(t.Context(), "one", typed)
		var slow group.SlowError
		switch {
		case err == nil:
			in++
		case errors.As(err, &slow):
			slowed++
		}
	}
	if in != 0 || slowed != 995 || door.Wrong() != 5 || door.Slowed() != 995 {
		t.Errorf("of 1000 tries %d came in, %d were slowed, %d and %d counted", in, slowed, door.Wrong(), door.Slowed())
	}
	if _, err := door.Enter(t.Context(), "two", party.Code.String()); err != nil {
		t.Errorf("somebody else is slowed too: %v", err)
	}
}
