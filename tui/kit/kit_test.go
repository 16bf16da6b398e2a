package kit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two  three", 7, []string{"one two", "three"}},
		{"call 1-800-662-4357 now", 16, []string{"call", "1-800-662-4357", "now"}},
		{"first\nsecond", 20, []string{"first", "second"}},
		{"abcdefghij k", 4, []string{"abcd", "efgh", "ij k"}},
		{"día ñandú", 5, []string{"día", "ñandú"}},
		{"世界", 1, []string{"世", "界"}},
	} {
		if got := kit.Wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// No word is lost, and no line too wide, whatever the text.
func TestWrapKeepsEveryLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zñ\- \n]{0,80}`).Draw(t, "text")
		width := rapid.IntRange(1, 30).Draw(t, "width")
		lines := kit.Wrap(text, width)
		for _, l := range lines {
			if ansi.StringWidth(l) > width {
				t.Fatalf("%q is wider than %d", l, width)
			}
		}
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := letters(strings.Join(lines, "")), letters(text); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

func TestHang(t *testing.T) {
	if got, want := kit.Hang("[x] ", "one two three", 11), []string{"[x] one two", "    three"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got, want := kit.Hang("a long mark ", "text", 12), []string{"a long mark", "text"}; !slices.Equal(got, want) {
		t.Errorf("a mark without room: %q", got)
	}
}

func TestApart(t *testing.T) {
	if got, want := kit.Apart("left", "right", 12), []string{"left   right"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got, want := kit.Apart("left", "right", 9), []string{"left", "    right"}; !slices.Equal(got, want) {
		t.Errorf("too narrow: %q", got)
	}
}

func TestFramedMarksWhatIsOutOfView(t *testing.T) {
	th := theme.New(theme.None, theme.Unknown, colorprofile.ASCII)
	for _, width := range []int{20, 48, 49, 80, 200} {
		lines := strings.Split(ansi.Strip(kit.Framed("one\n\nthree", "↑↓", width, 72, th)), "\n")
		if !strings.HasSuffix(lines[0], "↑") || !strings.HasSuffix(lines[2], "↓") || lines[1] != "" {
			t.Errorf("width %d: %q", width, lines)
		}
		if n := ansi.StringWidth(lines[0]); n > width || n <= kit.Room(width, 72) {
			t.Errorf("width %d: the mark ends at %d", width, n)
		}
	}
}

func TestLongWordsAtTheRightAreKept(t *testing.T) {
	m := menu(kit.Item{ID: "a", Text: "Title", Right: "5 min, not started, in English"})
	m.SetSize(16, 9)
	if got := strings.Join(strings.Fields(ansi.Strip(m.View())), " "); got != "> Title 5 min, not started, in English" {
		t.Errorf("got %q", got)
	}
}
