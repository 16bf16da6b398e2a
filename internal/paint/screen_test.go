package paint_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	"porchlight/internal/paint"
)

// line draws a random line that fits the width: words, colours, wide and
// combining characters.
func line(t *rapid.T, width int) string {
	piece := rapid.SampledFrom([]string{
		"word", " ", "é", "e\u0301", "日本", "\x1b[1mbold\x1b[0m", "\x1b[38;2;240;185;90mamber\x1b[0m", "\x1b[7mmark\x1b[0m", "•", "ñ", "🕯", "하", "\x1b[4m한\x1b[0m", "\x1b[48;5;52mred\x1b[0m",
	})
	out := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "line"), "")
	return ansi.Truncate(out, width, "")
}

// What the terminal shows after a row of frames and sizes is what it would
// show if the last frame were the first.
func TestChangesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(1, 40).Draw(t, "width"), rapid.IntRange(1, 8).Draw(t, "height")
		emulator := vt.NewEmulator(width, height)
		screen := paint.NewScreen(emulator, colorprofile.TrueColor)
		must(t, screen.Start())
		screen.Resize(width, height)
		for range rapid.IntRange(1, 6).Draw(t, "frames") {
			if rapid.IntRange(0, 4).Draw(t, "resize") == 0 {
				width, height = rapid.IntRange(1, 40).Draw(t, "width"), rapid.IntRange(1, 8).Draw(t, "height")
				emulator.Resize(width, height)
				screen.Resize(width, height)
			}
			lines := make([]string, rapid.IntRange(0, height).Draw(t, "lines"))
			for i := range lines {
				lines[i] = line(t, width)
			}
			v := tea.NewView(strings.Join(lines, "\n"))
			must(t, screen.Draw(v))

			fresh := vt.NewEmulator(width, height)
			first := paint.NewScreen(fresh, colorprofile.TrueColor)
			must(t, first.Start())
			first.Resize(width, height)
			must(t, first.Draw(v))
			if got, want := emulator.Render(), fresh.Render(); got != want {
				t.Fatalf("%dx%d\n got %q\nwant %q", width, height, got, want)
			}
			shown := strings.Split(ansi.Strip(fresh.Render()), "\n")
			for i, l := range lines {
				if got, want := strings.TrimRight(shown[i], " "), strings.TrimRight(ansi.Strip(l), " "); got != want {
					t.Fatalf("line %d shows %q, want %q", i, got, want)
				}
			}
		}
	})
}

// A wide character that does not fit at the end of a line leaves no letter of
// the line before.
func TestWideCharacterAtTheEdge(t *testing.T) {
	emulator := vt.NewEmulator(5, 1)
	screen := paint.NewScreen(emulator, colorprofile.TrueColor)
	screen.Resize(5, 1)
	must(t, screen.Draw(tea.NewView("words")))
	must(t, screen.Draw(tea.NewView("日本語")))
	if got, want := emulator.Render(), "日本 "; got != want {
		t.Errorf("shows %q, want %q", got, want)
	}
}

func TestNothingChangedWritesNothing(t *testing.T) {
	var out bytes.Buffer
	s := paint.NewScreen(&out, colorprofile.TrueColor)
	s.Resize(40, 5)
	must(t, s.Draw(tea.NewView("one\ntwo")))
	out.Reset()
	must(t, s.Draw(tea.NewView("one\ntwo")))
	if out.Len() != 0 {
		t.Errorf("an unchanged frame wrote %q", out.String())
	}
	must(t, s.Draw(tea.NewView("one\ntwo!")))
	if strings.Contains(out.String(), "one") || !strings.Contains(out.String(), "two!") {
		t.Errorf("one changed line wrote %q", out.String())
	}
}

