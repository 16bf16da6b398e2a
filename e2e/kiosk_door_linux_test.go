package e2e_test

import (
	"io"
	"net"
	"sync"
	"testing"
	"time"

	"porchlight/internal/kiosk/load"
)

// knock opens a connection from one of this computer's own addresses.
func (k *kiosk) knock(from net.IP) net.Conn {
	k.t.Helper()
	d := net.Dialer{Timeout: patience, LocalAddr: &net.TCPAddr{IP: from}}
	c, err := d.DialContext(k.t.Context(), "tcp", "127.0.0.1:"+k.port)
	if err != nil {
		k.t.Fatal(err)
	}
	k.t.Cleanup(func() { _ = c.Close() })
	return c
}

// Rows 1 and 2, with the limits of every kiosk: two thousand connections that say
// nothing, and twenty that say a byte now and then, each from an address of its
// own. Somebody comes in meanwhile as fast as ever; all are gone in their time,
// and no open file is left of them.
func TestKioskHalfOpen(t *testing.T) {
	const silent, slow = 2000, 20
	k := openKiosk(t)
	visit := load.Target{Address: "127.0.0.1:" + k.port, Command: "now", Ready: "ctrl+x", Now: time.Now}
	use := func() load.Use {
		u, err := load.Used(k.cmd.Process.Pid)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	k.page("/healthz") // its connection stays
	before := use()
	began := time.Now()
	for range silent {
		k.knock(net.IPv4(127, 0, 0, 1))
	}
	var all sync.WaitGroup
	lasted := make([]time.Duration, slow)
	for i := range slow {
		c := k.knock(net.IPv4(127, 0, 2, byte(1+i)))
		all.Go(func() {
			at := time.Now()
			_, _ = io.WriteString(c, "SSH-2.0-slow\r\n\x00\x00\x04")
			go func() {
				for ; ; time.Sleep(time.Second) {
					if _, err := c.Write([]byte{1}); err != nil {
						return
					}
				}
			}()
			_, _ = io.Copy(io.Discard, c) // until the server closes
			lasted[i] = time.Since(at)
		})
	}
	held := use().Files - before.Files
	took := patience
	for again := range 3 { // a busy machine may be slow at any one
		v, d, err := load.Visit(t.Context(), visit, again)
		if err != nil {
			t.Fatal(err)
		}
		_ = v.Close()
		took = min(took, d)
	}
	if took > time.Second {
		t.Errorf("meanwhile somebody came in after %v", took)
	}
	all.Wait()
	for _, l := range lasted {
		if l > 11*time.Second {
			t.Errorf("one that is slow was there for %v", l)
		}
	}
	k.until("all are gone", func() bool { return use().Files <= before.Files && k.metric("porchlight_connections") == 0 })
	gone := time.Since(began)
	t.Logf("%d knocked and said nothing, which held %d files; meanwhile somebody came in after %v; all were gone after %v", silent+slow, held, took.Round(time.Millisecond), gone.Round(time.Millisecond))
	if gone > 15*time.Second {
		t.Error("that is more than 15 s")
	}
}

// Row 73: quick exit ends a visit within a tenth of a second, from wherever it
// is. Of three times the shortest counts: a busy machine may be slow at any one.
func TestKioskQuickExitIsQuick(t *testing.T) {
	k := openKiosk(t)
	for i, command := range []string{"", "now", "checklist", "lesson/helping-or-enabling", "quiz/helping-or-enabling", "tools", "settings"} {
		shortest := patience
		for again := range 3 {
			shortest = min(shortest, k.fled(command, 3*i+again))
		}
		t.Logf("%q: %v", command, shortest)
		if shortest > 100*time.Millisecond {
			t.Error("that is more than 100 ms")
		}
	}
}

// fled is how long a visit takes to end by quick exit.
func (k *kiosk) fled(command string, number int) time.Duration {
	k.t.Helper()
	target := load.Target{Address: "127.0.0.1:" + k.port, Command: command, Ready: "ctrl+x", Now: time.Now}
	v, _, err := load.Visit(k.t.Context(), target, number)
	if err != nil {
		k.t.Fatalf("%q: %v", command, err)
	}
	defer v.Close()
	began := time.Now()
	if err := v.Type("\x18"); err != nil {
		k.t.Fatal(err)
	}
	for !v.Gone() {
		if time.Since(began) > patience {
			k.t.Fatalf("%q: it stays", command)
		}
		time.Sleep(100 * time.Microsecond)
	}
	return time.Since(began)
}
