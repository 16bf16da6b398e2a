package group_test

import (
	"errors"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

// A facilitator erases the room at once, with what was shown in it; nobody else
// does, and doing it twice is doing it once.
func TestErase(t *testing.T) {
	hub := group.NewLocal()
	t.Cleanup(hub.Close)
	door := group.NewDoor(hub, func() time.Time { return time.Unix(0, 0) })
	party := grouptest.Begin(t, hub)
	enter := func(typed string) *group.Sitting {
		t.Helper()
		s, err := door.Enter(t.Context(), "here", typed)
		if err != nil {
			t.Fatalf("%q: %v", typed, err)
		}
		return s
	}
	lead, person := enter(group.Entry(party.Code, party.Lead)), enter(party.Code.String())
	co := group.NewKey()
	if _, err := lead.Do(t.Context(), group.Appoint{Name: group.LeadName(party.ID, co), As: group.CoFacilitator}); err != nil {
		t.Fatal(err)
	}
	for who, s := range map[string]*group.Sitting{"a person": person, "a co-facilitator": enter(group.Entry(party.Code, co))} {
		if err := s.Erase(t.Context()); !errors.Is(err, group.ErrNotLead) {
			t.Errorf("%s erases the room: %v", who, err)
		}
	}
	if now, err := person.Next(t.Context()); err != nil || now.All().Ended || now.All().Until == 0 {
		t.Errorf("the room is not as it was, or does not say when it ends: %v", err)
	}
	for range 2 {
		if err := lead.Erase(t.Context()); err != nil {
			t.Errorf("the facilitator erases the room: %v", err)
		}
	}
	if _, err := person.Next(t.Context()); !errors.Is(err, group.ErrNoRoom) {
		t.Errorf("a person is still in the room: %v", err)
	}
	if _, err := door.Enter(t.Context(), "there", party.Code.String()); !errors.Is(err, group.ErrNoRoom) {
		t.Errorf("somebody comes into the room: %v", err)
	}
}
