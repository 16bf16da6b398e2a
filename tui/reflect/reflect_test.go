package reflect_test

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// states are what leads to each state of the page, from its opening.
var states = map[string]func(*tuitest.Driver){
	"opening": func(*tuitest.Driver) {},
	"asking":  func(d *tuitest.Driver) { d.Nth(0) },
	"safety":  func(d *tuitest.Driver) { d.Nth(0); answer(d, someDays, mostDays, notAtAll) },
	"closing": func(d *tuitest.Driver) { d.Nth(0); answer(d, someDays, mostDays, mostDays) },
	"unsafe":  func(d *tuitest.Driver) { d.Nth(0); answer(d, someDays, mostDays, notAtAll); d.Nth(2) },
	"answers": func(d *tuitest.Driver) { d.Nth(0); answer(d, someDays, mostDays, mostDays); d.Nth(2) },
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for _, state := range []string{"asking", "safety", "closing", "unsafe"} {
			d := start(t, s)
			states[state](d)
			d.Golden(state + at)
		}
		s.Store = looked(t)
		d := start(t, s)
		d.Nth(1)
		d.Golden("over-time" + at)
		d.Press("esc")
		d.Nth(2)
		d.Golden("picking" + at)
		s.First = page.Reflections{}
		start(t, s).Golden("list" + at)
	}
}

func TestEverySizeFits(t *testing.T) {
	for state, lead := range states {
		d := start(t, tuitest.Setup{Lang: "es"})
		lead(d)
		d.FitsEverySize(state)
	}
	d := start(t, tuitest.Setup{Lang: "es", Store: looked(t)})
	d.Nth(1)
	d.FitsEverySize("over time")
}

func TestNothingIsKeptUnlessChosen(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("This is not a test.", "Nothing you answer is kept, unless you choose it at the end.", "> Begin")
	d.Press("enter")
	d.Want("1 of 3: Covering up", "How often did you cover up", "( ) Not at all")
	answer(d, mostDays, notAtAll, mostDays)
	d.WantAll("Take one thing from this, or none.", "Covering up: Helping or enabling?", "You did it out of love.")
	d.WantNot("Limits")
	d.Pick("Close it, and keep nothing")
	d.Want("Start here:")
	if events := kept(t, d.Store); len(events) != 0 {
		t.Errorf("kept %v", events)
	}
}

func TestKeptWhenChosen(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	answer(d, mostDays, notAtAll, mostDays)
	d.Pick("Keep these answers on this computer")
	d.Want("Kept on this computer.")
	want := map[string]string{"covering-up": "2", "saying-no": "0", "safe": "2"}
	if events := kept(t, d.Store); len(events) != 1 || events[0].Subject != doing.ID || !maps.Equal(events[0].Fields, want) {
		t.Errorf("kept %+v", kept(t, d.Store))
	}
	d.WantAll("Close it", "See how I answered over time")
	again := d.Restart(func(s *tuitest.Setup) { s.First = page.Reflections{} })
	again.Want("> How am I doing? kept once")
}

func TestSkipAndChange(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	d.Pick("Skip this one")
	d.Want("2 of 3")
	answer(d, mostDays)
	d.Press("esc")
	d.Want("2 of 3", "> (x) Most days")
	d.Pick("Go back to the one before")
	d.Want("1 of 3", "( ) Most days")
	d.WantNot("(x)")
	d.Pick("Finish here")
	d.Pick("Look at my answers, or change one")
	d.WantAll("not answered", "How often did you say yes", "Most days")
	d.Pick("How often did you say yes")
	d.Pick("Take my answer back")
	d.Want("Your answers.")
	d.Pick("That is all")
	d.WantAll("Your answers point to no one lesson.")
}

