package handouts_test

import (
	"bytes"
	"context"
	"errors"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// start opens a page of a program that writes into a folder of the test's own.
func start(t testing.TB, s tuitest.Setup) (*tuitest.Driver, string) {
	t.Helper()
	folder := t.TempDir()
	if s.Office == nil {
		s.Office = &press.Office{}
	}
	s.Office.Folder = folder
	return tuitest.Start(t, s), folder
}

// files is the names in a folder.
func files(t testing.TB, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// written is the record of someone who wrote on a worksheet.
func written(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	e := record.Entry{Kind: record.KindField, Subject: "one-limit-i-can-keep", Key: "behavior", Fields: map[string]string{"text": "Calls at night"}, At: tuitest.Noon}
	if err := store.SaveEntries(context.Background(), e); err != nil {
		t.Fatal(err)
	}
	return store
}

func TestFrames(t *testing.T) {
	printer := func(context.Context, handout.Document, handout.Look) error { return nil }
	for at, s := range tuitest.Frames() {
		s.Store, s.Office, s.First = written(t), &press.Office{Folder: "/home/maria/Documents", Print: printer}, page.Handouts{}
		tuitest.Start(t, s).Golden("list" + at)
		s.First = page.Handouts{What: "worksheet/one-limit-i-can-keep"}
		tuitest.Start(t, s).Golden("sheet" + at)
	}
}

// With the arrows and Enter alone, from the tools to a file on the disk.
func TestWritesWhatIsChosen(t *testing.T) {
	d, folder := start(t, tuitest.Setup{Store: written(t), First: page.Tools{}})
	for range 20 {
		if strings.Contains(d.Screen(), "> Print something") {
			break
		}
		d.Press("down")
	}
	d.Press("enter")
	d.Want("Choose what to put on paper.", "> Help now", "Worksheet: One limit I can keep 1 of 2 filled in")
	d.Press("down", "down", "down", "enter")
	d.Want("> Write a file", filepath.Base(folder), "Kind of file PDF, for a printer", "What I wrote is on it")
	d.WantNot("Send it to the printer")
	if got := files(t, folder); got != "" {
		t.Errorf("written before anyone asked: %s", got)
	}
	d.Press("enter")
	d.Want("Written:", "porchlight-one-limit", "It holds your own words.")
	d.Press("enter") // again: another name, never the same
	if got := files(t, folder); got != "porchlight-one-limit-i-can-keep-2.pdf porchlight-one-limit-i-can-keep.pdf" {
		t.Errorf("the folder holds %s", got)
	}
	d.Press("down", "enter", "enter")
	d.Want("plain text (Markdown)")
	d.Press("down", "enter")
	d.Want("What I wrote is left out")
	d.Press("home", "enter")
	text, err := os.ReadFile(filepath.Join(folder, "porchlight-one-limit-i-can-keep.md"))
	if err != nil || bytes.Contains(text, []byte("Calls at night")) || !bytes.Contains(text, []byte("The one behavior")) {
		t.Errorf("%v:\n%s", err, text)
	}
}

// On a page that can be printed its key is in view, and leads to its sheet.
func TestOneKeyFromWhatCanBePrinted(t *testing.T) {
	for first, name := range map[page.Route]string{
		page.Lesson{ID: "helping-or-enabling"}: "porchlight-helping-or-enabling.pdf", page.HelpNow{}: "porchlight-help-now.pdf",
		page.Checklist{}: "porchlight-checklist.pdf", page.Checklist{Category: "medicines"}: "porchlight-medicines.pdf",
		page.Worksheet{ID: "one-limit-i-can-keep"}: "porchlight-one-limit-i-can-keep.pdf", page.Compare{}: "porchlight-compare.pdf",
	} {
		d, folder := start(t, tuitest.Setup{First: first, Width: 120, Height: 30})
		d.Want("p print")
		d.Press("p")
		d.Want("Porchlight > Print")
		d.Press("enter")
		if got := files(t, folder); got != name {
			t.Errorf("%s: the folder holds %q, not %q\n%s", first, got, name, d.Screen())
		}
		d.Press("esc")
		d.WantNot("Porchlight > Print")
		d.Press("?")
		d.Want("print what is in front")
	}
}

// Where nothing may be written there is no key, no door and no page.
func TestNothingIsPrintedWhereNothingMayBe(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lesson{ID: "helping-or-enabling"}, Width: 120, Height: 30})
	d.WantNot("p print")
	d.Press("p")
	d.Want("Porchlight > Helping or enabling?")
	d.Press("?")
	d.WantNot("print what is in front")
	tuitest.Start(t, tuitest.Setup{First: page.Tools{}}).WantNot("Print something")
	tuitest.Start(t, tuitest.Setup{First: page.Handouts{}}).Want("Close Porchlight")
}

