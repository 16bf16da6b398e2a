package kiosk_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/kiosk"
	"porchlight/internal/kiosk/load"
)

func TestVisitBeginsAndEnds(t *testing.T) {
	s := serve(t, echo, nil)
	w := s.shell()
	w.write("a")
	w.want("key a")
	w.write("q")
	w.ended()
	if status := <-w.exit; status != 0 {
		t.Errorf("the exit status is %d", status)
	}
	s.counted("one visit, done", func(c kiosk.Counts) bool { return c.Started == 1 && c.Ended[kiosk.EndDone] == 1 && c.Sessions == 0 })
}

// used is what this process uses, the client's side of a test with it; nothing
// where the system does not tell.
func used(t *testing.T) load.Use {
	t.Helper()
	u, err := load.Used(os.Getpid())
	if err != nil && runtime.GOOS == "linux" {
		t.Fatal(err)
	}
	return u
}

// Rows 8 and 9: no size that is asked for reaches the program unbounded, or
// takes memory.
func TestSizesAreBounded(t *testing.T) {
	s := serve(t, echo, nil)
	_ = s.dial().Close()
	before := used(t)
	defer func() {
		grown := used(t).Resident - before.Resident
		if t.Logf("all sizes together took %d MB", grown>>20); grown > 50<<20 {
			t.Errorf("that is more than 50 MB")
		}
	}()
	for _, width := range []uint32{0, 1, 500, 5000, 1<<32 - 1} {
		for _, height := range []uint32{0, 1, 500, 5000, 1<<32 - 1} {
			c := s.dial()
			w := c.open()
			if !w.ask("pty-req", ptyReq{Term: "xterm", Width: width, Height: height}) || !w.ask("shell", nil) {
				t.Fatal("no terminal or no shell")
			}
			want := fmt.Sprintf("size %dx%d", min(width, 400), min(height, 150))
			if width == 0 || height == 0 {
				want = "size 80x24"
			}
			w.want(want)
			_ = c.Close()
		}
	}
	w := s.shell()
	w.ask("window-change", sizeReq{Width: 4096, Height: 256})
	w.want("size 400x150")
	w.ask("window-change", sizeReq{}) // of nothing: passed over
	w.ask("window-change", sizeReq{Width: 100, Height: 30})
	w.want("size 100x30")
	if strings.Contains(w.out.String(), "size 0x") {
		t.Errorf("the program was told of a size of nothing: %q", w.out.String())
	}
}

// Row 10: two hundred thousand changes of size are told as few, and end the
// connection before they cost half a second of a processor.
func TestFloodOfSizes(t *testing.T) {
	var told atomic.Int32
	s := serve(t, func(ctx context.Context, v *kiosk.Visit) kiosk.End {
		v.OnResize(func(int, int) { told.Add(1) })
		<-ctx.Done()
		return kiosk.EndGone
	}, nil)
	c := s.dial()
	w := c.open()
	w.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
	w.ask("shell", nil)
	before := used(t)
	for i := range 200_000 {
		if _, err := w.ch.SendRequest("window-change", false, gossh.Marshal(sizeReq{Width: uint32(20 + i%200), Height: 24})); err != nil {
			break
		}
	}
	w.ended()
	s.counted("the flood is refused", func(c kiosk.Counts) bool { return c.Refused[kiosk.RefusedFlood] == 1 && c.Sessions == 0 })
	took := used(t).Processor - before.Processor // the client's own work too
	if t.Logf("the flood took %v of a processor", took); took > time.Second/2 {
		t.Errorf("that is too much")
	}
	if told.Load() > 20 {
		t.Errorf("the program was told of %d sizes", told.Load())
	}
}

// Row 11: a terminal asked for, sizes changed, no program begun: nothing stays.
func TestTerminalWithoutProgram(t *testing.T) {
	s := serve(t, echo, nil)
	_ = s.dial().Close()
	s.counted("nobody is there", func(c kiosk.Counts) bool { return c.Connections == 0 })
	before, files := runtime.NumGoroutine(), used(t).Files
	for range 100 {
		c := s.dial()
		w := c.open()
		w.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
		for range 20 {
			_, _ = w.ch.SendRequest("window-change", false, gossh.Marshal(sizeReq{Width: 90, Height: 30}))
		}
		_ = c.Close()
	}
	s.counted("nobody is there", func(c kiosk.Counts) bool { return c.Connections == 0 })
	goroutines(t, before)
	until(t, "no file is left open", func() bool { return used(t).Files <= files })
}

