package room_test

import (
	"testing"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestSeveralPeopleAnswerOneQuestion(t *testing.T) {
	e := begin(t)
	people := make([]*tuitest.Driver, 5)
	for i := range people {
		people[i] = e.comes(tuitest.Setup{Lang: []string{"en", "es"}[i%2]})
	}
	for _, d := range people {
		d.Press("enter")
	}
	e.Look()
	people[0].Want("5 people are here.", "Nothing is asked now.")
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	for i, d := range people {
		d.Want("Is it so?")
		d.Press("down", "enter")
		if i == 4 {
			d.Press("down", "enter") // changes their mind
		}
		e.Look()
	}
	people[0].Want("5 answers so far.", "1. Yes", "your answer", "Your answer is kept.")
	e.Does(group.Reveal{ID: "p"})
	people[0].Want("4 of 5, 80 percent", "1 of 5, 20 percent")
	people[1].Want("4 de 5, 80 por ciento")
}

func TestWrongCodes(t *testing.T) {
	e := begin(t)
	d := e.comes(tuitest.Setup{First: page.Room{}})
	d.Want("Code of the group:", "Nobody asks for your name.")
	d.Press("hello", "enter")
	d.Want("That is not a code, or one letter is wrong.")
	for range len("hello") {
		d.Press("backspace")
	}
	d.Press(e.Party.Code.String(), "enter")
	d.Want("You are in the group.", "Your answers are secret.")
}

// Whoever leaves gets up, and the room goes on without them.
func TestLeavingGetsUp(t *testing.T) {
	e := begin(t)
	stays, goes := e.comes(tuitest.Setup{}), e.comes(tuitest.Setup{})
	stays.Press("enter")
	goes.Press("enter")
	e.Look()
	stays.Want("2 people are here.")
	goes.Press("esc")
	goes.Want("Leave the group?", "> Stay")
	goes.Press("enter")
	goes.Want("Nothing is asked now.")
	goes.Press("esc", "down", "enter")
	e.Look()
	stays.Want("1 person is here.")
}

func TestTheRoomIsGone(t *testing.T) {
	e := begin(t)
	d := e.comes(tuitest.Setup{})
	if err := e.Hub.Remove(t.Context(), e.Party.Code); err != nil {
		t.Fatal(err)
	}
	e.Look()
	d.Want("The group has ended.")
}

func TestNoDoorNoRoom(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Room{}})
	d.Want("Start here:")
}
