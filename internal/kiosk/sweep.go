package kiosk

import (
	"time"

	"porchlight/internal/fault"
)

// sweepEvery is the least time between two sweeps of memory, and sweepShare how
// many times as long as one takes the server is left alone after it: where many
// are reading, and somebody always leaves, those who read would wait for it.
const (
	sweepEvery = 2 * time.Second
	sweepShare = 20
)

// swept asks for a sweep. Sessions that end together have one.
func (s *Server) swept() {
	select {
	case s.sweeps <- struct{}{}:
	default:
	}
}

// sweep calls Sweep after sessions have ended, until the server stops: soon,
// and once more a little later, when what was still ending has ended too.
func (s *Server) sweep() {
	again := time.NewTimer(0)
	again.Stop()
	defer again.Stop()
	for {
		more := false
		select {
		case <-s.stopped:
			return
		case <-s.sweeps:
			more = true
		case <-again.C:
		}
		began := s.now()
		fault.Alone(s.config.Sweep)
		rest := max(sweepEvery/2, sweepShare*lasted(s.now, began))
		if more {
			again.Reset(max(sweepEvery, rest))
		}
		s.pause(rest)
	}
}

// pause lets some time go by, or the server stop.
func (s *Server) pause(d time.Duration) {
	select {
	case <-s.stopped:
	case <-time.After(d):
	}
}
