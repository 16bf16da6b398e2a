package review_test

import (
	"context"
	"fmt"
	"image/color"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// learned is the record of someone who answered all questions of two lessons
// four days ago.
func learned(t testing.TB) record.Store {
	t.Helper()
	store := record.NewGuest()
	ago := tuitest.Noon.AddDate(0, 0, -4)
	for lesson, questions := range map[string][]string{
		"helping-or-enabling": {"cash", "never", "several"}, "limits-that-hold": {"cash", "never", "several"},
	} {
		at := record.Attempt{ID: lesson, Lesson: lesson, Started: ago}
		for _, q := range questions {
			at.Questions = append(at.Questions, lesson+"/"+q)
		}
		for i, q := range at.Questions {
			a := record.Answer{Attempt: at.ID, Question: q, Choices: []string{"a"}, Result: record.Other, At: ago.Add(time.Duration(i) * time.Minute)}
			if err := store.SaveAnswer(context.Background(), at, a); err != nil {
				t.Fatal(err)
			}
		}
	}
	return store
}

func start(t testing.TB, s tuitest.Setup) *tuitest.Driver {
	t.Helper()
	s.First = page.Review{}
	if s.Store == nil {
		s.Store = learned(t)
	}
	return tuitest.Start(t, s)
}

func events(t testing.TB, d *tuitest.Driver) []record.Event {
	t.Helper()
	e, err := d.Store.Events(context.Background(), record.KindReview, "")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		d := start(t, s)
		d.Golden("front" + at)
		toAnswer(d)
		d.Golden("back" + at)
		s.Store = record.NewGuest()
		start(t, s).Golden("none" + at)
	}
}

// kinds are the questions of the course with one of every kind that come back as
// cards and look otherwise than a choice.
var kinds = []string{"steps", "sort", "word", "say"}

func TestFramesOfEveryKind(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for _, kind := range kinds {
			s.Course, s.Store = coursetest.Kinds(t), answered(t, kind)
			d := start(t, s)
			d.Golden("front-" + kind + at)
			turn(t, d)
			d.Golden("back-" + kind + at)
		}
	}
}

// answered is the record of someone who answered one question four days ago.
func answered(t testing.TB, question string) record.Store {
	t.Helper()
	store, ago := record.NewGuest(), tuitest.Noon.AddDate(0, 0, -4)
	id := coursetest.KindsLesson + "/" + question
	at := record.Attempt{ID: "a", Lesson: coursetest.KindsLesson, Questions: []string{id}, Started: ago}
	if err := store.SaveAnswer(context.Background(), at, record.Answer{Attempt: "a", Question: id, Choices: []string{"a"}, Result: record.Other, At: ago}); err != nil {
		t.Fatal(err)
	}
	return store
}

// turn turns the card over.
func turn(t testing.TB, d *tuitest.Driver) {
	t.Helper()
	for range 12 {
		if d.Shows("> Show the answer") || d.Shows("> Mostrar la respuesta") {
			d.Press("enter")
			return
		}
		d.Press("down")
	}
	t.Fatalf("the card cannot be turned:\n%s", d.Screen())
}

// toAnswer turns the card over, from wherever the page stands in the question.
func toAnswer(d *tuitest.Driver) {
	for range 20 {
		d.Press("up")
	}
	for range 12 {
		if d.Press("enter"); d.Shows("best answer") || d.Shows("mejor respuesta") || d.Shows("mejores respuestas") {
			return
		}
	}
}

// say turns the card over and gives the grade with that name.
func say(d *tuitest.Driver, name string) {
	grade(d, name)
	d.Press("enter")
}

// grade turns the card over and puts the mark on the grade with that name.
func grade(d *tuitest.Driver, name string) {
	toAnswer(d)
	for range 30 {
		if d.Press("down"); d.Shows("> " + name) {
			break
		}
	}
}

func TestADayHasFiveCardsAndThenRests(t *testing.T) {
	d := start(t, tuitest.Setup{})
	for i := range 5 {
		d.Want(fmt.Sprintf("Card %d of 5 for today", i+1))
		say(d, []string{"Got it", "Not yet"}[i%2])
	}
	d.Want("That is all for today.")
	if e := events(t, d); len(e) != 5 || e[0].Fields["grade"] != "got-it" || e[1].Fields["grade"] != "not-yet" || e[0].Fields["day"] != "2026-11-23" {
		t.Errorf("kept %+v", e)
	}
	d.Restart(nil).Want("That is all for today.")
}

func TestUndoBringsTheCardBack(t *testing.T) {
	d := start(t, tuitest.Setup{})
	before := d.Screen()
	say(d, "Got it")
	d.Want("Card 2 of 5")
	if d.Press("u"); d.Screen() != before {
		t.Errorf("it was\n%s\nand is\n%s", before, d.Screen())
	}
	if e := events(t, d); len(e) != 0 {
		t.Errorf("kept %+v", e)
	}
	say(d, "Not yet")
	again := d.Restart(nil) // also after coming back
	again.Press("u")
	if again.Screen() != before {
		t.Errorf("it was\n%s\nand is\n%s", before, again.Screen())
	}
}

