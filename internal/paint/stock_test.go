package paint_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	"porchlight/internal/paint"
)

// A step is a frame, and the size of the terminal it is drawn on.
type step struct {
	width, height int
	lines         []string
}

// steps draws a random history of a terminal.
func steps(t *rapid.T) []step {
	width, height := rapid.IntRange(1, 40).Draw(t, "width"), rapid.IntRange(1, 8).Draw(t, "height")
	all := make([]step, rapid.IntRange(1, 6).Draw(t, "frames"))
	for i := range all {
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "resize") == 0 {
			width, height = rapid.IntRange(1, 40).Draw(t, "width"), rapid.IntRange(1, 8).Draw(t, "height")
		}
		all[i] = step{width, height, make([]string, rapid.IntRange(0, height).Draw(t, "lines"))}
		for y := range all[i].lines {
			if i > 0 && y < len(all[i-1].lines) && width == all[i-1].width && rapid.Bool().Draw(t, "same") {
				all[i].lines[y] = all[i-1].lines[y]
				continue
			}
			all[i].lines[y] = line(t, width)
		}
	}
	return all
}

// still is a model whose frame is what it was last sent.
type still struct{ frame string }

func (s *still) Init() tea.Cmd { return nil }

func (s *still) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if frame, ok := msg.(string); ok {
		s.frame = frame
	}
	return s, nil
}

func (s *still) View() tea.View {
	v := tea.NewView(s.frame)
	v.AltScreen = true
	return v
}

// cooked ends lines as a terminal in front of Bubble Tea does: without a file
// it counts on that.
type cooked struct{ out io.Writer }

func (c cooked) Write(p []byte) (int, error) {
	_, err := c.out.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

// stock plays a history through Bubble Tea's own renderer and returns what the
// terminal shows after each frame.
func stock(t *testing.T, all []step) (shown []string) {
	synctest.Test(t, func(*testing.T) {
		emulator := vt.NewEmulator(all[0].width, all[0].height)
		p := tea.NewProgram(&still{}, tea.WithInput(nil), tea.WithOutput(cooked{emulator}), tea.WithoutSignalHandler(),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithWindowSize(all[0].width, all[0].height),
			tea.WithEnvironment([]string{"TERM=xterm-256color"}))
		go func() { _, _ = p.Run() }()
		for _, s := range all {
			if s.width != emulator.Width() || s.height != emulator.Height() {
				emulator.Resize(s.width, s.height)
				p.Send(tea.WindowSizeMsg{Width: s.width, Height: s.height})
			}
			p.Send(strings.Join(s.lines, "\n"))
			time.Sleep(time.Second) // of the bubble's clock: some ticks of the renderer's
			synctest.Wait()
			shown = append(shown, emulator.Render())
		}
		p.Kill()
	})
	return shown
}

// own plays a history through this package's renderer.
func own(t *rapid.T, all []step) (shown []string) {
	emulator := vt.NewEmulator(all[0].width, all[0].height)
	screen := paint.NewScreen(emulator, colorprofile.TrueColor)
	must(t, screen.Start())
	for _, s := range all {
		emulator.Resize(s.width, s.height)
		screen.Resize(s.width, s.height)
		v := tea.NewView(strings.Join(s.lines, "\n"))
		must(t, screen.Draw(v))
		shown = append(shown, emulator.Render())
	}
	return shown
}

// A terminal shows after this renderer what it shows after Bubble Tea's own,
// for any row of frames, sizes and wide characters. (Not for characters joined
// into one, as some emoji are: how wide they are, terminals do not agree.)
func TestSameScreenAsStockRenderer(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		all := steps(r)
		want, got := stock(t, all), own(r, all)
		for i := range all {
			if got[i] != want[i] {
				r.Fatalf("after frame %d of %d, %dx%d, lines %q\n got %q\nwant %q",
					i+1, len(all), all[i].width, all[i].height, all[i].lines, got[i], want[i])
			}
		}
	})
}
