package kiosk_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/kiosk"
	"porchlight/internal/locale"
)

// patience is how long a test waits for anything before it fails.
const patience = 30 * time.Second

// until looks again and again until something has happened.
func until(t testing.TB, what string, happened func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !happened(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within %v: %s", patience, what)
		}
	}
}

// A server under test: a kiosk on the loopback with a program of the test's.
type server struct {
	t       testing.TB
	address string
	tally   *kiosk.Tally
	kiosk   *kiosk.Server
	log     *locked
	served  chan error
}

// locked is a buffer for several goroutines.
type locked struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.String()
}

// words are the interface's words, opened once.
var words = sync.OnceValue(func() func(string) *locale.Words {
	all := map[string]*locale.Words{}
	for _, l := range locale.Langs() {
		w, err := locale.Open(l)
		if err != nil {
			panic(err)
		}
		all[l] = w
	}
	return func(l string) *locale.Words { return all[l] }
})

// quick are limits without the rate, which tests would wait for.
func quick() kiosk.Limits {
	l := kiosk.DefaultLimits()
	l.Rate, l.Burst, l.Handshakes = 10_000, 10_000, 1000
	l.Sessions, l.PerSource, l.Connections = 300, 300, 2000
	return l
}

// serve starts a kiosk. change may make it another one.
func serve(t testing.TB, start kiosk.Start, change func(*kiosk.Config)) *server {
	t.Helper()
	key, err := kiosk.HostKey(filepath.Join(t.TempDir(), "host_key"))
	if err != nil {
		t.Fatal(err)
	}
	s := &server{t: t, tally: &kiosk.Tally{}, log: &locked{}, served: make(chan error, 1)}
	c := kiosk.Config{
		HostKey: key, Limits: quick(), Langs: []string{"en", "es"}, Words: words(),
		Known: func(words []string, screen, leads bool) kiosk.Refusal {
			switch {
			case words[0] == "now", screen && words[0] == "home", leads && words[0] == "group":
				return ""
			case words[0] == "group":
				return kiosk.RefusedLead
			}
			return kiosk.RefusedCommand
		},
		Start: start, Tally: s.tally, Log: kiosk.NewLog(s.log), Now: time.Now, NewID: rand.Text, Sweep: func() {},
	}
	if change != nil {
		change(&c)
	}
	if s.kiosk, err = kiosk.NewServer(c); err != nil {
		t.Fatal(err)
	}
	l, err := kiosk.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.address = l.Addr().String()
	go func() { s.served <- s.kiosk.Serve(l) }()
	t.Cleanup(func() { s.close(0) })
	return s
}

// close shuts the kiosk down, giving its visitors some time.
func (s *server) close(grace time.Duration) {
	ctx, stop := context.WithTimeout(context.Background(), grace)
	defer stop()
	s.kiosk.Shutdown(ctx)
}

// typed are the keys of a visit, until its input or ctx ends.
func typed(ctx context.Context, v *kiosk.Visit) <-chan byte {
	keys := make(chan byte)
	go func() {
		defer close(keys)
		var b [1]byte
		for {
			if _, err := v.In.Read(b[:]); err != nil {
				return
			}
			select {
			case keys <- b[0]:
			case <-ctx.Done():
				return
			}
		}
	}()
	return keys
}

// echo is a program that shows its size and each key, and ends at q.
func echo(ctx context.Context, v *kiosk.Visit) kiosk.End {
	fmt.Fprintf(v.Out, "size %dx%d\n", v.Width, v.Height)
	v.OnResize(func(w, h int) { fmt.Fprintf(v.Out, "size %dx%d\n", w, h) })
	keys := typed(ctx, v)
	for {
		select {
		case <-ctx.Done():
			return kiosk.EndGone
		case <-v.Closing:
			return kiosk.EndClosing
		case b, ok := <-keys:
			if !ok {
				return kiosk.EndGone
			}
			if b == 'q' {
				return kiosk.EndDone
			}
			if _, err := fmt.Fprintf(v.Out, "key %c\n", b); err != nil {
				return kiosk.EndGone
			}
		}
	}
}

// A client is one connection, made by hand.
type client struct {
	t testing.TB
	*gossh.Client
	conn net.Conn
}

