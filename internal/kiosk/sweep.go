package kiosk

import "time"

// sweepEvery is the least time between two sweeps of memory.
const sweepEvery = time.Second

// swept asks for a sweep. Sessions that end together have one.
func (s *Server) swept() {
	select {
	case s.sweeps <- struct{}{}:
	default:
	}
}

// sweep calls Sweep after sessions have ended, until the server stops.
func (s *Server) sweep() {
	for {
		select {
		case <-s.stopped:
			return
		case <-s.sweeps:
		}
		s.config.Sweep()
		select {
		case <-s.stopped:
			return
		case <-time.After(sweepEvery):
		}
	}
}
