package worksheet_test

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

const limit = "one-limit-i-can-keep"

// start opens the worksheet of the small course.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = page.Worksheet{ID: limit}
	}
	return tuitest.Start(t, s)
}

// kept is what the record has of the worksheet, by field.
func kept(t testing.TB, s record.Store) map[string]string {
	t.Helper()
	entries, err := s.Entries(context.Background(), record.KindField, limit)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, e := range entries {
		texts[e.Key] = e.Fields["text"]
	}
	return texts
}

// filled is a record in which one field was written, and one that the worksheet
// no longer has.
func filled(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	for key, text := range map[string]string{"behavior": "Calls after ten at night.\nNot the morning ones.", "gone": "An old thought"} {
		e := record.Entry{Kind: record.KindField, Subject: limit, Key: key, Fields: map[string]string{"text": text}, At: tuitest.Noon}
		if err := store.SaveEntries(context.Background(), e); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.Store = filled(t)
		d := start(t, s)
		d.Golden("sheet" + at)
		d.Press("down", "enter")
		d.Golden("writing" + at)
	}
}

func TestOtherFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.Store = filled(t)
		d := start(t, s)
		d.Press("enter")
		d.Golden("example" + at)
		d.Press("esc", "down", "c")
		d.Golden("clearing" + at)
		s.First = page.Worksheets{}
		tuitest.Start(t, s).Golden("list" + at)
	}
}

// With the arrows and Enter alone, and Esc when done, a learner opens a
// worksheet, writes two lines and finds them again next time.
func TestWrittenIsStillThereNextTime(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Worksheets{}})
	d.Press("enter")
	d.Want("Porchlight > One limit I can keep", "> See it filled in by someone", "nothing written yet")
	d.Press("down", "enter", "Calls at night", "enter", "and texts", "esc")
	d.Want("> The one behavior | Calls at night | and texts")
	again := d.Restart(nil)
	again.Want("1 of 2 filled in")
	again.Press("enter")
	again.Want("| Calls at night | and texts")
	if got := kept(t, d.Store)["behavior"]; got != "Calls at night\nand texts" {
		t.Errorf("kept %q", got)
	}
}

// Word by word, what is written goes to the record, and only what is there is
// called saved.
func TestSavedIsSaidOnlyOfWhatIsKept(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter", "one two")
	if got := kept(t, d.Store)["behavior"]; got != "one" {
		t.Errorf("after a word and a half, kept %q", got)
	}
	d.WantNot("Saved.")
	d.Press("space")
	d.Want("Saved.")
	if got := kept(t, d.Store)["behavior"]; got != "one two" {
		t.Errorf("kept %q", got)
	}
}

func TestClosingKeepsHalfAWord(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter", "half")
	d.Press("ctrl+c")
	if got := kept(t, d.Store)["behavior"]; got != "half" || !d.Quit {
		t.Errorf("kept %q, closed %v", got, d.Quit)
	}
}

func TestClearingOneAsksFirst(t *testing.T) {
	d := start(t, tuitest.Setup{Store: filled(t)})
	d.Press("down", "c")
	d.Want(`Clear what you wrote here? "The one behavior"`, "> No, keep it")
	d.Press("enter")
	d.Want("> The one behavior | Calls after ten")
	d.Press("c", "down", "enter")
	d.Want("> The one behavior nothing written yet")
	if got := kept(t, d.Store); got["behavior"] != "" || got["gone"] == "" {
		t.Errorf("kept %v", got)
	}
}

func TestClearingAllAsksFirst(t *testing.T) {
	d := start(t, tuitest.Setup{Store: filled(t)})
	d.Want("What you wrote in parts this worksheet no longer has", "An old thought")
	d.Press("end", "up", "enter")
	d.Want(`Clear all you wrote on this worksheet? "One limit I can keep"`)
	d.Press("esc")
	d.Want("> Clear all I wrote here")
	d.Press("enter", "down", "enter")
	d.WantNot("Calls after ten")
	d.WantNot("An old thought")
	d.WantNot("Clear all I wrote here")
	if got := kept(t, d.Store); len(got) != 0 {
		t.Errorf("kept %v", got)
	}
}

