package theme

import (
	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/typeset"
)

// lesson is how the parts of a lesson look. Words that lead somewhere or are
// explained in the glossary are underlined, so that they are known without
// colour; the letters of the lesson keep the terminal's own foreground.
func (t *Theme) lesson(profile colorprofile.Profile) typeset.Style {
	heading := typeset.Face{Color: t.Palette.Accent, Bold: true}
	if t.Name == HighContrast {
		heading = typeset.Face{Bold: true, Underline: true}
	}
	return typeset.Style{
		Name:       string(t.Name),
		Heading:    heading,
		Subheading: typeset.Face{Bold: true},
		Strong:     typeset.Face{Bold: true},
		Emph:       typeset.Face{Italic: true},
		Link:       typeset.Face{Underline: true},
		Term:       typeset.Face{Underline: true},
		Quote:      typeset.Face{Color: t.Palette.Accent},
		Faint:      typeset.Face{Color: t.Palette.Quiet},
		Bullet:     "•",
		Bar:        "│",
		Rule:       "─",
		Grid:       true,
		// A console of sixteen colours may print the address of a link it
		// cannot open.
		Links: profile > colorprofile.ANSI,
	}
}
