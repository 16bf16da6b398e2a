package group_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
)

// Whoever opened a room with an SSH key leads it again by that key, and by no
// other; what they had leads nowhere then. The room does not have the key.
func TestComingBackByAKey(t *testing.T) {
	const print = "SHA256:abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
	hub := group.NewLocal()
	defer hub.Close()
	code, lost := group.NewCode(), group.NewKey()
	r := group.New(code, lost, 1_000).OpenedBy(print, lost)
	state, err := json.Marshal(r)
	if err != nil || strings.Contains(string(state), print[7:20]) {
		t.Errorf("the key is in the room: %s, %v", state, err)
	}
	if err := hub.Open(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	door := group.NewDoor(hub, time.Now)
	leads := func(entry string) bool {
		in, err := door.Enter(t.Context(), "anyone", entry)
		if err != nil {
			return false
		}
		defer in.Leave(t.Context())
		return in.Leads()
	}
	if _, err := door.Return(t.Context(), "here", code.String(), print+"x"); !errors.Is(err, group.ErrNotLead) || door.Wrong() != 1 {
		t.Errorf("another key: %v, and %d were wrong", err, door.Wrong())
	}
	if _, err := door.Return(t.Context(), "here", group.NewCode().String(), print); !errors.Is(err, group.ErrNoRoom) {
		t.Errorf("no such room: %v", err)
	}
	entry := group.Entry(code, lost)
	for range 3 {
		again, err := door.Return(t.Context(), "there", strings.ToLower(code.String()), print)
		if err != nil || !leads(again) || leads(entry) {
			t.Fatalf("%v: the new one leads %v, the old one %v", err, leads(again), leads(entry))
		}
		entry = again
	}
	// Who hands over, and is let go of, has nothing to come back to.
	_, key, err := group.ParseEntry(entry)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []group.Appoint{{Name: group.LeadName(r.ID, group.NewKey()), As: group.Facilitator}, {Name: group.LeadName(r.ID, key)}} {
		if _, err := hub.Do(t.Context(), code, group.Act{Key: key, Do: a}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := door.Return(t.Context(), "there", code.String(), print); !errors.Is(err, group.ErrNotLead) {
		t.Errorf("who was let go of: %v", err)
	}
	plain := group.New(group.NewCode(), group.NewKey(), 1_000)
	if _, err := group.Apply(plain, group.Act{Do: group.Return{}}); !errors.Is(err, group.ErrNotLead) {
		t.Errorf("a room that was opened without a key: %v", err)
	}
}
