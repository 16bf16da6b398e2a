package drill_test

import (
	"testing"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func openPair(t testing.TB, s tuitest.Setup, id string) *tuitest.Driver {
	t.Helper()
	s.First = page.Pair{Lesson: id}
	return tuitest.Start(t, s)
}

// parts is what the record has of the two parts.
func parts(t testing.TB, d *tuitest.Driver) (before, after []record.Answer) {
	t.Helper()
	_, before, _ = d.Store.LatestAttempt(t.Context(), lesson, record.BeforePart)
	_, after, _ = d.Store.LatestAttempt(t.Context(), lesson, record.AfterPart)
	return before, after
}

// Before reading there are no reasons; after it there are, and what changed.
func TestBeforeAndAfter(t *testing.T) {
	d := openPair(t, tuitest.Setup{}, lesson)
	d.Want("3 questions before you read, and the same ones after.", "> Answer them now")
	d.Press("enter")
	for _, text := range []string{"Send the money", "True"} {
		answer(t, d, text)
		d.WantNot("Your choice")
	}
	d.Press("esc")
	d = d.Restart(nil)
	d.Want("You have answered 2 of 3.", "> Go on")
	d.Press("enter")
	answerBest(t, d)
	d.Want("Your answers from before reading are kept.", "> Read the lesson")
	d.WantNot("1 of 3 before")
	d.Press("enter", "end", "end", "end")
	d.Want("Answer the same questions as before")
	put(t, d, "Answer the same questions as before")
	d.Press("enter")
	d.Want("> Answer the same questions now")
	d.Press("enter")
	for range 3 {
		answerBest(t, d)
		d.Want("Yes. That is the best answer.")
		goOn(d)
	}
	d.Want("1 of 3 before, 3 of 3 now", "Before: another answer. Now: the best answer.", "It is not a test.")
	if before, after := parts(t, d); len(before) != 3 || len(after) != 3 {
		t.Errorf("the record has %d before and %d after", len(before), len(after))
	}
	put(t, d, "See the reasons")
	d.Press("enter")
	d.Want("Looking again: 1 of 3")
	for range 3 {
		goOn(d)
	}
	d.Want("1 of 3 before, 3 of 3 now")
	put(t, d, "Start over")
	d.Press("enter")
	d.Want("> Answer them now")
	d.Press("esc")
	if len(answers(t, d.Store)) != 0 {
		t.Error("the lesson's own questions count as answered")
	}
}

// Nobody is left with a mistake about danger: reasons come at once.
func TestBeforeReadingAboutDanger(t *testing.T) {
	d := openPair(t, tuitest.Setup{}, "overdose-and-naloxone")
	d.Want("the reasons come with each answer")
	d.Press("enter")
	answer(t, d, "Send the money")
	d.Want("Your choice: Send the money this once", "Many people would.")
	goOn(d)
	d.Want("Question 2 of 3")
}

// Before reading, the outline of a lesson leads there; after it no more.
func TestTheOutlineLeadsToAPair(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lesson{ID: lesson}})
	d.Press("o", "end")
	d.Want("> A few questions before and after reading")
	d.Press("enter")
	d.Want("3 questions before you read")
	d.Press("enter")
	for _, text := range []string{"Send the money", "True"} {
		answer(t, d, text)
	}
	answerBest(t, d)
	put(t, d, "Read the lesson")
	d.Press("enter", "o")
	d.WantNot("before and after reading")
}

// Someone in a hurry passes by with one key.
func TestPairIsPassedBy(t *testing.T) {
	d := openPair(t, tuitest.Setup{}, lesson)
	put(t, d, "Read the lesson")
	d.Press("enter")
	d.Want("Porchlight > Helping or enabling?")
	if before, _ := parts(t, d); len(before) != 0 {
		t.Errorf("%d answers", len(before))
	}
	d.Press("end", "end", "end")
	d.WantNot("same questions as before")
}

