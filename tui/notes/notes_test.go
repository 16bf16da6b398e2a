package notes_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// Where the paragraph of these tests is.
const (
	lesson = "helping-or-enabling"
	key    = "most-families-do-this-out-of"
)

// start opens the page of one paragraph.
func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	if s.First == nil {
		s.First = page.Note{Lesson: lesson, At: key}
	}
	return tuitest.Start(t, s)
}

// noteOf is the note that a store has.
func noteOf(t testing.TB, s record.Store) (string, bool) {
	t.Helper()
	entries, err := s.Entries(context.Background(), record.KindMark, lesson)
	if err != nil || len(entries) > 1 {
		t.Fatalf("the record has %+v, %v", entries, err)
	}
	if len(entries) == 0 {
		return "", false
	}
	return entries[0].Fields["note"], true
}

// filled is a record with a mark of each sort and one whose words are gone.
func filled(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	desk := study.NewDesk(study.Options{Course: coursetest.Open(t), Store: store, Lang: "en", Now: tuitest.Clock()})
	for _, m := range []study.Mark{
		{Lesson: lesson, Key: key, Quote: "Most families do this out of love and fear.", Lang: "en", Note: "Ask about this on Friday", Ask: true},
		{Lesson: "limits-that-hold", Key: "the-test", Quote: "The test", Lang: "en", Bookmark: true},
		{Lesson: lesson, Key: "words-that-are-gone", Quote: "Words that nobody reads any longer here", Lang: "en", Note: "My own words"},
	} {
		if err := desk.SaveMark(context.Background(), m); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.Store, s.First = filled(t), page.Notes{}
		d := start(t, s)
		d.Golden("list" + at)
		d.Press("enter")
		d.Golden("note" + at)
		d.Press("enter", " please")
		d.Golden("writing" + at)
		s.Store = record.NewGuest()
		start(t, s).Golden("none" + at)
	}
}

// Each letter is in the record when the page says saved, and none is lost.
func TestANoteIsKeptAsItIsTyped(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "is that us? q!")
	d.Want("is that us? q!", "Saved.")
	if note, _ := noteOf(t, d.Store); note != "is that us? q!" {
		t.Errorf("the record has %q", note)
	}
	d.Press("enter", "second line", "esc")
	d.Want("Your note: is that us? q! second line", "> Change your note")
	d = d.Restart(nil)
	d.Want("Your note: is that us?")
}

func TestClosingInTheMiddleLosesNothing(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	var pending []tea.Cmd
	for _, r := range "half a wo" { // no write has ended when the learner closes
		_, cmd := d.Program.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		pending = append(pending, cmd)
	}
	d.Want("half a wo")
	d.WantNot("Saved.")
	d.Press("ctrl+c")
	for _, cmd := range pending {
		if cmd != nil {
			d.Send(cmd())
		}
	}
	if note, _ := noteOf(t, d.Store); note != "half a wo" || !d.Quit {
		t.Errorf("closed: %v; the record has %q", d.Quit, note)
	}
}

func TestTicks(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter")
	d.Want("> [x] Ask the clinician about this", "[ ] Bookmark")
	d.Press("down", "enter", "up", "enter")
	d.Want("> [ ] Ask the clinician about this", "[x] Bookmark")
	d.Press("down", "enter")
	if _, any := noteOf(t, d.Store); any {
		t.Error("a mark that says nothing is kept")
	}
}

// Removing asks first, and leaves nothing.
func TestRemove(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "mine", "esc", "down", "down", "down", "down")
	d.Want("> Remove all of it")
	d.Press("enter")
	d.Want("They will be gone for good.", "> Keep them")
	d.Press("enter")
	d.Want("Your note: mine", "> Remove all of it")
	d.Press("enter", "down", "enter")
	d.WantNot("Your note:")
	if _, any := noteOf(t, d.Store); any {
		t.Error("the note is still in the record")
	}
}

func TestTheListLeadsToThePlace(t *testing.T) {
	d := start(t, tuitest.Setup{Store: filled(t), First: page.Notes{}, Width: 40, Height: 12})
	d.Want("To ask the clinician", "> Ask about this on Friday")
	d.Press("enter", "down", "down", "down", "enter")
	if first := strings.Split(d.Screen(), "\n")[1]; !strings.Contains(first, "Most families do this") {
		t.Errorf("the paragraph is not first:\n%s", d.Screen())
	}
	d.Press("esc")
	d.Want("> Ask about this on Friday")
}

// A paragraph that is gone says so; the words of the learner stay, and can be
// changed and removed.
func TestAParagraphThatIsGone(t *testing.T) {
	d := start(t, tuitest.Setup{Store: filled(t), First: page.Note{Lesson: lesson, At: "words-that-are-gone"}})
	d.Want("Words that nobody reads any longer here", "These words are no longer in the lesson.", "Your note: My own words")
	d.WantNot("Go to this paragraph")
	d.Press("enter", " too", "esc")
	d.Want("Your note: My own words too")
}

func TestALessonThatIsGone(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Note{Lesson: "no-such", At: "x"}})
	d.Want("That lesson is not in this course.", "> Back")
	d.Press("enter")
	d.WantNot("That lesson is not")
}

func TestFullDisk(t *testing.T) {
	refusing := tuitest.Refuse(record.NewGuest())
	refusing.Err = record.ErrFull
	d := start(t, tuitest.Setup{Store: refusing})
	d.Press("down", "enter")
	d.Want("This was not saved", "The disk is full.")
	refusing.Err = nil
	d.Press("enter")
	d.Want("[x] Ask the clinician about this")
}

func TestANoteOutlivesAnotherTheme(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter", "half")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es", Theme: "dark"}})
	d.Want("half", "Most families")
	d.Press(" way", "esc")
	d.Want("Su nota: half way")
}

func TestLongPasteIsCutAndSaid(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	d.Send(tea.PasteMsg{Content: strings.Repeat("word\x1b[2J ", study.NoteLimit)})
	d.Want("That was longer than a note can be.")
	d.Press("esc")
	if note, _ := noteOf(t, d.Store); len(note) == 0 || len(note) > study.NoteLimit || strings.Contains(note, "\x1b") {
		t.Errorf("kept a note of %d bytes", len(note))
	}
}
