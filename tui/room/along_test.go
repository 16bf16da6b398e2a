package room_test

import (
	"testing"

	"porchlight/internal/group"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// shows is a step to a part of the small course's lesson.
func shows(part int) group.Step {
	return group.Step{To: group.Place{Route: "present/helping-or-enabling", Part: part}}
}

// Turning a page of what is shown does not let go: the room's next page is come
// along to.
func TestFollowingOnASmallScreen(t *testing.T) {
	e := begin(t)
	d := e.comes(tuitest.Setup{Width: 40, Height: 12})
	d.Press("enter", "enter", "enter")
	e.Does(shows(0))
	d.Want("In short.", "You follow what is shown.")
	d.Press("right")
	d.Want("Most families", "You follow what is shown.")
	e.Does(shows(1))
	d.Want("What helped you this week?", "You follow what is shown.")
	d.Press("left")
	d.Want("You read on your own now.")
}

func TestLettingGoAndTakingHoldAgain(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Does(shows(0))
	d.Press("enter", "right")
	d.Want("You read on your own now.", "The test")
	e.Does(shows(1))
	d.Want("The test")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	d.Want("Ahora lee por su cuenta.", "The test")
	d.Press("enter")
	d.Want("Usted sigue lo que se muestra.", "What helped you this week?")
	d.Press("esc")
	d.Want("Ahora usted no lo sigue.", "Volver a seguir con todos", "f seguir con todos")
	e.Does(shows(0))
	d.Want("Ahora usted no lo sigue.")
	mark(t, d, "Volver a seguir")
	d.Press("enter")
	d.Want("En pocas palabras.", "Usted sigue lo que se muestra.")
	d.Press("esc", "f")
	d.Want("En pocas palabras.", "Usted sigue lo que se muestra.")
}

// What is asked comes to the front of who reads, and what is shown after it.
func TestAskedWhileReading(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Does(shows(0))
	d.Press("enter", "right")
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Want("Is it so?")
	d.Press("enter")
	d.Want("0 answers so far.")
	e.Does(group.Skip{ID: "p"})
	d.Want("The test", "You read on your own now.")
	e.Does(group.Step{})
	d.Want("Nothing is asked now.")
}

func TestNothingToRead(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Does(group.Step{To: group.Place{Route: "present/not-in-this-course"}})
	d.Want("is not in this course")
	e.Does(shows(1))
	d.Want("What helped you this week?")
	e.Does(group.Step{To: group.Place{Route: "lesson/helping-or-enabling"}})
	d.Want("In short.")
	e.Does(group.Step{To: group.Place{Route: "session/short-session", Part: 99}})
	d.Want("You follow what is shown.")
}
