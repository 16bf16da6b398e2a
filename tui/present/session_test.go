package present_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"porchlight/internal/follow"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// A wall is a clock that a test moves. It says of how long it was asked to wait.
type wall struct {
	at    time.Time
	waits []time.Duration
	rings int // how often a wait ends by itself
}

func (c *wall) now() time.Time { return c.at }

func (c *wall) wait(_ context.Context, d time.Duration) bool {
	c.waits = append(c.waits, d)
	if c.rings == 0 {
		return false
	}
	c.rings--
	c.at = c.at.Add(d)
	return true
}

// session opens the small course's run sheet with the facilitator's notes.
func session(t testing.TB, c *wall, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.First, s.Now = page.Session{ID: "short-session"}, c.now
	s.Stage = follow.Stage{Notes: true, Clock: c.wait}
	return start(t, s)
}

func TestTheTimeInWords(t *testing.T) {
	c := &wall{at: tuitest.Noon.Add(20 * time.Second)}
	d := session(t, c, tuitest.Setup{})
	d.Want("12:00. This part: 0 minutes of 4 minutes. In all: 0 minutes of 30 minutes.", "You are on time.",
		"Ask early if all are safe tonight.", "The one thing to take home: Three questions", "Next part: What do you think now?")
	c.at = c.at.Add(9 * time.Minute)
	d.Press("pgdown")
	d.Want("12:09. This part: 0 minutes of 2 minutes. In all: 9 minutes of 30 minutes.", "You are 5 minutes over.",
		"To be on time, leave out: Try it out; Talk together.")
	c.at = c.at.Add(30 * time.Minute)
	d.Press("pgdown", "pgdown")
	d.Want("This part may be left out.", "Nothing that is left may be skipped.")
	d.Press("n")
	d.WantNot("minutes")
}

// The clock wakes once a minute, at its beginning, and only for who looks at it.
func TestTheClockWakesOnceAMinute(t *testing.T) {
	c := &wall{at: tuitest.Noon.Add(20 * time.Second), rings: 2}
	d := session(t, c, tuitest.Setup{})
	d.Want("12:02.")
	if fmt.Sprint(c.waits) != "[40s 1m0s 1m0s]" {
		t.Errorf("it waits for %v", c.waits)
	}
	c.waits = nil
	d.Press("n", "right", "left")
	if len(c.waits) != 0 {
		t.Errorf("the room's view waits for %v", c.waits)
	}
}

func TestNoClockWithoutMotion(t *testing.T) {
	c := &wall{at: tuitest.Noon}
	s := tuitest.Setup{}
	s.Settings.Still = true
	d := session(t, c, s)
	d.WantNot("12:00")
	if len(c.waits) != 0 {
		t.Errorf("it waits for %v", c.waits)
	}
}

func TestASheetThatIsNotThere(t *testing.T) {
	start(t, tuitest.Setup{First: page.Session{ID: "nothing"}}).Want("There is nothing of that name")
}

// What fits is told only when a question is asked the second time.
func TestBeforeAndAfter(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Session{ID: "short-session"}, Width: 80, Height: 24})
	until(t, d, "pgdown", "Giving naloxone")
	for !d.Shows("Helping or enabling?") {
		d.WantNot("(fits best)")
		d.Press("right")
	}
	until(t, d, "pgdown", "Giving naloxone")
	until(t, d, "right", "(fits best)")
}

func TestSessionFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
			c := &wall{at: tuitest.Noon}
			d := session(t, c, tuitest.Setup{Lang: lang, Width: size[0], Height: size[1]})
			c.at = c.at.Add(9 * time.Minute)
			d.Press("pgdown")
			d.Golden(fmt.Sprintf("session-late-%s-%dx%d", lang, size[0], size[1]))
			d.Press("n", "pgup")
			d.Golden(fmt.Sprintf("session-welcome-%s-%dx%d", lang, size[0], size[1]))
		}
	}
}
