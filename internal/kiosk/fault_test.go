package kiosk_test

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"porchlight/internal/kiosk"
)

// Rows 38 and 39: a fault in one of fifty visits, in its program or in what the
// program is told beside its work, ends it with a sentence; the others go on.
func TestFaultInOneOfFifty(t *testing.T) {
	s := serve(t, func(ctx context.Context, v *kiosk.Visit) kiosk.End {
		v.OnResize(func(int, int) { panic("the words of someone: 0123456789") })
		keys := typed(ctx, v)
		for {
			select {
			case <-ctx.Done():
				return kiosk.EndGone
			case b, ok := <-keys:
				switch {
				case !ok:
					return kiosk.EndGone
				case b == 'p':
					panic("the words of someone: 0123456789")
				}
				fmt.Fprintf(v.Out, "key %c", b)
			}
		}
	}, nil)
	var all []*terminal
	for range 50 {
		w := s.dial().open()
		w.ask("pty-req", ptyReq{Term: "xterm", Width: 80, Height: 24})
		w.ask("shell", nil)
		all = append(all, w)
	}
	all[17].write("p")
	all[17].wantErr("Something went wrong here")
	all[17].ended()
	all[23].ask("window-change", sizeReq{Width: 99, Height: 24})
	all[23].wantErr("Something went wrong here")
	all[23].ended()
	for i, w := range all {
		if i != 17 && i != 23 {
			w.write("a")
			w.want("key a")
		}
	}
	s.counted("48 go on", func(c kiosk.Counts) bool { return c.Sessions == 48 && c.Ended[kiosk.EndFault] == 2 })
	if strings.Contains(s.log.String(), "0123456789") {
		t.Errorf("the log holds what the fault said: %s", s.log.String())
	}
}

// Row 39: a program that fails when it is told that the server stops keeps the
// server from nothing, whether it asked to be told before that or after.
func TestFaultInClosing(t *testing.T) {
	var asked atomic.Int32
	s := serve(t, func(ctx context.Context, v *kiosk.Visit) kiosk.End {
		fails := func() { panic("a fault in closing") }
		if asked.Add(1) == 1 {
			v.OnClosing(fails)
			<-ctx.Done()
			return kiosk.EndGone
		}
		<-v.Closing
		v.OnClosing(fails)
		<-ctx.Done()
		return kiosk.EndGone
	}, nil)
	for range 2 {
		w := s.dial().open()
		w.ask("shell", nil)
	}
	s.counted("two visits", func(c kiosk.Counts) bool { return c.Sessions == 2 && asked.Load() == 2 })
	began := time.Now()
	s.close(patience)
	if err := <-s.served; err != nil {
		t.Errorf("serving ended with %v", err)
	}
	if c := s.tally.Counts(); c.Ended[kiosk.EndFault] != 2 || time.Since(began) > patience/2 {
		t.Errorf("after %v the counts are %+v", time.Since(began), c)
	}
}

// A fault in wiping memory is tried again with the next visit that ends.
func TestFaultInSweeping(t *testing.T) {
	var swept atomic.Int32
	s := serve(t, echo, func(c *kiosk.Config) {
		c.Sweep = func() {
			if swept.Add(1) == 1 {
				panic("a fault in sweeping")
			}
		}
	})
	w := s.shell()
	w.write("q")
	w.ended()
	until(t, "memory is swept after a fault", func() bool { return swept.Load() >= 2 })
}
