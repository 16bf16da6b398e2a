package drill_test

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestAllBest(t *testing.T) {
	d := start(t, tuitest.Setup{})
	for n := range 3 {
		answerBest(t, d)
		if got := len(answers(t, d.Store)); got != n+1 {
			t.Fatalf("after answer %d the record has %d", n+1, got)
		}
		d.Want("Yes. That is the best answer.", "Your choice, and the best answer:")
		goOn(d)
	}
	d.Want("3 of 3 with the best answer", "> Try all of them again", "Next lesson: Limits that hold", "Back")
	d.WantNot("missed")
}

func TestEveryOptionHasItsReason(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {20, 6}} {
		d := start(t, tuitest.Setup{Width: size[0], Height: size[1]})
		answer(t, d, "Send the money")
		text := all(d)
		if size[0] == 20 {
			text = strings.ReplaceAll(text, "↑", "")
			text = strings.ReplaceAll(text, "↓", "")
		}
		for _, want := range []string{
			"It meets the need,", "Many people would.", "Silence leaves",
			"Your choice:", "Best answer:", "There is a better answer",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("at %v the reasons lack %q:\n%s", size, want, text)
			}
		}
		if !marked(d, "Next question") {
			t.Errorf("at %v the end of the reasons does not lead on:\n%s", size, d.Screen())
		}
	}
}

func TestSeveralAnswers(t *testing.T) {
	d := start(t, tuitest.Setup{})
	toSeveral(t, d)
	d.Press("down", "enter")
	d.Want("> [x]")
	d.Press("space")
	d.WantNot("[x]")
	d.Press("c")
	d.Want("Choose at least one first.", "> Check my answer")
	d.Press("enter") // still nothing ticked
	d.Want("Question 3 of 3")
	put(t, d, "Groceries")
	d.Press("space")
	d.WantNot("Choose at least one")
	put(t, d, "Check my answer")
	d.Press("enter")
	d.Want("You found part of it.", "Your choice, and the best answer: Groceries", "Best answer: A ride to the program")
}

// toSeveral answers the questions before the one with several answers.
func toSeveral(t *testing.T, d *tuitest.Driver) {
	t.Helper()
	for range 2 {
		answerBest(t, d)
		goOn(d)
	}
	d.Want("You can tick more than one.")
}

// A key pressed twice never skips the reasons and never answers the next
// question.
func TestEnterTwiceSkipsNothing(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	if len(answers(t, d.Store)) != 0 {
		t.Fatal("the first Enter answered a question")
	}
	d.Press("enter", "enter")
	d.Want("Next question")
	if got := len(answers(t, d.Store)); got != 1 {
		t.Fatalf("%d answers after Enter, Enter, Enter; want 1", got)
	}
	goOn(d)
	d.Press("enter")
	if got := len(answers(t, d.Store)); got != 1 {
		t.Errorf("%d answers; the Enter that went on answered too", got)
	}
	d = start(t, tuitest.Setup{})
	toSeveral(t, d)
	answerBest(t, d)
	d.Press("enter")
	d.Want("See how it went", "Groceries")
}

// answers in flight, pressed twice, are one.
func TestOneActAtATime(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Press("enter")
	_, first := d.Program.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	_, second := d.Program.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if first == nil || second != nil {
		t.Fatalf("the second Enter did something while the first was being kept")
	}
	d.WantNot("Your choice")
	d.Send(first())
	d.Want("Your choice")
}

func TestTheMissedAreLookedAtAndTriedAgain(t *testing.T) {
	d := start(t, tuitest.Setup{})
	answer(t, d, "Send the money")
	goOn(d)
	answer(t, d, "True")
	goOn(d)
	answerBest(t, d)
	goOn(d)
	d.Want("1 of 3 with the best answer", "> Look again at the 2 with a better answer", "Try those 2 again")
	d.Press("enter")
	d.Want("Looking again: 1 of 2", "Your choice: Send the money this once", "It meets the need")
	goOn(d)
	d.Want("Looking again: 2 of 2", "Your choice: True", "Best answer: False")
	goOn(d)
	d.Want("1 of 3 with the best answer")
	put(t, d, "Try those 2 again")
	d.Press("enter")
	d.Want("Question 1 of 2")
	answer(t, d, "Offer to fill the tank")
	goOn(d)
	answer(t, d, "False")
	goOn(d)
	d.Want("2 of 2 with the best answer")
	put(t, d, "Try all of them again")
	d.Press("enter")
	d.Want("Question 1 of 3")
}

func TestResumeInTheMiddle(t *testing.T) {
	d := start(t, tuitest.Setup{})
	answer(t, d, "Send the money")
	d.Press("esc")
	d.WantNot("Your choice")
	d = d.Restart(nil)
	d.Want("You were at question 2 of 3.", "Question 2 of 3")
	answerBest(t, d)
	goOn(d)
	d.WantNot("You were at")
	answerBest(t, d)
	goOn(d)
	d.Want("2 of 3 with the best answer")
	d = d.Restart(nil)
	d.Want("Question 1 of 3")
	d.WantNot("You were at")
}

