package tuitest

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// far is more presses than any page of a test has lines.
const far = 400

// Marked reports whether the mark stands before an item that begins with a
// text; "" is any item.
func (d *Driver) Marked(text string) bool {
	for l := range strings.SplitSeq(d.Screen(), "\n") {
		l = strings.TrimLeft(l, " ")
		for _, mark := range []string{"> ", "> [ ] ", "> [x] ", "> ( ) ", "> (x) "} {
			if strings.HasPrefix(l, mark+text) {
				return true
			}
		}
	}
	return false
}

// Pick moves the mark from the top to the item that begins with a text, and
// chooses it.
func (d *Driver) Pick(text string) {
	d.t.Helper()
	d.Press("home")
	for range far {
		if d.Marked(text) {
			d.Press("enter")
			return
		}
		d.Press("down")
	}
	d.t.Fatalf("no item %q:\n%s", text, d.Screen())
}

// Nth chooses an item by its place, from 0, in any language.
func (d *Driver) Nth(n int) {
	d.t.Helper()
	d.Press("home")
	for range far {
		if d.Marked("") {
			break
		}
		d.Press("down")
	}
	for range n {
		d.Press("down")
	}
	d.Press("enter")
}

// All is everything the page holds, read from its top to its end, as one line.
func (d *Driver) All() string {
	var b strings.Builder
	d.Press("home")
	for last := ""; last != d.Screen(); {
		last = d.Screen()
		b.WriteString(last + "\n")
		d.Press("down")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// WantAll fails the test unless the page holds each of the texts, wherever it
// has to be scrolled to.
func (d *Driver) WantAll(texts ...string) {
	d.t.Helper()
	all := d.All()
	for _, text := range texts {
		if !strings.Contains(all, text) {
			d.t.Errorf("the page lacks %q:\n%s", text, all)
		}
	}
}

// FitsEverySize fails the test where some size of window draws a line too wide
// or too many lines, or where the page is another at the size before.
func (d *Driver) FitsEverySize(state string) {
	d.t.Helper()
	before := strings.Join(strings.Fields(d.Screen()), " ")
	for width := 20; width <= 120; width++ {
		for _, height := range []int{6 + width*5%35, 6 + width*11%35} {
			d.Resize(width, height)
			d.fits(state, width, height)
		}
	}
	d.Resize(d.setup.Width, d.setup.Height)
	if now := strings.Join(strings.Fields(d.Screen()), " "); now != before {
		d.t.Errorf("%s: back at the first size the page is\n%s\nwas\n%s", state, now, before)
	}
}

func (d *Driver) fits(state string, width, height int) {
	d.t.Helper()
	lines := strings.Split(d.Raw(), "\n")
	if len(lines) > height {
		d.t.Errorf("%s at %dx%d: %d lines", state, width, height, len(lines))
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > width {
			d.t.Errorf("%s at %dx%d: a line of %d cells: %q", state, width, height, w, l)
		}
	}
}
