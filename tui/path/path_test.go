package path_test

import (
	"context"
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func start(t *testing.T, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.First = page.Path{}
	return tuitest.Start(t, s)
}

func said(t *testing.T, d *tuitest.Driver) lessons.Situation {
	t.Helper()
	s, err := d.Desk.Situation(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, s)
		d.Golden("first" + at)
		d.Press("down", "enter", "down", "enter", "enter")
		d.Golden("safe" + at)
		for range 12 {
			d.Press("down")
		}
		d.Press("up", "up", "enter")
		d.Golden("keep" + at)
		for range 6 { // as far on as a small window needs
			if !d.Marked("") {
				d.Press("enter")
			}
		}
		d.Press("enter")
		d.Golden("refuge" + at)
	}
}

func TestNewcomerIsAskedFirst(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Newcomer: true})
	d.Want("Porchlight > What fits you", "Question 1 of 4", "What matters most right now?")
	d.Press("esc")
	d.Want("Start here:")
	again := d.Restart(nil)
	again.Want("Start here:")
}

// Whoever came for a lesson reads the lesson, and is not asked after it.
func TestNobodyIsStoppedOnTheWayToALesson(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Newcomer: true, First: page.Lesson{ID: "limits-that-hold"}})
	d.Want("Porchlight > Limits that hold")
	d.Press("space", "esc")
	d.Want("Go on with: Limits that hold")
}

func TestAnswersAreKeptOneByOne(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter")
	d.Want("Question 2 of 4", "Who is the person to you?")
	d.Press("down", "enter")
	d.Want("Question 3 of 4")
	if s := said(t, d.Restart(nil)); s != (lessons.Situation{Urgent: lessons.Talking, Relationship: lessons.Partner}) {
		t.Errorf("kept %+v", s)
	}
	d.Press("esc")
	d.Want("> My husband, wife or partner your answer")
	d.Press("up", "enter")
	if s := said(t, d); s.Relationship != lessons.Parent {
		t.Errorf("kept %+v", s)
	}
	d.Press("s")
	d.Want("Start here:")
}

func TestSkippingOneTakesItsAnswerBack(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter", "esc")
	d.Want("> How to talk with them your answer")
	d.Press("end", "up", "enter")
	d.Want("Question 2 of 4")
	if s := said(t, d); s.Urgent != "" {
		t.Errorf("kept %+v", s)
	}
}

// Danger leads to Help now at once; the questions wait below.
func TestDangerLeadsToHelpNow(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	d.Want("Porchlight > Help now", "911")
	d.Press("esc")
	d.Want("Question 2 of 4")
}

func TestSafetyIsForThisVisitUnlessTheLearnerSaysSo(t *testing.T) {
	for _, c := range []struct {
		keys []string
		now  lessons.Safety
		kept bool
		want string
	}{
		{[]string{"down", "enter", "enter"}, lessons.SafeNo, false, "Your safety comes first."},
		{[]string{"down", "down", "enter", "down", "enter"}, lessons.SafeUnsure, true, "Your safety comes first."},
		{[]string{"enter", "enter"}, lessons.SafeYes, false, "Start here:"},
		{[]string{"end", "enter"}, "", false, "Start here:"},
	} {
		d := start(t, tuitest.Setup{})
		d.Press("down", "enter", "enter", "enter")
		d.Want("The last question is private.", "Are you safe at home?")
		d.Press(c.keys...)
		d.Want(c.want)
		if s := said(t, d); s.Safe != c.now {
			t.Errorf("%v: now %q", c.keys, s.Safe)
		}
		later := d.Restart(func(s *tuitest.Setup) { s.First = nil })
		if s := said(t, later); (s.Safe != "") != c.kept {
			t.Errorf("%v: later %q", c.keys, s.Safe)
		}
		later.WantNot("safe")
	}
}

func TestAGuestIsNotAskedToKeep(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Desk.GoOnWithoutSaving(context.Background())
	d.Press("down", "enter", "enter", "enter", "down", "enter")
	d.Want("Your safety comes first.", "ctrl+x")
}

func TestWhatWasSaidOnSafetyIsNotShownAgain(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter", "enter", "enter", "down", "enter", "down", "enter")
	d.Want("Your safety comes first.")
	again := d.Restart(nil)
	again.Press("down", "enter", "enter", "enter")
	again.Want("Are you safe at home?", "> Yes")
	again.WantNot("your answer")
}

// full is a record that keeps no entry a few times.
type full struct {
	record.Store
	fail int
}

func (s *full) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if s.fail != 0 {
		s.fail--
		return record.ErrFull
	}
	return s.Store.SaveEntries(ctx, e...)
}

func TestNotSaved(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &full{Store: record.NewGuest(), fail: 1}})
	d.Press("down", "enter")
	d.Want("This was not saved", "The disk is full.")
	d.Press("enter")
	d.Want("Question 2 of 4")
	if s := said(t, d); s.Urgent != lessons.Talking {
		t.Errorf("kept %+v", s)
	}
}

func TestGoOnWithoutSaving(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &full{Store: record.NewGuest(), fail: -1}})
	d.Press("down", "enter", "down", "enter")
	d.Want("Question 2 of 4", "nothing is saved")
}

func TestResizingInTheMiddle(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter")
	d.Resize(40, 12)
	d.Resize(30, 7)
	d.Want("Who is the person")
	d.Resize(80, 24)
	d.Want("Question 2 of 4")
}

// A theme that comes while an answer is on its way keeps nobody from hearing
// that it was not saved, nor from going on when it is.
func TestAThemeWhileAnAnswerIsOnItsWay(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &full{Store: record.NewGuest(), fail: 1}})
	d.Press("down")
	d.EnterWhile(func() { d.Send(tea.BackgroundColorMsg{Color: color.White}) })
	d.Want("This was not saved")
	d.Send(tea.BackgroundColorMsg{Color: color.Black})
	d.Press("enter")
	d.Want("Question 2 of 4")
	if s := said(t, d); s.Urgent != lessons.Talking {
		t.Errorf("kept %+v", s)
	}
}
