package review_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"porchlight/internal/review"
)

var (
	cards  = []string{"a/1", "a/2", "b/1", "b/2", "c/1", "c/2"}
	grades = []review.Grade{review.NotYet, review.GotIt}
)

const today = review.Day(20_000)

// history draws what a learner may have done up to some days from today.
func history(t *rapid.T, until review.Day) (firsts []review.First, acts []review.Act) {
	day := rapid.IntRange(int(until)-90, int(until))
	for i, c := range cards {
		if rapid.Bool().Draw(t, "answered") {
			firsts = append(firsts, review.First{Card: c, Day: review.Day(day.Draw(t, "first")), Best: i%2 == 0})
		}
	}
	for i := range rapid.IntRange(0, 30).Draw(t, "acts") {
		acts = append(acts, review.Act{
			Card: rapid.SampledFrom(cards).Draw(t, "card"), Day: review.Day(day.Draw(t, "day")),
			Order: fmt.Sprintf("%03d", i), Grade: rapid.SampledFrom(grades).Draw(t, "grade"),
		})
	}
	return firsts, acts
}

// with is acts and one more, done last of all.
func with(acts []review.Act, card string, day review.Day, g review.Grade) []review.Act {
	return append(slices.Clone(acts), review.Act{Card: card, Day: day, Order: "999", Grade: g})
}

func TestNeverDueInThePast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		firsts, acts := history(t, today+3) // some of it by a clock that was ahead
		for _, c := range review.Replay(firsts, acts, today).Today(len(cards), nil) {
			for _, g := range grades {
				after, _ := review.Replay(firsts, with(acts, c.ID, today, g), today).Card(c.ID)
				if after.Due <= today {
					t.Fatalf("%s reviewed today with %s is due %s, today is %s", c.ID, g, after.Due, today)
				}
			}
		}
	})
}

func TestABetterAnswerIsNeverSooner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		firsts, acts := history(t, today)
		for _, c := range review.Replay(firsts, acts, today).Today(len(cards), nil) {
			worse, _ := review.Replay(firsts, with(acts, c.ID, today, review.NotYet), today).Card(c.ID)
			better, _ := review.Replay(firsts, with(acts, c.ID, today, review.GotIt), today).Card(c.ID)
			if better.Due < worse.Due {
				t.Fatalf("%s comes back %s after got it, and %s after not yet", c.ID, better.Due, worse.Due)
			}
		}
	})
}

func TestUndoIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		firsts, acts := history(t, today)
		before := review.Replay(firsts, acts, today)
		done := with(acts, rapid.SampledFrom(cards).Draw(t, "undone"), today, rapid.SampledFrom(grades).Draw(t, "as"))
		_ = review.Replay(firsts, done, today)
		undone := slices.DeleteFunc(done, func(a review.Act) bool { return a.Order == "999" })
		if after := review.Replay(firsts, undone, today); !reflect.DeepEqual(before, after) {
			t.Fatalf("%+v is not %+v", after, before)
		}
	})
}

// The order in which a record gives its facts does not matter.
func TestReplayIsTheSameEachTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		firsts, acts := history(t, today+3)
		want := review.Replay(firsts, acts, today)
		got := review.Replay(rapid.Permutation(firsts).Draw(t, "firsts"), rapid.Permutation(acts).Draw(t, "acts"), today)
		if !reflect.DeepEqual(want, got) {
			t.Fatalf("%+v is not %+v", got, want)
		}
	})
}

func TestADayHasAFewCardsAtMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		firsts, acts := history(t, today-1)
		limit := rapid.IntRange(0, len(cards)).Draw(t, "limit")
		seen := map[string]bool{}
		for range 2 * len(cards) {
			due := review.Replay(firsts, acts, today).Today(limit, nil)
			if len(due) == 0 {
				break
			}
			if seen[due[0].ID] {
				t.Fatalf("%s comes twice on one day", due[0].ID)
			}
			seen[due[0].ID] = true
			acts = append(acts, review.Act{Card: due[0].ID, Day: today, Order: fmt.Sprint(len(acts)), Grade: rapid.SampledFrom(grades).Draw(t, "grade")})
		}
		if len(seen) > limit {
			t.Fatalf("%d cards on a day of %d", len(seen), limit)
		}
		left := review.Replay(firsts, acts, today).Today(1000, nil)
		if len(seen) < limit && len(left) > 0 {
			t.Fatalf("%d cards on a day of %d, and %d are left", len(seen), limit, len(left))
		}
		// Whatever was left waits, and is not more than a day's share tomorrow.
		if due := review.Replay(firsts, acts, today+1).Today(limit, nil); len(due) > limit {
			t.Fatalf("%d cards on the next day", len(due))
		}
	})
}

