package kiosk

import (
	"fmt"
	"time"
)

// Limits bound what strangers can take.
type Limits struct {
	Sessions   int // at once, in all
	PerSource  int // sessions at once from one address, or one IPv6 network of 64 bits
	Handshakes int // connections not yet through, from one source; ten times as many in all
	// Rate is the connections a second that one source may open, Burst how
	// many may come at once before that counts.
	Rate  float64
	Burst int
	// Connections is how many may be open at all, sessions or not.
	Connections int

	HandshakeTime time.Duration // until a connection is through
	FirstTime     time.Duration // from then until it has a session
	Lifetime      time.Duration // of one session
	Stall         time.Duration // that a client may take nothing
}

// DefaultLimits suit a waiting room or a clinic behind one address.
func DefaultLimits() Limits {
	return Limits{
		Sessions: 200, PerSource: 50, Handshakes: 10, Rate: 5, Burst: 10, Connections: 1000,
		HandshakeTime: 10 * time.Second, FirstTime: 10 * time.Second,
		Lifetime: 12 * time.Hour, Stall: 10 * time.Second,
	}
}

// What one session may ask for.
const (
	maxWidth, maxHeight   = 400, 150 // cells of a terminal
	usualWidth, usualTall = 80, 24   // of a terminal that says nothing
	maxEnv, maxEnvValue   = 8, 256   // variables, and bytes of one
	maxTerm               = 40       // bytes of a terminal's name
	maxCommand            = 256      // bytes of a command
	maxBefore             = 32       // requests before a session begins
	maxAfter              = 200      // requests a second from then on
	maxChannels           = 64       // opened on one connection, one after the other
	resizeEvery           = 100 * time.Millisecond
)

// Check says which limit makes no sense, and why.
func (l Limits) Check() error {
	for _, c := range []struct {
		bad bool
		why string
	}{
		{l.Sessions < 1, "max-sessions is less than 1: nobody could come in"},
		{l.PerSource < 1, "per-source is less than 1: nobody could come in"},
		{l.PerSource > l.Sessions, fmt.Sprintf("per-source (%d) is more than max-sessions (%d)", l.PerSource, l.Sessions)},
		{l.Handshakes < 1, "handshakes is less than 1: nobody could come in"},
		{l.Rate <= 0 || l.Burst < 1, "rate and burst must be more than 0: nobody could come in"},
		{l.Connections < l.Sessions, fmt.Sprintf("this system allows the server %d connections, which is less than max-sessions (%d); raise the limit of open files, or lower max-sessions", l.Connections, l.Sessions)},
		{l.HandshakeTime < time.Second || l.FirstTime < time.Second, "a connection needs a second or more to come in"},
		{l.Lifetime < time.Minute, "lifetime is less than a minute"},
		{l.Stall < time.Second, "a client needs a second or more to take a frame"},
	} {
		if c.bad {
			return fmt.Errorf("%s", c.why)
		}
	}
	return nil
}