func TestPause(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("down", "enter")
	d.Want("Review is paused.")
	again := d.Restart(nil)
	again.Want("Review is paused.", "> Go on with review")
	again.Press("enter")
	again.Want("Card 1 of 5 for today")
}

func TestNoCardsYet(t *testing.T) {
	d := start(t, tuitest.Setup{Store: record.NewGuest()})
	d.Want("There are none yet.", "> See the lessons")
	d.Press("enter")
	d.Want("Porchlight > Lessons")
}

// What the learner answered today comes tomorrow at the soonest.
func TestNothingComesOnTheSameDay(t *testing.T) {
	at := tuitest.Noon.AddDate(0, 0, -4)
	d := start(t, tuitest.Setup{Now: func() time.Time { return at }})
	d.Want("No cards today.")
}

// How many cards wait is said nowhere, however many they are.
func TestNoDebtIsCounted(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("of 5 for today")
	d.WantNot("6")
	d.Press("esc")
	d.WantNot("cards")
}

// A record of another pack, or of another version: what makes no sense here is
// passed over and stays.
func TestCardsOfAnotherPack(t *testing.T) {
	store := learned(t)
	at := record.Attempt{ID: "x", Lesson: "gone", Questions: []string{"gone/q", "helping-or-enabling/gone"}, Started: tuitest.Noon.AddDate(0, 0, -9)}
	for _, q := range at.Questions {
		if err := store.SaveAnswer(context.Background(), at, record.Answer{Attempt: "x", Question: q, Choices: []string{"a"}, Result: record.Other, At: at.Started}); err != nil {
			t.Fatal(err)
		}
	}
	for id, fields := range map[string]map[string]string{
		"1": {"card": "gone/q", "day": "2026-11-22", "grade": "got-it"},
		"2": {"card": "helping-or-enabling/cash", "day": "yesterday", "grade": "got-it"},
		"3": {"card": "helping-or-enabling/cash", "day": "2026-11-22", "grade": "hard"},
		"4": {},
	} {
		e := record.Event{Kind: record.KindReview, Subject: "gone", ID: id, Fields: fields, At: tuitest.Noon}
		if err := store.AddEvent(context.Background(), e); err != nil {
			t.Fatal(err)
		}
	}
	d := start(t, tuitest.Setup{Store: store})
	d.Want("Card 1 of 5 for today")
	if e := events(t, d); len(e) != 4 {
		t.Errorf("%d reviews are kept", len(e))
	}
}

// leaky is a record that keeps no event a few times.
type leaky struct {
	record.Store
	fail int
}

func (s *leaky) AddEvent(ctx context.Context, e record.Event) error {
	if s.fail != 0 {
		s.fail--
		return record.ErrFull
	}
	return s.Store.AddEvent(ctx, e)
}

func TestNotSaved(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &leaky{Store: learned(t), fail: 1}})
	say(d, "Got it")
	d.Want("This was not saved", "The disk is full.")
	d.Press("enter")
	d.Want("Card 2 of 5 for today")
	if e := events(t, d); len(e) != 1 {
		t.Errorf("kept %+v", e)
	}
}

// deaf is a record that cannot be read at first.
type deaf struct {
	record.Store
	fail int
}

func (s *deaf) FirstAnswers(ctx context.Context) ([]record.Answer, error) {
	if s.fail > 0 {
		s.fail--
		return nil, record.ErrBusy
	}
	return s.Store.FirstAnswers(ctx)
}

func TestUnreadableRecord(t *testing.T) {
	d := start(t, tuitest.Setup{Store: &deaf{Store: learned(t), fail: 1}})
	d.Want("could not read your progress", "> Try again")
	d.Press("enter")
	d.Want("Card 1 of 5 for today")
}

func TestAnotherWindowInTheMiddle(t *testing.T) {
	d := start(t, tuitest.Setup{})
	toAnswer(d)
	d.Resize(30, 7)
	d.Resize(80, 24)
	d.Want("best answer")
}

// A theme that comes while a grade is on its way keeps nobody from hearing that
// it was not saved, and the card is not asked again.
func TestAThemeWhileAGradeIsOnItsWay(t *testing.T) {
	s := &leaky{Store: learned(t), fail: 1}
	d := start(t, tuitest.Setup{Store: s})
	grade(d, "Got it")
	d.EnterWhile(func() { d.Send(tea.BackgroundColorMsg{Color: color.White}) })
	d.Want("This was not saved")
	d.Send(tea.BackgroundColorMsg{Color: color.Black})
	d.Press("enter")
	d.Want("Card 2 of 5 for today")
	if e := events(t, d); len(e) != 1 {
		t.Errorf("kept %+v", e)
	}
}