// A clock set back, or far ahead and back again, takes no card away for good
// and brings none back at once.
func TestTheClockIsSetBack(t *testing.T) {
	firsts := []review.First{{Card: "a/1", Day: today - 10, Best: true}, {Card: "b/1", Day: today + 4000}}
	ahead := []review.Act{{Card: "a/1", Day: today + 4000, Order: "1", Grade: review.GotIt}}
	d := review.Replay(firsts, ahead, today)
	if due := d.Today(5, nil); len(due) != 2 {
		t.Fatalf("due are %+v", due)
	}
	acts := append(ahead,
		review.Act{Card: "a/1", Day: today, Order: "2", Grade: review.GotIt},
		review.Act{Card: "b/1", Day: today, Order: "3", Grade: review.GotIt})
	if due := review.Replay(firsts, acts, today).Today(5, nil); len(due) != 0 {
		t.Errorf("after today's review, due are %+v", due)
	}
	if due := review.Replay(firsts, acts, today-1).Today(5, nil); len(due) != 2 {
		t.Errorf("a day back, before any review, due are %+v", due)
	}
	if c, _ := review.Replay(firsts, acts, today).Card("a/1"); c.Due <= today || c.Due > today+365 {
		t.Errorf("it comes back %s", c.Due)
	}
}

// Someone who studies ten minutes before midnight and ten after it did two
// days, wherever they are; the same moment is another day elsewhere.
func TestADayIsADate(t *testing.T) {
	zone := time.FixedZone("there", -5*60*60)
	late := time.Date(2026, 11, 23, 23, 50, 0, 0, zone)
	if a, b := review.DayOf(late), review.DayOf(late.Add(20*time.Minute)); b != a+1 || a.String() != "2026-11-23" {
		t.Errorf("%s, then %s", a, b)
	}
	if there, utc := review.DayOf(late), review.DayOf(late.UTC()); utc != there+1 {
		t.Errorf("%s there, %s in UTC", there, utc)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := review.Day(rapid.IntRange(-200_000, 200_000).Draw(t, "day"))
		if back, err := review.ParseDay(d.String()); err != nil || back != d {
			t.Fatalf("%d is written %s and read %d, %v", d, d, back, err)
		}
	})
	if _, err := review.ParseDay("yesterday"); err == nil {
		t.Error("yesterday is read as a day")
	}
}

// What a learner meets: a wrong answer comes back the next day, one that was
// right some days later, and each time it is known it stays away longer.
func TestAnOrdinaryCard(t *testing.T) {
	day := func(d review.Day, acts ...review.Act) review.Day {
		c, _ := review.Replay([]review.First{{Card: "a/1", Day: today}}, acts, d).Card("a/1")
		return c.Due - today
	}
	if first := day(today); first != 1 {
		t.Errorf("after a wrong answer it comes back in %d days", first)
	}
	known, last := []review.Act{}, review.Day(0)
	at := today + 1
	for i := range 5 {
		known = append(known, review.Act{Card: "a/1", Day: at, Order: fmt.Sprint(i), Grade: review.GotIt})
		due := today + day(at, known...)
		if due-at < last {
			t.Errorf("known %d times, it comes back in %d days, and before in %d", i+1, due-at, last)
		}
		last, at = due-at, due
	}
	if last < 7 {
		t.Errorf("known five times, it comes back in %d days", last)
	}
	c, _ := review.Replay([]review.First{{Card: "a/1", Day: today, Best: true}}, nil, today).Card("a/1")
	if c.Due <= today+1 {
		t.Errorf("after the best answer it comes back %s", c.Due)
	}
	if _, ok := review.Replay(nil, known, today).Card("a/1"); ok {
		t.Error("a question that was never answered is a card")
	}
}

func BenchmarkReplay(b *testing.B) {
	var firsts []review.First
	var acts []review.Act
	for i := range 10_000 {
		c := fmt.Sprintf("lesson-%d/%d", i%47, i%470)
		if i < 470 {
			firsts = append(firsts, review.First{Card: c, Day: today - 3000, Best: i%3 == 0})
		}
		acts = append(acts, review.Act{Card: c, Day: today - 3000 + review.Day(i/5), Order: fmt.Sprintf("%06d", i), Grade: grades[i%2]})
	}
	for b.Loop() {
		if review.Replay(firsts, acts, today).Len() != 470 {
			b.Fatal("cards are missing")
		}
	}
}
