package cli

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui/theme"
)

// The widths that read takes, in cells.
const (
	narrowest = 16
	widest    = 200
)

// readCommand prints a lesson: clean text to a pipe, styled on a terminal.
func (a *app) readCommand() *cobra.Command {
	var width int
	var color string
	c := &cobra.Command{
		Use:               "read ID",
		Short:             "Print a lesson",
		Example:           "porchlight read helping-or-enabling\nporchlight read helping-or-enabling --width 40 > lesson.txt",
		Args:              oneArg("lesson ID"),
		ValidArgsFunction: offer(a.lessonIDs),
		RunE: func(c *cobra.Command, args []string) error {
			if width < narrowest || width > widest {
				return usageError{"--width is a number from 16 to 200", "Try: porchlight read --help"}
			}
			if color != "auto" && color != "always" && color != "never" {
				return usageError{"--color is auto, always or never", "Try: porchlight read --help"}
			}
			s, err := a.look(c.Context())
			if err != nil {
				return err
			}
			defer s.close()
			r, err := s.desk.Read(c.Context(), lessons.ID(args[0]), s.words)
			if err != nil {
				return missing(err, args[0])
			}
			style := a.lessonStyle(color, theme.Name(s.settings.Theme))
			text, err := typeset.Set(r.Markdown, a.measure(width, c.Flags().Changed("width")), style)
			if err != nil {
				return err
			}
			out := strings.Join(text.Lines, "\n") + "\n"
			if r.Foreign {
				out = s.words.T("line.foreign") + "\n\n" + out
			}
			_, err = colorWriter(a, color).Write([]byte(out))
			return err
		},
	}
	c.Flags().IntVar(&width, "width", lineWidth, "width of the text, in characters")
	c.Flags().StringVar(&color, "color", "auto", "style the text: auto (on a terminal), always, never")
	return c
}

// measure is the width of text: the one asked for, or the terminal's where it
// is narrower than a page.
func (a *app) measure(width int, asked bool) int {
	if f, ok := a.out.(interface{ Fd() uintptr }); ok && !asked && isTerminal(a.out) {
		if w, _, err := term.GetSize(f.Fd()); err == nil {
			return max(narrowest, min(w, width))
		}
	}
	return width
}

// fit breaks a line between words where a terminal would break it within one. In
// a file or a pipe it stays one line, for what reads it.
func (a *app) fit(text string) string {
	if !isTerminal(a.out) {
		return text
	}
	return ansi.Wordwrap(text, a.measure(lineWidth, false), " ")
}

// lessonStyle is plain unless there is a terminal or style was asked for.
func (a *app) lessonStyle(color string, name theme.Name) typeset.Style {
	if color == "never" || color == "auto" && (!isTerminal(a.out) || a.env("TERM") == "dumb") {
		return typeset.Style{}
	}
	if name == "" {
		name = theme.Auto
	}
	p := a.profile()
	if color == "always" {
		p = max(p, colorprofile.ANSI256)
	}
	return theme.New(name, theme.Unknown, p).Lesson
}

// colorWriter brings colours down to what the terminal has.
func colorWriter(a *app, color string) *colorprofile.Writer {
	p := a.profile()
	if color == "always" {
		p = max(p, colorprofile.ANSI256)
	}
	if !isTerminal(a.out) && color != "always" {
		p = colorprofile.ASCII
	}
	return &colorprofile.Writer{Forward: a.out, Profile: p}
}
