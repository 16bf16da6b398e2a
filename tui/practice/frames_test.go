package practice_test

import (
	"testing"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// The first two words of the replies that tests give, in the order of a talk.
const (
	tank  = `"No cash.`
	want  = `"I want`
	soup  = `"There is`
	night = `"I love`
	gone  = `"Here.`
)

// states are what leads to each state of the page, from its opening.
var states = map[string]func(testing.TB, *tuitest.Driver){
	"opening": func(testing.TB, *tuitest.Driver) {},
	"first":   func(_ testing.TB, d *tuitest.Driver) { begin(d) },
	"talk": func(t testing.TB, d *tuitest.Driver) {
		begin(d)
		d.Pick(tank)
	},
	"comparing": func(t testing.TB, d *tuitest.Driver) {
		begin(d)
		own(d)
		d.Press("No cash, Leo. There is soup.", "enter")
	},
	"writing": func(t testing.TB, d *tuitest.Driver) {
		begin(d)
		own(d)
		d.Press("Not today. I cannot give you cash, and I would love to sit with you a while.")
	},
	"ended": func(t testing.TB, d *tuitest.Driver) {
		begin(d)
		d.Pick(tank)
		d.Pick(want)
		d.Pick(soup)
	},
	"replay": func(t testing.TB, d *tuitest.Driver) {
		begin(d)
		d.Pick(tank)
		d.Pick(`"Why would`)
		d.Pick(gone)
		d.Nth(1)
	},
}

// begin chooses to begin.
func begin(d *tuitest.Driver) { d.Nth(0) }

// own chooses to write one's own words, at a step with two replies.
func own(d *tuitest.Driver) { d.Nth(2) }

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for _, state := range []string{"opening", "talk", "comparing", "ended", "replay"} {
			d := start(t, s)
			states[state](t, d)
			d.Golden(state + at)
		}
		list := s
		list.First = page.Practices{}
		start(t, list).Golden("list" + at)
		s.Store = unsafeHome(t)
		start(t, s).Golden("guard" + at)
	}
}

func TestEverySizeFits(t *testing.T) {
	for state, lead := range states {
		d := start(t, tuitest.Setup{Lang: "es"})
		lead(t, d)
		d.FitsEverySize(state)
	}
}
