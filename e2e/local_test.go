package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const ownNumbers = `checked: 2026-11-20
note: Dial 9 first on the phones here.
numbers:
  - id: county-crisis
    name: County crisis team
    call: 555-0100
    for: Someone who can come to you.
`

// TestTheNumbersOfThePlace: a file beside the record puts a site's own numbers
// on the card, on the screen and in plain lines. A mistake in the file takes
// nothing off the card, and the checker says where it is.
func TestTheNumbersOfThePlace(t *testing.T) {
	h := newHome(t)
	file := filepath.Join(filepath.Dir(h.record()), "help-now.yaml")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(ownNumbers)
	w := h.open(t, 80, 60, nil)
	w.enter(w.command)
	w.want("Tools")
	w.press("!")
	w.want("Dial 9 first", "County crisis team", "Call 555-0100", "988")
	w.press("C-c")
	w.ended()
	wants(t, h.run(t, "now\nquit\n", "--plain"), "Dial 9 first", "County crisis team: call 555-0100", "call 988")

	write(ownNumbers + "  - id: crisis-988\n    name: Our own line\n    call: 555-0101\n    for: A crisis.\n")
	w.enter("clear; " + w.command + " now/")
	w.want("own numbers could not be read", "Call or text 988")
	w.press("C-c")
	w.ended()
	wants(t, h.run(t, "", "now"), "own numbers could not be read", "Poison Control: call 1-800-222-1222", "call 988")
	out, err := h.try(t, "", "check", "--local", file)
	wants(t, out, `help-now.yaml:8:9: error: number "crisis-988" takes the place of 988`, "988 stays")
	if err == nil {
		t.Error("the checker found an error, and did not fail")
	}
}

// wants fails the test unless a text says each of some things, wherever its
// lines break.
func wants(t *testing.T, text string, things ...string) {
	t.Helper()
	for _, want := range things {
		if !strings.Contains(flat(text), want) {
			t.Errorf("the program did not say %q:\n%s", want, text)
		}
	}
}
