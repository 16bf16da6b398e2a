package e2e_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// secretWords is the passphrase of the evening.
const secretWords = "la luz del pórtico, 電燈"

// words are what was written about a program: its name, its number, its notes.
func (c calling) words() []string {
	all := []string{c.name}
	if c.phone != "" {
		all = append(all, c.phone)
	}
	return append(all, slices.Sorted(maps.Values(c.notes))...)
}

// readable returns which of some words stand in the raw bytes of any file of
// the folder of the record.
func (h home) readable(t *testing.T, words ...string) (found []string) {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(filepath.Dir(h.record()), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[path], err = os.ReadFile(path)
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, word := range words {
		for _, raw := range files {
			if bytes.Contains(raw, []byte(word)) {
				found = append(found, word)
				break
			}
		}
	}
	return found
}

// printsTheEvening puts what was heard on paper, compared and one by one, in
// every format.
func (h home) printsTheEvening(t *testing.T) {
	t.Helper()
	var heard []string // the comparison holds what was heard, not whom to ring
	for _, c := range evening() {
		c.phone = ""
		heard = append(heard, c.words()...)
	}
	for _, ext := range []string{"md", "html", "pdf"} {
		file := filepath.Join(h.dir, "compared."+ext)
		h.run(t, "", append(own(t), "handout", "compare", "-o", file)...)
		text := readFile(t, file)
		if ext == "pdf" {
			need(t, "pdftotext")
			out, err := exec.Command("pdftotext", file, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			text = string(out)
		}
		lacksNone(t, file, text, heard)
	}
	for _, c := range evening() {
		text := h.run(t, "", append(own(t), "handout", "call/"+c.name, "--format", "md", "-o", "-")...)
		lacksNone(t, "the checklist of "+c.name, text, c.words())
	}
}

// lacksNone fails the test for each of some words that a text does not hold,
// wherever its lines break.
func lacksNone(t *testing.T, what, text string, words []string) {
	t.Helper()
	text = strings.ReplaceAll(flat(text), `\`, "") // Markdown's escapes
	for _, want := range words {
		if !strings.Contains(text, want) {
			t.Errorf("%s lacks %q", what, want)
		}
	}
}

// asks starts a command that wants the passphrase, and gives it.
func (w *terminal) asks(command string) {
	w.t.Helper()
	w.enter("clear; " + porchlight + " " + command)
	w.want("Passphrase:")
	w.enter(secretWords)
}

// locksUpAndErases locks the record at the terminal, opens it again, takes the
// passphrase off, and erases first one program, then everything. At each step
// the raw bytes of the record hold what they should and no more.
func (h home) locksUpAndErases(t *testing.T, w *terminal) {
	t.Helper()
	var all []string
	for _, c := range evening() {
		all = append(all, c.words()...)
	}
	holds := func(when string, want []string) {
		t.Helper()
		if found := h.readable(t, all...); strings.Join(found, "|") != strings.Join(want, "|") {
			t.Errorf("%s, these can be read in the record: %q; want %q", when, found, want)
		}
	}
	holds("before it is locked", all)

	w.enter("clear; " + porchlight + " record lock")
	w.want("There is no way around it.", "New passphrase:")
	w.enter(secretWords)
	w.want("The same again:")
	w.enter(secretWords)
	w.want("Locked.")
	holds("locked", nil)
	if strings.Contains(w.screen(), "pórtico") {
		t.Error("the passphrase shows on the screen")
	}

	w.enter("clear; " + w.command + " providers/")
	w.want("Your progress is locked", "Call 911", "Passphrase:")
	w.enter("not this one")
	w.want("That is not the passphrase. You can try 2 more times.")
	w.enter(secretWords)
	w.want("> Northside House", "Open Door", "River Road")
	w.press("C-c")
	w.ended()
	holds("opened and closed again", nil)

	w.asks("record unlock")
	w.want("The passphrase is off.")
	holds("unlocked", all)

	h.run(t, "", "record", "erase", "--provider", "open door")
	var left []string
	for _, c := range evening() {
		if c.name != "Open Door" {
			left = append(left, c.words()...)
		}
	}
	holds("without Open Door", left)
	h.whole(t)

	w.enter("clear; " + porchlight + " record lock")
	w.want("New passphrase:")
	w.enter(secretWords)
	w.want("The same again:")
	w.enter(secretWords)
	w.want("Locked.")
	w.asks("record erase --all")
	w.want("Erased.")
	w.asks("record unlock")
	w.want("The passphrase is off.")
	holds("erased", nil)
	h.whole(t)
	if k := h.kept(t); len(k.Checks)+len(k.Entries)+len(k.Events)+len(k.Settings)+len(k.Answers)+len(k.Places) > 0 {
		t.Errorf("something is left: %+v", k)
	}
}
