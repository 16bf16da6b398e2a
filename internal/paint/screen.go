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

	"porchlight/internal/cells"
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
	cut     []string // the lines of a frame that came in one piece
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

// A Lined is a model that has its frame as lines: they need not be joined only
// to be taken apart here, at every key of every session.
type Lined interface {
	// Lines is what View draws, and whether it wants the mouse. The lines are
	// the caller's until the next call.
	Lines() (lines []string, mouse bool)
}

// Draw shows a frame: the lines of v.Content from the top, each with its styles
// closed at its end, and v.MouseMode.
// Other fields of v are not used. It writes nothing when nothing changed.
func (s *Screen) Draw(v tea.View) error {
	s.cut = s.cut[:0]
	for line := range strings.SplitSeq(v.Content, "\n") {
		s.cut = append(s.cut, line)
	}
	err := s.DrawLines(s.cut, v.MouseMode != tea.MouseModeNone)
	clear(s.cut)
	return err
}

// DrawLines is Draw for a frame that is lines already.
func (s *Screen) DrawLines(lines []string, mouse bool) error {
	if s.width <= 0 || s.height <= 0 {
		return nil
	}
	s.frame = frames.Get().(*bytes.Buffer)
	defer s.letGo()
	s.frame.WriteString(holdFrame)
	empty := s.frame.Len()
	s.setMouse(mouse)
	s.setLines(lines)
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
func (s *Screen) setLines(lines []string) {
	if s.shown == nil {
		s.frame.WriteString("\x1b[0m" + wipe)
		s.shown = make([]string, s.height)
	}
	for y := range s.height {
		line := ""
		if y < len(lines) {
			line = lines[y]
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
	s.frame.WriteString("\x1b[")
	s.frame.Write(strconv.AppendInt(s.frame.AvailableBuffer(), int64(y+1), 10))
	s.frame.WriteByte('H')
	width := cells.Width(line)
	if width > s.width {
		line = ansi.Truncate(line, s.width, "")
		width = cells.Width(line) // one less where a wide character did not fit
	}
	if s.shows(line) {
		s.frame.WriteString(line)
	} else {
		w := colorprofile.Writer{Forward: s.frame, Profile: s.profile}
		_, _ = w.WriteString(line) // a buffer takes everything
	}
	if strings.IndexByte(line, '\x1b') >= 0 {
		s.frame.WriteString("\x1b[0m")
	}
	// Erasing from the last cell on would take the line's own last letter.
	if width < s.width {
		s.frame.WriteString("\x1b[K")
	}
}

// shows reports whether the terminal has every colour that a line may name. A
// sequence that names one of many has an 8 before its second part: 38;2;…
func (s *Screen) shows(line string) bool {
	switch s.profile {
	case colorprofile.TrueColor:
		return true
	case colorprofile.ANSI256:
		return !strings.Contains(line, "8;2;") && !strings.Contains(line, "8:")
	case colorprofile.ANSI:
		return !strings.Contains(line, "8;2;") && !strings.Contains(line, "8;5;") && !strings.Contains(line, "8:")
	}
	return strings.IndexByte(line, '\x1b') < 0
}

func (s *Screen) say(sequence string) error {
	_, err := io.WriteString(s.out, sequence)
	return err
}
