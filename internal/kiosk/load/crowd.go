package load

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// A Crowd is many visitors at once.
type Crowd []*Visitor

// arriving is how many come in at the same time.
const arriving = 8

// Gather brings n visitors in, a few at a time, and returns how long each
// waited for its first screen.
func Gather(ctx context.Context, t Target, n int) (Crowd, []time.Duration, error) {
	crowd, took := make(Crowd, n), make([]time.Duration, n)
	errs := make(chan error, n)
	next := make(chan int)
	var all sync.WaitGroup
	for range arriving {
		all.Go(func() {
			for i := range next {
				var err error
				if crowd[i], took[i], err = Visit(ctx, t, i); err != nil {
					errs <- fmt.Errorf("visitor %d: %w", i+1, err)
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	all.Wait()
	select {
	case err := <-errs:
		crowd.Leave()
		return nil, nil, err
	default:
	}
	return crowd, took, nil
}

// Type has every visitor type for a time, each pressing a key now and then,
// and returns how long each key took to change its screen.
func (c Crowd) Type(ctx context.Context, every, lasts time.Duration) ([]time.Duration, error) {
	var mu sync.Mutex
	var took []time.Duration
	var failed error
	ctx, stop := context.WithTimeout(ctx, lasts)
	defer stop()
	var all sync.WaitGroup
	for i, v := range c {
		all.Go(func() {
			// Spread out, so that they do not type in step.
			first := time.Duration(i) * every / time.Duration(len(c))
			for wait := first; ; wait = every {
				select {
				case <-ctx.Done():
					return
				case <-time.After(wait):
				}
				d, err := v.Press()
				mu.Lock()
				if err != nil && failed == nil {
					failed = err
				}
				took = append(took, d)
				mu.Unlock()
				if err != nil {
					return
				}
			}
		})
	}
	all.Wait()
	return took, failed
}

// Leave closes every connection.
func (c Crowd) Leave() {
	for _, v := range c {
		if v != nil {
			_ = v.Close()
		}
	}
}

// Quantile is the value below which a share of the durations lies.
func Quantile(all []time.Duration, share float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}
