package kiosk

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/locale"
)

// Config is what a Server is made of.
type Config struct {
	HostKey gossh.Signer
	Limits  Limits
	// PostQuantum offers only key exchanges that are safe from a computer to
	// come. Clients of before 2024 cannot come in then.
	PostQuantum bool
	Langs       []string // of the refusals, where the client names none: the first
	Words       func(lang string) *locale.Words
	// Known says why words after the host's name are refused, on a screen or
	// without one, from somebody whose key is listed or not; nothing where they
	// mean something.
	Known func(words []string, screen, leads bool) Refusal
	// Leads reports whether a key is one of those that the operator has listed.
	// Where it is nil nobody is asked for a key.
	Leads func(gossh.PublicKey) bool
	Start Start
	Tally *Tally
	Log   *slog.Logger
	Now   func() time.Time
	NewID func() string
	// Sweep is called soon after sessions have ended, so that what strangers
	// typed does not stay in memory.
	Sweep func()
}

// A Server is one kiosk.
type Server struct {
	config Config
	log    *slog.Logger
	now    func() time.Time
	ssh    *ssh.Server
	visits sync.WaitGroup
	names  naming // of sources

	drain    chan struct{} // closed when the server is about to stop
	draining sync.Once
	sweeps   chan struct{}
	stopped  chan struct{}
	stopping sync.Once

	mu       sync.Mutex
	sessions map[*session]struct{}
}

// NewServer returns a server that does not listen yet.
func NewServer(c Config) (*Server, error) {
	if err := c.Limits.Check(); err != nil {
		return nil, err
	}
	s := &Server{
		config: c, log: c.Log, now: c.Now, names: newNaming(), drain: make(chan struct{}),
		sweeps: make(chan struct{}, 1), stopped: make(chan struct{}), sessions: map[*session]struct{}{},
	}
	var err error
	s.ssh, err = wish.NewServer(func(srv *ssh.Server) error {
		srv.AddHostKey(c.HostKey)
		srv.HandshakeTimeout = c.Limits.HandshakeTime
		srv.ConnCallback = func(ctx ssh.Context, c net.Conn) net.Conn {
			ctx.SetValue(connKey{}, c)
			return c
		}
		srv.ServerConfigCallback = s.sshConfig
		srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.onChannel, "default": s.onOtherChannel}
		srv.RequestHandlers = map[string]ssh.RequestHandler{"tcpip-forward": s.onForward}
		srv.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("making the server: %w", err)
	}
	return s, nil
}

// Log is the server's log.
func (s *Server) Log() *slog.Logger { return s.log }

// connKey finds the connection in a library's context.
type connKey struct{}

func connOf(ctx ssh.Context) *conn { return ctx.Value(connKey{}).(*conn) }

// Serve lets visitors in until Shutdown.
func (s *Server) Serve(l net.Listener) error {
	go s.sweep() // which a fault does not end: see there
	err := s.ssh.Serve(newGate(l, s.config.Limits, s.now, s.config.Tally))
	if errors.Is(err, ssh.ErrServerClosed) {
		return nil
	}
	return err
}

// onChannel serves a session: one at a time on a connection. A client that
// shares connections opens another one by itself when it is refused.
func (s *Server) onChannel(_ *ssh.Server, with *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
	c := connOf(ctx)
	if c.opened.Add(1) > maxChannels {
		s.refused(RefusedChannels)
		_ = c.Close()
		return
	}
	if !c.busy.CompareAndSwap(false, true) {
		s.refused(RefusedChannels)
		_ = asked.Reject(gossh.ResourceShortage, s.words("kiosk.one-session"))
		return
	}
	ch, reqs, err := asked.Accept()
	if err != nil {
		c.busy.Store(false)
		return
	}
	one := &session{server: s, conn: c, ch: ch, print: leads(with.Permissions)}
	one.ctx, one.end = context.WithCancelCause(context.WithoutCancel(ctx))
	s.keep(one, true)
	defer s.keep(one, false)
	defer one.caught()
	one.serve(reqs)
}

func (s *Server) keep(one *session, open bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if open {
		s.sessions[one] = struct{}{}
		return
	}
	delete(s.sessions, one)
}

// onOtherChannel refuses what is no session: ports and sockets.
func (s *Server) onOtherChannel(_ *ssh.Server, _ *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
	s.refused(RefusedForwarding)
	if c := connOf(ctx); c.opened.Add(1) > maxChannels {
		_ = c.Close()
		return
	}
	_ = asked.Reject(gossh.Prohibited, s.words("kiosk.no-forwarding"))
}

func (s *Server) onForward(ssh.Context, *ssh.Server, *gossh.Request) (bool, []byte) {
	s.refused(RefusedForwarding)
	return false, nil
}

func (s *Server) words(id string) string { return s.config.Words(s.config.Langs[0]).T(id) }

func (s *Server) refused(why Refusal) { s.config.Tally.refused(why) }

// faulty writes a fault to the log: what kind it was, and nothing of what was
// in it, since that may be what someone typed.
func (s *Server) faulty(what any) {
	s.log.Error("fault in a visit", slog.String("kind", fmt.Sprintf("%T", what)))
}

// enter counts a visit in, which Shutdown waits for; false where the server is
// about to stop.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing() {
		return false
	}
	s.visits.Add(1)
	return true
}

func (s *Server) closing() bool {
	select {
	case <-s.drain:
		return true
	default:
		return false
	}
}

// Shutdown lets nobody in any more, has every program tell its person, and
// returns when all have ended, or when ctx does: then it ends them.
func (s *Server) Shutdown(ctx context.Context) {
	listening, done := context.WithCancel(context.Background())
	done()
	_ = s.ssh.Shutdown(listening) // closes the listener; does not wait
	s.draining.Do(func() {
		s.mu.Lock()
		close(s.drain) // nobody enters after it
		s.mu.Unlock()
		s.tellAll()
	})
	ended := make(chan struct{})
	go func() {
		s.visits.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-ctx.Done():
		s.endAll()
		select {
		case <-ended:
		case <-time.After(s.config.Limits.Stall):
		}
	}
	_ = s.ssh.Close()
	s.stopping.Do(func() { close(s.stopped) })
}

// tellAll tells every program that asked to be told. None waits for another.
func (s *Server) tellAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for one := range s.sessions {
		one.mu.Lock()
		if tell := one.tellClosing; tell != nil {
			go one.alone(tell)
		}
		one.mu.Unlock()
	}
}

func (s *Server) endAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for one := range s.sessions {
		one.end(ended(EndClosing))
	}
}
