package kiosk

import "time"

// sweepEvery is the least time between two sweeps of memory.
const sweepEvery = 2 * time.Second

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
		select {
		case <-s.stopped:
			return
		case <-s.sweeps:
			s.config.Sweep()
			again.Reset(sweepEvery)
			s.pause()
		case <-again.C:
			s.config.Sweep()
		}
	}
}

// pause lets some time go by, or the server stop.
func (s *Server) pause() {
	select {
	case <-s.stopped:
	case <-time.After(sweepEvery / 2):
	}
}
