// Package theme is the look of one session: a style for every part of the
// interface. It is the only place where styles are made. Body text keeps the
// terminal's own foreground, amber is the one accent, and nothing is said by
// colour alone.
package theme

import (
	"image/color"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/typeset"
)

// Name is a theme the learner can choose.
type Name string

const (
	Auto         Name = "auto" // light or dark, as the terminal answers
	Light        Name = "light"
	Dark         Name = "dark"
	HighContrast Name = "high-contrast"
	None         Name = "none" // no colour at all
)

// Names lists the themes in the order they are offered.
func Names() []Name { return []Name{Auto, Light, Dark, HighContrast, None} }

// Background is what is known of the terminal's background.
type Background int

const (
	Unknown Background = iota // it has not answered, and may never
	IsLight
	IsDark
)

// Theme holds the styles of one session.
type Theme struct {
	Name     Name
	Palette  Palette
	Title    Brush // the title line
	Heading  Brush
	Strong   Brush
	Accent   Brush          // the lamp, a key's name
	Quiet    Brush          // what can be passed over: hints, details
	Selected Brush          // the item the cursor is on; a mark stands before it too
	Mark     Brush          // a match of a search
	Found    Brush          // one of many words that a search found
	Good     Brush          // with the word that says so
	Care     Brush          // with the word that says so
	Box      lipgloss.Style // the frame of a dialog
	Plain    Brush
	Lesson   typeset.Style // the parts of a lesson
}

// Palette is the colours a theme draws with; an empty string is the terminal's
// own foreground.
type Palette struct {
	Accent, Quiet, Good, Care string
}

// New returns the theme of that name for a terminal with that background and
// that many colours.
func New(name Name, bg Background, profile colorprofile.Profile) *Theme {
	p := palette(name, bg)
	if profile <= colorprofile.ANSI {
		p.Quiet = "" // grey is invisible in some palettes of sixteen
	}
	if profile < colorprofile.ANSI {
		p = Palette{}
	}
	p = p.in(profile)
	t := &Theme{Name: name, Palette: p}
	plain := lipgloss.NewStyle()
	t.Plain = brush(plain)
	t.Title = brush(plain.Bold(true).Foreground(ink(p.Accent)))
	t.Heading = brush(plain.Bold(true).Foreground(ink(p.Accent)))
	t.Strong = brush(plain.Bold(true))
	t.Accent = brush(plain.Foreground(ink(p.Accent)))
	t.Quiet = brush(plain.Foreground(ink(p.Quiet)))
	t.Selected = brush(plain.Bold(true))
	t.Mark = brush(plain.Reverse(true))
	t.Found = brush(plain.Bold(true).Underline(true))
	t.Good = brush(plain.Bold(true).Foreground(ink(p.Good)))
	t.Care = brush(plain.Bold(true).Foreground(ink(p.Care)))
	t.Box = plain.Border(lipgloss.NormalBorder()).BorderForeground(ink(p.Accent)).Padding(0, 1)
	if name == HighContrast {
		t.Selected = brush(plain.Bold(true).Reverse(true))
		t.Title = brush(plain.Bold(true).Underline(true))
		t.Heading = brush(plain.Bold(true).Underline(true))
	}
	t.Lesson = t.lesson(profile)
	return t
}

// palette picks colours that read on the background. The ones for an unknown
// background have a contrast of at least 4.5 with both black and white.
func palette(name Name, bg Background) Palette {
	switch name {
	case Light:
		bg = IsLight
	case Dark:
		bg = IsDark
	case HighContrast, None:
		return Palette{}
	}
	switch bg {
	case IsLight:
		return Palette{Accent: "#8a5300", Quiet: "#5a5a5a", Good: "#1f6b3a", Care: "#9a3412"}
	case IsDark:
		return Palette{Accent: "#f0b95a", Quiet: "#a8a8a8", Good: "#8fd19e", Care: "#f4a582"}
	}
	return Palette{Accent: "#a56a00", Quiet: "#767676", Good: "#2e8049", Care: "#b9552f"}
}

// in is the palette in the colours that a terminal has: made here once, they
// need not be made of each line of each frame.
func (p Palette) in(profile colorprofile.Profile) Palette {
	return Palette{
		Accent: nearest(p.Accent, profile), Quiet: nearest(p.Quiet, profile),
		Good: nearest(p.Good, profile), Care: nearest(p.Care, profile),
	}
}

// nearest is the name of the colour that stands for one on a terminal.
func nearest(name string, profile colorprofile.Profile) string {
	if name == "" {
		return ""
	}
	switch c := profile.Convert(lipgloss.Color(name)).(type) {
	case ansi.BasicColor:
		return strconv.Itoa(int(c))
	case ansi.IndexedColor:
		return strconv.Itoa(int(c))
	}
	return name
}

// ink is a colour by its name, or the terminal's own for an empty one.
func ink(name string) color.Color {
	if name == "" {
		return lipgloss.NoColor{}
	}
	return lipgloss.Color(name)
}
