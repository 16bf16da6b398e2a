package kiosk

import (
	"net"
	"net/netip"
	"testing"
	"time"
)

// A key that is shown as the connection is closed costs nobody anything: its
// source may be forgotten by then.
func TestAGuessAfterTheEnd(t *testing.T) {
	now := time.Date(2026, 11, 25, 19, 0, 0, 0, time.UTC)
	g := newGate(nil, DefaultLimits(), func() time.Time { return now }, &Tally{})
	from := netip.MustParsePrefix("192.0.2.7/32")
	if why := g.admit(from); why != "" {
		t.Fatalf("nobody comes in: %s", why)
	}
	one, other := net.Pipe()
	defer other.Close()
	c := &conn{Conn: one, gate: g, from: from, handshaking: true}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Hour)
	g.sweep(now)
	c.guessed()
	if len(g.sources) != 0 {
		t.Errorf("%d sources are remembered", len(g.sources))
	}
}
