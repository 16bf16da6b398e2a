package coursemap_test

import (
	"context"
	"testing"

	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// halfway is someone who read one lesson of three, this week.
func halfway(t *testing.T) record.Store {
	t.Helper()
	store := record.NewGuest()
	for _, err := range []error{
		store.SavePlace(context.Background(), record.Place{Lesson: "helping-or-enabling", Reached: 100, Done: tuitest.Noon, At: tuitest.Noon}),
		store.AddEvent(context.Background(), record.Event{Kind: record.KindReview, ID: "1", At: tuitest.Noon.AddDate(0, 0, -2)}),
		store.AddEvent(context.Background(), record.Event{Kind: record.KindReview, ID: "2", At: tuitest.Noon.AddDate(0, 0, -20)}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.First, s.Store = page.Map{}, halfway(t)
		tuitest.Start(t, s).Golden("map" + at)
	}
}

func TestDoneNextAndMinutesLeft(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Map{}, Store: halfway(t)})
	d.Want("(*)(>)( )", "1 of 3 done, about 2 min left", "Helping or enabling? done", "> Limits that hold next, 1 min",
		"You read 1 lesson.", "You went over 1 card.")
	d.Press("enter", "space", "space", "space", "esc")
	d.Want("(*)(*)(>)", "You read 2 lessons.")
}

// A path for people whose home is not safe is not drawn: the page would tell.
func TestThePathOfAnUnsafeHomeIsNotDrawn(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.HelpNow{}})
	if err := d.Desk.SaveSafety(context.Background(), lessons.SafeNo, false); err != nil {
		t.Fatal(err)
	}
	d.Press("esc")
	d.Send(page.Opened{To: page.Map{}})
	d.Want("Porchlight > The course at a glance", "Overdose and naloxone")
	d.WantNot("(>)")
	d.WantNot("next")
}

func TestAnswersCanBeChanged(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Map{}})
	d.WantNot("seven days")
	d.Press("end", "enter")
	d.Want("Question 1 of 4")
}
