package drill_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// kinds opens a lesson with a question of every kind, at the one named.
func kinds(t testing.TB, s tuitest.Setup, question string) *tuitest.Driver {
	t.Helper()
	s.Course = coursetest.Kinds(t)
	if s.Store == nil {
		s.Store = record.NewGuest()
	}
	at := record.Attempt{ID: "begun", Lesson: coursetest.KindsLesson, Seed: 7, Started: tuitest.Noon, Questions: []string{coursetest.KindsLesson + "/" + question}}
	s.First = page.Quiz{Lesson: coursetest.KindsLesson}
	s.Store = begun{s.Store, at}
	return tuitest.Start(t, s)
}

// begun is a record with an attempt that has no answer yet.
type begun struct {
	record.Store
	at record.Attempt
}

func (b begun) LatestAttempt(ctx context.Context, lesson string, part record.Part) (record.Attempt, []record.Answer, error) {
	at, answers, err := b.Store.LatestAttempt(ctx, lesson, part)
	if err != nil {
		return b.at, nil, nil
	}
	return at, answers, err
}

// given is the answer that the record has, or none.
func given(t testing.TB, d *tuitest.Driver) record.Answer {
	t.Helper()
	_, answers, err := d.Store.LatestAttempt(t.Context(), coursetest.KindsLesson, record.NoPart)
	if err != nil || len(answers) > 1 {
		t.Fatalf("%d answers, %v", len(answers), err)
	}
	if len(answers) == 0 {
		return record.Answer{}
	}
	return answers[0]
}

// Arrows and Enter put things in order: take one, carry it, put it down.
func TestPutInOrder(t *testing.T) {
	d := kinds(t, tuitest.Setup{}, "steps")
	d.Want("The first one goes on top.", "1. ", "Check my answer")
	want := []string{"wake", "call", "spray", "stay"}
	for place, text := range []string{"Shout and rub", "Call 911", "Give naloxone"} {
		put(t, d, text)
		d.Press("enter")
		d.Want("Enter puts it down.", "enter put down", "esc put back")
		for range 3 {
			d.Press("up")
		}
		for range place {
			d.Press("down")
		}
		d.Press("enter")
		d.WantNot("Enter puts it down.")
	}
	put(t, d, "Check my answer")
	d.Press("enter")
	d.Want("Yes. That is the best answer.", "This is the order:", "1. Shout and rub the chest")
	d.WantNot("you had it")
	if a := given(t, d); !slices.Equal(a.Choices, want) || a.Result != record.Best {
		t.Errorf("kept %+v", a)
	}
}

// What is carried goes back with Esc, and no other key loses it.
func TestCarryingIsSafe(t *testing.T) {
	d := kinds(t, tuitest.Setup{}, "steps")
	put(t, d, "Stay until help")
	before := d.Screen()
	d.Press("space", "home", "c", "x", "pgdown", "end")
	d.Want("Enter puts it down.")
	d.Resize(40, 12)
	d.Resize(80, 24)
	d.Want("4. ↑↓ Stay until")
	d.Press("esc")
	if d.Screen() != before {
		t.Errorf("after Esc:\n%s\nwas\n%s", d.Screen(), before)
	}
	if a := given(t, d); a.Attempt != "" {
		t.Errorf("kept %+v", a)
	}
	d.Press("c")
	d.Want("(you had it at")
}

func TestMatch(t *testing.T) {
	d := kinds(t, tuitest.Setup{}, "sort")
	d.Want("belongs with ...")
	put(t, d, "Check my answer")
	d.Press("enter")
	d.Want("3 still have no match.")
	put(t, d, "Cash at the door")
	d.Press("enter")
	d.Want("What does this belong with? Cash at the door", "enter this match")
	d.Press("esc")
	d.Want("belongs with ...")
	for text, match := range map[string]string{"Cash at the door": "Makes use easier", "A ride": "Makes use easier", "A warm meal": "Supports"} {
		put(t, d, text)
		d.Press("enter")
		put(t, d, match)
		d.Press("space")
		d.Want("belongs with: " + match)
	}
	if !marked(d, "Check my answer") {
		t.Errorf("the mark is not at the end:\n%s", d.Screen())
	}
	d.Press("enter")
	d.Want("2 of 3 are matched well.", "Makes use easier, as you had it.", "Supports the person. You had: Makes use easier.")
	if a := given(t, d); len(a.Choices) != 3 || !slices.Contains(a.Choices, "ride:eases") || a.Result != record.Partial {
		t.Errorf("kept %+v", a)
	}
}

// A match can be thought over before it is checked.
func TestMatchAgain(t *testing.T) {
	d := kinds(t, tuitest.Setup{}, "sort")
	for _, match := range []string{"Makes use easier", "Supports the person"} {
		put(t, d, "A ride")
		d.Press("enter")
		put(t, d, match)
		d.Press("enter")
	}
	d.Want("belongs with: Supports the person")
	d.WantNot("belongs with: Makes use easier")
}

func TestTypeAnAnswer(t *testing.T) {
	for typed, said := range map[string]string{
		"Naloxone":  "You typed the best answer: Naloxone",
		"nalaxone":  "You typed the best answer: nalaxone (naloxone)",
		"Metadona":  "You typed: Metadona (methadone)",
		"insulin q": "You typed: insulin q",
	} {
		d := kinds(t, tuitest.Setup{}, "word")
		d.Press(typed)
		d.Want("> Answer: " + typed)
		d.Press("enter")
		d.Want(said)
		if a := given(t, d); a.Text != typed || (len(a.Choices) == 0) != (typed == "insulin q") {
			t.Errorf("kept %+v", a)
		}
	}
}

