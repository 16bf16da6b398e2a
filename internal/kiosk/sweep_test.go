package kiosk

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// Sweeps wipe what visitors left soon after they left, and once more, but where
// somebody always leaves they take no more than a twentieth of the time from
// those who are there.
func TestSweepsLeaveTimeBetween(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const takes = 200 * time.Millisecond
		var swept atomic.Int64
		s := &Server{
			config: Config{Sweep: func() { swept.Add(1); time.Sleep(takes) }}, now: time.Now,
			sweeps: make(chan struct{}, 1), stopped: make(chan struct{}),
		}
		ended := make(chan struct{})
		go func() {
			s.sweep()
			close(ended)
		}()
		s.swept()
		time.Sleep(takes)
		synctest.Wait()
		if n := swept.Load(); n != 1 {
			t.Errorf("%d sweeps after one visit", n)
		}
		time.Sleep(time.Minute)
		if n := swept.Load(); n != 2 {
			t.Errorf("%d sweeps a minute after one visit, not 2", n)
		}
		swept.Store(0)
		for range 600 {
			s.swept()
			time.Sleep(100 * time.Millisecond)
		}
		n := swept.Load()
		if busy := time.Duration(n) * takes; n < 10 || busy > time.Minute/sweepShare+takes {
			t.Errorf("%d sweeps in a minute take %v", n, busy)
		}
		close(s.stopped)
		<-ended
	})
}
