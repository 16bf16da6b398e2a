package tui_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// places is every page there is.
var places = []page.Route{
	page.Home{}, page.Lessons{}, page.Lessons{Track: "safety"},
	page.Lesson{ID: "helping-or-enabling"}, page.Lesson{ID: "no-such"},
	page.Quiz{Lesson: "helping-or-enabling"}, page.Quiz{Lesson: "no-such"},
	page.Checklist{}, page.Checklist{Category: "medicines"},
	page.Providers{}, page.Call{Provider: "no-such"}, page.Compare{}, page.Plan{},
	page.HelpNow{}, page.KeyHelp{}, page.Settings{}, page.Exercises{}, page.Tools{}, page.Path{}, page.Review{}, page.Map{},
}

// presses is what a learner may press, by mistake too.
var presses = []string{
	"up", "down", "left", "right", "enter", "enter", "enter", "esc", "space", "tab", "home", "end",
	"pgup", "pgdown", "backspace", "n", "N", "x", "a", "1", "/", "?", "!", "ctrl+g", "ó",
}

// color is an escape that sets a colour: foreground, background, underline.
var color = regexp.MustCompile(`\x1b\[(?:[0-9;:]*;)?(?:3[0-8]|4[0-8]|58|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m`)

// fits fails for a frame that would break the window, that has colour, or that
// hides the two keys that must always be there.
func fits(t interface{ Fatalf(string, ...any) }, d *tuitest.Driver, width, height int) {
	frame := d.Raw()
	lines := strings.Split(frame, "\n")
	if len(lines) > height {
		t.Fatalf("%d lines in %dx%d:\n%s", len(lines), width, height, d.Screen())
	}
	for _, line := range lines {
		if n := ansi.StringWidth(line); n > width {
			t.Fatalf("a line of %d cells in %dx%d: %q\n%s", n, width, height, line, d.Screen())
		}
	}
	if c := color.FindString(frame); c != "" {
		t.Fatalf("colour %q where there is none:\n%s", c, d.Screen())
	}
	foot := strings.Join(lines[max(0, len(lines)-2):], " ")
	if foot = ansi.Strip(foot); !strings.Contains(foot, "ctrl+x") || !strings.Contains(foot, "!") && !strings.Contains(foot, "ctrl+g") {
		t.Fatalf("Help now or quick exit is not in view in %dx%d:\n%s", width, height, d.Screen())
	}
}

// TestEveryPageFitsEveryWindow opens every page at many sizes.
func TestEveryPageFitsEveryWindow(t *testing.T) {
	c := coursetest.Open(t)
	for _, to := range places {
		for _, lang := range []string{"en", "es"} {
			d := tuitest.Start(t, tuitest.Setup{Course: c, First: to, Lang: lang})
			for width := 20; width <= 120; width += 5 {
				for height := 6; height <= 40; height++ {
					d.Resize(width, height)
					fits(t, d, width, height)
				}
			}
		}
	}
}

// TestNoKeyBreaksTheFrame presses whatever may be pressed, anywhere.
func TestNoKeyBreaksTheFrame(t *testing.T) {
	c := coursetest.Open(t)
	rapid.Check(t, func(r *rapid.T) {
		width, height := rapid.IntRange(20, 120).Draw(r, "width"), rapid.IntRange(6, 40).Draw(r, "height")
		d := tuitest.Start(t, tuitest.Setup{
			Course: c, Width: width, Height: height,
			First:    rapid.SampledFrom(places).Draw(r, "place"),
			Lang:     rapid.SampledFrom([]string{"en", "es"}).Draw(r, "lang"),
			Settings: study.Settings{TextWidth: rapid.SampledFrom([]int{0, 60, 90}).Draw(r, "text width")},
		})
		for range rapid.IntRange(1, 30).Draw(r, "presses") {
			if rapid.IntRange(0, 9).Draw(r, "resize") == 0 {
				width, height = rapid.IntRange(20, 120).Draw(r, "width"), rapid.IntRange(6, 40).Draw(r, "height")
				d.Resize(width, height)
			} else {
				d.Press(rapid.SampledFrom(presses).Draw(r, "key"))
			}
			if d.Quit {
				return
			}
			fits(r, d, width, height)
		}
	})
}
