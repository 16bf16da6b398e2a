package present_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/follow"
	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a live room with people in it, and programs that show it.
type evening struct {
	*tuitest.Evening
	clock *wall
}

func begin(t testing.TB, people int) *evening {
	t.Helper()
	e := &evening{tuitest.NewEvening(t, tuitest.Noon.Add(time.Hour).Unix()), &wall{at: tuitest.Noon}}
	e.Door = group.NewDoor(e.Hub, e.clock.now)
	e.Sit(people)
	return e
}

func (e *evening) opens(to page.Route, s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	s.Now, s.Stage = e.clock.now, follow.Stage{Clock: e.clock.wait}
	d := e.Start(to, s)
	e.Look()
	return d
}

// leads is a program that leads the show.
func (e *evening) leads(show string, s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	return e.opens(page.Stage{Entry: group.Entry(e.Party.Code, e.Party.Lead), Show: show}, s)
}

// screen is a program on the wall.
func (e *evening) screen(s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	return e.opens(page.Screen{Entry: e.Party.Code.String()}, s)
}

// press has one program take keys, and the others see what came of it.
func (e *evening) press(d *tuitest.Driver, names ...string) {
	for _, n := range names {
		d.Press(n)
		e.Look()
	}
}

// Does is what the lead does, and everybody has had time to see it.
func (e *evening) Does(acts ...group.Action) {
	e.T.Helper()
	e.Evening.Does(acts...)
	e.clock.at = e.clock.at.Add(5 * time.Second)
}

func rent() group.Poll {
	p := group.Poll{ID: "rent", Text: group.Text{"en": "He asks for cash for rent. What helps most?", "es": "Pide efectivo para el alquiler. ¿Qué ayuda más?"}}
	for i, c := range []group.Text{{"en": "Give it", "es": "Dárselo"}, {"en": "Pay the landlord, once", "es": "Pagar al dueño, una vez"}, {"en": "Say nothing", "es": "No decir nada"}} {
		p.Choices = append(p.Choices, group.Choice{ID: fmt.Sprint("c", i), Text: c, Right: i == 1, Why: group.Text{
			"en": "No cash goes through his hands.", "es": "No pasa efectivo por sus manos.",
		}})
	}
	return p
}

const show = "present/helping-or-enabling"

