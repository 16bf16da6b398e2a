package e2e_test

import (
	"strings"
	"testing"
)

// onHome stands on the home screen, and nowhere else.
const onHome = "It is not treatment."

// TestEverythingIsWhereItWasLeft goes through a first evening, closes the
// program, and comes back.
func TestEverythingIsWhereItWasLeft(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 80, 24, nil)
	w.start("Start here: Helping or enabling?", onHome)

	w.press("Enter") // the lesson, to its end, screen by screen
	w.want("In one study of 42 couples", "esc back")
	w.pressUntil("Space", "You have read this lesson to the end.")
	w.choose("Answer its questions")
	w.want("Question 1 of 3")
	w.answerTo("Question 2 of 3")
	w.answerTo("Question 3 of 3")

	w.press("Escape") // in the middle of the questions, back to home
	w.want("You have read this lesson to the end.")
	w.press("Escape")
	w.want(onHome, "1 of 2 read")

	w.choose("Tools") // tick a question and write a note
	w.want("Porchlight > Tools")
	w.choose("Questions to ask a program")
	w.want("For a first call", "How do you decide which level of care")
	w.press("Enter")
	w.want("Why ask: The wrong level wastes time")
	w.press("Space")
	w.want("[x] How do you decide")
	w.press("n")
	w.want("Enter keeps your note")
	w.write("called, they were kind!")
	w.want("called, they were kind!")
	w.press("Enter")
	w.want("Your note: called, they were kind!")

	w.press("q")
	w.ended()

	k := h.kept(t)
	if len(k.Answers) != 2 || len(k.Checks) != 1 || !k.Checks[0].Asked || k.Checks[0].Note != "called, they were kind!" {
		t.Errorf("the record holds %d answers and the checks %+v", len(k.Answers), k.Checks)
	}
	if len(k.Places) != 1 || k.Places[0].Done.IsZero() {
		t.Errorf("the record holds the places %+v", k.Places)
	}

	w.start(onHome, "1 of 2 read", "Go on with:")
	w.choose("Tools")
	w.want("Porchlight > Tools")
	w.want("1 of 3 asked")
	w.choose("Questions to ask a program")
	w.want("[x] How do you decide")
	w.press("Enter")
	w.want("Your note: called, they were kind!")
	w.press("q")
	w.ended()

	w.enter(w.command + " quiz/helping-or-enabling")
	w.want("You were at question 3 of 3.")
	w.answerTo("of 3 with the best answer")
	w.press("q")
	w.ended()
	if k := h.kept(t); len(k.Answers) != 3 {
		t.Errorf("the record holds %d answers, want 3", len(k.Answers))
	}
	h.whole(t)
}

// TestALessonOpensWhereItWasLeft leaves a lesson in its middle.
func TestALessonOpensWhereItWasLeft(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 40, 12, nil, "lesson/limits-that-hold")
	w.start("Limits that hold")
	w.pressUntil("Down", "Could I keep doing it?")
	w.press("q")
	w.ended()
	if k := h.kept(t); len(k.Places) != 1 || k.Places[0].Reached == 0 || !k.Places[0].Done.IsZero() {
		t.Errorf("the record holds the places %+v", k.Places)
	}
	w.start("Could I keep doing it?")
}

// answerTo answers the question in front with its first option, reads the
// reasons, and goes on until a text of the next screen is there.
func (w *terminal) answerTo(next string) {
	w.t.Helper()
	w.until("the answers lead to "+next, func() bool {
		switch now := flat(w.screen()); {
		case strings.Contains(now, next):
			return true
		case strings.Contains(now, "enter tick") && strings.Contains(now, "[x]"):
			w.pressed("c")
		case strings.Contains(now, "enter "):
			w.pressed("Enter")
		}
		return false
	})
}