func TestSafetyDoesNotWait(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	answer(d, mostDays, mostDays, notAtAll)
	d.Want("Your safety comes first.", "You deserve to be safe.", "call 911", "call 988", "ctrl+x closes Porchlight at once",
		"Your answer is not kept", "> Help now")
	d.Press("enter")
	d.Want("Porchlight > Help now")
	d.Press("esc")
	d.Pick("Read: Overdose and naloxone")
	d.Want("Porchlight > Overdose and naloxone")
	d.Press("esc")
	d.Pick("Go on with the questions")
	// Nothing that could raise the danger, though two answers lead there.
	all := d.All()
	for _, not := range []string{"Limits that hold", "Helping or enabling?"} {
		if strings.Contains(all, not) {
			t.Errorf("not safe at home, and offered %s", not)
		}
	}
	d.WantAll("The rest can wait.", "Safety at home: Overdose and naloxone")
	if len(kept(t, d.Store)) != 0 {
		t.Error("kept, and not chosen")
	}
	// From now on, in this visit, safety stands before a practice too.
	d.Send(page.Opened{To: page.Practice{ID: "cash-at-the-door"}})
	d.Want("First: not if you may be hurt.")
}

func TestKeepingAnAnswerAboutSafety(t *testing.T) {
	for choice, want := range map[string]map[string]string{
		"Keep nothing": nil,
		"Keep it without the answers about safety": {"covering-up": "2", "saying-no": "2"},
		"Keep all of it": {"covering-up": "2", "saying-no": "2", "safe": "0"},
	} {
		d := start(t, tuitest.Setup{})
		d.Press("enter")
		answer(d, mostDays, mostDays, notAtAll)
		d.Pick("Go on with the questions")
		d.Pick("Keep these answers")
		d.Want("Someone else who can open this computer could read what is kept", "> Keep nothing")
		d.Pick("What else stays on this computer")
		d.WantNot("Think first.")
		d.Press("esc")
		d.Pick(choice)
		events := kept(t, d.Store)
		if want == nil && len(events) != 0 || want != nil && (len(events) != 1 || !maps.Equal(events[0].Fields, want)) {
			t.Errorf("%s: kept %v", choice, events)
		}
	}
}

func TestLeavingSaysWhatIsLost(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	answer(d, mostDays)
	d.Press("esc", "esc", "esc")
	d.Want("Your answers are not kept. If you leave now, they are gone.", "> Stay here")
	d.Press("enter")
	d.Want("> Go on where I was")
	d.Press("enter")
	d.Want("1 of 3", "> (x) Most days")
	d.Press("esc", "esc")
	d.Pick("Leave, and keep nothing")
	d.Want("Start here:")
}

func TestOverTime(t *testing.T) {
	d := start(t, tuitest.Setup{Store: looked(t)})
	d.Pick("See how I answered over time")
	d.Want("It is no score", "Covering up", "Nov 2, 2026 . . o Most days", "Nov 16, 2026 o . . Not at all",
		"The time before: Some days. Now: Not at all.")
	d.WantAll("The same as the time before: Some days.", "Safety at home", "Nov 16, 2026 . . o Most days")
	d.Press("esc")
	d.Pick("Remove what was kept of this")
	d.Want("This removes the answers you kept 3 times.", "> Leave them")
	d.Pick("Remove them")
	d.Want("Removed. Nothing of it is kept any more.")
	if events := kept(t, d.Store); len(events) != 0 {
		t.Errorf("kept %v", events)
	}
}

func TestOneTimeIsRemovedAlone(t *testing.T) {
	d := start(t, tuitest.Setup{Store: looked(t)})
	d.Pick("Remove one of the times I kept")
	d.Want("Choose one to remove it.", "> Go back", "Nov 16, 2026, 20:00", "Nov 9, 2026, 20:00", "Nov 2, 2026, 20:00")
	d.Pick("Nov 9, 2026, 20:00")
	d.Want("This removes the answers you kept on Nov 9, 2026, 20:00.", "> Leave them")
	d.Press("enter")
	if events := kept(t, d.Store); len(events) != 3 {
		t.Fatalf("not sure, and removed: %v", events)
	}
	d.Pick("Remove one of the times I kept")
	d.Pick("Nov 9, 2026, 20:00")
	d.Pick("Remove them")
	d.Want("Removed. The other times are still kept.", "kept 2 times")
	if events := kept(t, d.Store); len(events) != 2 || events[0].ID != "a" || events[1].ID != "c" {
		t.Errorf("kept %v", events)
	}
}

