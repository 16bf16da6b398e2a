package checklist_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens the list of questions.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = page.Checklist{}
	}
	return tuitest.Start(t, s)
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, s)
		d.Press("space")
		d.Golden("list" + at)
		d.Press("enter")
		d.Golden("question" + at)
	}
}

func TestWritingFrame(t *testing.T) {
	d := start(t, tuitest.Setup{Width: 40, Height: 12})
	d.Press("enter", "n", "half a note")
	d.Golden("note-en-40x12")
}

func TestTickIsStillThereNextTime(t *testing.T) {
	store := record.NewGuest()
	d := start(t, tuitest.Setup{Store: store})
	d.Want("> [ ] How do you decide", "(0 of 2 asked)")
	d.Press("space")
	d.Want("> [x] How do you decide", "(1 of 2 asked)", "Right level of care 1 of 2 asked")
	d.Press("esc", "q")
	again := start(t, tuitest.Setup{Store: store})
	again.Want("> [x] How do you decide")
	again.Press("space")
	again.Want("> [ ] How do you decide", "(0 of 2 asked)")
}

// The program is closed in the middle of a note: the note is kept.
func TestClosingKeepsWhatIsTyped(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "n", "half a note", "ctrl+c")
	if !d.Quit {
		t.Fatal("it is still open")
	}
	again := d.Restart(nil)
	again.Press("enter")
	again.Want("Your note: half a note")
}

// With the arrows and Enter alone a learner opens a question, ticks it, writes
// a note on it, goes on to the next and back out.
func TestArrowsAndEnterDoEverything(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	d.Want("[ ] How do you decide", "> Mark as asked")
	d.Press("enter")
	d.Want("[x] How do you decide", "> Mark as not asked")
	d.Press("down", "enter", "They take our plan", "enter")
	d.Want("Your note: They take our plan", "> Change your note")
	d.Press("down", "enter")
	d.Want("[ ] Which medicines do you offer", "> Mark as asked")
	d.WantNot("Next question")
	d.Press("end", "enter")
	d.Want("> [ ] Which medicines do you offer", "[x] How do you decide")
}

func TestCategoryAndTheWayBack(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "down", "enter")
	d.Want("Porchlight > Questions to ask > Right level of care", "* is good to ask on a first call.",
		"> [ ] How do you decide which level of care a person needs? *")
	d.WantNot("will you tell us? *")
	d.Press("down", "enter")
	d.Want("If your program is not the right fit")
	d.WantNot("Next question")
	d.Press("left")
	d.Want("> [ ] If your program is not the right fit")
	d.Press("esc")
	d.Want("> Right level of care 0 of 2 asked")
	d.Press("esc")
	d.Want("Start here:")
}

func TestRouteOpensACategory(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Checklist{Category: "medicines"}})
	d.Want("Porchlight > Questions to ask > Medicines")
	d = start(t, tuitest.Setup{First: page.Checklist{Category: "no-such"}})
	d.Want("For a first call")
}

func TestClickOpens(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Send(tea.MouseClickMsg{X: 10, Y: 5, Button: tea.MouseLeft})
	d.Want("Which medicines do you offer", "> Mark as asked")
	for y, line := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(line, "Mark as asked") {
			d.Send(tea.MouseClickMsg{X: 6, Y: y, Button: tea.MouseLeft})
		}
	}
	d.Want("[x] Which medicines do you offer")
}

// A question longer than the window is read from its top; Enter reads on and
// chooses nothing that is out of sight.
func TestLongQuestionIsReadFirst(t *testing.T) {
	d := start(t, tuitest.Setup{Width: 24, Height: 9})
	d.Press("enter")
	d.Want("[ ] How do you decide")
	d.WantNot("Mark as asked")
	for range 10 {
		if strings.Contains(d.Screen(), "> Mark as asked") {
			break
		}
		d.Press("enter")
	}
	d.Want("> Mark as asked")
	if kept, _ := d.Store.Checks(context.Background(), ""); len(kept) != 0 {
		t.Errorf("reading on kept %v", kept)
	}
}

func TestLettersOfANoteAreLetters(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "n", "quick! ask why? space too")
	d.Want("Note: quick! ask why? space too", "enter keep", "ctrl+g Help now")
	d.Press("ctrl+g")
	d.Want("Porchlight > Help now", "They will not wake up")
	d.Press("esc")
	d.Want("Note: quick! ask why? space too")
	d.Press(" yes", "enter")
	d.Want("Your note: quick! ask why? space too yes")
	kept, err := d.Store.Checks(context.Background(), "")
	if err != nil || kept["a1"].Note != "quick! ask why? space too yes" || kept["a1"].Asked {
		t.Errorf("kept %+v, %v", kept["a1"], err)
	}
}

func TestEscLeavesANoteAsItWas(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "n", "first", "enter", "n", " and more", "esc")
	d.Want("Your note: first > ")
	d.WantNot("and more")
}

func TestEmptyNoteIsRemoved(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "n", "ab", "enter", "n", "backspace", "backspace", "enter")
	d.WantNot("Your note:")
	if kept, _ := d.Store.Checks(context.Background(), ""); len(kept) != 0 {
		t.Errorf("kept %v", kept)
	}
}

func TestLongPasteIsCutAndSaid(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "n")
	d.Send(tea.PasteMsg{Content: strings.Repeat("word\x1b[2J ", study.NoteLimit)})
	d.Want("That was longer than a note can be.")
	d.Press("enter")
	kept, _ := d.Store.Checks(context.Background(), "")
	if n := kept["a1"].Note; len(n) == 0 || len(n) > study.NoteLimit || strings.Contains(n, "\x1b") {
		t.Errorf("kept a note of %d bytes", len(n))
	}
}

// The language changes under an open note: nothing half written is lost.
func TestNoteOutlivesAnotherTheme(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "n", "half")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es", Theme: "dark"}})
	d.Want("Nota: half", "How do you decide")
	d.Press(" way", "enter")
	d.Want("Su nota: half way")
}
