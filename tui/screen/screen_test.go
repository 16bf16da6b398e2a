package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// states are what leads to each thing that a screen shows.
var states = []struct {
	name string
	make func(*evening)
}{
	{"lobby", func(*evening) {}},
	{"slide", func(e *evening) { e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling"}}) }},
	{"open", asked},
	{"result", func(e *evening) { asked(e); revealed(e) }},
	{"told", func(e *evening) { asked(e); revealed(e); e.Does(group.Tell{ID: "q"}) }},
	{"shift", func(e *evening) {
		for _, part := range []group.Part{group.Before, group.After} {
			id := string(part)
			e.Does(group.AddPoll{Poll: question(id, part)}, group.OpenPoll{ID: id})
			if part == group.Before {
				e.Vote(0, 0, 0, 1, 2, 2, 1)
			} else {
				e.Vote(1, 1, 0, 1, 1, 2, 1)
			}
			e.Does(group.Reveal{ID: id})
		}
	}},
	{"box", func(e *evening) {
		id := strings.Repeat("A", 26)
		if _, err := e.Seats[0].Ask(e.T.Context(), id, "How do I say no to my own child?"); err != nil {
			e.T.Fatal(err)
		}
		e.Does(group.Sort{ID: id, To: group.OnScreen})
	}},
	{"ended", func(e *evening) { e.Does(group.End{}) }},
}

func asked(e *evening) {
	e.Does(group.AddPoll{Poll: question("q", "")}, group.OpenPoll{ID: "q"})
	e.Vote(0, 1, 1)
}

func revealed(e *evening) {
	e.Vote(0, 1, 1, 1, 2, 1)
	e.Does(group.Reveal{ID: "q"})
}

func TestFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
			for _, s := range states {
				e := begin(t, 7)
				d := e.screen(tuitest.Setup{Lang: lang, Width: size[0], Height: size[1]})
				s.make(e)
				d.Golden(fmt.Sprintf("%s-%s-%dx%d", s.name, lang, size[0], size[1]))
			}
		}
	}
}

// A screen on a wall has nobody who scrolls: all that it shows is in view, with
// one choice more too.
func TestAllIsInViewOnASmallWall(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, s := range states {
			e := begin(t, 7)
			d := e.screen(tuitest.Setup{Lang: lang, Width: 40, Height: 12})
			s.make(e)
			if d.Shows("↓") {
				t.Errorf("%s in %s goes on below the screen:\n%s", s.name, lang, d.Screen())
			}
		}
		e := begin(t, 7)
		d := e.screen(tuitest.Setup{Lang: lang, Width: 40, Height: 12})
		four := question("four", "")
		four.Choices = append(four.Choices, group.Choice{ID: "c3", Text: group.Text{"en": "Ask him what he has tried so far, and listen", "es": "Preguntarle qué ha probado hasta ahora, y escuchar"}})
		e.Does(group.AddPoll{Poll: four}, group.OpenPoll{ID: "four"})
		d.Want("4. ")
		e.Vote(0, 1, 1, 3, 3)
		e.Does(group.Reveal{ID: "four"})
		d.Want("4. ", map[string]string{"en": "2 of 5", "es": "2 de 5"}[lang])
		if d.Shows("↓") {
			t.Errorf("four choices go on below the screen:\n%s", d.Screen())
		}
	}
}

// A screen that all look at takes no seat.
func TestTakesNoSeat(t *testing.T) {
	e := begin(t, 0)
	d := e.screen(tuitest.Setup{})
	d.Want("0 people are here.", "KM4-7TX4")
}

// What the room is asked stands before the page, and the page comes back.
func TestThePollStandsBeforeThePage(t *testing.T) {
	e := begin(t, 5)
	d := e.screen(tuitest.Setup{})
	e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling"}})
	d.Want("This is the first sentence.")
	asked(e)
	d.Want("Your brother asks for cash", "3 answers so far.")
	d.WantNot("This is the first sentence.")
	e.Does(group.Skip{ID: "q"})
	d.Want("This is the first sentence.")
	e.Does(group.Step{To: group.Place{}})
	d.Want("use this code")
}

