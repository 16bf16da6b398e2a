package call_test

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/internal/record/recordtest"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

const northside = "p-one"

// start opens a call with a program that has a name and a number.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.Store == nil {
		s.Store = record.NewGuest()
	}
	furnish(t, s.Store)
	s.First = page.Call{Provider: northside}
	return tuitest.Start(t, s)
}

func desk(t testing.TB, store record.Store) *study.Desk {
	return study.NewDesk(study.Options{
		Course: coursetest.Open(t), Store: store, Lang: "en",
		Now: func() time.Time { return tuitest.Noon }, NewID: func() string { return "ONE" },
	})
}

func furnish(t testing.TB, store record.Store) {
	t.Helper()
	ctx, d := context.Background(), desk(t, store)
	if _, err := d.Provider(ctx, northside); err == nil {
		return
	}
	if _, err := d.AddProvider(ctx, "Northside House", "(555) 555-0100", ""); err != nil {
		t.Fatal(err)
	}
}

// heard is what the record has of the call.
func heard(t *testing.T, store record.Store) map[string]record.Check {
	t.Helper()
	kept, err := store.Checks(context.Background(), northside)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, s)
		d.Golden("question" + at)
		d.Press("1", "They have a nurse, and a doctor on call")
		d.Golden("note" + at)
	}
	d := start(t, tuitest.Setup{})
	d.Press("2", "tab", "tab")
	d.Golden("end-en-80x24")
}

// One key marks a question and goes on.
func TestOneKeyMarksAndMovesOn(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("Porchlight > Call > Northside House", "Phone: (555) 555-0100", "1 of 3", "How do you decide", "2 good")
	d.Press("2")
	d.Want("2 of 3", "Which medicines")
	d.Press("3")
	d.Want("3 of 3", "will you tell us?")
	d.Press("4")
	d.Want("That was the last question.")
	kept := heard(t, d.Store)
	for id, sign := range map[string]record.Sign{"a1": record.Good, "b1": record.Warning, "a2": record.Unclear} {
		if c := kept[id]; !c.Asked || c.Sign != sign {
			t.Errorf("%s is kept as %+v", id, c)
		}
	}
	d.Send(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
	d.Want("You heard: unclear", "4 Unclear chosen")
	d.Press("5")
	if c, ok := heard(t, d.Store)["a2"]; ok {
		t.Errorf("did not ask, and kept %+v", c)
	}
}

// While a note is typed, letters and digits are the note's, one key still goes
// on, and the note is in the record after every letter.
func TestNoteWhileListening(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("1")
	d.Want("It is saved as you type.", "enter next question", "f2-f5 marks", "ctrl+g Help now")
	for i, so := range []string{"$", "$2", "$25", "$250", "$250?"} {
		d.Press(so[i:])
		d.Want("Note: "+so, "Saved.")
		if c := heard(t, d.Store)["a1"]; c.Note != so || !c.Asked {
			t.Fatalf("typed %q, and kept %+v", so, c)
		}
	}
	d.Press("enter")
	d.Want("2 of 3", "Which medicines")
	d.Press("1", "ask Dana")
	d.Send(tea.KeyPressMsg{Code: tea.KeyF3})
	d.Want("3 of 3")
	if c := heard(t, d.Store)["b1"]; c.Note != "ask Dana" || c.Sign != record.Warning || !c.Asked {
		t.Errorf("kept %+v", c)
	}
}

func TestEscEndsTheNoteAndKeepsIt(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("1", "kind", "esc")
	d.Want("1 of 3", "Your note: kind", "You heard: asked, no mark yet", "1 Change your note")
	d.Press("2")
	if c := heard(t, d.Store)["a1"]; c.Note != "kind" || c.Sign != record.Good {
		t.Errorf("kept %+v", c)
	}
}

func TestANoteTakenBackLeavesNothing(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("1", "ab", "backspace", "backspace", "esc")
	if kept := heard(t, d.Store); len(kept) != 0 {
		t.Errorf("kept %+v", kept)
	}
}

// Looking in and leaving keeps nothing.
func TestLookingInKeepsNothing(t *testing.T) {
	d := start(t, tuitest.Setup{})
	before, err := d.Store.Export(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d.Press("down", "1", "esc", "esc")
	d.Want("Start here:")
	if after, err := d.Store.Export(t.Context()); err != nil || len(after.Entries) != len(before.Entries) || len(after.Checks) != 0 {
		t.Errorf("kept %+v and %+v, %v", after.Entries, after.Checks, err)
	}
}

// The call goes on where it was left, in another evening too.
func TestGoesOnWhereItWasLeft(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("2", "esc", "q")
	again := d.Restart(nil)
	again.Want("2 of 3", "Which medicines")
	again.Press("tab", "tab")
	again.Want("That was the last question.", "2 questions are still open.", "> Go to what is still open")
	again.Press("enter")
	again.Want("2 of 3", "Which medicines")
}

// With the arrows and Enter alone.
func TestArrowsAndEnterDoEverything(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("> 1 Write a note")
	d.Press("enter", "a nurse", "esc", "down", "enter")
	d.Want("2 of 3")
	d.Press("down", "down", "down", "down", "down", "down", "enter")
	d.Want("1 of 3", "You heard: a good sign", "Your note: a nurse")
}

func TestLeaveOutAQuestion(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("end", "up", "enter")
	d.Want("1 of 2", "Which medicines")
	d.WantNot("How do you decide")
}

func TestHelpNowInTheMiddleOfANote(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("1", "half", "ctrl+g")
	d.Want("Porchlight > Help now")
	d.Press("esc", " way")
	d.Want("Note: half way", "Saved.")
}

func TestNoteOutlivesAnotherTheme(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("2", "1", "half")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es", Theme: "dark"}})
	d.Want("Nota: half", "Guardado.", "2 de 3")
	d.Press(" way", "enter")
	if c := heard(t, d.Store)["b1"]; c.Note != "half way" {
		t.Errorf("kept %+v", c)
	}
}

func TestLongPasteIsCutAndSaid(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("1")
	d.Send(tea.PasteMsg{Content: strings.Repeat("word\x1b[2J \u202e", 100_000)})
	d.Want("That was longer than a note can be.")
	if n := heard(t, d.Store)["a1"].Note; len(n) == 0 || len(n) > study.NoteLimit || strings.ContainsAny(n, "\x1b\u202e") {
		t.Errorf("kept a note of %d bytes", len(n))
	}
}

func TestNobodyToCall(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Call{Provider: "nobody"}})
	d.Want("This program is not on your list any more.")
	d.Press("enter", "1", "2", "tab", "esc")
	d.Want("Start here:")
}

