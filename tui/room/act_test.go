package room_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// inside has somebody come in and read the welcome.
func (e *evening) inside(s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	d := e.comes(s)
	d.Press("enter")
	return d
}

// A key that was meant for the page before chooses nothing.
func TestAKeyTooManyDoesNotVote(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("enter")
	e.Look()
	d.Want("0 answers so far.", "> ( ) 1. Yes")
	d.Press("enter")
	e.Look()
	d.Want("(x) 1. Yes", "your answer", "1 answer so far.", "Your answer is kept.")
}

func TestChangedAndTakenBack(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("down", "enter", "down", "enter")
	d.Want("( ) 1. Yes", "(x) 2. No", "1 answer so far.")
	mark(t, d, "Take my answer back")
	d.Press("enter")
	d.Want("( ) 2. No", "0 answers so far.", "Your answer is taken back.")
	d.WantNot("Take my answer back")
}

// Several choices are sent one after the other, in the order of the keys.
func TestSeveralChoices(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Does(group.AddPoll{Poll: helps(group.Before)}, group.OpenPoll{ID: "sleep-before"})
	d.Press("down", "enter", "down", "enter")
	d.Want("[x] 1. Walk", "[x] 2. Talk", "Choose as many as you like.")
	d.Press("up", "enter")
	d.Want("[ ] 1. Walk", "[x] 2. Talk")
	e.answers("", "walk", "walk", "walk", "walk")
	e.Does(group.Reveal{ID: "sleep-before"})
	d.Want("4 of 5, 80 percent", "1 of 5, 20 percent", "Your answer has been counted and shown.")
}

func TestClosedBeforeTheKey(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("down")
	e.Party.Do(t, e.Hub, group.ClosePoll{ID: "p"}) // and the screen has not heard of it
	d.Press("enter")
	d.Want("This question takes no answers now.", "( ) 1. Yes")
	e.Look()
	d.Want("The question is closed. The result comes when the facilitator shows it.")
	d.WantNot("( )")
}

func TestBegunAgain(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("down", "enter")
	e.Does(group.Reset{ID: "p"}, group.OpenPoll{ID: "p"})
	d.Want("( ) 1. Yes", "0 answers so far.")
	d.Press("down", "enter")
	d.Want("(x) 1. Yes", "1 answer so far.")
}

func TestTheBox(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	mark(t, d, "Ask a question")
	d.Press("enter", "enter")
	d.Want("There was nothing to keep.", "Please leave out names")
	d.Send(tea.PasteMsg{Content: "What if \x1b[2Jhe \u202ewill not go? " + strings.Repeat("long ", 1<<18)})
	d.Want("The box takes 400 letters at most.")
	d.Press("enter")
	d.Want("Your question is in the box, without your name.")
	now := e.State()
	lead, _ := now.Lead(e.Party.Lead)
	if len(lead.Questions) != 1 || !strings.HasPrefix(lead.Questions[0].Text, "What if [2Jhe will not go? long") {
		t.Fatalf("the box holds %q", lead.Questions)
	}
	e.Does(group.Sort{ID: lead.Questions[0].ID, To: group.OnScreen})
	d.Want("A question from the group", "What if")
	for range group.MaxAsked - 1 {
		mark(t, d, "Ask a question")
		d.Press("enter", "Why?", "enter")
	}
	d.WantNot("Ask a question, without")
}

// While somebody writes, what is asked waits, and nothing they wrote is lost.
func TestAQuestionWaitsForWhoWrites(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	mark(t, d, "Ask a question")
	d.Press("enter", "Is it my fault?")
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Want("A question is being asked now.", "> Is it my fault?")
	d.Press("enter")
	d.Want("Is it so?", "Your question is in the box")
}

func TestThePace(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	mark(t, d, "Say how the pace")
	d.Press("enter", "enter")
	d.Want("That is kept, without your name.")
	mark(t, d, "Say how the pace")
	d.Press("enter")
	d.Want("Slower, please", "what you said")
	mark(t, d, "Take it back")
	d.Press("enter")
	d.Want("That is taken back.")
	for range 5 {
		o := e.inside(tuitest.Setup{})
		mark(t, o, "Say how the pace")
		o.Press("enter", "enter")
	}
	e.Look()
	d.Want("The pace: 5 would like it slower, 0 follow, 0 need a break.")
}

// Another language changes the words and not the seat.
func TestAnotherLanguageKeepsTheSeat(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("down", "enter")
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	e.Look()
	d.Want("(x) 1. Yes", "su respuesta", "1 respuesta hasta ahora.")
	d.Press("esc", "esc")
	d.Want("Qué se guarda, y cómo volver")
	other := e.inside(tuitest.Setup{})
	other.Want("1 answer so far.")
	e.Does(group.ClosePoll{ID: "p"})
	other.Want("2 people are here.")
}

// What became of an answer is said, even where the room has gone on meanwhile.
func TestAnAnswerAsTheRoomGoesOn(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("down")
	e.Party.Do(t, e.Hub, group.Begin{To: group.Place{Route: "present/helping-or-enabling"}}) // and the screen has not heard of it
	e.Party.Do(t, e.Hub, group.Skip{ID: "p"})
	d.Press("enter")
	d.Want("This question takes no answers now.")
	e.Look()
	d.Want("You follow what is shown.", "In short.")
}