func TestColoursComeDown(t *testing.T) {
	amber := "\x1b[38;2;240;185;90mamber\x1b[0m"
	for profile, forbidden := range map[colorprofile.Profile]string{
		colorprofile.ANSI256: "38;2", colorprofile.ANSI: "38;", colorprofile.ASCII: "3",
	} {
		var out bytes.Buffer
		s := paint.NewScreen(&out, profile)
		s.Resize(20, 1)
		must(t, s.Draw(tea.NewView(amber)))
		styled := strings.SplitAfter(out.String(), "H")
		if last := styled[len(styled)-1]; strings.Contains(last[:strings.Index(last, "amber")], forbidden) {
			t.Errorf("%v: %q", profile, last)
		}
	}
}

// What is written names no colour that the terminal lacks: to bring the colours
// down once more changes nothing.
func TestColoursStayDown(t *testing.T) {
	pieces := []string{
		"word", "•", "\x1b[0m", "\x1b[1;38;2;240;185;90m", "\x1b[38:2:1:2:3m", "\x1b[48;2;9;9;9m", "\x1b[38;5;208m", "\x1b[38;5;8m", "\x1b[0;4;48;5;52m",
		"\x1b[93m", "\x1b[41m", "\x1b[58;2;1;2;3m", "\x1b]8;;https://example.org/8;2;\x1b\\", "\x1b]8;;\x1b\\",
	}
	rapid.Check(t, func(t *rapid.T) {
		profile := rapid.SampledFrom([]colorprofile.Profile{colorprofile.ANSI256, colorprofile.ANSI, colorprofile.ASCII}).Draw(t, "profile")
		var once, twice bytes.Buffer
		s := paint.NewScreen(&once, profile)
		s.Resize(200, 1)
		must(t, s.DrawLines([]string{strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "line"), "")}, false))
		w := colorprofile.Writer{Forward: &twice, Profile: profile}
		_, err := w.Write(once.Bytes())
		must(t, err)
		show := func(b []byte) string {
			emulator := vt.NewEmulator(200, 1)
			_, err := emulator.Write(b)
			must(t, err)
			return emulator.Render()
		}
		if got, want := show(once.Bytes()), show(twice.Bytes()); got != want {
			t.Fatalf("%v: shows %q, and its own colours are %q", profile, got, want)
		}
	})
}

func TestMouseIsGivenBack(t *testing.T) {
	var out bytes.Buffer
	s := paint.NewScreen(&out, colorprofile.ASCII)
	s.Resize(20, 2)
	v := tea.NewView("")
	v.MouseMode = tea.MouseModeCellMotion
	must(t, s.Draw(v))
	must(t, s.Stop())
	on, off := strings.Index(out.String(), "?1002h"), strings.Index(out.String(), "?1002l")
	if on < 0 || off < on {
		t.Errorf("wrote %q", out.String())
	}
}

// counter shows how many keys it has seen, and quits at q.
type counter struct{ keys int }

func (c *counter) Init() tea.Cmd { return nil }

func (c *counter) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if k.String() == "q" {
			return c, tea.Quit
		}
		c.keys++
	}
	return c, nil
}

func (c *counter) View() tea.View { return tea.NewView(fmt.Sprintf("keys: %d", c.keys)) }

func TestLoopDrawsEachKeyAndEnds(t *testing.T) {
	in, keys := io.Pipe()
	var out bytes.Buffer
	go func() {
		for range 3 {
			_, _ = io.WriteString(keys, "a")
		}
		_, _ = io.WriteString(keys, "q")
	}()
	o := paint.Options{In: in, Out: &out, Profile: colorprofile.ASCII, Width: 20, Height: 3, AskBackground: true}
	must(t, paint.Loop(context.Background(), &counter{}, o, func(*tea.Program) {}))
	for _, want := range []string{"\x1b[?1049h", "\x1b]11;?", "keys: 0", "keys: 3", "\x1b[?1049l"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("never written: %q in %q", want, out.String())
		}
	}
}

type fataler interface{ Fatal(...any) }

func must(t fataler, err error) {
	if err != nil {
		t.Fatal(err)
	}
}