func TestPairOfATrack(t *testing.T) {
	d := openPair(t, tuitest.Setup{First: page.Lessons{Track: "supporting"}}, "supporting")
	d.Want("6 questions before you read", "To the lessons")
	put(t, d, "To the lessons")
	d.Press("enter")
	d.Want("Porchlight > Supporting")
	put(t, d, "A few questions before and after")
	d.Press("enter")
	d.Want("Before and after: Supporting")
}

// bothParts is a record in which a pair was answered both times, or before
// reading only.
func bothParts(t testing.TB, after bool) record.Store {
	t.Helper()
	store := record.NewGuest()
	before := map[string][]string{"steps": {"stay", "wake", "call", "spray"}, "word": nil, "sure": {"not"}, "often": {"never"}, "say": {"where"}}
	now := map[string][]string{"steps": {"wake", "spray", "call", "stay"}, "word": {"naloxone"}, "sure": {"some"}, "often": {"once"}, "say": {"nothing"}}
	keep := func(part record.Part, given map[string][]string) {
		at := record.Attempt{ID: string(part), Lesson: coursetest.KindsLesson, Part: part, Seed: 3, Started: tuitest.Noon}
		for _, id := range []string{"steps", "word", "sure", "often", "say"} {
			at.Questions = append(at.Questions, coursetest.KindsLesson+"/"+id)
		}
		for id, choices := range given {
			a := record.Answer{Attempt: at.ID, Question: coursetest.KindsLesson + "/" + id, Choices: choices, Result: record.Other, At: tuitest.Noon}
			if id == "word" {
				a.Text = "naloxone"[:4+len(choices)*4]
			}
			if err := store.SaveAnswer(t.Context(), at, a); err != nil {
				t.Fatal(err)
			}
		}
	}
	keep(record.BeforePart, before)
	if after {
		keep(record.AfterPart, now)
	}
	return store
}

// How sure one is has no better or worse: it is shown in its own words, and
// counts for nothing.
func TestPairShowsHowSure(t *testing.T) {
	d := openPair(t, tuitest.Setup{Course: coursetest.Kinds(t), Store: bothParts(t, true)}, coursetest.KindsLesson)
	d.Want("0 of 4 before, 3 of 4 now", "Before: Not sure. Now: Somewhat sure.", "Before: another answer. Now: part of it.")
}

func TestPairFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for state, store := range map[string]record.Store{"unasked": record.NewGuest(), "between": bothParts(t, false), "compared": bothParts(t, true)} {
			s.Course, s.Store = coursetest.Kinds(t), store
			openPair(t, s, coursetest.KindsLesson).Golden("pair-" + state + at)
		}
	}
}

// No size of window draws a line too wide, in any state of a pair.
func TestEverySizeFitsAPair(t *testing.T) {
	for _, store := range []record.Store{record.NewGuest(), bothParts(t, false), bothParts(t, true)} {
		d := openPair(t, tuitest.Setup{Course: coursetest.Kinds(t), Store: store, Lang: "es"}, coursetest.KindsLesson)
		for width := 20; width <= 120; width += 7 {
			d.Resize(width, 6+width*5%35)
			fits(t, d, width, 6+width*5%35, "pair")
		}
	}
}

func TestNoPair(t *testing.T) {
	d := openPair(t, tuitest.Setup{}, "no-such")
	d.Want("This lesson has no questions yet.", "> Back")
}

func TestPairOnAFullDisk(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	d := openPair(t, tuitest.Setup{Store: s}, lesson)
	d.Press("enter")
	s.Err = record.ErrFull
	put(t, d, "Send the money")
	d.Press("enter")
	d.Want("This was not saved")
	s.Err = nil
	d.Press("enter")
	d.Want("Question 2 of 3")
	if before, _ := parts(t, d); len(before) != 1 {
		t.Errorf("%d answers kept", len(before))
	}
}
