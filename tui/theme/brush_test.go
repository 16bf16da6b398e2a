package theme

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// A brush draws what its style renders.
func TestBrushDrawsAsItsStyle(t *testing.T) {
	for _, name := range Names() {
		for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.TrueColor} {
			th := New(name, IsDark, profile)
			for _, words := range []string{"w", "Help now", "¿Sigue leyendo?", "••."} {
				for _, c := range []struct{ got, want string }{
					{th.AccentInk.Draw(words), th.Accent.Render(words)},
					{th.QuietInk.Draw(words), th.Quiet.Render(words)},
				} {
					if c.got != c.want {
						t.Errorf("%s, %v: %q is drawn %q, want %q", name, profile, words, c.got, c.want)
					}
				}
			}
		}
	}
}

// A theme names its colours as the terminal has them, so that nothing need be
// made of them in each line of each frame.
func TestColoursAreTheTerminals(t *testing.T) {
	for profile, has := range map[colorprofile.Profile]string{
		colorprofile.TrueColor: "\x1b[38;2;240;185;90m", colorprofile.ANSI256: "\x1b[38;5;", colorprofile.ANSI: "\x1b[", colorprofile.ASCII: "",
	} {
		th := New(Dark, IsDark, profile)
		drawn := th.AccentInk.Draw("w")
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
