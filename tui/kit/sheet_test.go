package kit_test

import (
	"slices"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

func TestSheet(t *testing.T) {
	plain := theme.New(theme.None, theme.Unknown, colorprofile.ASCII).Plain
	s := kit.Sheet{Width: 12}
	s.Gap() // nothing to set apart yet
	s.Say("one two three four", plain)
	s.Gap()
	s.Put("- ", "five\nsix", plain)
	s.Under("    ", "seven eight", plain)
	want := []string{"one two", "three four", "", "- five", "- six", "    seven", "    eight"}
	if !slices.Equal(s.Lines, want) {
		t.Errorf("lines %q, want %q", s.Lines, want)
	}
	if !slices.Equal(s.Blocks, []int{0, 3}) || s.BlockAt(1) != 0 || s.BlockAt(5) != 1 {
		t.Errorf("blocks %v", s.Blocks)
	}
	r := kit.Sheet{Width: 12}
	r.Row(plain, "  ", "a", "b c", "d")
	r.Row(plain, "  ", "a", "b c", "d e f")
	if want := []string{"  a  b c  d", "  a b c d e", "  f"}; !slices.Equal(r.Lines, want) {
		t.Errorf("rows %q, want %q", r.Lines, want)
	}
}
