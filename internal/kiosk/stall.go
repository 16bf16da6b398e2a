package kiosk

import (
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// A stalling is a writer to a client that may stop reading. A write that is
// not done in time gives the client up. It may be used by several goroutines
// at once, which write one after the other.
type stalling struct {
	out    io.Writer
	within time.Duration
	giveUp func()
	gaveUp *atomic.Bool

	mu    sync.Mutex
	timer *time.Timer // of all writes: each frame of each session would make one
}

func (s *stalling) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.timer == nil {
		s.timer = time.AfterFunc(s.within, func() {
			s.gaveUp.Store(true)
			s.giveUp()
		})
	} else {
		s.timer.Reset(s.within)
	}
	defer s.timer.Stop()
	return s.out.Write(p)
}
