package kiosk

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// guarded is a stream to the client, with the client given up when it takes
// nothing.
func (s *session) guarded(out io.Writer) *stalling {
	return &stalling{out: out, within: s.server.config.Limits.Stall, giveUp: func() { _ = s.conn.Close() }, gaveUp: &s.stuck}
}

// begin starts the program for what was asked, where there is room.
func (s *session) begin(asked []string) bool {
	if s.running {
		return false
	}
	if !s.server.enter() {
		return s.refuse(RefusedClosing, "kiosk.closing")
	}
	if why := s.conn.begin(); why != "" {
		s.server.visits.Done()
		if why == RefusedSource {
			return s.refuse(why, "kiosk.full-source")
		}
		return s.refuse(why, "kiosk.full")
	}
	s.running = true
	s.second = s.server.now()
	v := &Visit{
		ID: s.server.config.NewID(), From: s.server.names.name(s.conn.from), Leads: s.print != "", Print: s.print, In: s.ch, Out: s.guarded(s.ch), Err: s.errOut(), Words: asked,
		Pty: s.pty, Term: s.term, Env: s.env, Closing: s.server.drain,
		resized: func(tell func(int, int)) {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.tell = tell
		},
		closing: s.onClosing, forget: s.server.swept,
	}
	s.mu.Lock()
	v.Width, v.Height = s.width, s.height
	s.mu.Unlock()
	s.launch = func() { s.run(v) }
	return true
}

// onClosing remembers whom to tell that the server is about to stop. One that
// is about to already is told at once.
func (s *session) onClosing(tell func()) {
	s.mu.Lock()
	s.tellClosing = tell
	s.mu.Unlock()
	if s.server.closing() {
		go s.alone(tell)
	}
}

// alone does something for the session. A fault in it ends this session alone.
func (s *session) alone(do func()) {
	defer s.caught()
	do()
}

// run runs the program for a visit and ends the session after it.
func (s *session) run(v *Visit) {
	defer s.server.visits.Done()
	began := s.server.now()
	s.server.config.Tally.started()
	s.server.log.Info("visit began", slog.String("visit", v.ID), slog.Bool("screen", v.Screen()))
	stop := time.AfterFunc(s.server.config.Limits.Lifetime, func() { s.end(ended(EndLifetime)) })
	why := s.program(v)
	stop.Stop()
	switch why {
	case EndFault:
		s.say("kiosk.fault")
	case EndClosing:
		s.say("kiosk.closing")
	}
	s.exit(why, v.Status)
	s.server.config.Tally.ended(why)
	s.server.log.Info("visit ended", slog.String("visit", v.ID), slog.String("why", string(why)),
		slog.Int("seconds", int(lasted(s.server.now, began).Seconds())))
	s.server.swept()
}

// program runs the program and says why it ended. What ended the session from
// outside goes before what the program says.
func (s *session) program(v *Visit) (why End) {
	defer func() {
		if what := recover(); what != nil {
			s.server.faulty(what)
			why = EndFault
		}
		var outside ended
		switch {
		case s.stuck.Load():
			why = EndStuck
		case why != EndFault && errors.As(context.Cause(s.ctx), &outside):
			why = End(outside)
		}
		s.end(nil)
	}()
	return s.server.config.Start(s.ctx, v)
}

// endRefused is the end of a session that had no program.
const endRefused End = "refused"

// exit tells the client how it ended, and closes.
func (s *session) exit(why End, code uint32) {
	status := struct{ Status uint32 }{code}
	if why == EndFault || why == EndStuck {
		status.Status = 1
	}
	if why != EndGone && why != EndStuck {
		_, _ = s.ch.SendRequest("exit-status", false, gossh.Marshal(&status))
	}
	s.close()
}
