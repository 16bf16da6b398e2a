package e2e_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// hostile is text that would steer a terminal, or turn a line around.
const hostile = "\x1b]0;owned\x07Open\u202e rooD\x1b[2J\u2066\x00 \u009b31mred\u200f"

// steers returns the first character of a text that a terminal would obey, or
// that turns a line around.
func steers(text string) string {
	i := strings.IndexFunc(text, func(r rune) bool {
		return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 ||
			r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c
	})
	if i < 0 {
		return ""
	}
	return text[max(0, i-40):min(len(text), i+10)]
}

// TestHostileTextThroughEveryInput types and imports text that would steer a
// terminal wherever the program takes text about providers, worksheets and
// plans: none of it is kept, and none comes out again, in any form.
func TestHostileTextThroughEveryInput(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	typed := strings.NewReplacer("\x00", "", "\n", " ").Replace(hostile)
	h.run(t, strings.Join([]string{
		"1", "A " + typed, typed + " 555", "1", "note " + typed, "2", "back", "back",
		"3", "1", "own " + typed, "back", "quit",
	}, "\n")+"\n", append(own(t), "providers")...)
	h.run(t, "2\n1\nfield "+typed+"\n\nquit\n", "--pack", pack, "worksheet", "one-limit-i-can-keep")
	json := `{"porchlight_checklist":1,"program":{"name":"B \u001b[2J\u202e","phone":"\u0007","note":"n \u009b31m\u2066"},` +
		`"answers":[{"question":"a1","asked":true,"note":"j \u202e\u001b]0;x\u0007"},{"question":"own-x","ask":"q \u202e\u001b[2J","asked":true}]}`
	h.run(t, json, append(own(t), "checklist", "import", "-")...)
	csv := "porchlight checklist,1\nprogram,C \x1b[2J\u202e\nphone,\x07\nnote,n \u009b31m\nquestion,ask,asked,sign,note,saved\na1,,yes,good,c \u202e\x1b[2J,\n"
	h.run(t, csv, append(own(t), "checklist", "import", "-")...)
	h.run(t, `{"porchlight_record":2,"entries":[{"kind":"provider","subject":"p-d","fields":{"name":"D \u202e\u001b[2J","phone":"\u0007","note":"\u2066"},"at":"2026-09-14T18:25:00Z"}],`+
		`"checks":[{"provider":"p-d","question":"a1","asked":true,"note":"e \u202e\u001b[2J","at":"2026-09-14T18:25:00Z"}]}`, "record", "import", "-")

	for _, args := range []string{
		"record export", "providers --json", "compare", "compare --json", "checklist export --format csv", "checklist export --provider p-d",
		"handout compare --format md -o -", "handout compare --format html -o -", "handout worksheet/one-limit-i-can-keep --format md -o -",
	} {
		from := own(t)
		if strings.Contains(args, "worksheet/one") {
			from = []string{"--pack", pack}
		}
		if strings.HasPrefix(args, "record") {
			from = nil
		}
		out := h.run(t, "", append(from, strings.Fields(args)...)...)
		if at := steers(out); at != "" {
			t.Errorf("%s says %q", args, at)
		}
		if len(out) < 40 {
			t.Errorf("%s says only %q", args, out)
		}
	}
	var names []string
	for _, e := range h.kept(t).Entries {
		if e.Kind == "provider" && e.Key == "" {
			names = append(names, e.Fields["name"])
		}
	}
	if len(names) != 4 {
		t.Errorf("of four programs %q are kept", names)
	}
	w := h.open(t, 80, 24, nil, own(t)...)
	w.enter(w.command + " providers/")
	w.want("> D", "A ", "B", "C")
	if at := steers(w.screen()); at != "" {
		t.Errorf("the screen shows %q", at)
	}
	if title := w.tell("pane_title"); strings.Contains(title, "owned") {
		t.Errorf("the title of the window is %q", title)
	}
	if raw := readFile(t, h.record()); strings.Contains(raw, "\u202e") || strings.Contains(raw, "\x1b]0;") || strings.Contains(raw, "\x1b[2J") {
		t.Errorf("%s holds what would steer a terminal", filepath.Base(h.record()))
	}
}