// A question from the box that is shown stands before the page and the poll, and
// what stood there comes back.
func TestAShownQuestionStandsBeforeEverything(t *testing.T) {
	const words = "How do I say no to my own child?"
	e := begin(t, 5)
	d := e.screen(tuitest.Setup{})
	id := strings.Repeat("A", 26)
	if _, err := e.Seats[0].Ask(t.Context(), id, words); err != nil {
		t.Fatal(err)
	}
	shown := group.Sort{ID: id, To: group.OnScreen}
	e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling"}}, shown)
	d.Want("A question from the group", words)
	d.WantNot("This is the first sentence.")
	e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling", Part: 1}})
	d.WantNot(words)
	d.Want("What helped you this week?")
	asked(e)
	d.Want("Your brother asks for cash")
	e.Does(shown)
	d.Want(words)
	d.WantNot("Your brother asks for cash")
	e.Does(group.Sort{ID: id, To: group.Answered})
	d.Want("Your brother asks for cash")
}

// The longest question that the box takes is all in view on the smallest screen
// that lessons are made for.
func TestALongQuestionFits(t *testing.T) {
	e := begin(t, 1)
	d := e.screen(tuitest.Setup{Width: 40, Height: 15})
	id, words := strings.Repeat("A", 26), strings.TrimSpace(strings.Repeat("child ", group.MaxQuestion/6-1))+" end."
	if _, err := e.Seats[0].Ask(t.Context(), id, words); err != nil {
		t.Fatal(err)
	}
	e.Does(group.Sort{ID: id, To: group.OnScreen})
	d.Want("child child", "end.")
}

// Two screens of different sizes get pages that fit both; when the smaller one
// leaves, they are as large as before.
func TestPagesFitEveryScreen(t *testing.T) {
	e := begin(t, 0)
	large, tall := e.screen(tuitest.Setup{Width: 100, Height: 24}), e.screen(tuitest.Setup{Width: 40, Height: 50})
	e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling"}})
	wall := func() group.Wall {
		s, err := e.Door.Look(t.Context(), "wall", e.Party.Code.String())
		if err != nil {
			t.Fatal(err)
		}
		defer s.Leave(t.Context())
		return s.First().All().Wall
	}
	both := wall()
	if both.Width != 40 || both.Height > 24 {
		t.Errorf("pages are made for %+v", both)
	}
	large.Want("This is the first sentence.")
	tall.Press("esc")
	e.Look()
	if w := wall(); w.Width != 100 || w.Height != both.Height {
		t.Errorf("after the smaller screen left, pages are made for %+v", w)
	}
}

// Once the answer is told it is in view, however small the screen is.
func TestTheAnswerIsInView(t *testing.T) {
	e := begin(t, 6)
	d := e.screen(tuitest.Setup{Width: 40, Height: 12})
	asked(e)
	d.Want("3 answers so far.")
	revealed(e)
	e.Does(group.Tell{ID: "q"})
	d.Want("The best answer is 2", "no cash goes through his")
	d.Want("4 of 6")
}

func TestAWrongCode(t *testing.T) {
	e := begin(t, 0)
	d := e.screen(tuitest.Setup{First: page.Screen{Entry: group.NewCode().String()}})
	d.Want("No group has that code now.", "type the code again")
	d.Press("enter")
	d.Want("Code of the group:")
	d.Press(e.Party.Code.String(), "enter")
	d.Want("use this code: KM4-7TX4")
}

func TestTheRoomIsGone(t *testing.T) {
	e := begin(t, 0)
	d := e.screen(tuitest.Setup{})
	if err := e.Hub.Remove(t.Context(), e.Party.Code); err != nil {
		t.Fatal(err)
	}
	e.Look()
	d.Want("The group has ended.")
}

func TestNoDoorNoRoom(t *testing.T) {
	tuitest.Start(t, tuitest.Setup{First: page.Screen{Entry: "x"}}).Want("Start here:")
}

// Another language shows the same place in its own words.
func TestEachScreenInItsLanguage(t *testing.T) {
	e := begin(t, 0)
	d := e.screen(tuitest.Setup{Lang: "es"})
	e.Does(group.Step{To: group.Place{Route: "present/helping-or-enabling"}})
	d.Want("En pocas palabras.")
	e.Does(group.Step{To: group.Place{Route: "session/nothing"}})
	d.Want("use este código")
}
