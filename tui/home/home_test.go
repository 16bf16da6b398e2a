package home_test

import (
	"context"
	"testing"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		tuitest.Start(t, s).Golden("home" + at)
	}
}

func TestWideFrame(t *testing.T) {
	tuitest.Start(t, tuitest.Setup{Store: begun(t), Width: 200, Height: 50}).Golden("begun-en-200x50")
}

// begun is the record of someone who finished one lesson, left another half
// read, and asked one question.
func begun(t *testing.T) record.Store {
	t.Helper()
	ctx := context.Background()
	store := record.NewGuest()
	for _, err := range []error{
		store.SavePlace(ctx, record.Place{Lesson: "helping-or-enabling", Reached: 100, Done: tuitest.Noon, At: tuitest.Noon}),
		store.SavePlace(ctx, record.Place{Lesson: "overdose-and-naloxone", Reached: 40, At: tuitest.Noon}),
		store.SaveCheck(ctx, record.Check{Question: "a2", Asked: true, At: tuitest.Noon}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func TestFirstVisitStartsWithTheFirstLesson(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{})
	d.Want("> Start here: Helping or enabling?", "This is education. It is not treatment.")
	d.Press("enter")
	d.Want("Porchlight > Helping or enabling?")
}

func TestGoesOnWhereTheLearnerWas(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Store: begun(t)})
	d.Want("> Go on with: Overdose and naloxone 40% read", "Supporting 1 of 2 read")
	d.Press("enter")
	d.Want("Porchlight > Overdose and naloxone")
}

func TestEveryItemOpens(t *testing.T) {
	for presses, want := range map[int]string{
		1: "Porchlight > Supporting", 3: "Porchlight > Practice", 4: "Porchlight > Tools",
		5: "Porchlight > Help now", 6: "Porchlight > Settings", 7: "Porchlight > Keys",
	} {
		d := tuitest.Start(t, tuitest.Setup{})
		for range presses {
			d.Press("down")
		}
		d.Press("enter")
		d.Want(want)
		d.Press("esc")
		d.Want("Start here:")
	}
}

func TestCloseQuits(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{})
	d.Press("end", "enter")
	if !d.Quit {
		t.Error("Close did not close")
	}
}

func TestComingBackShowsWhatChanged(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{})
	d.Want("Supporting 0 of 2 read")
	d.Press("enter", "space", "space", "space", "esc")
	d.Want("Supporting 1 of 2 read")
}

func TestGuestIsTold(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{})
	d.Desk.GoOnWithoutSaving(context.Background())
	d.Press("?", "esc")
	d.Want("Nothing is saved here. When you close Porchlight, it forgets this visit.")
}

func TestUnreadableRecord(t *testing.T) {
	store := &deaf{Store: record.NewGuest(), fail: 1}
	d := tuitest.Start(t, tuitest.Setup{Store: store})
	d.Want("Porchlight could not read your progress just now.", "> Try again", "Help now")
	d.WantNot("busy")
	d.Press("enter")
	d.Want("Start here:")
}

// deaf is a record that cannot be read a few times.
type deaf struct {
	record.Store
	fail int
}

func (s *deaf) Places(ctx context.Context) (map[string]record.Place, error) {
	if s.fail > 0 {
		s.fail--
		return nil, record.ErrBusy
	}
	return s.Store.Places(ctx)
}

// A guest sits at a screen that others may see, and is not asked unless they
// choose to be.
func TestAGuestIsOfferedTheQuestions(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Newcomer: true, First: page.HelpNow{}})
	d.Desk.GoOnWithoutSaving(context.Background())
	d.Press("esc")
	d.Want("> Start here:", "What fits you")
	d.Press("down", "down", "down", "enter")
	d.Want("Question 1 of 4")
	d.Press("down", "enter", "s")
	d.Want("> Start here:")
	d.WantNot("What fits you")
}
