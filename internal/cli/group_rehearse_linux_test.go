package cli

import (
	"fmt"
	"net"
	"strings"
	"testing"

	"porchlight/internal/group"
)

// aHost is a host whose server is a few words of a shell; it listens already.
func aHost(t *testing.T, script string) *host {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return &host{address: l.Addr().String(), command: []string{"sh", "-c", script}}
}

// A server listens before it prints its cards: they are waited for.
func TestCardsThatComeLate(t *testing.T) {
	code, key := group.NewCode(), group.NewKey()
	h := aHost(t, fmt.Sprintf("sleep 0.2; echo '  room/%s '; sleep 0.2; echo '  room/%s '; exec sleep 60", code, group.Entry(code, key)))
	if err := h.start(t.Context()); err != nil {
		t.Fatal(err)
	}
	got, lead, err := h.room(t.Context())
	if err != nil || got != code || lead != group.Entry(code, key) {
		t.Errorf("the room is %s, led with %q: %v", got, lead, err)
	}
	if err := h.kill(); err != nil {
		t.Error(err)
	}
}

// One that ends instead is waited for no longer, and can be ended again.
func TestAServerThatEnds(t *testing.T) {
	h := aHost(t, "echo the disk is gone >&2; exit 3")
	if err := h.start(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.room(t.Context()); err == nil || !strings.Contains(err.Error(), "the disk is gone") {
		t.Errorf("it says %v", err)
	}
	if err := h.kill(); err != nil {
		t.Error(err)
	}
}
