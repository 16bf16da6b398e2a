package kiosk_test

import (
	"bytes"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"porchlight/internal/kiosk"
)

// Row 5: no login is needed, so none is granted, and guessing is slow.
func TestGuessing(t *testing.T) {
	s := serve(t, echo, nil)
	tries, began := 0, time.Now()
	_, err := gossh.Dial("tcp", s.address, &gossh.ClientConfig{
		User: "root", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience,
		Auth: []gossh.AuthMethod{gossh.RetryableAuthMethod(gossh.PasswordCallback(func() (string, error) {
			tries++
			return "guess", nil
		}), 20)},
	})
	// The library's client tries "none" first, which is how everybody comes in.
	if err != nil || tries != 0 {
		t.Errorf("%d passwords were asked for: %v", tries, err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("coming in took %v", took)
	}
}

// Row 5: of a thousand connections in a row from one source, no more are served
// than the limits of every kiosk allow a second.
func TestThousandTries(t *testing.T) {
	usual := kiosk.DefaultLimits()
	s := serve(t, echo, func(c *kiosk.Config) { c.Limits.Rate, c.Limits.Burst = usual.Rate, usual.Burst })
	served, began := 0, time.Now()
	for range 1000 {
		if c, err := s.tryDial(); err == nil {
			served++
			_ = c.Close()
		}
	}
	took := time.Since(began)
	t.Logf("%d of 1000 were served in %v", served, took.Round(time.Millisecond))
	if most := usual.Burst + 1 + int(usual.Rate*took.Seconds()); served > most || served == 0 {
		t.Errorf("%d are allowed", most)
	}
}

// guarded starts a kiosk with the limits of every kiosk on coming in, where one
// key is listed, and counts how often a key was looked for in the list.
func guarded(t *testing.T) (s *server, listed gossh.Signer, looked *atomic.Int64) {
	t.Helper()
	listed, looked = newSigner(t), &atomic.Int64{}
	usual := kiosk.DefaultLimits()
	s = serve(t, echo, func(c *kiosk.Config) {
		c.Limits.Rate, c.Limits.Burst, c.Limits.Handshakes = usual.Rate, usual.Burst, usual.Handshakes
		c.Leads = func(key gossh.PublicKey) bool {
			looked.Add(1)
			return bytes.Equal(key.Marshal(), listed.PublicKey().Marshal())
		}
	})
	return s, listed, looked
}

// guesses are keys that nobody has listed.
func guesses(t *testing.T, n int) gossh.AuthMethod {
	t.Helper()
	keys := make([]gossh.Signer, n)
	for i := range keys {
		keys[i] = newSigner(t)
	}
	return gossh.PublicKeys(keys...)
}

// Row 5: one connection has three tries, and waits after each. A password is no
// way in, and as nobody else than who leads is anybody asked for anything.
func TestThreeTries(t *testing.T) {
	s, _, looked := guarded(t)
	began := time.Now()
	if _, err := s.from("127.0.0.1", kiosk.LeadUser, guesses(t, 20)); err == nil {
		t.Fatal("a wrong key comes in")
	}
	if n, took := looked.Load(), time.Since(began); n != 3 || took < 1200*time.Millisecond {
		t.Errorf("%d keys were looked for in %v", n, took)
	}
	asked := 0
	password := gossh.RetryableAuthMethod(gossh.PasswordCallback(func() (string, error) { asked++; return "guess", nil }), 20)
	if _, err := s.from("127.0.0.1", kiosk.LeadUser, password); err == nil || asked > 0 {
		t.Errorf("%d passwords were asked for: %v", asked, err)
	}
	for _, visitor := range []string{"root", "kiosk", "leader", "LEAD", "lead ", ""} {
		c, err := s.from("127.0.0.2", visitor, guesses(t, 20))
		if err != nil {
			t.Errorf("%q: %v", visitor, err)
			continue
		}
		_ = c.Close()
	}
	if n := looked.Load(); n != 3 {
		t.Errorf("of visitors %d keys were looked for", n-3)
	}
}

// Row 5: somebody guesses at the name for keys from one address, with thousands
// of keys on many connections at once, and is served no more than five tries a
// second, after as many as a few connections have. Meanwhile a visitor and the
// one whose key is listed come in from elsewhere as if nothing were.
func TestKeysAreGuessedSlowly(t *testing.T) {
	s, listed, looked := guarded(t)
	usual := kiosk.DefaultLimits()
	wrong := guesses(t, 20)
	const lasts = 5 * time.Second
	began := time.Now()
	var connections atomic.Int64
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			for time.Since(began) < lasts {
				connections.Add(1)
				if _, err := s.from("127.0.0.1", kiosk.LeadUser, wrong); err == nil {
					t.Error("a wrong key comes in")
				}
				time.Sleep(10 * time.Millisecond) // of a hundred a second each; more are refused alike
			}
		})
	}
	for user, shows := range map[string]gossh.AuthMethod{"anyone": wrong, kiosk.LeadUser: gossh.PublicKeys(listed)} {
		at := time.Now()
		c, err := s.from("127.0.0.2", user, shows)
		if err != nil {
			t.Fatalf("%s: %v", user, err)
		}
		if took := time.Since(at); took > time.Second {
			t.Errorf("%s came in after %v", user, took)
		}
		_ = c.Close()
	}
	all.Wait()
	took := time.Since(began)
	n := looked.Load() - 1 // that of the listed key
	tried := 20 * connections.Load()
	t.Logf("of %d tries %d were served in %v", tried, n, took.Round(time.Millisecond))
	if most := 3*int64(usual.Burst) + int64(5*took.Seconds()); n > most || n < 3 || tried < 1000 {
		t.Errorf("%d are allowed", most)
	}
}