// shown is what a screen on the wall shows of the show: its lines without the
// title line and the keys.
func shown(d *tuitest.Driver) string {
	lines := strings.Split(d.Screen(), "\n")
	var out []string
	for _, l := range lines[1 : len(lines)-2] {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

// Each step of a whole show, pauses, lists and answers too, is on the screen of
// the room as whoever leads sees it in their notes, at once, forward and back,
// whatever sizes the screens are.
func TestTheScreenFollowsEveryStep(t *testing.T) {
	e := begin(t, 0)
	small, large := e.screen(tuitest.Setup{Width: 40, Height: 12}), e.screen(tuitest.Setup{Width: 120, Height: 40})
	d := e.leads(show, tuitest.Setup{Width: 100, Height: 60})
	var seen []string
	for range 200 {
		now := shown(small)
		for line := range strings.SplitSeq(now, "\n") {
			d.Want(line)
		}
		if got := shown(large); got != now {
			t.Fatalf("two screens:\n%s\n--\n%s", now, got)
		}
		if n := len(seen); n > 0 && seen[n-1] == now {
			break
		}
		seen = append(seen, now)
		e.press(d, "right")
		if d.Shows("> 1.") {
			break
		}
	}
	if len(seen) < 15 {
		t.Fatalf("%d screens:\n%s", len(seen), strings.Join(seen, "\n--\n"))
	}
	for i := len(seen) - 1; i >= 0; i-- {
		e.press(d, "left")
		if now := shown(small); now != seen[i] {
			t.Fatalf("back at screen %d:\n%s\n--\n%s", i, now, seen[i])
		}
	}
}

// A conversation that the room plays is on every screen as it goes, and either
// of two leads chooses.
func TestTwoLeadsPlayOneConversation(t *testing.T) {
	e := begin(t, 0)
	wall := e.screen(tuitest.Setup{Width: 80, Height: 24})
	one := e.leads(show, tuitest.Setup{Width: 100, Height: 40})
	two := e.leads("now", tuitest.Setup{Width: 90, Height: 50})
	for range 80 {
		if one.Shows("Cash at the door") {
			break
		}
		e.press(one, "pgdown")
	}
	two.Want("Cash at the door")
	for range 10 {
		if one.Shows("> 1.") {
			break
		}
		e.press(one, "right")
	}
	two.Want("> 1.")
	e.press(two, "down", "enter")
	for _, d := range []*tuitest.Driver{one, two, wall} {
		d.Want("How it lands")
	}
	if got := e.View().Place.Replies; len(got) != 1 {
		t.Errorf("the room has said %v", got)
	}
	e.press(one, "left")
	two.Want("> 1.")
	wall.WantNot("How it lands")
	e.press(two, "pgup")
	if one.Shows("Cash at the door") || wall.Shows("Cash at the door") {
		t.Error("one of two leads went to another part, and the others did not follow")
	}
}

// One key leads a question from its asking to what fits, and back to the page.
func TestOneKeyLeadsAQuestion(t *testing.T) {
	e := begin(t, 6)
	wall := e.screen(tuitest.Setup{Width: 80, Height: 24})
	d := e.leads(show, tuitest.Setup{Width: 100, Height: 50})
	d.Want("6 people are here.")
	e.Does(group.AddPoll{Poll: rent()}, group.OpenPoll{ID: "rent"})
	d.Want("Everyone sees this question", "0 answers so far.", "The page behind it", "→ show the result", "x put it away")
	e.Vote(0, 1, 1)
	d.Want("3 answers so far.")
	e.press(d, "right")
	d.Want("So far 3 have answered. Nothing is shown until 5 have.")
	wall.WantNot("percent")
	e.Vote(0, 1, 1, 1, 2, 1)
	e.press(d, "right")
	wall.Want("4 of 6, 67 percent")
	d.Want("4 of 6, 67 percent", "→ tell the best answer")
	e.press(d, "right")
	wall.Want("The best answer is 2")
	d.Want("→ back to the page")
	e.press(d, "right")
	wall.Want("This is the first sentence.")
	d.WantNot("Everyone sees this question")
	e.press(d, "right")
	d.Want("The room sees")
}

// A question from the box stands before all else for who presents too, with their
// notes or without, and one key leads on from it.
func TestAShownQuestionIsLed(t *testing.T) {
	const words = "How do I say no to my own child?"
	e := begin(t, 6)
	wall := e.screen(tuitest.Setup{})
	d := e.leads(show, tuitest.Setup{Width: 100, Height: 50})
	id := strings.Repeat("A", 26)
	if _, err := e.Seats[0].Ask(t.Context(), id, words); err != nil {
		t.Fatal(err)
	}
	shown := group.Sort{ID: id, To: group.OnScreen}
	e.Does(group.AddPoll{Poll: rent()}, group.OpenPoll{ID: "rent"}, shown)
	d.Want("Everyone sees this question from the group", words, "The page behind it", "→ it is answered", "x keep it")
	d.WantNot("He asks for cash")
	d.Press("n")
	d.Want("A question from the group", words)
	d.Press("n")
	e.press(d, "right")
	d.Want("He asks for cash for rent.", "→ show the result")
	wall.Want("He asks for cash for rent.")
	e.Does(shown)
	e.press(d, "left")
	wall.Want(words)
	e.press(d, "x")
	if v := e.View(); v.Questions[0].State != group.Held || v.Raised != nil {
		t.Errorf("put away, it is %+v", v.Questions[0])
	}
	e.Does(shown)
	e.press(d, "pgdown")
	if v := e.View(); v.Questions[0].State != group.Answered || v.Place.Part != 1 {
		t.Errorf("at part %d it is %+v", v.Place.Part, v.Questions[0])
	}
	wall.WantNot(words)
	e.Does(shown)
	e.clock.at = e.clock.at.Add(-5 * time.Second) // it came up just now
	e.press(d, "right")
	wall.Want(words)
	d.Want("This came up just now. Look, then press the key again.")
	e.press(d, "right")
	wall.WantNot(words)
	d.WantNot("This came up just now.")
}

// Before anything is shown, a question from the box is there as well.
func TestAShownQuestionBeforeAnyPage(t *testing.T) {
	e := begin(t, 1)
	d := e.leads("now", tuitest.Setup{})
	d.Want("Nothing is shown yet.")
	id := strings.Repeat("A", 26)
	if _, err := e.Seats[0].Ask(t.Context(), id, "Why?"); err != nil {
		t.Fatal(err)
	}
	e.Does(group.Sort{ID: id, To: group.OnScreen})
	d.Want("A question from the group", "Why?", "→ it is answered")
	e.press(d, "pgdown", "left", "n", "up", "right")
	d.Want("Nothing is shown yet.")
}

// Of a question before and after, who presents sees both and the shift, as
// everybody does.
func TestThePresenterSeesTheShift(t *testing.T) {
	e := begin(t, 6)
	wall := e.screen(tuitest.Setup{Width: 100, Height: 50})
	d := e.leads(show, tuitest.Setup{Width: 100, Height: 60})
	e.pair()
	for _, face := range []*tuitest.Driver{wall, d} {
		face.Want("Before and after: He asks for cash for rent.", "Before: 2 of 6, 33 percent", "After: 4 of 6, 67 percent")
	}
	d.Press("n")
	d.Want("Before: 2 of 6, 33 percent", "After: 4 of 6, 67 percent")
	e.press(d, "right")
	d.Want("The best answer is 2", "After: 4 of 6, 67 percent")
}

// pair asks a question before and after, and shows both results.
func (e *evening) pair() {
	e.T.Helper()
	for _, part := range []group.Part{group.Before, group.After} {
		p := rent()
		p.ID, p.Pair, p.Part = string(part), "rent", part
		e.Does(group.AddPoll{Poll: p}, group.OpenPoll{ID: p.ID})
		if part == group.Before {
			e.Vote(0, 0, 0, 1, 1, 2)
		} else {
			e.Vote(0, 1, 1, 1, 1, 2)
		}
		e.Does(group.Reveal{ID: p.ID})
	}
}

// A part of a run sheet asks its question as it begins; gone back to, it is not
// asked again by itself, but on a key.
func TestAPartAsksItsQuestion(t *testing.T) {
	e := begin(t, 6)
	wall := e.screen(tuitest.Setup{})
	d := e.leads("session/short-session", tuitest.Setup{Width: 100, Height: 50})
	e.press(d, "pgdown")
	wall.Want("Giving naloxone makes use easier.", "0 answers so far.")
	if v := e.View(); v.Sheet != "short-session" || v.Front == nil || v.Front.Part != group.Before || v.SheetClock.Part != 1 {
		t.Fatalf("%+v", v)
	}
	e.press(d, "pgdown")
	if v := e.View(); v.Front != nil || v.Place.Part != 2 {
		t.Fatalf("the next part: %+v", v)
	}
	e.press(d, "pgup")
	d.Want("→ next", "o ask everyone")
	if v := e.View(); v.Front != nil || v.Place.Part != 1 {
		t.Fatalf("the part before: %+v", v)
	}
	e.press(d, "o")
	wall.Want("0 answers so far.")
	e.clock.at = e.clock.at.Add(5 * time.Second)
	e.Does(group.UndoLast{Number: e.View().Undo.Number})
	wall.WantNot("answers so far.")
}

// A question of a lesson is asked by a key, and its page comes back after it.
func TestAQuestionOfALessonIsAsked(t *testing.T) {
	e := begin(t, 6)
	wall := e.screen(tuitest.Setup{})
	d := e.leads(show, tuitest.Setup{Width: 100, Height: 50})
	d.WantNot("ask everyone")
	until(t, d, "pgdown", "Your brother texts")
	e.press(d, "o")
	wall.Want("Your brother texts", "0 answers so far.")
	e.Vote(0, 0, 0, 0, 1, 0)
	e.press(d, "right", "right")
	wall.Want("The best answer is")
	d.Want("→ back to the page")
	e.press(d, "right")
	wall.WantNot("The best answer is")
	if v := e.View(); v.Front != nil || v.Polls[0].Status != group.Closed || !v.Polls[0].Shown {
		t.Errorf("put away, it is %+v", v.Polls[0])
	}
}

// Where another lead has just changed what a key would do, the key waits.
func TestAKeyWaitsForAGlance(t *testing.T) {
	e := begin(t, 6)
	one, two := e.leads(show, tuitest.Setup{}), e.leads("now", tuitest.Setup{})
	e.Does(group.AddPoll{Poll: rent()}, group.OpenPoll{ID: "rent"})
	e.Vote(0, 1, 1, 1, 2, 1)
	e.press(one, "right")
	if v := e.View(); !v.Front.Shown || v.Front.Told {
		t.Fatalf("%+v", v.Front)
	}
	e.press(two, "right")
	if v := e.View(); v.Front.Told {
		t.Error("two leads pressed at once, and the answer was told as well")
	}
	e.press(two, "right")
	if v := e.View(); !v.Front.Told {
		t.Error("the second key was lost for good")
	}
}

// A link that drops loses nothing: who comes back finds the place and the clock.
func TestWhoLeadsComesBack(t *testing.T) {
	e := begin(t, 0)
	first := e.leads("session/short-session", tuitest.Setup{})
	first.Want("12:00.")
	e.clock.at = e.clock.at.Add(9 * time.Minute)
	e.press(first, "pgdown")
	first.Want("12:09. This part: 0 minutes of 2 minutes. In all: 9 minutes of 30 minutes.")
	before := shown(e.screen(tuitest.Setup{}))
	first.Press("esc")
	e.clock.at = e.clock.at.Add(time.Minute)
	again := e.leads("now", tuitest.Setup{})
	again.Want("12:10. This part: 1 minute of 2 minutes. In all: 10 minutes of 30 minutes.")
	if now := shown(e.screen(tuitest.Setup{})); now != before {
		t.Errorf("the screen shows\n%s\nnot\n%s", now, before)
	}
}

func TestOnlyWhoLeadsPresents(t *testing.T) {
	e := begin(t, 0)
	d := e.opens(page.Stage{Entry: e.Party.Code.String(), Show: show}, tuitest.Setup{})
	d.Want("Group KM4-7TX4")
	d.Press("right")
	if v := e.View(); v.Place.Route != "" {
		t.Errorf("a visitor took everybody to %+v", v.Place)
	}
	helper := group.NewKey()
	name := group.LeadName(e.View().ID, helper)
	e.Does(group.Appoint{Name: name, As: group.CoFacilitator})
	co := e.opens(page.Stage{Entry: group.Entry(e.Party.Code, helper), Show: show}, tuitest.Setup{})
	co.Want("The room sees")
	e.Does(group.Appoint{Name: name})
	co.Want("You do not lead this group any more.")
}

func TestWhatCanBeShownInARoom(t *testing.T) {
	e := begin(t, 0)
	d := e.opens(page.Stage{Entry: group.Entry(e.Party.Code, e.Party.Lead)}, tuitest.Setup{})
	d.Want("Where the group is now", "What you open here is shown to the whole group")
	e.press(d, "enter")
	d.Want("Nothing is shown yet.")
	e.press(d, "esc", "down", "enter")
	if v := e.View(); !strings.HasPrefix(v.Place.Route, "session/") {
		t.Errorf("the room is at %+v", v.Place)
	}
	e.Does(group.End{})
	d.Want("The group has ended.")
}

// Another show, begun by another lead, is followed too.
func TestAnotherShowIsFollowed(t *testing.T) {
	e := begin(t, 0)
	one, wall := e.leads(show, tuitest.Setup{}), e.screen(tuitest.Setup{})
	two := e.leads("session/short-session", tuitest.Setup{})
	two.Want("In all: 0 minutes of 30 minutes.")
	one.Want("In all: 0 minutes of 30 minutes.")
	e.press(one, "pgdown")
	if a, b := shown(one), shown(two); a != b {
		t.Errorf("one lead sees\n%s\nand another\n%s", a, b)
	}
	wall.Want("Giving naloxone makes use easier.", "0 answers so far.")
	e.clock.at = e.clock.at.Add(5 * time.Second)
	e.press(one, "x")
	e.Does(group.Step{To: group.Place{Route: "lesson/helping-or-enabling"}})
	wall.Want("This is the first sentence.")
}

func TestLiveFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
			e := begin(t, 7)
			d := e.leads("session/short-session", tuitest.Setup{Lang: lang, Width: size[0], Height: size[1]})
			d.Golden(fmt.Sprintf("live-page-%s-%dx%d", lang, size[0], size[1]))
			e.Does(group.AddPoll{Poll: rent()}, group.OpenPoll{ID: "rent"})
			e.Vote(0, 1, 1)
			d.Golden(fmt.Sprintf("live-open-%s-%dx%d", lang, size[0], size[1]))
			e.Vote(0, 1, 1, 1, 2, 1)
			e.press(d, "right")
			d.Golden(fmt.Sprintf("live-result-%s-%dx%d", lang, size[0], size[1]))
			e.pair()
			d.Golden(fmt.Sprintf("live-shift-%s-%dx%d", lang, size[0], size[1]))
			id, words := strings.Repeat("A", 26), map[string]string{"en": "How do I say no to my own child?", "es": "¿Cómo le digo que no a mi propia hija?"}[lang]
			if _, err := e.Seats[0].Ask(t.Context(), id, words); err != nil {
				t.Fatal(err)
			}
			e.Does(group.Sort{ID: id, To: group.OnScreen})
			d.Golden(fmt.Sprintf("live-raised-%s-%dx%d", lang, size[0], size[1]))
			d.Press("n")
			d.Golden(fmt.Sprintf("live-room-%s-%dx%d", lang, size[0], size[1]))
		}
	}
}
