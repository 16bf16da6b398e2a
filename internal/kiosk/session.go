package kiosk

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/locale"
)

// A session is one channel of a connection, from its opening to its end. The
// requests on it are read by one goroutine; the program runs in another.
type session struct {
	server *Server
	conn   *conn
	ch     gossh.Channel
	stuck  atomic.Bool
	print  string // the fingerprint of the listed key that it came with; empty for none

	// Read and written by the reader of requests alone.
	env     map[string]string
	term    string
	pty     bool
	before  int // requests before the program began
	running bool
	second  time.Time // when the present second of requests began
	during  int       // requests in it
	drowned bool      // far too many came
	launch  func()    // what begins once its request was answered: it may be over at once

	ctx context.Context
	end context.CancelCauseFunc

	mu            sync.Mutex
	width, height int
	tell          func(width, height int)
	tellClosing   func()
	waiting       bool // the program will be told
}

// serve reads the requests of a channel until it is closed. It reads on when
// nothing more is granted: whoever stopped would block the whole connection.
func (s *session) serve(reqs <-chan *gossh.Request) {
	for req := range reqs {
		ok := s.request(req)
		if req.WantReply {
			_ = req.Reply(ok, nil)
		}
		if launch := s.launch; launch != nil {
			s.launch = nil
			go s.alone(launch)
		}
	}
	s.end(ended(EndGone))
	if !s.running {
		s.close()
	}
}

// close lets the connection have another session, or none.
func (s *session) close() {
	_ = s.ch.Close()
	s.conn.busy.Store(false)
	s.conn.end()
}

// ended is an End as the cause that a context ended.
type ended End

func (e ended) Error() string { return string(e) }

// request answers one request of the client.
func (s *session) request(req *gossh.Request) bool {
	if s.drowned {
		return false // the connection is closed; this was on its way
	}
	if s.flooding() {
		s.drowned = true
		s.server.refused(RefusedFlood)
		_ = s.conn.Close()
		return false
	}
	switch req.Type {
	case "pty-req":
		return s.onPty(req)
	case "env":
		return s.onEnv(req)
	case "shell":
		return s.begin(nil)
	case "exec":
		return s.onExec(req)
	case "window-change":
		return s.onSize(req)
	case "subsystem":
		return !s.running && s.refuse(RefusedSubsystem, "kiosk.no-subsystem")
	case "auth-agent-req@openssh.com":
		s.server.refused(RefusedAgent)
	case "x11-req":
		s.server.refused(RefusedX11)
	}
	return false
}

// flooding counts a request and reports whether there are far too many.
func (s *session) flooding() bool {
	if !s.running {
		s.before++
		return s.before > maxBefore
	}
	if now := s.server.now(); lasted(s.server.now, s.second) >= time.Second {
		s.second, s.during = now, 0
	}
	s.during++
	return s.during > maxAfter
}

func (s *session) onPty(req *gossh.Request) bool {
	p, ok := parse[ptyRequest](req.Payload)
	if !ok || s.running || s.pty {
		return false
	}
	if !goodTerm(p.Term) {
		s.server.refused(RefusedTerminal)
		return false
	}
	s.pty, s.term = true, p.Term
	w, h, ok := clamp(p.Width, p.Height)
	if !ok {
		w, h = usualWidth, usualTall
	}
	s.mu.Lock()
	s.width, s.height = w, h
	s.mu.Unlock()
	return true
}

func (s *session) onEnv(req *gossh.Request) bool {
	e, ok := parse[envRequest](req.Payload)
	if !ok || s.running || !goodEnv(e) || len(s.env) >= maxEnv {
		s.server.refused(RefusedEnv)
		return false
	}
	if s.env == nil {
		s.env = map[string]string{}
	}
	s.env[e.Name] = e.Value
	return true
}

func (s *session) onExec(req *gossh.Request) bool {
	command, ok := parse[textRequest](req.Payload)
	if !ok || s.running {
		return false
	}
	asked, ok := words(command.Text)
	why := RefusedCommand
	if ok {
		why = s.server.config.Known(asked, s.pty && s.term != "dumb", s.print != "")
	}
	switch why {
	case "":
		return s.begin(asked)
	case RefusedLead:
		return s.refuse(why, "kiosk.no-lead")
	}
	return s.refuse(why, "kiosk.no-command")
}

// onSize tells the program of another size, at once or with the next of many.
func (s *session) onSize(req *gossh.Request) bool {
	size, ok := parse[sizeRequest](req.Payload)
	if !ok || !s.pty {
		return false
	}
	w, h, ok := clamp(size.Width, size.Height)
	if !ok {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if w == s.width && h == s.height {
		return true
	}
	s.width, s.height = w, h
	if s.tell != nil && !s.waiting {
		s.waiting = true
		time.AfterFunc(resizeEvery, s.tellSize)
	}
	return true
}

func (s *session) tellSize() {
	defer s.caught()
	s.mu.Lock()
	s.waiting = false
	w, h, tell := s.width, s.height, s.tell
	s.mu.Unlock()
	if s.ctx.Err() == nil {
		tell(w, h)
	}
}

// caught makes a panic the end of this session alone.
func (s *session) caught() {
	if what := recover(); what != nil {
		s.server.faulty(what)
		s.end(ended(EndFault))
	}
}

// refuse says in one line why a request is not granted, in the client's
// language, and ends the session. The request itself is answered with yes:
// clients show nothing of what they read after a no.
func (s *session) refuse(why Refusal, line string) bool {
	s.server.refused(why)
	s.running = true
	s.launch = func() {
		s.say(line)
		s.exit(endRefused, 1)
	}
	return true
}

// say writes one line of words to the client's error stream.
func (s *session) say(id string) {
	lang, ok := locale.Match(s.env["LC_ALL"], s.env["LC_MESSAGES"], s.env["LANG"])
	if !ok {
		lang = s.server.config.Langs[0]
	}
	_, _ = s.errOut().Write([]byte(s.server.config.Words(lang).T(id) + "\r\n"))
}

func (s *session) errOut() *stalling { return s.guarded(s.ch.Stderr()) }
