package kiosk_test

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/kiosk"
)

// Row 1, with a time of two seconds; e2e has it with that of every kiosk:
// connections that say nothing are few at a time and gone soon.
func TestHalfOpen(t *testing.T) {
	s := serve(t, echo, func(c *kiosk.Config) { c.Limits.Handshakes, c.Limits.HandshakeTime = 10, 2*time.Second })
	for range 400 {
		c, err := net.Dial("tcp", s.address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
	}
	s.counted("most are refused", func(c kiosk.Counts) bool { return c.Refused[kiosk.RefusedHandshakes] == 390 && c.Connections == 10 })
	began := time.Now()
	s.counted("the rest is gone", func(c kiosk.Counts) bool { return c.Connections == 0 && c.Refused[kiosk.RefusedHandshake] == 10 })
	if took := time.Since(began); took > 4*time.Second {
		t.Errorf("that took %v", took)
	}
	s.shell()
}

// Row 2, with a time of one second: the time to come in is absolute, and a byte
// now and then buys none.
func TestSlowHandshake(t *testing.T) {
	s := serve(t, echo, func(c *kiosk.Config) { c.Limits.HandshakeTime = time.Second })
	var all sync.WaitGroup
	for range 20 {
		c, err := net.Dial("tcp", s.address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		all.Go(func() {
			for _, b := range []byte("SSH-2.0-slow\r\n") {
				if _, err := c.Write([]byte{b}); err != nil {
					return
				}
				time.Sleep(200 * time.Millisecond)
			}
		})
	}
	s.counted("all are gone", func(c kiosk.Counts) bool { return c.Connections == 0 && c.Refused[kiosk.RefusedHandshake] == 20 })
	all.Wait()
}

// Row 3: one source opens no more than so many connections a second.
func TestRate(t *testing.T) {
	s := serve(t, echo, func(c *kiosk.Config) { c.Limits.Rate, c.Limits.Burst = 5, 10 })
	for range 100 {
		c, err := net.Dial("tcp", s.address)
		if err != nil {
			t.Fatal(err)
		}
		_ = c.Close()
	}
	s.counted("most are refused", func(c kiosk.Counts) bool { return c.Refused[kiosk.RefusedRate] >= 80 })
	until(t, "a person comes in a little later", func() bool {
		c, err := s.tryDial()
		if err != nil {
			return false
		}
		return c.Close() == nil
	})
}

// Row 4: as many visits as there may be, in all and from one source; who comes
// then is told, and those inside notice nothing.
func TestFull(t *testing.T) {
	for want, change := range map[kiosk.Refusal]func(*kiosk.Limits){
		kiosk.RefusedFull:   func(l *kiosk.Limits) { l.Sessions, l.PerSource = 3, 3 },
		kiosk.RefusedSource: func(l *kiosk.Limits) { l.Sessions, l.PerSource = 10, 3 },
	} {
		s := serve(t, echo, func(c *kiosk.Config) { change(&c.Limits) })
		inside := []*terminal{s.shell(), s.shell(), s.shell()}
		w := s.dial().open()
		w.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
		turnedAway(w, "shell", nil, "call 911")
		if got := s.tally.Counts().Refused[want]; got != 1 {
			t.Errorf("%s: %d", want, got)
		}
		inside[0].write("a")
		inside[0].want("key a")
		inside[1].write("q")
		inside[1].ended()
		s.counted("the place is free again", func(c kiosk.Counts) bool { return c.Sessions == 2 })
		s.shell()
	}
}

// Row 7: every exchange is strict about its beginning, and no cipher is of the
// kind that was broken. Row 6 is held by ssh-audit, in e2e.
func TestAlgorithms(t *testing.T) {
	s := serve(t, echo, nil)
	for _, weak := range []gossh.Config{
		{Ciphers: []string{gossh.InsecureCipherAES128CBC}}, {MACs: []string{gossh.InsecureHMACSHA196}, Ciphers: []string{gossh.CipherAES256CTR}},
		{KeyExchanges: []string{gossh.InsecureKeyExchangeDH14SHA1}}, {KeyExchanges: []string{gossh.KeyExchangeECDHP256}},
	} {
		_, err := gossh.Dial("tcp", s.address, &gossh.ClientConfig{
			Config: weak, User: "kiosk", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience,
		})
		if err == nil || !strings.Contains(err.Error(), "no common algorithm") {
			t.Errorf("%+v: %v", weak, err)
		}
	}
}

// Rows 6 and 7: what is offered is this and no more, that the exchange is strict
// among it, though the library may come to offer more.
func TestOffered(t *testing.T) {
	s := serve(t, echo, nil)
	c, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(patience))
	if _, err := io.WriteString(c, "SSH-2.0-test\r\n"); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(c)
	if line, err := in.ReadString('\n'); err != nil || !strings.HasPrefix(line, "SSH-2.0-") {
		t.Fatalf("%q, %v", line, err)
	}
	var head [5]byte // the length of the packet, and that of what fills it up
	if _, err := io.ReadFull(in, head[:]); err != nil {
		t.Fatal(err)
	}
	packet := make([]byte, binary.BigEndian.Uint32(head[:])-1)
	if _, err := io.ReadFull(in, packet); err != nil {
		t.Fatal(err)
	}
	var offer struct {
		Cookie                                                    [16]byte `sshtype:"20"`
		Exchanges, HostKeys, CiphersIn, CiphersOut                []string
		MACsIn, MACsOut, CompressIn, CompressOut, LangIn, LangOut []string
		Follows                                                   bool
		Reserved                                                  uint32
	}
	if err := gossh.Unmarshal(packet[:len(packet)-int(head[4])], &offer); err != nil {
		t.Fatal(err)
	}
	const ciphers = "aes256-gcm@openssh.com aes128-gcm@openssh.com chacha20-poly1305@openssh.com aes256-ctr"
	const macs = "hmac-sha2-256-etm@openssh.com hmac-sha2-512-etm@openssh.com"
	for _, o := range []struct {
		what string
		is   []string
		want string
	}{
		{"key exchanges", offer.Exchanges, "mlkem768x25519-sha256 curve25519-sha256 curve25519-sha256@libssh.org kex-strict-s-v00@openssh.com"},
		{"host keys", offer.HostKeys, "ssh-ed25519"},
		{"ciphers in", offer.CiphersIn, ciphers}, {"ciphers out", offer.CiphersOut, ciphers},
		{"MACs in", offer.MACsIn, macs}, {"MACs out", offer.MACsOut, macs}, {"compression", offer.CompressOut, "none"},
	} {
		if got := strings.Join(o.is, " "); got != o.want {
			t.Errorf("%s: %s\nwant %s", o.what, got, o.want)
		}
	}
}

// Row 21: a user's name cannot forge a line of the log: it is not in there.
func TestNameIsNotLogged(t *testing.T) {
	s := serve(t, echo, nil)
	c, err := gossh.Dial("tcp", s.address, &gossh.ClientConfig{
		User: "rosa\n{\"msg\":\"forged\"}", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	one, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := one.Shell(); err != nil {
		t.Fatal(err)
	}
	_ = one.Close()
	s.counted("the visit has ended", func(c kiosk.Counts) bool { return c.Ended[kiosk.EndGone] == 1 })
	until(t, "two lines are in the log", func() bool { return strings.Count(s.log.String(), "\n") == 2 })
	line := regexp.MustCompile(`^\{"time":"[^"]+","level":"INFO","msg":"visit (began|ended)","visit":"[A-Z0-9]+"(,"(screen|why|seconds)":("\w+"|\d+|true|false))+\}$`)
	for _, l := range strings.Split(strings.TrimSpace(s.log.String()), "\n") {
		if !line.MatchString(l) {
			t.Errorf("the log says %s", l)
		}
	}
}

// Row 27: everybody is told, and the server ends when they have; who does not
// go is ended.
func TestShutdown(t *testing.T) {
	s := serve(t, echo, nil)
	var all []*terminal
	for range 50 {
		all = append(all, s.shell())
	}
	s.close(patience)
	for _, w := range all {
		w.ended()
	}
	if err := <-s.served; err != nil {
		t.Errorf("serving ended with %v", err)
	}
	if c := s.tally.Counts(); c.Ended[kiosk.EndClosing] != 50 || c.Sessions != 0 {
		t.Errorf("the counts are %+v", c)
	}

	s = serve(t, func(ctx context.Context, _ *kiosk.Visit) kiosk.End { <-ctx.Done(); return kiosk.EndGone }, nil)
	w := s.dial().open()
	w.ask("shell", nil)
	s.counted("one visit", func(c kiosk.Counts) bool { return c.Sessions == 1 })
	s.close(time.Millisecond)
	if c := s.tally.Counts(); c.Ended[kiosk.EndClosing] != 1 {
		t.Errorf("the counts are %+v", c)
	}
}

func TestLimitsMakeSense(t *testing.T) {
	limits := quick()
	limits.Lifetime = time.Millisecond
	if err := limits.Check(); err == nil {
		t.Error("a lifetime of a moment passed")
	}
	for _, change := range []func(*kiosk.Limits){
		func(l *kiosk.Limits) { l.Sessions = 0 }, func(l *kiosk.Limits) { l.PerSource = 0 }, func(l *kiosk.Limits) { l.PerSource = 10_000 },
		func(l *kiosk.Limits) { l.Handshakes = 0 }, func(l *kiosk.Limits) { l.Rate = 0 }, func(l *kiosk.Limits) { l.Burst = -1 },
		func(l *kiosk.Limits) { l.Connections = 10 }, func(l *kiosk.Limits) { l.Stall = 0 }, func(l *kiosk.Limits) { l.FirstTime = 0 },
	} {
		l := quick()
		change(&l)
		if err := l.Check(); err == nil {
			t.Errorf("%+v makes sense", l)
		}
	}
	if err := kiosk.DefaultLimits().Check(); err != nil {
		t.Error(err)
	}
}

// Row 28: the key is made once, for its owner alone, and refused when others
// can read it.
func TestHostKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "host_key")
	made, err := kiosk.HostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key's file: %v, %v", info.Mode(), err)
	}
	again, err := kiosk.HostKey(path)
	if err != nil || string(again.PublicKey().Marshal()) != string(made.PublicKey().Marshal()) {
		t.Errorf("read again it is another one: %v", err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := kiosk.HostKey(path); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that others can read: %v", err)
	}
	if err := errors.Join(os.WriteFile(path, []byte("no key"), 0o600), os.Chmod(path, 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := kiosk.HostKey(path); err == nil || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("a file that is no key: %v", err)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".host-key-*")); err != nil || len(left) > 0 {
		t.Errorf("left beside it: %v", left)
	}
}

// FuzzStranger feeds the server the first bytes of a connection. Row 30.
func FuzzStranger(f *testing.F) {
	f.Add([]byte("SSH-2.0-x\r\n"))
	f.Add([]byte("GET / HTTP/1.1\r\n\r\n"))
	f.Add([]byte("SSH-2.0-x\r\n\x00\x00\x00\x0c\x0a\x14aaaaaaaaaaaa"))
	s := serve(f, echo, nil)
	f.Fuzz(func(t *testing.T, in []byte) {
		c, err := net.Dial("tcp", s.address)
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(patience))
		_, _ = c.Write(in)
		_ = c.(*net.TCPConn).CloseWrite()
		_, _ = io.Copy(io.Discard, c)
		_ = c.Close()
	})
}