// Answers whose question or option the course no longer has are set aside.
func TestAnswersThatNoLongerFit(t *testing.T) {
	s := record.NewGuest()
	at := record.Attempt{
		ID: "old", Lesson: lesson, Seed: 7, Started: tuitest.Noon.Add(-1),
		Questions: []string{lesson + "/cash", lesson + "/never", lesson + "/several"},
	}
	for q, choice := range map[string]string{"/cash": "tank", "/never": "perhaps"} {
		err := s.SaveAnswer(t.Context(), at, record.Answer{
			Attempt: "old", Question: lesson + q, Choices: []string{choice}, Result: record.Best, At: tuitest.Noon,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	d := start(t, tuitest.Setup{Store: s})
	d.Want("You were at question 2 of 3.", "One of your earlier answers no longer fits")
}

func TestALessonWithoutQuestions(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Quiz{Lesson: "no-such"}})
	d.Want("This lesson has no questions yet.", "> Back")
	d.Press("enter")
	d.WantNot("no questions")
}

func TestQuestionsNotYetTranslated(t *testing.T) {
	d := start(t, tuitest.Setup{Lang: "es"})
	d.Want("Estas preguntas todavía no están en español.", "Pregunta 1 de 3")
	d.Press("down", "enter", "end", "enter")
	d.Want("Pregunta 2 de 3")
	d.WantNot("todavía")
}

func TestTheSummaryLeadsOn(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Lessons{}})
	d.Press("enter", "end", "enter") // the lesson, its end, its questions
	for range 3 {
		answerBest(t, d)
		goOn(d)
	}
	put(t, d, "Next lesson: Limits that hold")
	d.Press("enter")
	d.Want("Porchlight > Limits that hold")
	d.Press("esc")
	d.Want("Porchlight > Lessons")
}

func TestAFullDisk(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	d := start(t, tuitest.Setup{Store: s})
	s.Err = record.ErrFull
	put(t, d, "Send the money")
	d.Press("enter")
	d.Want("This was not saved", "The disk is full.")
	d.Press("enter") // try again: still full
	d.Want("This was not saved")
	s.Err = nil
	d.Press("enter")
	d.Want("Your choice: Send the money this once")
	if got := len(answers(t, s)); got != 1 {
		t.Errorf("the record has %d answers, want 1", got)
	}
}

func TestAFullDiskLeftBehind(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	d := start(t, tuitest.Setup{Store: s})
	answerBest(t, d)
	goOn(d)
	s.Err = record.ErrReadOnly
	put(t, d, "True")
	d.Press("enter")
	d.WantNot("Your choice")
	d.Press("down", "enter") // go on without saving
	d.Want("Your choice: True", "nothing is saved")
	goOn(d)
	answerBest(t, d)
	d.WantNot("This was not saved")
	goOn(d)
	d.Want("2 of 3 with the best answer")
}

// Closing and going back wait for an answer on its way to the record.
func TestLeavingWaitsForTheAnswer(t *testing.T) {
	for _, c := range []struct {
		key  tea.KeyPressMsg
		gone func(*tuitest.Driver) bool
	}{
		{tea.KeyPressMsg{Code: 'q', Text: "q"}, func(d *tuitest.Driver) bool { return d.Quit }},
		{tea.KeyPressMsg{Code: tea.KeyEscape}, func(d *tuitest.Driver) bool {
			return !strings.Contains(d.Screen(), "Questions:")
		}},
	} {
		d := start(t, tuitest.Setup{})
		d.Press("enter")
		_, keep := d.Program.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		if _, cmd := d.Program.Update(c.key); cmd != nil {
			t.Errorf("%v does not wait", c.key)
		}
		d.Send(keep())
		if !c.gone(d) || len(answers(t, d.Store)) != 1 {
			t.Errorf("%v: the answer was kept %d times; the page:\n%s", c.key, len(answers(t, d.Store)), d.Screen())
		}
	}
}

// Another theme is no reason to lose what was ticked or to hide the reasons.
func TestAnotherThemeChangesNothing(t *testing.T) {
	for state, keys := range states {
		d := start(t, tuitest.Setup{})
		d.Press(keys...)
		before := d.Screen()
		d.Send(tea.BackgroundColorMsg{Color: color.Black})
		if after := d.Screen(); after != before {
			t.Errorf("%s: in another theme the page is\n%s\nwas\n%s", state, after, before)
		}
	}
}

func TestByMouse(t *testing.T) {
	d := start(t, tuitest.Setup{})
	click(t, d, "Send the money")
	if !marked(d, "Send the money") || len(answers(t, d.Store)) != 0 {
		t.Fatalf("one click answered:\n%s", d.Screen())
	}
	click(t, d, "Send the money")
	d.Want("Your choice: Send the money")
	click(t, d, "Next question")
	d.Want("Question 2 of 3")
}

func click(t *testing.T, d *tuitest.Driver, text string) {
	t.Helper()
	for y, l := range strings.Split(d.Screen(), "\n") {
		if x := strings.Index(l, text); x >= 0 {
			d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
			return
		}
	}
	t.Fatalf("no line has %q:\n%s", text, d.Screen())
}

// A theme that comes while an answer is on its way keeps nobody from hearing
// that it was not saved, nor from going on when it is.
func TestAThemeWhileAnAnswerIsOnItsWay(t *testing.T) {
	s := tuitest.Refuse(record.NewGuest())
	d := start(t, tuitest.Setup{Store: s})
	put(t, d, "Send the money")
	s.Err = record.ErrFull
	d.EnterWhile(func() { d.Send(tea.BackgroundColorMsg{Color: color.White}) })
	d.Want("This was not saved")
	d.Send(tea.BackgroundColorMsg{Color: color.Black})
	s.Err = nil
	d.Press("enter")
	d.Want("Your choice: Send the money this once")
	if n := len(answers(t, s)); n != 1 {
		t.Errorf("the record has %d answers, want 1", n)
	}
}
