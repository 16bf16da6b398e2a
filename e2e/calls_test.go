package e2e_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// own is the program's own course, as a folder: sixty questions.
func own(t *testing.T) []string {
	t.Helper()
	dir, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	return []string{"--pack", dir}
}

// A calling is one program to ring, and what was heard: for each question in
// turn a mark, and on some a note.
type calling struct {
	name, phone string
	marks       string
	notes       map[int]string
}

// evening is three programs, twenty questions each.
func evening() []calling {
	return []calling{
		{"Northside House", "(555) 555-0100", "22323422522324252232", map[int]string{0: "a nurse decides, not a salesperson", 7: "$250? ask again"}},
		{"Open Door", "555-0199", "23222422252232422522", map[int]string{3: "=never heard of it", 19: "they call back on Monday"}},
		{"River Road", "", "22222222222222222222", nil},
	}
}

// A heardFact is a fact of a provider, free of the ids and times that each record makes anew.
type heardFact struct{ Provider, Key, Fields string }

// heardFacts are what a record holds about providers.
func (h home) heardFacts(t *testing.T) (checks, entries []heardFact) {
	t.Helper()
	var e struct {
		Checks []struct {
			Provider, Question, Sign, Note string
			Asked                          bool
		}
		Entries []struct {
			Kind, Subject, Key string
			Fields             map[string]string
		}
	}
	if err := json.Unmarshal([]byte(h.run(t, "", "record", "export")), &e); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, x := range e.Entries {
		if x.Kind == "provider" && x.Key == "" {
			names[x.Subject] = x.Fields["name"]
		}
	}
	for _, c := range e.Checks {
		checks = append(checks, heardFact{names[c.Provider], c.Question, fmt.Sprint(c.Asked, c.Sign, c.Note)})
	}
	for _, x := range e.Entries {
		if x.Kind != "provider" {
			continue
		}
		delete(x.Fields, "added")
		entries = append(entries, heardFact{names[x.Subject], x.Kind + " " + x.Key, fmt.Sprint(x.Fields)})
	}
	return checks, entries
}

// TestAnEveningOfCalls rings three programs on the screen, asks each twenty
// questions, looks at them side by side, passes them on to another record, puts
// them on paper, locks them up, opens them again, and erases one, then all.
func TestAnEveningOfCalls(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.open(t, 100, 40, nil, own(t)...)
	w.enter(w.command + " providers/")
	w.want("Write down the programs")
	for _, c := range evening() {
		w.choose("Add a program")
		w.want("What is the program called?")
		w.write(c.name)
		w.want("Name: " + c.name)
		w.press("Enter")
		w.want("Phone:", "You can leave it empty.")
		w.write(c.phone)
		w.press("Enter")
		w.want("> Call: go through the questions")
		w.press("Enter")
		for i, m := range c.marks {
			w.want(fmt.Sprintf("%d of 60", i+1))
			if note := c.notes[i]; note != "" {
				w.press("1")
				w.want("It is saved as you type.")
				w.write(note)
				w.want("Note: "+note, "Saved.")
				w.press("F" + string(m))
				continue
			}
			w.press(string(m))
		}
		w.want("21 of 60")
		w.press("Escape")
		w.want("> Go on with the call")
		w.press("Escape")
		w.want("> "+c.name, fmt.Sprintf("%d of 60 asked", strings.Count(c.marks, "2")+strings.Count(c.marks, "3")+strings.Count(c.marks, "4")))
	}
	w.choose("Compare them")
	w.want("Side by side", "Northside House", "Open Door", "River Road", "There is no score here", "good sign", "warning sign", "not asked")
	w.choose("What to ask next")
	w.want("Side by side > What to ask next", "Northside House", "Open Door", "And 32 more.")
	w.press("C-c")
	w.ended()

	plain := newHome(t)
	plain.callInLines(t)
	checks, entries := h.heardFacts(t)
	plainChecks, plainEntries := plain.heardFacts(t)
	if len(checks) == 0 || !sameFacts(checks, plainChecks) {
		t.Errorf("the screen keeps %v\nplain lines keep %v", checks, plainChecks)
	}
	if len(entries) != 6 || !sameFacts(entries, plainEntries) {
		t.Errorf("the screen keeps %v\nplain lines keep %v", entries, plainEntries)
	}
	h.passesOn(t)
	h.whole(t)
	plain.whole(t)
	h.printsTheEvening(t)
	h.locksUpAndErases(t, w)
}