// Row 12: a connection that begins no session is closed; so is one that keeps
// a channel open without a program, or that stays after its session.
func TestConnectionWithoutSession(t *testing.T) {
	s := serve(t, echo, func(c *kiosk.Config) { c.Limits.FirstTime = time.Second })
	s.dial()
	for range 49 {
		s.dial().open().ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
	}
	w := s.shell()
	began := time.Now()
	s.counted("all but the one with a session are closed", func(c kiosk.Counts) bool { return c.Connections == 1 })
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("with a time of a second that took %v", took)
	}
	w.write("q")
	w.ended()
	s.counted("and that one after its session", func(c kiosk.Counts) bool { return c.Connections == 0 })
}

// Row 13: one session on a connection; the next may follow it.
func TestOneSessionAConnection(t *testing.T) {
	s := serve(t, echo, nil)
	c := s.dial()
	w := c.open()
	w.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
	w.ask("shell", nil)
	w.want("size")
	if _, err := c.channel(); err == nil || !strings.Contains(err.Error(), "one window") {
		t.Errorf("a second session: %v", err)
	}
	w.write("q")
	w.ended()
	until(t, "another session after the first", func() bool {
		w, err := c.channel()
		if err != nil {
			return false
		}
		w.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
		return w.ask("shell", nil)
	})
}

// Row 14: a channel closed while its connection stays ends its program, and
// nothing goes on working.
func TestChannelClosedConnectionOpen(t *testing.T) {
	s := serve(t, echo, nil)
	w := s.shell()
	if err := w.ch.Close(); err != nil {
		t.Fatal(err)
	}
	s.counted("the visit has ended", func(c kiosk.Counts) bool {
		return c.Sessions == 0 && c.Ended[kiosk.EndGone] == 1 && c.Connections == 1
	})
	before := used(t)
	time.Sleep(time.Second) // what is measured is the time that nothing takes
	if took := used(t).Processor - before.Processor; took > 200*time.Millisecond {
		t.Errorf("in a second in which nothing happened it worked for %v", took)
	}
}