// The way back leads to the seat, from the code's page and by the key that goes
// back.
func TestComingBackToTheSeat(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("down", "enter", "esc", "down", "enter")
	d.Want("Start here:")
	d.Press("[")
	d.Want("(x) 1. Yes", "1 answer so far.")
	d.Press("esc", "down", "enter")
	d.Send(page.Opened{To: page.Room{}})
	d.Want("To go back to your place in the group, press Enter.")
	d.Press("enter")
	d.Want("(x) 1. Yes", "1 answer so far.")
}

// A page above the room leaves the seat taken; a way that leads off it gets up.
func TestPagesAboveTheRoom(t *testing.T) {
	e := begin(t)
	d, other := e.inside(tuitest.Setup{}), e.inside(tuitest.Setup{})
	d.Press("!")
	e.Look()
	other.Want("2 people are here.")
	d.Press("esc")
	d.Send(page.Opened{To: page.Home{}})
	e.Look()
	other.Want("1 person is here.")
}

// The first click marks, the second chooses; where nothing is listed, a click
// does nothing.
func TestTheMouse(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	row := 0
	for i, line := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(line, "2. No") {
			row = i
		}
	}
	click := tea.MouseClickMsg{X: 8, Y: row, Button: tea.MouseLeft}
	d.Send(click)
	d.Want("> ( ) 2. No")
	d.Send(click)
	d.Want("(x) 2. No")
	e.Does(group.Skip{ID: "p"}, group.Step{To: group.Place{Route: "present/helping-or-enabling"}})
	d.Want("You follow what is shown.")
	for y := range 20 { // the hints stand below
		d.Send(tea.MouseClickMsg{X: 8, Y: y, Button: tea.MouseLeft})
		d.Send(tea.MouseClickMsg{X: 8, Y: y, Button: tea.MouseLeft})
	}
	d.Want("You follow what is shown.")
}

func TestToolsLeadToAGroup(t *testing.T) {
	e := begin(t)
	d := e.comes(tuitest.Setup{First: page.Tools{}})
	mark(t, d, "Join a group")
	d.Press("enter")
	d.Want("Code of the group:")
	tuitest.Start(t, tuitest.Setup{First: page.Tools{}}).WantNot("Join a group")
}

// fading is an evening over a hub that cannot be reached now and then, and
// somebody who has come in.
func fading(t *testing.T) (*evening, *grouptest.Fading, *tuitest.Driver) {
	e := begin(t)
	hub := e.Fades
	hub.Away.Store(true)
	d := e.comes(tuitest.Setup{})
	d.Want("The group cannot be reached just now.", e.Party.Code.String())
	hub.Away.Store(false)
	d.Press("enter", "enter")
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	return e, hub, d
}

// What was answered while the room was away is sent by itself, once, and the
// last word is what holds.
func TestTheDatabaseIsAway(t *testing.T) {
	e, hub, d := fading(t)
	hub.Away.Store(true)
	d.Press("down", "enter")
	d.Want("Not sent yet: the group cannot be reached just now.", "(x) 1. Yes", "on its way", "0 answers so far.")
	e.Look()
	d.Press("down", "enter")
	e.Look()
	d.Want("Not sent yet", "(x) 2. No", "on its way", "( ) 1. Yes")
	hub.Away.Store(false)
	hub.Mute.Store(true) // it is kept, and the answer is lost
	e.Look()
	d.Want("on its way")
	hub.Mute.Store(false)
	e.Look()
	d.Want("(x) 2. No", "Sent now. Your answer is kept.", "1 answer so far.")
	d.WantNot("on its way")
}

// What makes no sense any more once the room is back is not sent, and the
// person is told so; what arrived before is not lost by it.
func TestTheQuestionClosedWhileTheDatabaseWasAway(t *testing.T) {
	for name, arrived := range map[string]bool{"lost": false, "kept": true} {
		t.Run(name, func(t *testing.T) {
			e, hub, d := fading(t)
			hub.Away.Store(!arrived)
			hub.Mute.Store(arrived)
			d.Press("down", "enter")
			d.Want("Not sent yet")
			e.Party.Do(t, e.Hub, group.ClosePoll{ID: "p"})
			hub.Away.Store(false)
			hub.Mute.Store(false)
			e.Look()
			if arrived {
				d.Want("Sent now. Your answer is kept.", "your answer")
			} else {
				d.Want("It did not get there in time. This question takes no answers now.")
				d.WantNot("your answer")
			}
		})
	}
}

// A question for the box, and a word on the pace, wait behind an answer that
// waits; the question stands in its field until it is in the box.
func TestAllThatWasDoneWhileTheDatabaseWasAway(t *testing.T) {
	e, hub, d := fading(t)
	hub.Away.Store(true)
	d.Press("down", "enter")
	d.Pick("Ask a question")
	d.Press("Why?", "enter")
	e.Look()
	d.Want("> Why?", "Not sent yet")
	hub.Away.Store(false)
	e.Look()
	d.Want("Sent now. Your question is in the box, without your name.", "1 answer so far.")
	box := e.Party.Do(t, e.Hub, group.SetFloor{Floor: 4})
	if v, _ := box.Lead(e.Party.Lead); len(v.Questions) != 1 {
		t.Errorf("%d questions are in the box", len(v.Questions))
	}
}

func TestTooManyWrongCodes(t *testing.T) {
	e := begin(t)
	d := e.comes(tuitest.Setup{First: page.Room{}})
	for range 6 {
		for range len("KM4-7TX4") {
			d.Press("backspace")
		}
		d.Send(tea.PasteMsg{Content: group.NewCode().String()})
		d.Press("enter")
	}
	d.Want("That was wrong too often. Please wait 60 seconds")
}