func TestPrinter(t *testing.T) {
	var got []handout.Look
	refuse := errors.New("out of ink, says /secret/path")
	office := &press.Office{Print: func(_ context.Context, d handout.Document, l handout.Look) error {
		if got = append(got, l); len(got) > 1 {
			return refuse
		}
		return nil
	}}
	d, folder := start(t, tuitest.Setup{Office: office, First: page.Handouts{What: "now"}})
	d.Press("down", "down", "down", "enter", "down", "enter")
	d.Want("Paper A4", "Size of print large")
	d.Press("home", "down", "enter")
	d.Want("Sent to the printer.")
	d.Press("enter")
	d.Want("The printer did not take it.")
	d.WantNot("secret")
	if len(got) != 2 || got[0] != (handout.Look{Paper: handout.A4, Large: true}) || files(t, folder) != "" {
		t.Errorf("printed %v, written %q", got, files(t, folder))
	}
}

func TestFolderThatIsGone(t *testing.T) {
	d, folder := start(t, tuitest.Setup{First: page.Handouts{What: "now"}})
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	d.Press("enter")
	d.Want("It was not written: that folder is not there.")
}

func TestNothingOfThatName(t *testing.T) {
	d, _ := start(t, tuitest.Setup{First: page.Handouts{What: "lesson/none"}})
	d.Want("There is nothing here to print.", "> Go back")
}

// The language changes while something is being chosen: the choice stays.
func TestChoiceOutlivesAnotherLanguage(t *testing.T) {
	d, _ := start(t, tuitest.Setup{First: page.Handouts{What: "now"}})
	d.Press("down", "down", "enter")
	d.Want("Paper A4")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	d.Want("Papel A4")
}

// A theme that comes while a file is written keeps nobody from hearing where it
// is.
func TestAThemeWhileAFileIsWritten(t *testing.T) {
	d, _ := start(t, tuitest.Setup{First: page.Handouts{What: "now"}})
	d.EnterWhile(func() { d.Send(tea.BackgroundColorMsg{Color: color.White}) })
	d.Want("Written:", "porchlight-help-now.pdf")
}

// One key prints what a page holds, where programs are called, compared and
// planned for.
func TestPrintedFromThePagesOfCalls(t *testing.T) {
	for _, c := range []struct {
		first page.Route
		keys  []string
		says  string
	}{
		{page.Providers{}, nil, "Questions to ask a program"},
		{page.Providers{}, []string{"enter"}, "Questions for Elm Street"},
		{page.Compare{}, nil, "Side by side"},
		{page.Plan{}, nil, "Plan a week and the cost"},
	} {
		store := record.NewGuest()
		d, _ := start(t, tuitest.Setup{Office: &press.Office{}, Store: store, First: page.Settings{}})
		if c.keys != nil {
			if _, err := d.Desk.AddProvider(t.Context(), "Elm Street", "555-0100", ""); err != nil {
				t.Fatal(err)
			}
		}
		d = d.Restart(func(s *tuitest.Setup) { s.First = c.first })
		d.Press(c.keys...)
		d.Want("p print")
		d.Press("p")
		d.Want("Print", c.says, "Write a file")
	}
}

// The key works on every page: where nothing is there to print, it offers what
// can be printed; on the list itself it does nothing.
func TestKeyOnEveryPage(t *testing.T) {
	for _, on := range []page.Route{page.Home{}, page.Settings{}, page.Map{}, page.Practices{}, page.Reflections{}, page.Review{}, page.Tools{}} {
		d, _ := start(t, tuitest.Setup{First: on})
		d.Press("p")
		d.Want("Porchlight > Print")
		d.Press("p", "esc")
		d.WantNot("Porchlight > Print")
	}
}
