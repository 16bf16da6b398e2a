package intents_test

import (
	"context"
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// taken is the record of someone who has one step to try, tried one and let
// one go.
func taken(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	for lesson, is := range map[string][2]string{
		"helping-or-enabling":   {"open", "Take one slow walk. Before you answer the next request for money, wait until the next morning, and say that you will."},
		"limits-that-hold":      {"tried", "Say one thing you will do, once, in a calm voice."},
		"overdose-and-naloxone": {"let-go", "Find out where you can get naloxone near you."},
	} {
		e := record.Entry{Kind: record.KindIntent, Subject: lesson, Fields: map[string]string{"state": is[0], "text": is[1]}, At: tuitest.Noon}
		if err := store.SaveEntries(context.Background(), e); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func kept(t testing.TB, d *tuitest.Driver, lesson string) string {
	t.Helper()
	entries, err := d.Store.Entries(context.Background(), record.KindIntent, lesson)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) == 0 {
		return ""
	}
	return entries[0].Fields["state"]
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.First, s.Store = page.Intents{}, taken(t)
		d := tuitest.Start(t, s)
		d.Golden("list" + at)
		d.Press("enter")
		d.Golden("step" + at)
		d.Press("enter")
		d.Golden("tried" + at)
		s.Store = nil
		tuitest.Start(t, s).Golden("none" + at)
	}
}

func TestFitsEverySize(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Intents{}, Store: taken(t)})
	d.FitsEverySize("list")
	d.Press("enter")
	d.FitsEverySize("step")
}

// From the end of a lesson to the list, to having tried it, and back.
func TestTakenTriedPutBackAndRemoved(t *testing.T) {
	const lesson = "helping-or-enabling"
	d := tuitest.Start(t, tuitest.Setup{})
	d.WantNot("What I said I would try")
	d.Send(page.Opened{To: page.Lesson{ID: lesson}})
	d.Press("end")
	d.Pick("Keep \"Try this today\"")
	d.Want("> It is on my list of what to try")
	if kept(t, d, lesson) != "open" {
		t.Fatalf("kept %q", kept(t, d, lesson))
	}
	d.Press("esc")
	d.Pick("What I said I would try")
	d.Want("To try", "> Take one slow walk.", "From: Helping or enabling?")
	d.Press("enter")
	d.Want("Take one slow walk.", "There is no hurry.", "> I tried it")
	d.Press("enter")
	d.Want("That counts, however it went.", "> Go back")
	if kept(t, d, lesson) != "tried" {
		t.Errorf("kept %q", kept(t, d, lesson))
	}
	d.Pick("Put it back")
	d.Want("There is no hurry.")
	d.Pick("Let it go")
	d.Want("That is all right.")
	if kept(t, d, lesson) != "let-go" {
		t.Errorf("kept %q", kept(t, d, lesson))
	}
	d.Press("esc")
	d.Want("You let go", "> Take one slow walk.")
	d.Press("enter")
	d.Pick("Remove it for good")
	d.Want("This is no longer on your list.")
	if kept(t, d, lesson) != "" {
		t.Errorf("kept %q", kept(t, d, lesson))
	}
	d.Press("enter")
	d.Want("There is nothing here yet.")
	d.Press("esc")
	d.WantNot("What I said I would try")
}

func TestNotSaved(t *testing.T) {
	store := tuitest.Refuse(taken(t))
	d := tuitest.Start(t, tuitest.Setup{First: page.Intents{}, Store: store})
	d.Press("enter")
	store.Err = record.ErrFull
	d.Press("enter")
	d.Want("This was not saved")
	d.WantNot("That counts")
	store.Err = nil
	d.Press("enter")
	d.Want("That counts, however it went.")
	if kept(t, d, "helping-or-enabling") != "tried" {
		t.Errorf("kept %q", kept(t, d, "helping-or-enabling"))
	}
}

// A theme that comes while a step is on its way keeps nobody from hearing that
// it was not saved.
func TestAThemeWhileAStepIsOnItsWay(t *testing.T) {
	store := tuitest.Refuse(taken(t))
	d := tuitest.Start(t, tuitest.Setup{First: page.Intents{}, Store: store})
	d.Press("enter")
	store.Err = record.ErrFull
	d.EnterWhile(func() { d.Send(tea.BackgroundColorMsg{Color: color.White}) })
	d.Want("This was not saved")
	store.Err = nil
	d.Press("enter")
	d.Want("That counts, however it went.")
}

func TestAnUnknownStep(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Intent{Lesson: "gone"}})
	d.Want("This is no longer on your list.", "> Go back")
}
