package kiosk

import (
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
		swept := 0
		s := &Server{
			config: Config{Sweep: func() { swept++; time.Sleep(takes) }}, now: time.Now,
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
		if swept != 1 {
			t.Errorf("%d sweeps after one visit", swept)
		}
		time.Sleep(time.Minute)
		if swept != 2 {
			t.Errorf("%d sweeps a minute after one visit, not 2", swept)
		}
		swept = 0
		for range 600 {
			s.swept()
			time.Sleep(100 * time.Millisecond)
		}
		if busy := time.Duration(swept) * takes; swept < 10 || busy > time.Minute/sweepShare+takes {
			t.Errorf("%d sweeps in a minute take %v", swept, busy)
		}
		close(s.stopped)
		<-ended
	})
}
