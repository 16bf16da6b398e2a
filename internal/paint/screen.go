// Package paint puts a program's frames on a terminal. It writes the lines
// that changed, when they change: between two keys it does nothing, and the
// first frame waits for no clock. Bubble Tea keeps the event loop and reads
// the keys; its own renderer, which draws at the ticks of a clock that never
// stops, is switched off.
package paint

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// What a terminal is told at the start and at the end, and around each frame.
// A terminal that does not know a private mode passes over it.
const (
	enter = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h" + wipe // alternate screen, no cursor, no wrapping, marked pastes
	leave = "\x1b[0m" + wipe + "\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
	wipe  = "\x1b[2J\x1b[H"

	askBackground = "\x1b]11;?\x07"

	holdFrame = "\x1b[?2026h" // show nothing until showFrame
	showFrame = "\x1b[?2026l"

	mouseOn  = "\x1b[?1002h\x1b[?1006h"
	mouseOff = "\x1b[?1002l\x1b[?1006l"
)

// A Screen remembers what a terminal shows. It is for one goroutine.
type Screen struct {
	out     io.Writer
	profile colorprofile.Profile
	width   int
	height  int
	shown   []string // the lines as they were given; nil when all must be drawn
	mouse   bool
	frame   *bytes.Buffer // of the frame being drawn
}

// frames are the buffers that screens draw in, one frame at a time. None keeps
// what it held.
var frames = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// NewScreen returns a screen on out for a terminal with that many colours.
func NewScreen(out io.Writer, profile colorprofile.Profile) *Screen {
	return &Screen{out: out, profile: profile}
}

// Start takes over the terminal.
func (s *Screen) Start() error { return s.say(enter) }

// AskBackground asks for the background colour. A terminal that answers does
// so on its input.
func (s *Screen) AskBackground() error { return s.say(askBackground) }

// Stop gives the terminal back, with nothing of the program left on it.
func (s *Screen) Stop() error {
	if s.mouse {
		s.mouse = false
		return s.say(mouseOff + leave)
	}
	return s.say(leave)
}

// Resize tells the size of the terminal in cells. The next frame is drawn
// whole, since terminals move lines about when their size changes.
func (s *Screen) Resize(width, height int) {
	if width != s.width || height != s.height {
		s.width, s.height, s.shown = width, height, nil
	}
}

// Draw shows a frame: the lines of v.Content from the top, each with its styles
// closed at its end, and v.MouseMode.
// Other fields of v are not used. It writes nothing when nothing changed.
func (s *Screen) Draw(v tea.View) error {
	if s.width <= 0 || s.height <= 0 {
		return nil
	}
	s.frame = frames.Get().(*bytes.Buffer)
	defer s.letGo()
	s.frame.WriteString(holdFrame)
	empty := s.frame.Len()
	s.setMouse(v.MouseMode != tea.MouseModeNone)
	s.setLines(v.Content)
	if s.frame.Len() == empty {
		return nil
	}
	s.frame.WriteString(showFrame)
	_, err := s.out.Write(s.frame.Bytes())
	return err
}

func (s *Screen) letGo() {
	clear(s.frame.Bytes())
	s.frame.Reset()
	frames.Put(s.frame)
	s.frame = nil
}

func (s *Screen) setMouse(on bool) {
	if on == s.mouse {
		return
	}
	s.mouse = on
	if on {
		s.frame.WriteString(mouseOn)
		return
	}
	s.frame.WriteString(mouseOff)
}

// setLines writes the lines that differ from those shown.
func (s *Screen) setLines(content string) {
	whole := s.shown == nil
	if whole {
		s.frame.WriteString("\x1b[0m" + wipe)
		s.shown = make([]string, s.height)
	}
	rest, more := content, true
	for y := range s.height {
		line := ""
		if more {
			line, rest, more = strings.Cut(rest, "\n")
		}
		if line != s.shown[y] {
			s.writeLine(y, line)
		}
		// Also an unchanged line is remembered as this frame has it: it would
		// hold the whole of an older frame in memory.
		s.shown[y] = line
		if line == "" {
			s.shown[y] = ""
		}
	}
}

// writeLine draws one line over what stood there.
func (s *Screen) writeLine(y int, line string) {
	s.frame.WriteString("\x1b[" + strconv.Itoa(y+1) + "H")
	cells := ansi.StringWidth(line)
	if cells > s.width {
		line = ansi.Truncate(line, s.width, "")
		cells = ansi.StringWidth(line) // one less where a wide character did not fit
	}
	if s.profile == colorprofile.TrueColor {
		s.frame.WriteString(line)
	} else {
		w := colorprofile.Writer{Forward: s.frame, Profile: s.profile}
		_, _ = w.WriteString(line) // a buffer takes everything
	}
	if strings.IndexByte(line, '\x1b') >= 0 {
		s.frame.WriteString("\x1b[0m")
	}
	// Erasing from the last cell on would take the line's own last letter.
	if cells < s.width {
		s.frame.WriteString("\x1b[K")
	}
}

func (s *Screen) say(sequence string) error {
	_, err := io.WriteString(s.out, sequence)
	return err
}
