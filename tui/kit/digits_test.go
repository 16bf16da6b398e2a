package kit_test

import (
	"strings"
	"testing"

	"porchlight/tui/kit"
)

func TestDigits(t *testing.T) {
	got := kit.Digits("1-800", 40)
	if len(got) != 3 || got[0] != "         _   _   _ " || got[1] != "  |  _  |_| | | | |" || got[2] != "  |     |_| |_| |_|" {
		t.Errorf("drawn:\n%s", strings.Join(got, "\n"))
	}
	for _, n := range []string{"", "555-0100 ext. 4", "ask Dana", "5550100555010055501005550100"} {
		if got := kit.Digits(n, 60); got != nil {
			t.Errorf("%q is drawn:\n%s", n, strings.Join(got, "\n"))
		}
	}
}