// Rows 15, 16, 17, 18: what a kiosk does not do, it refuses in a line, and
// begins nothing.
func TestRefusals(t *testing.T) {
	s := serve(t, echo, nil)
	c := s.dial()
	w := c.open()
	for name, payload := range map[string]any{
		"auth-agent-req@openssh.com": nil, "x11-req": struct{ Rest string }{"x"}, "unknown@example.org": nil,
	} {
		if w.ask(name, payload) {
			t.Errorf("%s was granted", name)
		}
	}
	turnedAway(w, "exec", struct{ Command string }{"id; uname -a"}, "does not know that word")
	turnedAway(s.dial().open(), "subsystem", struct{ Name string }{"sftp"}, "no files to copy")
	for _, kind := range []string{"direct-tcpip", "direct-streamlocal@openssh.com", "x11", "forwarded-tcpip"} {
		if _, _, err := c.OpenChannel(kind, nil); err == nil || !strings.Contains(err.Error(), "passes no connections on") {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if ok, _, err := c.SendRequest("tcpip-forward", true, nil); ok || err != nil {
		t.Errorf("tcpip-forward: %v, %v", ok, err)
	}
	counts := s.tally.Counts()
	for why, want := range map[kiosk.Refusal]int{
		kiosk.RefusedAgent: 1, kiosk.RefusedX11: 1, kiosk.RefusedCommand: 1, kiosk.RefusedSubsystem: 1, kiosk.RefusedForwarding: 5,
	} {
		if got := counts.Refused[why]; got != want {
			t.Errorf("%s is counted %d times, not %d", why, got, want)
		}
	}
	if counts.Started != 0 {
		t.Errorf("%d visits began", counts.Started)
	}
}

// turnedAway asks for what is not granted, and reads why.
func turnedAway(w *terminal, request string, payload any, why string) {
	w.t.Helper()
	w.ask(request, payload)
	w.wantErr(why)
	w.ended()
	if status := <-w.exit; status == 0 {
		w.t.Errorf("%s: the status is 0", request)
	}
}

// A refusal speaks the client's language.
func TestRefusalInSpanish(t *testing.T) {
	w := serve(t, echo, nil).dial().open()
	w.ask("env", struct{ Name, Value string }{"LANG", "es_MX.UTF-8"})
	w.ask("exec", struct{ Command string }{"id"})
	w.wantErr("no conoce esa palabra")
}

// Row 19: of the environment, a few short variables are taken.
func TestEnvironment(t *testing.T) {
	got := make(chan map[string]string, 1)
	s := serve(t, func(_ context.Context, v *kiosk.Visit) kiosk.End { got <- v.Env; return kiosk.EndDone }, nil)
	type env struct{ Name, Value string }
	w := s.dial().open()
	for _, e := range []struct {
		env
		ok bool
	}{
		{env{"LANG", "es_ES.UTF-8"}, true}, {env{"NO_COLOR", "1"}, true}, {env{"LD_PRELOAD", "/tmp/x.so"}, false}, {env{"PATH", "/"}, false},
		{env{"TERM_PROGRAM", "x"}, false}, {env{"LC_ALL", strings.Repeat("x", 257)}, false}, {env{"LC_ALL", "x\x1b]0;y\x07"}, false},
		{env{"LANG", strings.Repeat("x", 250_000)}, false},
	} {
		if ok := w.ask("env", e.env); ok != e.ok {
			t.Errorf("%s=%.20s: %v", e.Name, e.Value, ok)
		}
	}
	w.ask("shell", nil)
	if env := <-got; len(env) != 2 || env["LANG"] != "es_ES.UTF-8" || env["NO_COLOR"] != "1" {
		t.Errorf("the program was handed %v", env)
	}
	many := s.dial().open()
	before := used(t).Resident
	for range 400 { // 100 MB, if it were held
		many.ask("env", env{"LANG", strings.Repeat("y", 250_000)})
	}
	many.ended()
	grown := (used(t).Resident - before) >> 20 // of the client too, and what is not yet collected
	if t.Logf("400 variables of 250 kB took %d MB", grown); grown > 50 {
		t.Error("that is more than 50 MB")
	}
}

// Row 20: a terminal has a plain name.
func TestTerminalNames(t *testing.T) {
	s := serve(t, echo, nil)
	for name, good := range map[string]bool{
		"xterm-256color": true, "screen.linux": true, "": false, "x\x1b[2J": false, strings.Repeat("x", 41): false,
		strings.Repeat("x", 200_000): false, "a b": false, "xterm\n": false,
	} {
		if ok := s.dial().open().ask("pty-req", ptyReq{Term: name, Width: 80, Height: 24}); ok != good {
			t.Errorf("%.20q: %v", name, ok)
		}
	}
}

// Row 22, with a time of one second: clients that stop reading are given up.
func TestClientStopsReading(t *testing.T) {
	s := serve(t, func(ctx context.Context, v *kiosk.Visit) kiosk.End {
		frame := bytes.Repeat([]byte("x"), 64<<10)
		for ctx.Err() == nil {
			if _, err := v.Out.Write(frame); err != nil {
				return kiosk.EndGone
			}
		}
		return kiosk.EndGone
	}, func(c *kiosk.Config) { c.Limits.Stall = time.Second })
	for range 20 {
		ch, reqs, err := s.dial().OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(reqs)
		if _, err := ch.SendRequest("shell", true, nil); err != nil { // and never read
			t.Fatal(err)
		}
	}
	began := time.Now()
	s.counted("all are given up", func(c kiosk.Counts) bool {
		return c.Sessions == 0 && c.Ended[kiosk.EndStuck] == 20 && c.Connections == 0
	})
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("that took %v", took)
	}
}

// Rows 24 and 33: clients that vanish, some in the middle of typing.
func TestClientsVanish(t *testing.T) {
	s := serve(t, echo, nil)
	w := s.shell()
	w.write("q")
	w.ended()
	s.counted("one visit", func(c kiosk.Counts) bool { return c.Sessions == 0 })
	s.counted("nor its connection", func(c kiosk.Counts) bool { return c.Connections <= 1 })
	before, files := runtime.NumGoroutine(), used(t).Files
	for range 250 {
		c := s.dial()
		w := c.open()
		w.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
		w.ask("shell", nil)
		_, _ = io.WriteString(w.ch, "typed\x1b[")
		_ = c.conn.Close()
	}
	s.counted("nobody is there", func(c kiosk.Counts) bool { return c.Sessions == 0 && c.Connections <= 1 })
	goroutines(t, before)
	until(t, "no file is left open", func() bool { return used(t).Files <= files+2 })
}

// Row 29: signals and breaks come to nothing.
func TestFloodOfSignals(t *testing.T) {
	s := serve(t, echo, nil)
	w := s.shell()
	before := runtime.NumGoroutine()
	for range 100 {
		_, _ = w.ch.SendRequest("signal", false, gossh.Marshal(struct{ Name string }{"TERM"}))
	}
	w.write("a")
	w.want("key a")
	if now := runtime.NumGoroutine(); now > before+2 {
		t.Errorf("%d goroutines, %d before", now, before)
	}
	for range 100_000 {
		if _, err := w.ch.SendRequest("break", false, gossh.Marshal(struct{ Length uint32 }{1})); err != nil {
			break
		}
	}
	w.ended()
}