// The answers just kept can be removed again, and kept anew.
func TestWhatWasJustKeptIsRemoved(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	answer(d, mostDays, mostDays, mostDays)
	d.Pick("Keep these answers")
	d.Press("esc", "esc", "esc", "esc")
	d.Pick("Remove what was kept of this")
	d.Pick("Remove them")
	d.Want("Removed. Nothing of it is kept any more.", "> Go on where I was")
}

func TestAnotherLanguageKeepsTheAnswers(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	answer(d, mostDays)
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	d.Want("2 de 3")
	d.Press("esc")
	d.Want("1 de 3", "(x) Most days")
}

// Another language may have fewer questions: what was answered there goes, and
// that is said.
func TestAnotherLanguageWithFewerQuestions(t *testing.T) {
	_, quizFiles := coursetest.Files(t)
	data, err := fs.ReadFile(quizFiles, "en/reflections/how-am-i-doing.yaml")
	if err != nil {
		t.Fatal(err)
	}
	from, to := bytes.Index(data, []byte("  - id: safe\n")), bytes.Index(data, []byte("closing:"))
	fewer := slices.Concat(data[:from], data[to:])
	d := start(t, tuitest.Setup{Course: coursetest.With(t, map[string][]byte{"es/reflections/how-am-i-doing.yaml": fewer})})
	d.Press("enter")
	answer(d, mostDays, someDays, mostDays)
	d.Press("esc")
	d.Want("3 of 3", "> (x) Most days")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	d.Want("2 de 2", "(x) Some days", "En este idioma no están todas las preguntas.")
	d.Press("esc")
	d.Want("1 de 2", "(x) Most days")
}

// A full store has no room for one event.
type full struct {
	record.Store
	left int
}

func (s *full) AddEvent(ctx context.Context, e record.Event) error {
	if s.left > 0 {
		s.left--
		return record.ErrFull
	}
	return s.Store.AddEvent(ctx, e)
}

func TestFullDisk(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &full{record.NewGuest(), 1}})
	d.Press("enter")
	answer(d, mostDays, mostDays, mostDays)
	d.Pick("Keep these answers")
	d.Want("This was not saved", "The disk is full.", "> Try again")
	d.Press("enter")
	d.Want("Kept on this computer.")
	if events := kept(t, d.Store); len(events) != 1 {
		t.Errorf("kept %v", events)
	}
}

func TestGuestIsOfferedNothingToKeep(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Desk.GoOnWithoutSaving(t.Context())
	d.Press("enter")
	answer(d, mostDays, mostDays, mostDays)
	if strings.Contains(d.All(), "Keep these answers") {
		t.Error("a guest is offered to keep")
	}
}

func TestNoSuchReflection(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Reflection{ID: "gone-since"}})
	d.Want("There is no reflection of that name here.", "> Other reflections")
	d.Press("enter")
	d.Want("Porchlight > Reflections")
}

// Looks kept of items and places that the pack no longer has are passed over.
func TestLooksOfAnotherPack(t *testing.T) {
	store := looked(t)
	err := store.AddEvent(t.Context(), record.Event{
		Kind: record.KindReflection, Subject: doing.ID, ID: "z", At: tuitest.Noon,
		Fields: map[string]string{"gone-since": "1", "covering-up": "17", "safe": "no number"},
	})
	if err != nil {
		t.Fatal(err)
	}
	d := start(t, tuitest.Setup{Store: store})
	d.Pick("See how I answered over time")
	d.Want("The time before: Some days. Now: Not at all.")
	if len(kept(t, d.Store)) != 4 {
		t.Error("a look of another pack is lost")
	}
}
