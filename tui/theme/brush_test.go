package theme

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// A brush draws what its style renders.
func TestBrushDrawsAsItsStyle(t *testing.T) {
	for _, name := range Names() {
		for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.TrueColor} {
			th := New(name, IsDark, profile)
			for i, b := range []Brush{th.Plain, th.Title, th.Heading, th.Strong, th.Accent, th.Quiet, th.Selected, th.Mark, th.Found, th.Good, th.Care} {
				for _, words := range []string{"w", "Help now", "¿Sigue leyendo?", "••.", "two\nlines"} {
					got, want := b.Render(words), b.Style().Render(words)
					if b.Style().GetUnderline() { // the library draws such words letter by letter
						got, want = ansi.Strip(got), ansi.Strip(want)
					}
					if got != strings.TrimRight(want, " ") && words != "two\nlines" || ansi.Strip(got) != words {
						t.Errorf("%s, %v, style %d: %q is drawn %q, want %q", name, profile, i, words, got, want)
					}
				}
			}
		}
	}
}

// Each line has its own colours, so that it can be cut out and shown alone.
func TestBrushDrawsLineByLine(t *testing.T) {
	th := New(Dark, IsDark, colorprofile.TrueColor)
	got := th.Strong.Render("one\n\ntwo")
	if want := th.Strong.Render("one") + "\n\n" + th.Strong.Render("two"); got != want {
		t.Errorf("drawn %q, want %q", got, want)
	}
}

// A theme names its colours as the terminal has them, so that nothing need be
// made of them in each line of each frame.
func TestColoursAreTheTerminals(t *testing.T) {
	for profile, has := range map[colorprofile.Profile]string{
		colorprofile.TrueColor: "\x1b[38;2;240;185;90m", colorprofile.ANSI256: "\x1b[38;5;", colorprofile.ANSI: "\x1b[", colorprofile.ASCII: "",
	} {
		th := New(Dark, IsDark, profile)
		drawn := th.Accent.Render("w")
		var out bytes.Buffer
		w := colorprofile.Writer{Forward: &out, Profile: profile}
		if _, err := w.WriteString(drawn); err != nil {
			t.Fatal(err)
		}
		if out.String() != drawn || !strings.HasPrefix(drawn, has) {
			t.Errorf("%v: drawn %q, and brought down %q", profile, drawn, out.String())
		}
	}
}
