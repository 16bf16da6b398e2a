package theme

import (
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
