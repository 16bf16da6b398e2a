package cli

import (
	"strings"
	"testing"
	"time"

	"porchlight/internal/kiosk"
	"porchlight/internal/record"
)

// told gathers what a meter tells of lessons, as "metric lesson number".
func told(t *testing.T, m *meter) map[string]float64 {
	t.Helper()
	families, err := m.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for _, f := range families {
		for _, one := range f.GetMetric() {
			for _, l := range one.GetLabel() {
				if l.GetName() == "lesson" {
					all[strings.TrimPrefix(f.GetName(), "porchlight_")+" "+l.GetValue()] = one.GetGauge().GetValue()
				}
			}
		}
	}
	return all
}

// Small numbers are not told, and larger ones in steps, so that no reading,
// and no two, tell what one visitor did.
func TestTotalsHideSmallNumbers(t *testing.T) {
	m := newMeter(&kiosk.Tally{}, 5)
	at := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	for visitor := range 7 {
		s := m.counting(record.NewGuest())
		for range 2 { // finished twice by the same visitor counts once
			if err := s.SavePlace(t.Context(), record.Place{Lesson: "limits", Reached: 100, Done: at, At: at}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.SavePlace(t.Context(), record.Place{Lesson: "begun", Reached: 10, At: at}); err != nil {
			t.Fatal(err)
		}
		if visitor < 4 {
			if err := s.SavePlace(t.Context(), record.Place{Lesson: "rare", Reached: 100, Done: at, At: at}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := told(t, m); len(got) != 1 || got["lessons_finished limits"] != 5 {
		t.Errorf("told: %v", got)
	}
	closed := record.NewGuest()
	_ = closed.Close()
	for range 20 { // what is not kept is not counted
		if err := m.counting(closed).SavePlace(t.Context(), record.Place{Lesson: "rare", Done: at, At: at}); err == nil {
			t.Fatal("a closed record kept a place")
		}
	}
	if got := told(t, m); len(got) != 1 {
		t.Errorf("told: %v", got)
	}
}
