package cli

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/kiosk"
	"porchlight/internal/record"
	"porchlight/internal/takehome"
	"porchlight/internal/takehome/takehometest"
)

// Take-home words given out, continued and wrong are told in steps, and nothing
// of them where none are given out.
func TestTakeHomeIsCounted(t *testing.T) {
	now := time.Date(2026, 11, 25, 19, 0, 0, 0, time.UTC)
	s := &served{now: func() time.Time { return now }, meter: newMeter(&kiosk.Tally{}, 5)}
	hub := group.NewLocal()
	t.Cleanup(hub.Close)
	s.rooms(hub)
	s.office = takehome.NewOffice(&takehometest.Memory{}, time.Hour, s.now)
	s.meter.countRooms(s)
	told := func() map[string]float64 {
		families, err := s.meter.registry.Gather()
		if err != nil {
			t.Fatal(err)
		}
		all := map[string]float64{}
		for _, f := range families {
			if name, ok := strings.CutPrefix(f.GetName(), "porchlight_take_home_"); ok {
				all[name] = f.GetMetric()[0].GetGauge().GetValue()
			}
		}
		return all
	}
	e, err := record.NewGuest().Export(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 9 {
		words, store, err := s.office.Begin(t.Context(), "en", e)
		if err != nil {
			t.Fatal(err)
		}
		_ = store.Close()
		if i < 6 {
			again, err := s.office.Continue(t.Context(), words.String())
			if err != nil {
				t.Fatal(err)
			}
			_ = again.Close()
		}
		if got := told(); i < 4 && (got["given"] != 0 || got["continued"] != 0) {
			t.Errorf("after %d visitors, told is %v", i+1, got)
		}
	}
	for range 18 { // of which ten are looked at
		guess, err := takehome.Pick("en", rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = s.office.Continue(t.Context(), guess.String())
	}
	if got := told(); got["given"] != 5 || got["continued"] != 5 || got["wrong"] != 10 || got["slowed"] != 5 {
		t.Errorf("told: %v", got)
	}
}
