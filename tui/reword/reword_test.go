package reword_test

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

func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.First = page.Reword{}
	return tuitest.Start(t, s)
}

// write writes a sentence from the opening.
func write(d *tuitest.Driver, text string) {
	d.Nth(0)
	d.Press(text, "enter")
}

// sentences is what the record has.
func sentences(t testing.TB, s record.Store) []record.Entry {
	t.Helper()
	entries, err := s.Entries(t.Context(), record.KindReword, "")
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// through answers every part: it has the first two, and not the others.
func through(d *tuitest.Driver) {
	for i := range study.Parts() {
		d.Nth(min(1, i/2))
	}
}

var states = map[string]func(*tuitest.Driver){
	"opening": func(*tuitest.Driver) {},
	"writing": func(d *tuitest.Driver) { d.Nth(0); d.Press("You never call when you are late, and I sit here") },
	"part":    func(d *tuitest.Driver) { write(d, "You never call when you are late.") },
	"summary": func(d *tuitest.Driver) { write(d, "Please text me by nine."); through(d) },
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for state, lead := range states {
			d := start(t, s)
			lead(d)
			d.Golden(state + at)
		}
	}
}

func TestEverySizeFits(t *testing.T) {
	for state, lead := range states {
		d := start(t, tuitest.Setup{Lang: "es"})
		lead(d)
		d.FitsEverySize(state)
	}
}

func TestASentenceIsHeldAgainstTheParts(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("If words have ever gotten you hurt", "Porchlight cannot tell how good a sentence is.", "> Write a sentence")
	d.Press("enter")
	d.Want("I say:", "Nothing is kept unless you choose it.", "enter go on", "esc stop writing")
	d.Press("You never call!", "enter")
	d.Want("Your sentence: You never call!", `It starts with "you never".`, "Part 1 of 7: Be brief", "Is it one or two short sentences?", "For example:")
	d.Pick("Yes")
	d.Want("Part 2 of 7: Be positive")
	d.WantNot("It starts with")
	d.Pick("Change my sentence")
	d.Want("I say: You never call!")
	for range len("You never call!") {
		d.Press("backspace")
	}
	d.Press("I worry. Please text me by nine.", "enter")
	d.Want("How it was at first: You never call!", "Your sentence: I worry. Please text me by nine.", "Part 1 of 7")
	through(d)
	d.WantAll("[x] Be brief: Yes", "[x] Be positive: Yes", "[ ] Offer to help: Not yet", "Any two or three will do")
	if got := sentences(t, d.Store); len(got) != 0 {
		t.Errorf("not chosen, and kept: %v", got)
	}
}

func TestKeptWhenChosen(t *testing.T) {
	d := start(t, tuitest.Setup{})
	write(d, "Please text me by nine.")
	through(d)
	d.Pick("Keep this sentence")
	d.WantAll("Kept on this computer.")
	got := sentences(t, d.Store)
	if len(got) != 1 || got[0].Fields["text"] != "Please text me by nine." || got[0].Fields["parts"] != "brief positive" {
		t.Fatalf("kept %v", got)
	}
	again := d.Restart(nil)
	again.Pick("Look at the sentence I kept")
	again.Want("> Please text me by nine. kept on Nov 23, 2026")
	again.Press("enter")
	again.WantAll("[x] Be brief", "Remove this sentence")
	again.Pick("Remove this sentence")
	again.WantAll("Removed. Nothing of it is kept any more.")
	if got := sentences(t, again.Store); len(got) != 0 {
		t.Errorf("after removing: %v", got)
	}
}

func TestBackGoesOneStep(t *testing.T) {
	d := start(t, tuitest.Setup{})
	write(d, "I was scared.")
	d.Pick("Not yet")
	d.Press("esc")
	d.Want("Part 1 of 7")
	d.Press("esc")
	d.Want("I say: I was scared.")
	d.Press("esc")
	d.WantAll("Your sentence: I was scared.", "Any two or three")
	d.Press("esc")
	d.Want("Write a sentence")
	d.Press("enter", "esc")
	d.Want("Write a sentence")
	d.Press("enter", "enter")
	d.Want("Write a sentence")
	d.Press("esc")
	d.Want("Start here:")
}

func TestAnEndlessPasteIsCut(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	d.Send(tea.PasteMsg{Content: "\x1b[2J\u202e" + strings.Repeat("always late ", 2000)})
	d.Want("That was longer than fits here.")
	d.Press("enter")
	d.WantAll(`It has "always" in it.`, "words. One or two short sentences are easier to hear.")
}

func TestSafetyFirst(t *testing.T) {
	store := record.NewGuest()
	err := store.SaveEntries(t.Context(), record.Entry{
		Kind: record.KindSituation, Key: "safe", Fields: map[string]string{"safe": "unsure"}, At: tuitest.Noon,
	})
	if err != nil {
		t.Fatal(err)
	}
	d := start(t, tuitest.Setup{Store: store})
	d.Want("First: not if you may be hurt.", "call 988", "> Help now")
	d.Pick("Write a sentence")
	d.Want("I say:")
}

// A full store has no room for one save.
type full struct {
	record.Store
	left int
}

func (s *full) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if s.left > 0 {
		s.left--
		return record.ErrFull
	}
	return s.Store.SaveEntries(ctx, e...)
}

func TestFullDisk(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &full{record.NewGuest(), 1}})
	write(d, "I was scared.")
	through(d)
	d.Pick("Keep this sentence")
	d.Want("This was not saved", "> Try again")
	d.Press("enter")
	d.WantAll("Kept on this computer.")
	if got := sentences(t, d.Store); len(got) != 1 {
		t.Errorf("kept %v", got)
	}
}

func TestGuestIsOfferedNothingToKeep(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Desk.GoOnWithoutSaving(t.Context())
	write(d, "I was scared.")
	through(d)
	if strings.Contains(d.All(), "Keep this sentence") {
		t.Error("a guest is offered to keep")
	}
}

func TestAnotherLanguageKeepsTheSentence(t *testing.T) {
	d := start(t, tuitest.Setup{})
	write(d, "I was scared.")
	d.Pick("Yes")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	d.Want("Su frase: I was scared.", "Parte 2 de 7")
}
