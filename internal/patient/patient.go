// Package patient lets a learner go on while the database that keeps their
// record is away. What they do stands in memory at once; it is written in the
// order in which it was done, now or when the database is back. The learner is
// told while something waits (Waiting).
//
// It is for a session of a server: a crash of that server loses what waits. At
// home a record is a file, and needs none of this.
package patient

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"porchlight/internal/fault"
	"porchlight/internal/record"
)

// How long things take. A key should be answered within a frame or so, and a
// database that is there answers in much less.
const (
	grace    = time.Second            // a Save waits that long to be written
	pause    = 200 * time.Millisecond // before the first retry; then twice as long
	longest  = 5 * time.Second        // between two retries
	farewell = 3 * time.Second        // Close waits that long for what waits
	most     = 20_000                 // acts that may wait
)

// A Store is a record whose writes wait for their database. Reads come from
// memory. It may be used by several goroutines at once.
type Store struct {
	here  *record.Guest
	there record.Store

	mu      sync.Mutex
	waiting []act
	gone    error         // the record is no more: nothing can be written again
	more    chan struct{} // holds a token while there may be something to write
	done    chan struct{} // closed when the writer has ended
	stop    context.CancelFunc
}

// An act is one write that waits: doing it twice is doing it once.
type act struct {
	do      func(context.Context, record.Store) error
	written chan struct{} // closed when it is
}

var _ record.Store = (*Store)(nil)

// New returns a Store that writes to there, which it closes in the end. It
// reads the whole record; errors are those of there.Export.
func New(ctx context.Context, there record.Store) (*Store, error) {
	so, err := there.Export(ctx)
	if err != nil {
		return nil, err
	}
	here := record.NewGuest()
	if err := here.Import(ctx, so); err != nil {
		return nil, err
	}
	life, stop := context.WithCancel(context.WithoutCancel(ctx))
	s := &Store{here: here, there: there, more: make(chan struct{}, 1), done: make(chan struct{}), stop: stop}
	go func() {
		defer close(s.done)
		fault.Again(life, grace, func() { s.write(life) })
	}()
	return s, nil
}

// Waiting is how many acts are not yet written.
func (s *Store) Waiting() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.waiting)
}

// save does an act in memory, then has it written.
func (s *Store) save(ctx context.Context, do func(context.Context, record.Store) error) error {
	s.mu.Lock()
	switch {
	case s.gone != nil:
		defer s.mu.Unlock()
		return s.gone
	case len(s.waiting) >= most:
		defer s.mu.Unlock()
		return fmt.Errorf("%d acts wait to be written: %w", most, record.ErrBusy)
	}
	if err := do(ctx, s.here); err != nil {
		defer s.mu.Unlock()
		return err
	}
	a := act{do, make(chan struct{})}
	s.waiting = append(s.waiting, a)
	s.mu.Unlock()
	select {
	case s.more <- struct{}{}:
	default:
	}
	limit := time.NewTimer(grace)
	defer limit.Stop()
	select {
	case <-a.written:
	case <-limit.C:
	case <-ctx.Done():
	}
	return nil
}

// write writes what waits, until the Store is closed.
func (s *Store) write(life context.Context) {
	wait := pause
	for {
		a, ok := s.first()
		if !ok {
			select {
			case <-life.Done():
				return
			case <-s.more:
			}
			continue
		}
		err := a.do(life, s.there)
		switch {
		case err == nil:
			s.drop()
			wait = pause
			continue
		case errors.Is(err, record.ErrNotFound), errors.Is(err, record.ErrClosed):
			s.end(err)
			return
		}
		select {
		case <-life.Done():
			return
		case <-time.After(wait):
			wait = min(2*wait, longest)
		}
	}
}

func (s *Store) first() (act, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.waiting) == 0 {
		return act{}, false
	}
	return s.waiting[0], true
}

func (s *Store) drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.waiting[0].written)
	s.waiting[0] = act{} // its words are let go of
	s.waiting = s.waiting[1:]
}

func (s *Store) end(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gone = err
}

// Close waits a little for what is not yet written. It returns ErrBusy where
// something still waits, which is then lost, and wipes the memory.
func (s *Store) Close() error {
	limit := time.NewTimer(farewell)
	defer limit.Stop()
	s.settle(limit.C)
	s.stop()
	<-s.done
	var err error
	if n := s.Waiting(); n > 0 {
		err = fmt.Errorf("%d acts were not written: %w", n, record.ErrBusy)
	}
	s.mu.Lock()
	clear(s.waiting)
	s.waiting, s.gone = nil, record.ErrClosed
	s.mu.Unlock()
	return errors.Join(err, s.here.Close(), s.there.Close())
}

// settle returns when nothing waits any more, nothing can be written, or the
// time is up.
func (s *Store) settle(limit <-chan time.Time) {
	for {
		a, ok := s.first()
		if !ok {
			return
		}
		select {
		case <-a.written:
		case <-s.done:
			return
		case <-limit:
			return
		}
	}
}
