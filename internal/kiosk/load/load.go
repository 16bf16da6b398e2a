// Package load is a crowd of visitors: SSH clients with real handshakes and
// terminals that open sessions, hold them, and type. It measures a server from
// the outside, whatever the server runs, and only on this computer.
package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// A Target is a server, and what a visitor does there.
type Target struct {
	Address string
	Command string // the words after the host's name; none for a shell
	Ready   string // what the first screen has drawn when it is whole
	Keys    []string
	Keep    int // how much of what was received last is kept, in bytes; none once the first screen is whole
	// Lines has the visitor come without a terminal.
	Lines bool
	Now   func() time.Time
}

// patience is how long a visitor waits for anything.
const patience = 60 * time.Second

// ErrLate says that a visitor has waited in vain.
var ErrLate = errors.New("nothing came in time")

// A Visitor is one open session.
type Visitor struct {
	target Target
	conn   net.Conn
	client *gossh.Client
	ch     gossh.Channel

	mu    sync.Mutex
	moved *sync.Cond
	bytes int    // received so far
	tail  []byte // the end of it: until the first screen is whole, or as much as is kept
	whole bool
	looks []*Look // not seen yet
	err   error
	typed int
}

// Visit opens a session and waits for its first screen. It returns how long
// that took, from the first packet. Visitors come from many addresses.
func Visit(ctx context.Context, t Target, number int) (*Visitor, time.Duration, error) {
	began := t.Now()
	dialer := net.Dialer{Timeout: patience, LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 1, byte(number/250), byte(1+number%250))}}
	conn, err := dialer.DialContext(ctx, "tcp", t.Address)
	if err != nil {
		return nil, 0, err
	}
	if err := conn.SetDeadline(t.Now().Add(patience)); err != nil {
		return nil, 0, errors.Join(err, conn.Close())
	}
	c, chans, reqs, err := gossh.NewClientConn(conn, t.Address, &gossh.ClientConfig{
		User: "load", HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // it is this computer
	})
	if err != nil {
		return nil, 0, errors.Join(err, conn.Close())
	}
	_ = conn.SetDeadline(time.Time{})
	v := &Visitor{target: t, conn: conn, client: gossh.NewClient(c, chans, reqs)}
	v.moved = sync.NewCond(&v.mu)
	if err := v.open(); err != nil {
		return nil, 0, errors.Join(err, v.Close())
	}
	if err := v.wait(func() bool { return v.whole }); err != nil {
		return nil, 0, errors.Join(fmt.Errorf("the first screen: %w; it has %q", err, v.tail), v.Close())
	}
	return v, t.Now().Sub(began), nil
}

// open asks for a terminal and for the program.
func (v *Visitor) open() error {
	ch, reqs, err := v.client.OpenChannel("session", nil)
	if err != nil {
		return err
	}
	go gossh.DiscardRequests(reqs)
	v.ch = ch
	if !v.target.Lines {
		if err := v.terminal(); err != nil {
			return err
		}
	}
	var ok bool
	if v.target.Command == "" {
		ok, err = ch.SendRequest("shell", true, nil)
	} else {
		ok, err = ch.SendRequest("exec", true, gossh.Marshal(struct{ Command string }{v.target.Command}))
	}
	if err != nil || !ok {
		return errors.Join(errors.New("no program was granted"), err)
	}
	go v.read()
	return nil
}

// terminal asks for a terminal of 80 by 24.
func (v *Visitor) terminal() error {
	pty := struct {
		Term                  string
		Width, Height, PW, PH uint32
		Modes                 string
	}{"xterm-256color", 80, 24, 0, 0, "\x00"}
	ok, err := v.ch.SendRequest("pty-req", true, gossh.Marshal(pty))
	if err != nil || !ok {
		return errors.Join(errors.New("no terminal was granted"), err)
	}
	return nil
}

// read takes what the server draws.
func (v *Visitor) read() {
	buf := make([]byte, 4096)
	for {
		n, err := v.ch.Read(buf)
		v.mu.Lock()
		v.take(buf[:n])
		v.err = err
		v.moved.Broadcast()
		v.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// take notes what was received.
func (v *Visitor) take(came []byte) {
	v.bytes += len(came)
	if v.whole && v.target.Keep == 0 {
		return
	}
	v.tail = append(v.tail, came...)
	v.see(len(came))
	if !v.whole {
		v.whole = bytes.Contains(v.tail, []byte(v.target.Ready))
	}
	if v.whole && len(v.tail) > 2*v.target.Keep {
		v.tail = bytes.Clone(v.tail[len(v.tail)-v.target.Keep:])
	}
}

// wait blocks until something has happened, the session ends, or patience
// does. The visitor's lock is not held.
func (v *Visitor) wait(happened func() bool) error {
	late := false
	stop := time.AfterFunc(patience, func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		late = true
		v.moved.Broadcast()
	})
	defer stop.Stop()
	v.mu.Lock()
	defer v.mu.Unlock()
	for !happened() {
		switch {
		case v.err != nil:
			return v.err
		case late:
			return ErrLate
		}
		v.moved.Wait()
	}
	return nil
}

// Press types the next key and returns how long the screen took to change.
func (v *Visitor) Press() (time.Duration, error) {
	v.mu.Lock()
	before, key := v.bytes, v.target.Keys[v.typed%len(v.target.Keys)]
	v.typed++
	v.mu.Unlock()
	began := v.target.Now()
	if _, err := v.ch.Write([]byte(key)); err != nil {
		return 0, err
	}
	if err := v.wait(func() bool { return v.bytes > before }); err != nil {
		return 0, err
	}
	return v.target.Now().Sub(began), nil
}

// Close ends the session and its connection.
func (v *Visitor) Close() error { return v.client.Close() }
