package recordtest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/record"
)

const lesson = "enabling-or-helping"

var places = map[string]func(*testing.T, record.Store){
	"PlacesOfANewRecord": func(t *testing.T, s record.Store) {
		same(t, "places", placesOf(t, s), map[string]record.Place{})
	},

	"PlaceIsKept": func(t *testing.T, s record.Store) {
		want := record.Place{Lesson: lesson, Block: 3, Word: 14, Reached: 40, Done: at(1), At: at(2)}
		must(t, s.SavePlace(t.Context(), want))
		same(t, "places", placesOf(t, s), map[string]record.Place{lesson: want})
	},

	"LaterPlaceWins": func(t *testing.T, s record.Store) {
		must(t, s.SavePlace(t.Context(), record.Place{Lesson: lesson, Block: 9, Word: 1, Reached: 80, At: at(2)}))
		// The one saved last, even where its time is earlier: a clock can be set back.
		must(t, s.SavePlace(t.Context(), record.Place{Lesson: lesson, Block: 2, Word: 5, Reached: 90, At: at(1)}))
		same(t, "place", placesOf(t, s)[lesson], record.Place{Lesson: lesson, Block: 2, Word: 5, Reached: 90, At: at(1)})
	},

	"ReachedNeverFalls": func(t *testing.T, s record.Store) {
		for _, reached := range []int{10, 80, 30, 0, -5, 79} {
			must(t, s.SavePlace(t.Context(), record.Place{Lesson: lesson, Reached: reached, At: at(1)}))
		}
		if p := placesOf(t, s)[lesson]; p.Reached != 80 {
			t.Errorf("reached = %d, want 80", p.Reached)
		}
	},

	"ReachedIsAShare": func(t *testing.T, s record.Store) {
		must(t, s.SavePlace(t.Context(), record.Place{Lesson: lesson, Block: -1, Word: -2, Reached: 140, At: at(1)}))
		same(t, "place", placesOf(t, s)[lesson], record.Place{Lesson: lesson, Reached: 100, At: at(1)})
	},

	"DoneStays": func(t *testing.T, s record.Store) {
		for _, done := range []time.Time{{}, at(5), {}, at(9)} {
			must(t, s.SavePlace(t.Context(), record.Place{Lesson: lesson, Done: done, At: at(9)}))
		}
		if p := placesOf(t, s)[lesson]; !p.Done.Equal(at(5)) {
			t.Errorf("done = %v, want the first time, %v", p.Done, at(5))
		}
	},

	"TimesComeBackInUTC": func(t *testing.T, s record.Store) {
		there := time.FixedZone("there", -5*3600)
		moment := time.Date(2026, 3, 1, 23, 50, 0, 123456789, there)
		must(t, s.SavePlace(t.Context(), record.Place{Lesson: lesson, At: moment}))
		same(t, "at", placesOf(t, s)[lesson].At, time.Date(2026, 3, 2, 4, 50, 0, 123456000, time.UTC))
	},

	"OldAndZeroTimesAreKept": func(t *testing.T, s record.Store) {
		for i, moment := range []time.Time{{}, time.Date(1931, 5, 6, 7, 8, 9, 10000, time.UTC), time.Date(9999, 12, 31, 23, 59, 59, 999999000, time.UTC)} {
			id := fmt.Sprintf("lesson-%d", i)
			must(t, s.SavePlace(t.Context(), record.Place{Lesson: id, At: moment}))
			same(t, "at", placesOf(t, s)[id].At, moment)
		}
	},

	"WhatIsNoPlaceIsRefused": func(t *testing.T, s record.Store) {
		for what, p := range map[string]record.Place{
			"no lesson":      {At: at(1)},
			"spaces in id":   {Lesson: "a lesson", At: at(1)},
			"control in id":  {Lesson: "a\x1b[31m", At: at(1)},
			"too long an id": {Lesson: strings.Repeat("a", record.MaxID+1), At: at(1)},
			"year 12000":     {Lesson: lesson, At: time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)},
		} {
			refused(t, s, what, func() error { return s.SavePlace(t.Context(), p) })
		}
	},

	"TheMapIsTheCallers": func(t *testing.T, s record.Store) {
		must(t, s.SavePlace(t.Context(), record.Place{Lesson: lesson, Reached: 40, At: at(1)}))
		delete(placesOf(t, s), lesson)
		if _, ok := placesOf(t, s)[lesson]; !ok {
			t.Error("changing the map that Places returned changed the record")
		}
	},
}
