package load_test

import (
	"testing"
	"time"

	"porchlight/internal/kiosk/load"
)

func TestQuantile(t *testing.T) {
	var all []time.Duration
	for i := range 100 {
		all = append(all, time.Duration(99-i))
	}
	for share, want := range map[float64]time.Duration{0: 0, 0.5: 50, 0.99: 99, 1: 99} {
		if got := load.Quantile(all, share); got != want {
			t.Errorf("%v of them: %v, want %v", share, got, want)
		}
	}
	if got := load.Quantile(nil, 0.5); got != 0 {
		t.Errorf("of none: %v", got)
	}
}