func TestOwnQuestionsComeBehindTheFirstCall(t *testing.T) {
	store := record.NewGuest()
	furnish(t, store)
	if err := desk(t, store).AddOwnQuestion(t.Context(), "May he bring the dog?"); err != nil {
		t.Fatal(err)
	}
	d := start(t, tuitest.Setup{Store: store})
	d.Press("tab", "tab")
	d.Want("3 of 4", "Your own questions", "May he bring the dog?")
	d.WantNot("A good answer sounds like")
}

// A slow record holds nobody up: the marks wait, and all of them are kept.
func TestQuickFingers(t *testing.T) {
	d := start(t, tuitest.Setup{})
	p := d.Program
	var cmds []tea.Cmd
	for _, press := range []rune{'2', '3', '4'} {
		_, cmd := p.Update(tea.KeyPressMsg{Code: press, Text: string(press)})
		cmds = append(cmds, cmd)
	}
	d.Want("That was the last question.")
	if kept := heard(t, d.Store); len(kept) != 0 {
		t.Fatalf("kept before it was written: %+v", kept)
	}
	for _, cmd := range cmds {
		d.Run(cmd)
	}
	if kept := heard(t, d.Store); len(kept) != 3 || kept["a2"].Sign != record.Unclear {
		t.Errorf("kept %+v", kept)
	}
}

func TestFullDisk(t *testing.T) {
	kept := record.NewGuest()
	furnish(t, kept)
	store := &recordtest.Leaky{Store: kept, Fail: 1}
	d := start(t, tuitest.Setup{Store: store})
	d.Press("1", "a")
	d.Want("This was not saved", "The disk is full.", "> Try again")
	d.Press("enter")
	d.Want("Note: a", "Saved.")
	d.Press("b")
	if c := heard(t, d.Store)["a1"]; c.Note != "ab" {
		t.Errorf("kept %+v", c)
	}
}

func TestNotSavedIsNeverCalledSaved(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("1")
	_, _ = d.Program.Update(tea.KeyPressMsg{Code: 'x', Text: "x"}) // its write never ends
	d.Want("Note: x", "Not saved yet.")
	d.WantNot("Saved.")
}
