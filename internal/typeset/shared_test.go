package typeset_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/safetext"
	"porchlight/internal/typeset"
)

// evening is a style with everything in it.
func evening() typeset.Style {
	return typeset.Style{
		Name:       "evening",
		Heading:    typeset.Face{Color: "#b8860b", Bold: true},
		Subheading: typeset.Face{Bold: true},
		Strong:     typeset.Face{Bold: true},
		Emph:       typeset.Face{Italic: true},
		Code:       typeset.Face{Color: "6"},
		Link:       typeset.Face{Color: "208", Underline: true},
		Term:       typeset.Face{Underline: true},
		Quote:      typeset.Face{Color: "3", Italic: true},
		Faint:      typeset.Face{Faint: true},
		Mark:       typeset.Face{Color: "11"},
		Bullet:     "•", Bar: "│", Rule: "─", Grid: true, Links: true,
	}
}

// looks are the styles every property is tried with.
func looks() []typeset.Style {
	mono := typeset.Style{Name: "mono", Heading: typeset.Face{Bold: true}, Grid: true}
	return []typeset.Style{evening(), mono, {}}
}

func sample(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func set(t testing.TB, markdown string, width int, s typeset.Style) typeset.Text {
	t.Helper()
	text, err := typeset.Set(markdown, width, s)
	if err != nil {
		t.Fatalf("Set(%.60q, %d): %v", markdown, width, err)
	}
	return text
}

var allowed = regexp.MustCompile(`^(\x1b\[([0-9]+(;[0-9]+)*)?m|\x1b\]8;;((https:|tel:|mailto:)[!-~]*)?\x1b\\)`)

// sound checks what holds for every line of every text.
func sound(t testing.TB, text typeset.Text, width int, plain bool) {
	t.Helper()
	if len(text.Lines) != len(text.Plain) {
		t.Fatalf("%d lines, %d plain", len(text.Lines), len(text.Plain))
	}
	for i, line := range text.Lines {
		bare, open := stripped(t, line)
		switch {
		case bare != text.Plain[i]:
			t.Errorf("line %d: %q without escapes is not %q", i, line, text.Plain[i])
		case ansi.StringWidth(bare) > width:
			t.Errorf("line %d: %d cells, want at most %d: %q", i, ansi.StringWidth(bare), width, bare)
		case strings.TrimRight(bare, " ") != bare:
			t.Errorf("line %d ends in a space: %q", i, bare)
		case open:
			t.Errorf("line %d does not end in the default: %q", i, line)
		case plain && bare != line:
			t.Errorf("line %d: an escape in plain text: %q", i, line)
		case !safetext.Safe(strings.ReplaceAll(bare, "\uFFFD", "?")):
			t.Errorf("line %d holds a control: %q", i, bare)
		}
		if i > 0 {
			a, b := text.PlaceAt(i-1), text.PlaceAt(i)
			if b.Block < a.Block || b.Block == a.Block && b.Word < a.Word {
				t.Errorf("line %d: place %v after %v", i, b, a)
			}
		}
	}
}

// stripped takes the escapes off a line, failing on any but SGR and OSC 8, and
// reports whether one is left in force.
func stripped(t testing.TB, line string) (bare string, open bool) {
	t.Helper()
	var b strings.Builder
	pen, link := "", ""
	for line != "" {
		if line[0] != '\x1b' {
			b.WriteByte(line[0])
			line = line[1:]
			continue
		}
		m := allowed.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("a sequence that is not allowed: %q", line)
		}
		if m[1][1] == '[' {
			pen = m[2]
		} else {
			link = m[4]
		}
		line = line[len(m[0]):]
	}
	return b.String(), pen != "" || link != ""
}
