package cli

import (
	"strings"
	"testing"
)

func TestWordsThatNameAPlace(t *testing.T) {
	for words, want := range map[string]string{
		"":                "",
		"room":            "room",
		"lesson/limits":   "lesson/limits",
		"room/KM4-7TX4":   "room/KM4-7TX4",
		"room/KM4 7TX4":   "room/KM47TX4",
		"room KM4 7TX4":   "room/KM47TX4",
		"screen km4-7tx4": "screen/km4-7tx4",
	} {
		if got := placeOf(strings.Fields(words)); got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}