func TestEmptiedFieldIsRemoved(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter", "ab", "backspace", "backspace", "esc")
	d.Want("> The one behavior nothing written yet")
	if got := kept(t, d.Store); len(got) != 0 {
		t.Errorf("kept %v", got)
	}
}

func TestLettersAreLetters(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter", "quick! c? why")
	d.Want("quick! c? why", "esc done", "ctrl+g Help now")
	d.Press("ctrl+g")
	d.Want("Porchlight > Help now")
	d.Press("esc")
	d.Want("quick! c? why")
}

func TestEndlessPasteIsCutAndSaid(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter")
	d.Send(tea.PasteMsg{Content: strings.Repeat("word\x1b[2J\u202e\n", study.FieldLimit)})
	d.Want("That is more than fits here.")
	d.Press("esc")
	if got := kept(t, d.Store)["behavior"]; len(got) == 0 || len(got) > study.FieldLimit || strings.ContainsAny(got, "\x1b\u202e") {
		t.Errorf("kept %d bytes", len(got))
	}
}

func TestExampleBehindOneKey(t *testing.T) {
	d := start(t, tuitest.Setup{Width: 40, Height: 10})
	d.Press("down", "enter")
	d.Want("Something you can see")
	d.WantNot("Example:")
	d.Press("tab")
	d.Want("Example: Calling me after drinking")
	d.Press("tab")
	d.WantNot("Example:")
}

// The language changes under an open field: nothing half written is lost.
func TestFieldOutlivesAnotherLanguage(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter", "half")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es", Theme: "dark"}})
	d.Want("half", "esc listo")
	d.Resize(40, 12)
	d.Press(" way", "esc")
	d.Want("| half way")
}

func TestFullDisk(t *testing.T) {
	store := &leaky{Store: record.NewGuest(), fail: 1}
	d := start(t, tuitest.Setup{Store: store})
	d.Press("down", "enter", "word ")
	d.Want("This was not saved", "The disk is full.", "> Try again")
	d.WantNot("Saved.")
	d.Press("enter")
	d.Want("word", "Saved.")
	if got := kept(t, d.Store)["behavior"]; got != "word" {
		t.Errorf("kept %q", got)
	}
}

// leaky is a record that cannot be written a few times.
type leaky struct {
	record.Store
	fail int
}

func (s *leaky) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if s.fail > 0 {
		s.fail--
		return record.ErrFull
	}
	return s.Store.SaveEntries(ctx, e...)
}

// In a small window the worksheet is read from its top, the line of safety
// first, before anything can be chosen.
func TestSmallWindowIsReadFromTheTop(t *testing.T) {
	d := start(t, tuitest.Setup{Width: 24, Height: 8})
	d.Want("Write for yourself.")
	for range 10 {
		if strings.Contains(d.Screen(), "> See it filled") {
			break
		}
		d.Press("enter")
	}
	d.Want("> See it filled in")
}

func TestNoSuchWorksheet(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Worksheet{ID: "none\x1b[2J"}})
	d.Want("There is no worksheet called \"none[2J\".", "> Go back")
	d.Press("enter")
	d.Want("Close Porchlight")
}

func TestUnreadableRecord(t *testing.T) {
	store := &deaf{Store: filled(t), fail: 1}
	d := start(t, tuitest.Setup{Store: store})
	d.Want("Porchlight could not open this worksheet just now.", "> Try again")
	d.Press("enter")
	d.Want("| Calls after ten at night.")
}

// deaf is a record that cannot be read a few times.
type deaf struct {
	record.Store
	fail int
}

func (s *deaf) Entries(ctx context.Context, kind record.Kind, subject string) ([]record.Entry, error) {
	if s.fail > 0 && kind == record.KindField {
		s.fail--
		return nil, record.ErrBusy
	}
	return s.Store.Entries(ctx, kind, subject)
}