// callInLines is the same evening with a pipe.
func (h home) callInLines(t *testing.T) {
	t.Helper()
	var in []string
	for n, c := range evening() {
		in = append(in, strconv.Itoa(n+1), c.name, c.phone, "1") // add is behind the programs there are
		for i, m := range c.marks {
			if note := c.notes[i]; note != "" {
				in = append(in, note)
			}
			in = append(in, string(m))
		}
		in = append(in, "back", "back")
	}
	out := h.run(t, strings.Join(append(in, "quit"), "\n")+"\n", append(own(t), "providers")...)
	if n := strings.Count(out, "Mark or note: Saved."); n < 60 {
		t.Errorf("%d marks and notes are said to be saved:\n%s", n, out)
	}
}

func sameFacts(a, b []heardFact) bool {
	count := map[heardFact]int{}
	for _, f := range a {
		count[f]++
	}
	for _, f := range b {
		count[f]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// passesOn exports every program, in both kinds of file, takes them in
// elsewhere, and holds the comparison there to the one here.
func (h home) passesOn(t *testing.T) {
	t.Helper()
	for _, kind := range []string{"csv", "json"} {
		there := newHome(t)
		for _, c := range evening() {
			file := filepath.Join(h.dir, c.name+"."+kind)
			h.run(t, "", append(own(t), "checklist", "export", "--provider", c.name, file)...)
			if kind == "csv" && strings.Contains(readFile(t, file), ",=never") {
				t.Errorf("%s holds a cell that a spreadsheet would run", file)
			}
			there.run(t, "", append(own(t), "checklist", "import", file)...)
		}
		here, other := h.compared(t), there.compared(t)
		if !reflect.DeepEqual(here, other) {
			t.Errorf("passed on as %s, the comparison is\n%v\nand was\n%v", kind, other, here)
		}
	}
}

// compared is the comparison, without the ids of providers.
func (h home) compared(t *testing.T) map[string]any {
	t.Helper()
	var c map[string]any
	if err := json.Unmarshal([]byte(h.run(t, "", append(own(t), "compare", "--json")...)), &c); err != nil {
		t.Fatal(err)
	}
	for _, p := range c["providers"].([]any) {
		delete(p.(map[string]any), "id")
	}
	return c
}

// How often the program is killed while a note is typed: with a record as it is
// made, and with a locked one, which takes longer to open; and how often it is
// left by quick exit.
const (
	noteKills   = 12
	lockedKills = 5
	quickExits  = 20
)

// TestKilledWhileTypingANote kills the program (kill -9) in the middle of a
// note, at moments nobody chose. Whatever the screen showed as saved is in the
// record afterwards, and nothing that was not typed.
func TestKilledWhileTypingANote(t *testing.T) {
	h := newHome(t)
	h.run(t, "1\nNorthside House\n\nquit\n", append(own(t), "providers")...)
	h.endedInNotes(t, noteKills, killed)
}

// TestKilledWhileTypingALockedNote is the same with every page of the record
// encrypted: what is shown as saved is on the disk, and none of it can be read
// there.
func TestKilledWhileTypingALockedNote(t *testing.T) {
	h := newHome(t)
	h.run(t, "1\nNorthside House\n\nquit\n", append(own(t), "providers")...)
	h = h.locked(t, secretWords)
	h.endedInNotes(t, lockedKills, killed)
	if found := h.readable(t, "Northside House", "they answered at once", "round 0"); len(found) > 0 {
		t.Errorf("the locked record says %q", found)
	}
}

// TestQuickExitWhileTypingANote leaves by quick exit in the middle of a note,
// again and again: the window is empty, the process gone, and the record whole
// with what was shown as saved.
func TestQuickExitWhileTypingANote(t *testing.T) {
	h := newHome(t)
	h.run(t, "1\nNorthside House\n\nquit\n", append(own(t), "providers")...)
	h.endedInNotes(t, quickExits, func(w *terminal) {
		w.press("C-x")
		w.ended()
		w.until("the window is empty", func() bool { return flat(w.screen()) == "$" })
		if lines := w.tell("history_size"); lines != "0" {
			t.Errorf("%s lines stand in the scrollback", lines)
		}
		if found := running(t); len(found) > 0 {
			t.Errorf("the process is still there: %q", found)
		}
	})
}

// killed ends the program the hard way.
func killed(w *terminal) {
	w.t.Helper()
	killProgram(w.t)
	// The shell is back only when it has seen the end of the program: no file of
	// the record is still open then, and no lock held.
	w.until("the killed program is gone", func() bool { return w.tell("pane_current_command") == "sh" })
}

// endedInNotes ends the program in the middle of one note after another.
func (h home) endedInNotes(t *testing.T, times int, end func(*terminal)) {
	t.Helper()
	id := h.providerID(t)
	shown, kept := 0, 0
	before := map[string]string{}
	for round := range times {
		typed := fmt.Sprintf("round %d: they answered at once, and kindly", round)
		saved := h.typeAndEnd(t, id, typed, round, end)
		note, after := "", h.notes(t)
		for question, text := range after {
			if old, ok := before[question]; !ok {
				note = text
			} else if old != text {
				t.Fatalf("round %d: the note on %s was %q and is %q", round, question, old, text)
			}
		}
		before = after
		if !strings.HasPrefix(note, saved) || !strings.HasPrefix(typed, note) {
			t.Fatalf("round %d: %q was shown as saved, and %q is in the record", round, saved, note)
		}
		shown, kept = shown+len(saved), kept+len(note)
	}
	if shown == 0 {
		t.Error("nothing was ever shown as saved")
	}
	h.whole(t)
	t.Logf("ended %d times; %d letters were shown as saved, %d are kept", times, shown, kept)
}

// typeAndEnd types a note on the next question and ends the program while it
// does. It returns the most that the screen showed as saved.
func (h home) typeAndEnd(t *testing.T, id, typed string, round int, end func(*terminal)) (saved string) {
	t.Helper()
	w := h.open(t, 100, 30, nil, append(append(own(t), h.flags()...), "call/"+id)...)
	defer w.close()
	w.start(fmt.Sprintf("%d of 60", max(1, round)))
	if round > 0 {
		w.press("Tab")
		w.want(fmt.Sprintf("%d of 60", round+1))
	}
	w.press("1")
	w.want("It is saved as you type.")
	for i := 0; i < len(typed); i += 4 {
		w.write(typed[i:min(i+4, len(typed))])
		if i == 4 { // the rest runs ahead of what is kept
			w.until("the first letters are saved", func() bool { _, ok := savedNote(w.screen()); return ok })
		}
		if text, ok := savedNote(w.screen()); ok {
			saved = text
		}
		if i >= 4*(2+round%8) { // a little later in every round
			break
		}
	}
	end(w)
	return saved
}

// savedNote is the note on a screen that says it is saved.
func savedNote(screen string) (string, bool) {
	lines := strings.Split(screen, "\n")
	for i, l := range lines[:max(0, len(lines)-1)] {
		note, ok := strings.CutPrefix(strings.TrimSpace(l), "Note:")
		if ok && strings.TrimSpace(lines[i+1]) == "Saved." {
			return strings.TrimSpace(note), true
		}
	}
	return "", false
}

// killProgram kills the one process of the program under test.
func killProgram(t *testing.T) {
	t.Helper()
	out, err := exec.Command("ps", "-e", "-o", "pid=,args=").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		pid, args, _ := strings.Cut(strings.TrimSpace(line), " ")
		if !strings.HasPrefix(strings.TrimSpace(args), porchlight+" ") {
			continue
		}
		n, err := strconv.Atoi(pid)
		if err != nil {
			t.Fatal(err)
		}
		p, err := os.FindProcess(n)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Kill(); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatal("the program is not running")
}

func (h home) providerID(t *testing.T) string {
	t.Helper()
	var all []struct{ ID string }
	if err := json.Unmarshal([]byte(h.run(t, "", append(own(t), "providers", "--json")...)), &all); err != nil || len(all) != 1 {
		t.Fatalf("%d providers, %v", len(all), err)
	}
	return all[0].ID
}

// notes are the notes in the record, by question.
func (h home) notes(t *testing.T) map[string]string {
	t.Helper()
	var e struct {
		Checks []struct{ Question, Note string }
	}
	if err := json.Unmarshal([]byte(h.run(t, "", "record", "export")), &e); err != nil {
		t.Fatal(err)
	}
	notes := map[string]string{}
	for _, c := range e.Checks {
		notes[c.Question] = c.Note
	}
	return notes
}
