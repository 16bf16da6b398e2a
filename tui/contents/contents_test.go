package contents_test

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// halfway is the record of someone who finished one lesson and its questions,
// and is in the middle of another.
func halfway(t *testing.T) record.Store {
	t.Helper()
	ctx := context.Background()
	store := record.NewGuest()
	at := record.Attempt{ID: "1", Lesson: "helping-or-enabling", Questions: []string{"a", "b", "c"}, Started: tuitest.Noon}
	answer := func(q string, r record.Result) error {
		return store.SaveAnswer(ctx, at, record.Answer{Attempt: "1", Question: q, Result: r, At: tuitest.Noon})
	}
	for _, err := range []error{
		store.SavePlace(ctx, record.Place{Lesson: "helping-or-enabling", Reached: 100, Done: tuitest.Noon, At: tuitest.Noon}),
		store.SavePlace(ctx, record.Place{Lesson: "limits-that-hold", Reached: 60, At: tuitest.Noon}),
		answer("a", record.Best), answer("b", record.Other), answer("c", record.Best),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.Store, s.First = halfway(t), page.Lessons{}
		tuitest.Start(t, s).Golden("all" + at)
	}
}

func TestSaysHowFarInWords(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Store: halfway(t), First: page.Lessons{Track: "supporting"}})
	d.Want("Helping or enabling?", "done questions: 2 of 3", "Limits that hold", "60% read")
	d.WantNot("Overdose and naloxone")
}

func TestStartsOnTheFirstLessonNotDone(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Store: halfway(t), First: page.Lessons{}})
	d.Want("> Limits that hold")
	d.Press("enter")
	d.Want("Porchlight > Limits that hold")
	d.Press("esc")
	d.Want("Porchlight > Lessons")
}

func TestFromOneTrackToAll(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{Track: "safety"}})
	d.Want("Porchlight > Safety")
	d.Press("end", "enter")
	d.Want("Porchlight > Lessons", "Supporting", "Overdose and naloxone")
	d.Press("esc")
	d.Want("Start here:")
}

func TestUnknownTrackShowsAll(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{Track: "no-such"}})
	d.Want("Porchlight > Lessons", "Helping or enabling?", "Overdose and naloxone")
}

func TestClickOpens(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{Track: "safety"}})
	d.Send(tea.MouseClickMsg{X: 8, Y: 4, Button: tea.MouseLeft})
	d.Want("Porchlight > Overdose and naloxone")
}

func TestUnreadableRecord(t *testing.T) {
	store := &deaf{Store: record.NewGuest(), fail: 2}
	d := tuitest.Start(t, tuitest.Setup{Store: store, First: page.Lessons{}})
	d.Want("Porchlight could not read your progress just now.")
	d.Press("enter")
	d.Want("Helping or enabling?")
}

// deaf is a record that cannot be read a few times.
type deaf struct {
	record.Store
	fail int
}

func (s *deaf) Places(ctx context.Context) (map[string]record.Place, error) {
	if s.fail > 0 {
		s.fail--
		return nil, record.ErrDamaged
	}
	return s.Store.Places(ctx)
}
