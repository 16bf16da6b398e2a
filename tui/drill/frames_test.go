package drill_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"porchlight/tui/tuitest"
)

// states are the keys that lead to each state of the page.
var states = map[string][]string{
	"question": nil,
	"marked":   {"end", "down"},
	"reasons":  {"end", "enter"},
	"onward":   {"end", "enter", "end"},
	"several":  {"end", "enter", "end", "enter", "end", "enter", "end", "enter", "end", "enter"},
	"summary": {
		"end", "enter", "end", "enter", "end", "enter", "end", "enter", "end", "enter", "c", "end", "enter",
	},
	"looking": {
		"end", "enter", "end", "enter", "end", "enter", "end", "enter", "end", "enter", "c", "end", "enter", "enter",
	},
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for _, state := range []string{"question", "reasons", "several", "summary"} {
			d := start(t, s)
			d.Press(states[state]...)
			d.Golden(state + at)
		}
	}
}

// No size of window draws a line too wide, too many lines, or panics, in any
// state of the page; and whatever was shown is still shown at the size before.
func TestEverySizeFits(t *testing.T) {
	for state, keys := range states {
		d := start(t, tuitest.Setup{Lang: "es"})
		d.Press(keys...)
		before := d.Screen()
		for width := 20; width <= 120; width++ {
			for _, height := range []int{6 + width*5%35, 6 + width*11%35} {
				d.Resize(width, height)
				fits(t, d, width, height, state)
			}
		}
		d.Resize(80, 24)
		if title(d.Screen()) != title(before) || flat(d.Screen()) != flat(before) && state != "onward" {
			t.Errorf("%s: back at the first size the page is\n%s\nwas\n%s", state, d.Screen(), before)
		}
	}
}

func title(screen string) string { return strings.SplitN(screen, "\n", 2)[0] }

func flat(screen string) string { return strings.Join(strings.Fields(screen), " ") }

func fits(t *testing.T, d *tuitest.Driver, width, height int, state string) {
	t.Helper()
	lines := strings.Split(d.Raw(), "\n")
	if len(lines) > height {
		t.Errorf("%s at %dx%d: %d lines", state, width, height, len(lines))
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > width {
			t.Errorf("%s at %dx%d: a line of %d cells: %q", state, width, height, w, l)
		}
	}
}

// A resize keeps ticks and the mark.
func TestResizeKeepsTheTicks(t *testing.T) {
	d := start(t, tuitest.Setup{})
	toSeveral(t, d)
	put(t, d, "Groceries")
	d.Press("enter")
	d.Resize(30, 10)
	d.Resize(80, 24)
	d.Want("> [x] Groceries")
}

func TestNoColourWithoutColours(t *testing.T) {
	for state, keys := range states {
		d := start(t, tuitest.Setup{})
		d.Press(keys...)
		for _, part := range strings.Split(d.Raw(), "\x1b[")[1:] {
			params, _, _ := strings.Cut(part, "m")
			for _, p := range strings.Split(params, ";") {
				if len(p) == 2 && strings.Contains("349", p[:1]) || len(p) == 3 {
					t.Errorf("%s: the frame has the colour %q", state, params)
				}
			}
		}
	}
}
