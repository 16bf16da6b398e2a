package kiosk

import (
	"io"
	"sync/atomic"
	"time"
)

// A stalling is a writer to a client that may stop reading. A write that is
// not done in time gives the client up.
type stalling struct {
	out    io.Writer
	within time.Duration
	giveUp func()
	gaveUp *atomic.Bool
}

func (s stalling) Write(p []byte) (int, error) {
	t := time.AfterFunc(s.within, func() {
		s.gaveUp.Store(true)
		s.giveUp()
	})
	defer t.Stop()
	return s.out.Write(p)
}
