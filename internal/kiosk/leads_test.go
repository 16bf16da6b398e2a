package kiosk_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/kiosk"
)

func newSigner(t testing.TB) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// borrowed is a key that somebody shows and does not have: they sign with their
// own.
type borrowed struct {
	gossh.Signer
	shown gossh.PublicKey
}

func (b borrowed) PublicKey() gossh.PublicKey { return b.shown }

// with dials as a user with keys.
func (s *server) with(user string, keys ...gossh.Signer) (*client, error) {
	return s.from("127.0.0.1", user, gossh.PublicKeys(keys...))
}

// from dials from one of this computer's own addresses, as a user who shows
// something.
func (s *server) from(address, user string, shows gossh.AuthMethod) (*client, error) {
	dialer := net.Dialer{Timeout: patience, LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}}
	conn, err := dialer.Dial("tcp", s.address)
	if err != nil {
		return nil, err
	}
	_ = conn.SetDeadline(time.Now().Add(patience))
	c, chans, reqs, err := gossh.NewClientConn(conn, s.address, &gossh.ClientConfig{
		User: user, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Auth: []gossh.AuthMethod{shows},
	})
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	_ = conn.SetDeadline(time.Time{})
	one := &client{t: s.t, Client: gossh.NewClient(c, chans, reqs), conn: conn}
	s.t.Cleanup(func() { _ = one.Close() })
	return one, nil
}

// Row 5: only the key that was used counts, not one that was shown; and only
// under the name for it, so that nobody else's client shows one.
func TestLeads(t *testing.T) {
	listed, other := newSigner(t), newSigner(t)
	s := serve(t, func(_ context.Context, v *kiosk.Visit) kiosk.End {
		_, _ = fmt.Fprintf(v.Out, "%v leads %t", v.Words, v.Leads)
		return kiosk.EndDone
	}, func(c *kiosk.Config) {
		c.Leads = func(key gossh.PublicKey) bool { return bytes.Equal(key.Marshal(), listed.PublicKey().Marshal()) }
	})
	for _, c := range []struct {
		name string
		user string
		keys []gossh.Signer
		in   bool
	}{
		{"no key", kiosk.LeadUser, nil, false},
		{"a key that is not listed", kiosk.LeadUser, []gossh.Signer{other}, false},
		{"a key of somebody else, shown and not had", kiosk.LeadUser, []gossh.Signer{borrowed{other, listed.PublicKey()}}, false},
		{"the listed key", kiosk.LeadUser, []gossh.Signer{listed}, true},
		{"the listed key after another", kiosk.LeadUser, []gossh.Signer{other, listed}, true},
	} {
		conn, err := s.with(c.user, c.keys...)
		if (err == nil) != c.in {
			t.Errorf("%s: %v", c.name, err)
		}
		if err != nil {
			continue
		}
		one := conn.open()
		if !one.ask("exec", struct{ Text string }{"group"}) {
			t.Errorf("%s: refused", c.name)
		}
		one.want("[group] leads true")
	}
	if s.tally.Counts().Refused[kiosk.RefusedKey] != 2 {
		t.Errorf("keys that are not listed are not counted: %+v", s.tally.Counts())
	}

	visitor, err := s.with("anyone", listed)
	if err != nil {
		t.Fatal(err)
	}
	one := visitor.open()
	one.ask("exec", struct{ Text string }{"group"})
	one.wantErr("key")
	again, err := s.with("anyone", listed)
	if err != nil {
		t.Fatal(err)
	}
	two := again.open()
	two.ask("exec", struct{ Text string }{"now"})
	two.want("[now] leads false")
	s.counted("a visitor was refused", func(c kiosk.Counts) bool { return c.Refused[kiosk.RefusedLead] == 1 })
}

// Where no keys are listed, nobody is asked for one, whatever their name is.
func TestNobodyLeads(t *testing.T) {
	s := serve(t, func(_ context.Context, v *kiosk.Visit) kiosk.End {
		_, _ = fmt.Fprintf(v.Out, "leads %t", v.Leads)
		return kiosk.EndDone
	}, nil)
	c, err := s.with(kiosk.LeadUser)
	if err != nil {
		t.Fatal(err)
	}
	one := c.open()
	one.ask("exec", struct{ Text string }{"now"})
	one.want("leads false")
}
