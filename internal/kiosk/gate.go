package kiosk

import (
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"
)

// A gate is the listener of the server: it counts who is there, and closes
// what is too much before a goroutine or a key exchange is spent on it.
type gate struct {
	net.Listener
	limits Limits
	now    func() time.Time
	tally  *Tally

	mu         sync.Mutex
	sources    map[netip.Prefix]*source
	handshakes int
	conns      int
	sessions   int
	swept      time.Time
}

// A source is one address, or the network of one IPv6 customer.
type source struct {
	conns, handshakes, sessions int
	tokens                      float64 // connections it may open now
	last                        time.Time
}

func newGate(l net.Listener, limits Limits, now func() time.Time, tally *Tally) *gate {
	return &gate{Listener: l, limits: limits, now: now, tally: tally, sources: map[netip.Prefix]*source{}}
}

// Accept returns the next connection that may come in.
func (g *gate) Accept() (net.Conn, error) {
	for {
		c, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		from := sourceOf(c.RemoteAddr())
		if why := g.admit(from); why != "" {
			g.tally.refused(why)
			_ = c.Close()
			continue
		}
		g.tally.connected(1)
		return &conn{Conn: c, gate: g, from: from, handshaking: true}, nil
	}
}

// sourceOf is the source of an address: the whole of an IPv4 address, the
// first half of an IPv6 one.
func sourceOf(addr net.Addr) netip.Prefix {
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil {
		return netip.Prefix{} // not TCP: all of them are one source
	}
	ip, bits := at.Addr().Unmap(), 64
	if ip.Is4() {
		bits = 32
	}
	p, err := ip.WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}

// admit counts a connection in, or says why not.
func (g *gate) admit(from netip.Prefix) Refusal {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.now()
	g.sweep(now)
	s := g.sources[from]
	if s == nil {
		s = &source{tokens: float64(g.limits.Burst), last: now}
		g.sources[from] = s
	}
	s.tokens = min(float64(g.limits.Burst), s.tokens+now.Sub(s.last).Seconds()*g.limits.Rate)
	s.last = now
	switch {
	case s.tokens < 1:
		return RefusedRate
	case s.handshakes >= g.limits.Handshakes, g.handshakes >= 10*g.limits.Handshakes:
		return RefusedHandshakes
	case g.conns >= g.limits.Connections:
		return RefusedFull
	}
	s.tokens--
	s.conns++
	s.handshakes++
	g.conns++
	g.handshakes++
	return ""
}

// guessed has a wrong key cost its source as much as a connection: whoever
// guesses is soon let in no more, and no sooner again than one who floods.
func (c *conn) guessed() {
	c.gate.mu.Lock()
	defer c.gate.mu.Unlock()
	if s := c.gate.sources[c.from]; s != nil { // it is forgotten where the connection was closed meanwhile
		s.tokens--
	}
}

// sweep forgets sources that have been away long enough to start anew.
func (g *gate) sweep(now time.Time) {
	const every = time.Minute
	if now.Sub(g.swept) < every {
		return
	}
	g.swept = now
	for at, s := range g.sources {
		if s.conns == 0 && s.tokens+now.Sub(s.last).Seconds()*g.limits.Rate > float64(g.limits.Burst) {
			delete(g.sources, at)
		}
	}
}

// A conn is a connection that was let in. Its counts go with it.
type conn struct {
	net.Conn
	gate *gate
	from netip.Prefix

	mu          sync.Mutex
	handshaking bool
	inSession   bool
	closed      bool
	busy        atomic.Bool // a session is open on it
	opened      atomic.Int32
	idle        *time.Timer // closes it when no session comes
}

// Write gives up on a client whose system takes nothing.
func (c *conn) Write(p []byte) (int, error) {
	if err := c.SetWriteDeadline(c.gate.now().Add(c.gate.limits.Stall)); err != nil {
		return 0, err
	}
	return c.Conn.Write(p)
}

// through says that the connection has come in: it has some time to begin a
// session.
func (c *conn) through() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.endHandshake()
	c.awaitSession()
}

func (c *conn) endHandshake() {
	if !c.handshaking {
		return
	}
	c.handshaking = false
	c.gate.mu.Lock()
	defer c.gate.mu.Unlock()
	c.gate.handshakes--
	c.gate.sources[c.from].handshakes--
}

// awaitSession closes the connection unless a session begins in time.
func (c *conn) awaitSession() {
	if c.closed || c.idle != nil {
		return
	}
	c.idle = time.AfterFunc(c.gate.limits.FirstTime, func() { _ = c.Close() })
}

// begin counts a session in, or says why not.
func (c *conn) begin() Refusal {
	c.mu.Lock()
	defer c.mu.Unlock()
	g := c.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	switch s := g.sources[c.from]; {
	case c.closed:
		return RefusedFull
	case g.sessions >= g.limits.Sessions:
		return RefusedFull
	case s.sessions >= g.limits.PerSource:
		return RefusedSource
	default:
		s.sessions++
		g.sessions++
	}
	c.inSession = true
	if c.idle != nil {
		c.idle.Stop()
		c.idle = nil
	}
	return ""
}

// end counts a session out.
func (c *conn) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.endSession()
	c.awaitSession()
}

func (c *conn) endSession() {
	if !c.inSession {
		return
	}
	c.inSession = false
	c.gate.mu.Lock()
	defer c.gate.mu.Unlock()
	c.gate.sessions--
	c.gate.sources[c.from].sessions--
}

// Close closes the connection and counts it out, once.
func (c *conn) Close() error {
	c.mu.Lock()
	if c.closed {
		c.mu.Unlock()
		return net.ErrClosed
	}
	c.closed = true
	if c.idle != nil {
		c.idle.Stop()
		c.idle = nil
	}
	if c.handshaking {
		c.gate.tally.refused(RefusedHandshake)
	}
	c.endHandshake()
	c.endSession()
	c.mu.Unlock()
	c.gate.left(c.from)
	return c.Conn.Close()
}

func (g *gate) left(from netip.Prefix) {
	g.mu.Lock()
	g.conns--
	g.sources[from].conns--
	g.mu.Unlock()
	g.tally.connected(-1)
}