// tryDial connects, as the client library does, with no key and no password.
func (s *server) tryDial() (*client, error) {
	conn, err := net.DialTimeout("tcp", s.address, patience)
	if err != nil {
		return nil, err
	}
	_ = conn.SetDeadline(time.Now().Add(patience))
	c, chans, reqs, err := gossh.NewClientConn(conn, s.address, &gossh.ClientConfig{
		User: "kiosk", HostKeyCallback: gossh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	_ = conn.SetDeadline(time.Time{})
	return &client{t: s.t, Client: gossh.NewClient(c, chans, reqs), conn: conn}, nil
}

func (s *server) dial() *client {
	s.t.Helper()
	c, err := s.tryDial()
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = c.Close() })
	return c
}

// A terminal is a session on a client: what it wrote, and what it will read.
type terminal struct {
	t   testing.TB
	ch  gossh.Channel
	out *locked
	err *locked
	end chan struct{} // closed with the channel
	// exit is the status, once there is one.
	exit chan uint32
}

// channel opens a session without asking for anything.
func (c *client) channel() (*terminal, error) {
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		return nil, err
	}
	t := &terminal{t: c.t, ch: ch, out: &locked{}, err: &locked{}, end: make(chan struct{}), exit: make(chan uint32, 1)}
	go func() { _, _ = io.Copy(t.out, ch) }()
	go func() { _, _ = io.Copy(t.err, ch.Stderr()) }()
	go func() {
		for r := range reqs {
			if r.Type == "exit-status" {
				var s struct{ Status uint32 }
				_ = gossh.Unmarshal(r.Payload, &s)
				t.exit <- s.Status
			}
		}
		close(t.end)
	}()
	return t, nil
}

func (c *client) open() *terminal {
	c.t.Helper()
	t, err := c.channel()
	if err != nil {
		c.t.Fatal(err)
	}
	return t
}

type ptyReq struct {
	Term                  string
	Width, Height, PW, PH uint32
	Modes                 string
}

type sizeReq struct{ Width, Height, PW, PH uint32 }

// ask sends a request and returns the answer.
func (t *terminal) ask(name string, payload any) bool {
	t.t.Helper()
	var data []byte
	if payload != nil {
		data = gossh.Marshal(payload)
	}
	ok, err := t.ch.SendRequest(name, true, data)
	if err != nil {
		return false
	}
	return ok
}

// shell opens the program on a terminal of 80 by 24.
func (s *server) shell() *terminal {
	s.t.Helper()
	t := s.dial().open()
	if !t.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24}) || !t.ask("shell", nil) {
		s.t.Fatal("no terminal or no shell")
	}
	t.want("size 80x24")
	return t
}

func (t *terminal) write(keys string) {
	t.t.Helper()
	if _, err := io.WriteString(t.ch, keys); err != nil {
		t.t.Fatal(err)
	}
}

// want waits until the terminal has shown a text.
func (t *terminal) want(text string) {
	t.t.Helper()
	until(t.t, fmt.Sprintf("%q is written; there is %q", text, t.out.String()), func() bool { return strings.Contains(t.out.String(), text) })
}

// wantErr waits until a line has come on the error stream.
func (t *terminal) wantErr(text string) {
	t.t.Helper()
	until(t.t, fmt.Sprintf("%q is written to the error stream", text), func() bool { return strings.Contains(t.err.String(), text) })
}

// ended waits until the session is over.
func (t *terminal) ended() {
	t.t.Helper()
	select {
	case <-t.end:
	case <-time.After(patience):
		t.t.Fatal("the session goes on")
	}
}

// counted waits until the counts are as they should be.
func (s *server) counted(what string, as func(kiosk.Counts) bool) {
	s.t.Helper()
	until(s.t, fmt.Sprintf("%s; the counts are %+v", what, s.tally.Counts()), func() bool { return as(s.tally.Counts()) })
}

// goroutines waits until there are no more goroutines than before, but a few
// of the client's that end by themselves.
func goroutines(t testing.TB, before int) {
	t.Helper()
	until(t, fmt.Sprintf("all goroutines have ended: %d now, %d before", runtime.NumGoroutine(), before), func() bool {
		return runtime.NumGoroutine() <= before+2
	})
}
