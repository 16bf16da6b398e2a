package room_test

import (
	"strings"
	"testing"

	"porchlight/internal/group"
	"porchlight/tui/tuitest"
)

// shownQuestion is the id of a question that is put into the box and shown.
const shownQuestion = "ABCDEFGHIJKLMNOPQRSTUVWX22"

// boxes puts a question into the box.
func (e *evening) boxes(text string) {
	e.T.Helper()
	v := group.NewVoter(e.Party.ID, group.NewKey())
	e.Does(group.Ask{ID: shownQuestion, Asker: v.Asker(), Text: text})
}

// raises shows a question from the box.
func (e *evening) raises(text string) {
	e.T.Helper()
	e.boxes(text)
	e.Does(group.Sort{ID: shownQuestion, To: group.OnScreen})
}

const askedAloud = "How do I say no to my own child?"

// A question from the box that is shown comes to the front of who reads along,
// with the others or alone. What was there before comes back.
func TestAShownQuestionReachesWhoReads(t *testing.T) {
	for name, c := range map[string]struct {
		over  group.Action // what takes the question down
		keys  []string     // of who reads, before it is shown
		after []string     // what is there then
	}{
		"answered":             {group.Sort{ID: shownQuestion, To: group.Answered}, nil, []string{"This is the first sentence.", "You follow what is shown."}},
		"kept for later":       {group.Sort{ID: shownQuestion, To: group.Held}, nil, []string{"This is the first sentence.", "You follow what is shown."}},
		"another place":        {shows(1), nil, []string{"What helped you this week?", "You follow what is shown."}},
		"answered, read alone": {group.Sort{ID: shownQuestion, To: group.Answered}, []string{"enter", "right"}, []string{"The test", "You read on your own now."}},
		"another place, alone": {shows(3), []string{"enter", "right"}, []string{"The test", "You read on your own now."}},
		"nothing is shown":     {group.Step{}, nil, []string{"Nothing is asked now."}},
	} {
		t.Run(name, func(t *testing.T) {
			e := begin(t)
			d := e.inside(tuitest.Setup{})
			e.boxes(askedAloud)
			e.Does(shows(0))
			d.Press(c.keys...)
			d.WantNot(askedAloud)
			e.Does(group.Sort{ID: shownQuestion, To: group.OnScreen})
			d.Want("A question from the group", askedAloud, "Nobody sees who asked.")
			d.WantNot("This is the first sentence.")
			d.WantNot("Nothing is asked")
			e.Does(c.over)
			d.WantNot(askedAloud)
			d.Want(c.after...)
		})
	}
}

// A poll that opens takes the place of a shown question; one that is open waits
// behind it, and can be answered.
func TestAShownQuestionAndAPoll(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.raises(askedAloud)
	d.Want(askedAloud)
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Want("Is it so?")
	d.WantNot(askedAloud)
	d.Press("down")
	e.Does(group.Sort{ID: shownQuestion, To: group.OnScreen})
	screen := d.Screen()
	if box, poll := strings.Index(screen, askedAloud), strings.Index(screen, "Is it so?"); box < 0 || poll < box {
		t.Fatalf("the question does not stand before the poll:\n%s", screen)
	}
	d.Press("enter")
	d.Want("0 answers so far.") // the key was meant for the page before
	d.Press("enter")
	d.Want("(x) 1. Yes", "1 answer so far.")
	e.Does(group.Sort{ID: shownQuestion, To: group.Answered})
	d.Want("Is it so?")
	d.WantNot(askedAloud)
}

// Whoever has the question before them may go on reading; it comes no second
// time.
func TestReadingOnUnderAShownQuestion(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Does(shows(0))
	e.raises(askedAloud)
	mark(t, d, "Read along on this screen")
	d.Press("enter")
	d.Want("This is the first sentence.")
	e.answers("") // others come and go
	d.Want("This is the first sentence.")
	e.Does(group.Sort{ID: shownQuestion, To: group.Answered})
	d.Want("This is the first sentence.", "You follow what is shown.")
}

// Who writes is told, and loses nothing.
func TestAShownQuestionWaitsForWhoWrites(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	mark(t, d, "Ask a question")
	d.Press("enter", "Is it my fault?")
	e.raises(askedAloud)
	d.Want("A question from the group is shown now.", "> Is it my fault?")
	d.Press("enter")
	d.Want(askedAloud, "Your question is in the box")
}

// What changed before stands aside while a question is shown, and comes back.
func TestAShownQuestionStandsAlone(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	for _, part := range []group.Part{group.Before, group.After} {
		id := "sleep-" + string(part)
		e.Does(group.AddPoll{Poll: helps(part)}, group.OpenPoll{ID: id})
		e.answers(id, "walk", "walk", "talk", "talk", "talk")
		e.Does(group.Reveal{ID: id})
	}
	e.Does(group.Skip{ID: "sleep-after"})
	d.Want("Before and after: What do you do for yourself?")
	e.raises(askedAloud)
	d.Want(askedAloud)
	d.WantNot("Before and after")
	e.Does(group.Sort{ID: shownQuestion, To: group.Answered})
	d.Want("Before and after: What do you do for yourself?")
}
