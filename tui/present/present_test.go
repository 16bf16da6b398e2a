package present_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"porchlight/internal/follow"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

var lesson = page.Present{ID: "helping-or-enabling"}

func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = lesson
	}
	return tuitest.Start(t, s)
}

// until presses a key until the screen shows a text.
func until(t testing.TB, d *tuitest.Driver, key, text string) {
	t.Helper()
	for range 80 {
		if d.Shows(text) {
			return
		}
		d.Press(key)
	}
	t.Fatalf("%s never brings %q:\n%s", key, text, d.Screen())
}

// states are what leads to each state of the page.
var states = map[string]func(testing.TB, *tuitest.Driver){
	"first":    func(testing.TB, *tuitest.Driver) {},
	"list":     func(t testing.TB, d *tuitest.Driver) { until(t, d, "right", "2. Is it safe") },
	"prompt":   func(t testing.TB, d *tuitest.Driver) { until(t, d, "pgdown", "What helped you") },
	"question": func(t testing.TB, d *tuitest.Driver) { until(t, d, "pgdown", "Your brother texts") },
	"reason": func(t testing.TB, d *tuitest.Driver) {
		until(t, d, "pgdown", "Your brother texts")
		until(t, d, "right", "(fits best)")
	},
	"replies": func(t testing.TB, d *tuitest.Driver) { practise(t, d) },
	"lands": func(t testing.TB, d *tuitest.Driver) {
		practise(t, d)
		until(t, d, "right", "How it lands")
	},
}

// practise goes to where the room chooses a reply.
func practise(t testing.TB, d *tuitest.Driver) {
	t.Helper()
	until(t, d, "pgdown", "Cash at the door")
	until(t, d, "right", "> 1.")
}

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
			setup := tuitest.Setup{Lang: lang, Width: size[0], Height: size[1]}
			d := start(t, setup)
			d.Golden(fmt.Sprintf("first-%s-%dx%d", lang, size[0], size[1]))
			d.Press("n")
			d.Golden(fmt.Sprintf("notes-%s-%dx%d", lang, size[0], size[1]))
			setup.First = page.Shows{}
			start(t, setup).Golden(fmt.Sprintf("shows-%s-%dx%d", lang, size[0], size[1]))
		}
	}
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		for _, state := range []string{"list", "prompt", "question", "reason", "replies", "lands"} {
			d := start(t, tuitest.Setup{Width: size[0], Height: size[1]})
			states[state](t, d)
			d.Golden(fmt.Sprintf("%s-en-%dx%d", state, size[0], size[1]))
		}
	}
}

// Every step of a whole show fits every screen, and going back shows the same
// screens in the other order.
func TestForwardAndBack(t *testing.T) {
	for _, size := range [][2]int{{20, 6}, {40, 12}, {80, 24}, {200, 50}} {
		d := start(t, tuitest.Setup{Width: size[0], Height: size[1]})
		screens := []string{d.Screen()}
		for range 1500 {
			d.Press("right")
			if d.Screen() == screens[len(screens)-1] {
				break
			}
			if n := strings.Count(d.Screen(), "\n") + 1; n > size[1] {
				t.Fatalf("%v: %d lines\n%s", size, n, d.Screen())
			}
			screens = append(screens, d.Screen())
			if d.Shows("> 1.") {
				break // a conversation may go round for ever
			}
		}
		if len(screens) < 20 || len(screens) > 1400 {
			t.Fatalf("%v: %d screens", size, len(screens))
		}
		for i := len(screens) - 2; i >= 0; i-- {
			d.Press("left")
			if got := d.Screen(); got != screens[i] {
				t.Fatalf("%v: back at screen %d:\n%s\nnot\n%s", size, i, got, screens[i])
			}
		}
	}
}

func TestTheRoomChoosesWithArrowsOrNumbers(t *testing.T) {
	d := start(t, tuitest.Setup{})
	practise(t, d)
	d.Press("down")
	d.Want("> 2.")
	d.Press("enter")
	d.Want("How it lands")
	other := d.Screen()
	d.Press("left")
	d.Want("> 1.")
	d.Press("2")
	if d.Screen() != other {
		t.Errorf("by number:\n%s\nby arrows:\n%s", d.Screen(), other)
	}
}

func TestANameThatIsNotThere(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Present{ID: "nothing"}})
	d.Want("There is nothing of that name")
	d.Press("esc")
	d.WantNot("There is nothing of that name")
}

func TestThePlaceStaysInAnotherSizeAndView(t *testing.T) {
	d := start(t, tuitest.Setup{})
	until(t, d, "right", "2. Is it safe")
	d.Resize(40, 12)
	d.Want("2. Is it safe")
	d.WantNot("3. Could I")
	d.Resize(80, 24)
	d.Press("n")
	d.Want("The room sees", "2. Is it safe")
	d.Press("n")
	d.Resize(200, 50)
	d.Want("2. Is it safe")
	d.WantNot("3. Could I")
}

// What one terminal does is written for others, in the user's folder alone, and
// a terminal that comes later begins there.
func TestALaterTerminalBeginsWhereTheOthersAre(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "meet")
	first, err := follow.Open(folder, "present/helping-or-enabling")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := first.Put(follow.State{Part: 1, Width: 40, Height: 9, Began: tuitest.Noon}); err != nil {
		t.Fatal(err)
	}
	_ = first.Close()
	stage := follow.Stage{Notes: true, Seat: func(show string) (*follow.Seat, error) {
		seat, err := follow.Open(folder, show)
		if err == nil {
			_ = seat.Close() // so that nothing waits while the test looks
		}
		return seat, err
	}}
	d := start(t, tuitest.Setup{Stage: stage})
	d.Want("What helped you this week?", "Next part: A question")
	d.Press("pgdown")
	data, err := os.ReadFile(filepath.Join(folder, "present-helping-or-enabling.json"))
	if s, ok := follow.Parse(data); err != nil || !ok || s.Part != 2 || s.Width != 40 || s.Height != 9 {
		t.Errorf("others are told %s, %v", data, err)
	}
}

func TestLastWeeksShowBeginsAnew(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "meet")
	first, err := follow.Open(folder, "present/helping-or-enabling")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if _, err := first.Put(follow.State{Part: 1, Began: tuitest.Noon.AddDate(0, 0, -7)}); err != nil {
		t.Fatal(err)
	}
	d := start(t, tuitest.Setup{Stage: follow.Stage{Seat: func(show string) (*follow.Seat, error) {
		seat, err := follow.Open(folder, show)
		if err == nil {
			_ = seat.Close() // so that nothing waits while the test looks
		}
		return seat, err
	}}})
	d.Want("In short. This is the first sentence.")
}

func TestNobodyCanFollow(t *testing.T) {
	stage := follow.Stage{Notes: true, Seat: func(string) (*follow.Seat, error) { return nil, follow.ErrNotPrivate }}
	start(t, tuitest.Setup{Stage: stage}).Want("Other terminals cannot follow this one")
}
