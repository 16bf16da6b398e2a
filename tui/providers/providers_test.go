package providers_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course"
	"porchlight/internal/record"
	"porchlight/internal/record/recordtest"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens the list of programs.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.First = page.Providers{}
	return tuitest.Start(t, s)
}

// two is a list of two programs.
func two(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	d := start(t, s)
	d.Press("enter", "Northside House", "enter", "555-0100", "enter", "esc", "down", "enter", "Open Door", "enter", "enter", "esc", "home")
	return d
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := two(t, s)
		d.Golden("list" + at)
		d.Press("enter")
		d.Golden("one" + at)
		d.Press("end", "up", "enter")
		d.Golden("remove" + at)
	}
	d := start(t, tuitest.Setup{})
	d.Golden("empty-en-80x24")
	d.Press("enter")
	d.Golden("name-en-80x24")
}

func TestAddChangeAndRemove(t *testing.T) {
	d := two(t, tuitest.Setup{})
	d.Want("> Northside House 0 of 3 asked 555-0100 Open Door 0 of 3 asked", "Compare them")
	d.Press("down", "enter")
	d.Want("Programs to ask > Open Door", "> Call: go through the questions", "Write down the phone number")
	d.Press("down", "down", "enter", "Ask for Dana", "enter")
	d.Want("Your note: Ask for Dana", "> Change your note")
	d.Press("down", "enter", " Center", "enter")
	d.Want("Programs to ask > Open Door Center", "Your note: Ask for Dana")
	d.Press("down", "enter")
	d.Want("Remove Open Door Center?", "cannot be brought back", "> Keep it")
	d.Press("enter")
	d.Want("> Remove this program")
	d.Press("enter", "down", "enter")
	d.Want("Northside House")
	d.WantNot("Open Door")
	again := d.Restart(nil)
	again.Want("> Northside House")
	again.WantNot("Open Door")
}

func TestEscLeavesThingsAsTheyWere(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "North", "esc")
	d.Want("> Add a program")
	d.WantNot("North")
	d.Press("enter", "enter") // no name, no program
	d.Want("> Add a program")
	if e, _ := d.Store.Entries(context.Background(), record.KindProvider, ""); len(e) != 0 {
		t.Errorf("kept %+v", e)
	}
}

func TestCallFromTheListAndBack(t *testing.T) {
	d := two(t, tuitest.Setup{})
	d.Press("enter", "enter")
	d.Want("Porchlight > Call > Northside House", "1 of 3")
	d.Press("2", "esc")
	d.Want("> Go on with the call")
	d.Press("esc")
	d.Want("> Northside House 1 of 3 asked")
}

func TestOwnQuestions(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter")
	d.Want("Programs to ask > Your own questions", "> Add a question")
	d.Press("enter", "Is there a bus?", "enter")
	d.Want("Is there a bus?", "> Add a question")
	d.Press("home", "enter", " Late?", "enter")
	d.Want("> Is there a bus? Late?")
	d.Press("enter")
	for range len("Is there a bus? Late?") {
		d.Press("backspace")
	}
	d.Press("enter")
	d.WantNot("Is there a bus?")
	d.Press("esc")
	d.Want("> Your own questions")
}

func TestWhatApplies(t *testing.T) {
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	d := start(t, tuitest.Setup{Course: c})
	d.Pick("What applies to you")
	d.Want("What applies to you", "> [x] The program offers housing", "[x] It is about a teenager")
	d.Press("enter")
	d.Want("> [ ] The program offers housing")
	d.Press("end", "up", "up")
	d.Golden("scope-en-80x24")
	if err := d.Desk.HideQuestion(t.Context(), "a2", true); err != nil {
		t.Fatal(err)
	}
	again := d.Restart(nil)
	again.Pick("What applies to you")
	again.Press("end", "up")
	again.Want("Questions you left out", "> If you are not a good fit")
	again.Press("enter")
	again.WantNot("Questions you left out")
}

// The commands that pass answers on and lock them are one step away, and not
// offered to a visitor, who has neither.
func TestPassingOnAndLocking(t *testing.T) {
	for _, size := range []struct{ width, height int }{{40, 12}, {80, 24}} {
		d := start(t, tuitest.Setup{Width: size.width, Height: size.height})
		d.Pick("Pass answers on")
		d.Golden(fmt.Sprintf("file-en-%dx%d", size.width, size.height))
		d.WantAll("porchlight checklist export", "porchlight checklist import", "porchlight record lock")
		d.Press("esc")
		d.Want("> Pass answers on, or lock them")
	}
	d := start(t, tuitest.Setup{Guest: true})
	d.WantNot("Pass answers on")
}

// A list far longer than its limit opens at once and says what it shows.
func TestTenThousandPrograms(t *testing.T) {
	store := record.NewGuest()
	var entries []record.Entry
	for i := range 10_000 {
		entries = append(entries, record.Entry{
			Kind: record.KindProvider, Subject: fmt.Sprintf("p-%05d", i), At: tuitest.Noon,
			Fields: map[string]string{"name": fmt.Sprintf("Program %05d", i), "note": strings.Repeat("word ", 20)},
		})
	}
	if err := store.SaveEntries(t.Context(), entries...); err != nil {
		t.Fatal(err)
	}
	d := start(t, tuitest.Setup{Store: store})
	d.Want("> Program 00000")
	d.Press("end", "up", "up", "up", "up")
	d.Want("Program 00099", "9900 more are in your record.", "The list holds 100 programs at most.")
	d.WantNot("Add a program")
}

func TestNamesAreCleaned(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	d.Send(tea.PasteMsg{Content: "Evil\x1b]52;c;AAAA\x07\u202enoihsaf \u2066house"})
	d.Press("enter")
	frame := d.Raw()
	if strings.ContainsAny(frame, "\x07\u202e\u2066") || strings.Contains(frame, "\x1b]52") {
		t.Errorf("the frame holds what a terminal obeys: %q", frame)
	}
	p, _, err := d.Desk.Providers(t.Context())
	if err != nil || len(p) != 1 || strings.ContainsAny(p[0].Name, "\x1b\x07\u202e\u2066") {
		t.Errorf("kept %+v, %v", p, err)
	}
}

// The program is closed in the middle of a note: the note is kept.
func TestClosingKeepsWhatIsTyped(t *testing.T) {
	d := two(t, tuitest.Setup{})
	d.Press("enter", "down", "down", "enter", "half a note", "ctrl+c")
	if !d.Quit {
		t.Fatal("it is still open")
	}
	p, _, err := d.Desk.Providers(t.Context())
	if err != nil || p[0].Note != "half a note" {
		t.Errorf("kept %+v, %v", p[0], err)
	}
}

func TestFieldOutlivesAnotherTheme(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "North")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es", Theme: "dark"}})
	d.Want("Nombre: North")
	d.Press("side", "enter", "enter")
	d.Want("Programas para llamar > Northside")
}

func TestFullDisk(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &recordtest.Leaky{Store: record.NewGuest(), Fail: 1}})
	d.Press("enter", "Northside", "enter")
	d.Want("This was not saved", "> Try again")
	d.Press("enter", "enter")
	d.Want("Programs to ask > Northside")
	p, _, err := d.Desk.Providers(t.Context())
	if err != nil || len(p) != 1 {
		t.Errorf("kept %+v, %v", p, err)
	}
}