func TestTypingKeys(t *testing.T) {
	d := kinds(t, tuitest.Setup{}, "word")
	d.Press("enter")
	d.Want("Type a word first.")
	d.Press("q!?", "backspace", "backspace")
	d.Want("> Answer: q", "enter check my answer")
	d.Send(tea.PasteMsg{Content: "\x1b[31m" + strings.Repeat("long ", 100)})
	d.Want("That was long.")
	d.Press("down")
	d.Want("> Check my answer", "q close")
	d.Press("up", "left", "left", "x")
	d.Want("Question 1 of 1")
	d.Resize(40, 12)
	d.Resize(80, 24)
	d.Send(tea.BackgroundColorMsg{})
	d.Want("Answer: ")
	d.Press("esc")
	d.WantNot("Question 1 of 1")
}

// On a small screen the field may stand below the window. Whoever begins to type
// there has typed.
func TestTypingBelowTheWindow(t *testing.T) {
	d := kinds(t, tuitest.Setup{Width: 24, Height: 10}, "word")
	d.WantNot("Answer:")
	d.Press("false")
	d.Want("> Answer: false")
}

// What was typed outlives another theme.
func TestTypedOutlivesATheme(t *testing.T) {
	d := kinds(t, tuitest.Setup{}, "word")
	d.Press("nalo")
	d.Send(tea.BackgroundColorMsg{Color: white{}})
	d.Want("> Answer: nalo")
	d.Press("xone", "enter")
	d.Want("You typed the best answer: naloxone")
}

type white struct{}

func (white) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }

func TestScales(t *testing.T) {
	d := kinds(t, tuitest.Setup{}, "sure")
	answer(t, d, "Somewhat sure")
	d.Want("No answer here is better than another.", "Your choice: Somewhat sure")
	d.WantNot("Best answer")
	d = kinds(t, tuitest.Setup{}, "often")
	answer(t, d, "Every day")
	d.Want("That is close.", "Best answer: Once, calmly", "Your choice: Every day")
}

// What is said is graded in words, kindly, with a reason for each.
func TestSituations(t *testing.T) {
	for text, said := range map[string]string{
		"I am glad": "Yes. That serves the talk best.", "Good night": "That is fine to say.",
		"Where were": "It is risky. Here is why.", "Then sleep": "It can do harm. Here is why.",
	} {
		d := kinds(t, tuitest.Setup{}, "say")
		answer(t, d, text)
		d.Want(said)
		whole := all(d)
		for _, grade := range []string{"Serves the talk best. It is true.", "Fine. Calm", "Risky. You were", "Can do harm. Anyone"} {
			if !strings.Contains(whole, grade) {
				t.Errorf("the reasons lack %q:\n%s", grade, whole)
			}
		}
	}
}

// Every kind resumes where it was left.
func TestKindsResume(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Course: coursetest.Kinds(t), First: page.Quiz{Lesson: coursetest.KindsLesson}})
	d.Press("c")
	goOn(d)
	d = d.Restart(nil)
	d.Want("You were at question 2 of 6.")
	for _, match := range []string{"Makes use easier", "Supports the person", "Supports the person"} {
		d.Press("home", "end", "home")
		for _, text := range []string{"Cash at the door", "A ride", "A warm meal"} {
			if put(t, d, text); strings.Contains(below(d, text), "...") {
				break
			}
		}
		d.Press("enter")
		put(t, d, match)
		d.Press("enter")
	}
	d.Press("c")
	goOn(d)
	d.Press("narcan", "enter")
	d = d.Restart(nil)
	d.Want("You were at question 4 of 6.")
}

// below is the line under the one with the text.
func below(d *tuitest.Driver, text string) string {
	lines := strings.Split(d.Screen(), "\n")
	for i, l := range lines[:len(lines)-1] {
		if strings.Contains(l, text) {
			return lines[i+1]
		}
	}
	return ""
}

// kindStates are the keys that lead to each state of the kinds' questions.
var kindStates = []struct {
	name, question string
	keys           []string
}{
	{"order", "steps", []string{"end"}},
	{"order-carried", "steps", []string{"end", "end", "up", "space", "up"}},
	{"order-reasons", "steps", []string{"c"}},
	{"match", "sort", []string{"end", "enter", "enter"}},
	{"match-open", "sort", []string{"end", "enter"}},
	{"match-reasons", "sort", []string{"end", "enter", "enter", "enter", "enter", "enter", "enter", "c"}},
	{"typed", "word", []string{"end", "end", "nalaxone"}},
	{"typed-reasons", "word", []string{"end", "end", "nalaxone", "enter"}},
	{"scale", "sure", []string{"end"}},
	{"scale-reasons", "sure", []string{"end", "enter"}},
	{"situation", "say", []string{"end"}},
	{"situation-reasons", "say", []string{"end", "enter"}},
}

func TestKindFrames(t *testing.T) {
	for at, s := range tuitest.Frames() {
		for _, state := range kindStates {
			d := kinds(t, s, state.question)
			d.Press(state.keys...)
			d.Golden(state.name + at)
		}
	}
}

// No size of window draws a line too wide, in any state of any kind.
func TestEverySizeFitsEveryKind(t *testing.T) {
	for _, s := range kindStates {
		d := kinds(t, tuitest.Setup{Lang: "es"}, s.question)
		d.Press(s.keys...)
		for width := 20; width <= 120; width += 3 {
			height := 6 + width*5%35
			d.Resize(width, height)
			fits(t, d, width, height, s.name)
		}
	}
}
