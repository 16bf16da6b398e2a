package lobby_test

import (
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/tui/lobby"
)

// join has the visitor at a kiosk come into a room, from the page that waits.
func join(t *testing.T) *kiosk {
	k := open(t, func(o *lobby.Options) { o.Rooms = func() bool { return true } })
	hub := group.NewLocal()
	t.Cleanup(hub.Close)
	k.rooms = group.NewDoor(hub, func() time.Time { return k.now })
	k.want("g Join a group")
	k.press("g")
	k.want("Code of the group:")
	for _, letter := range grouptest.Begin(t, hub).Code {
		k.press(string(letter))
	}
	k.press("enter")
	k.want("You are in the group.")
	return k
}

// Whoever listens in a room touches no key, and is asked nothing for an hour.
func TestWhoListensIsNotAsked(t *testing.T) {
	k := join(t)
	k.pass(59 * time.Minute)
	k.want("You are in the group.")
	k.pass(2 * time.Minute)
	k.want("Still reading?")
}

// A kiosk with no room has no such key.
func TestNoRoomNoKey(t *testing.T) {
	k := open(t, nil)
	if strings.Contains(k.screen(), "Join a group") {
		t.Errorf("there is nothing to join:\n%s", k.screen())
	}
	k.press("g")
	k.want("Start here:")
}
