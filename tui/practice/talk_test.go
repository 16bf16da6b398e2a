package practice_test

import (
	"context"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/course"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

func TestATalkGrowsAndIsKept(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Want("If you fear violence, this is not a talk to have alone.", "You are Marta, his mother.", "Ten at night.", "> Begin")
	begin(d)
	d.Want(`Leo: "Mom, I need forty dollars. It is for gas."`, "What do you say?")
	if got := replies(t, d.Store); got != "" {
		t.Errorf("before the first reply the record has %q", got)
	}
	d.Pick(tank)
	d.Want("How it lands: He looks at the floor.", "One of the best ways to say it.", "It meets the need itself.", `Leo: "You do not trust me."`)
	d.Pick(want)
	d.Pick(soup)
	d.Want("The talk ends here.", "He eats two bowls and says little.", "Endings seen: 1 of 3.")
	if got := replies(t, d.Store); got != "fill-the-tank want-to soup" {
		t.Errorf("the record has %q", got)
	}
}

func TestAnotherWay(t *testing.T) {
	d := start(t, tuitest.Setup{})
	begin(d)
	d.Pick(gone)
	d.Want("This one is risky.", "Endings seen: 1 of 3.")
	d.Pick("Go back one reply")
	d.Want("What do you say?")
	d.Pick(tank)
	d.Pick(want)
	d.Pick(night)
	d.Want("Endings seen: 2 of 3.")
	d.Pick("Look at the way I took")
	d.Pick("Try another way at reply 3")
	d.Want("He sits down on the step.")
	d.Pick(soup)
	d.Want("You have seen all 3 endings.")
	d.Pick("Start again from the beginning")
	d.Want("What do you say?")
	if got := replies(t, d.Store); got != "" {
		t.Errorf("started again, and the record has %q", got)
	}
}

// Going back and saying the same again shows what saying it at once does.
func TestBackAndAgainIsTheSame(t *testing.T) {
	once := start(t, tuitest.Setup{})
	begin(once)
	once.Pick(tank)
	twice := start(t, tuitest.Setup{})
	begin(twice)
	twice.Pick(tank)
	twice.Pick("Take back my last reply")
	twice.Pick(tank)
	if once.Screen() != twice.Screen() {
		t.Errorf("at once:\n%s\nback and again:\n%s", once.Screen(), twice.Screen())
	}
	if a, b := once.All(), twice.All(); a != b {
		t.Errorf("at once:\n%s\nback and again:\n%s", a, b)
	}
}

// A way that was kept shows the same when the learner comes back to it.
func TestComingBackShowsTheSame(t *testing.T) {
	d := start(t, tuitest.Setup{})
	begin(d)
	d.Pick(tank)
	d.Pick(`"Why would`)
	was := d.All()
	again := d.Restart(nil)
	again.Want("> Go on where I was (2 replies so far)")
	again.Press("enter")
	if now := again.All(); now != was {
		t.Errorf("left:\n%s\nback:\n%s", was, now)
	}
	again.Pick(gone)
	was = again.All()
	ended := again.Restart(nil)
	ended.Want("Endings seen: 1 of 3.")
	ended.Pick("See how it ended last time")
	if now := ended.All(); now != was {
		t.Errorf("ended:\n%s\nback:\n%s", was, now)
	}
}

func TestOwnWordsFirst(t *testing.T) {
	d := start(t, tuitest.Setup{})
	d.Pick("Begin, and write my own words first")
	d.Want("Write what I would say", "Show me the choices")
	d.WantNot("No cash.")
	d.Pick("Write what I would say")
	d.Want("Leo:", "Your words are not kept unless you choose it.", "enter go on", "esc stop writing")
	d.Press("Food, not money! q", "enter")
	d.Want("You wrote: Food, not money! q", "Which one comes closest to yours?", "No cash.")
	if got := words(t, d.Store); len(got) != 0 {
		t.Errorf("not chosen, and kept: %v", got)
	}
	d.Pick(tank)
	d.Want("In your own words: Food, not money! q")
	if got := d.All(); !strings.Contains(got, "Write what I would say") {
		t.Errorf("the next step begins with the choices: %s", got)
	}
	if got := words(t, d.Store); len(got) != 0 {
		t.Errorf("not chosen, and kept: %v", got)
	}
	if now := d.Restart(nil); strings.Contains(now.All(), "Food") {
		t.Error("words not kept are shown again")
	}
}

func TestOwnWordsAreKeptWhenChosen(t *testing.T) {
	d := start(t, tuitest.Setup{})
	begin(d)
	own(d)
	d.Press("Food, not money", "enter")
	d.Pick("Keep my words")
	d.Want("> [x] Keep my words")
	if got := words(t, d.Store); got["door"] != "Food, not money" {
		t.Errorf("kept %v", got)
	}
	d.Pick(tank)
	again := d.Restart(nil)
	again.Press("enter")
	again.Want("In your own words: Food, not money")
	again.Pick("Take back my last reply")
	again.Pick("Write my own words first")
	again.Want("You: Food, not money")
	again.Press("enter")
	again.Pick("Keep my words")
	again.Want("> [ ] Keep my words")
	if got := words(t, again.Store); len(got) != 0 {
		t.Errorf("after forgetting: %v", got)
	}
}

func TestEscStopsWritingAndLosesNothing(t *testing.T) {
	d := start(t, tuitest.Setup{})
	begin(d)
	own(d)
	d.Press("half a sen", "esc")
	d.Want("What do you say?")
	own(d)
	d.Want("You: half a sen")
	d.Press("tence")
	d.Resize(30, 8)
	d.Resize(80, 24)
	d.Send(tea.BackgroundColorMsg{Color: color.White})
	d.Press("enter")
	d.Want("You wrote: half a sentence")
	d.Press("esc", "esc")
	d.Want("Start here:")
}

func TestAnEndlessPasteIsCut(t *testing.T) {
	d := start(t, tuitest.Setup{})
	begin(d)
	own(d)
	d.Send(tea.PasteMsg{Content: "\x1b]52;c;AAAA\x07\u202e" + strings.Repeat("soup and bread ", 1000)})
	d.Want("That was longer than fits here.")
	d.Press("enter")
	if got := d.All(); !strings.Contains(got, "Which one comes closest to yours?") {
		t.Errorf("after the paste: %s", got)
	}
	d.Press("home")
	for _, r := range d.Screen() {
		if r != '\n' && r < ' ' || r == '\u202e' {
			t.Fatalf("the screen holds %U", r)
		}
	}
}

func TestSafetyStandsBeforeTheScene(t *testing.T) {
	d := start(t, tuitest.Setup{Store: unsafeHome(t)})
	d.Want("First: not if you may be hurt.", "call 911", "call 988", "ctrl+x", "> Help now", "Go on to this practice")
	d.WantNot("Ten at night")
	d.Press("enter")
	d.Want("Porchlight > Help now")
	d.Press("esc")
	d.Pick("Read: Overdose and naloxone")
	d.Want("Porchlight > Overdose and naloxone")
	d.Press("esc")
	d.Pick("Go on to this practice")
	d.Want("Ten at night.", "> Begin")
	begin(d)
	d.Want("What do you say?")
}

// A full store has no room for one save.
type full struct {
	record.Store
	left int
}

func (s *full) SaveEntries(ctx context.Context, e ...record.Entry) error {
	if s.left > 0 {
		s.left--
		return record.ErrFull
	}
	return s.Store.SaveEntries(ctx, e...)
}

func TestFullDisk(t *testing.T) {
	store := &full{record.NewGuest(), 1}
	d := start(t, tuitest.Setup{Store: store})
	begin(d)
	d.Pick(gone)
	d.Want("This was not saved", "The disk is full.", "> Try again")
	d.WantNot("He takes it")
	d.Press("enter")
	d.Want("How it lands: He takes it and is gone.", "Endings seen: 1 of 3.")
	if events, _ := store.Events(t.Context(), record.KindPractised, ""); len(events) != 1 {
		t.Errorf("the ending was reached %d times", len(events))
	}
}

func TestGoOnWithoutSaving(t *testing.T) {
	store := &full{record.NewGuest(), 1000}
	d := start(t, tuitest.Setup{Store: store})
	begin(d)
	d.Pick(tank)
	d.Press("down", "enter")
	d.Want("How it lands: He looks at the floor.", "nothing is saved")
	own(d)
	d.Press("x", "enter")
	if got := d.All(); strings.Contains(got, "Keep my words") {
		t.Error("a guest is offered to keep words")
	}
}

// A way that the pack no longer has is kept up to where it fits, and said.
func TestAWayOfAnotherPack(t *testing.T) {
	store := record.NewGuest()
	err := store.SaveEntries(t.Context(), record.Entry{
		Kind: record.KindTalk, Subject: cash.ID, At: tuitest.Noon,
		Fields: map[string]string{"replies": "fill-the-tank gone-since soup", "seed": "no number", "lap": "a"},
	})
	if err != nil {
		t.Fatal(err)
	}
	d := start(t, tuitest.Setup{Store: store})
	d.Want("This conversation has changed since you were here.", "> Go on where I was (1 reply so far)")
	d.Press("enter")
	d.Want(`Leo: "You do not trust me."`)
}

func TestNoSuchPractice(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Practice{ID: "gone-since"}})
	d.Want("There is no conversation of that name here.", "> Other conversations")
	d.Press("enter")
	d.Want("Porchlight > Practice conversations", "> Cash at the door")
}

func TestListSaysWhatBecameOfEach(t *testing.T) {
	d := start(t, tuitest.Setup{First: page.Practices{}})
	d.Press("enter")
	begin(d)
	d.Pick(tank)
	d.Press("esc")
	d.Want("> Cash at the door begun")
	d.Press("enter", "enter")
	d.Pick(want)
	d.Pick(night)
	d.Pick("Other conversations")
	d.Want("> Cash at the door 1 of 3 endings seen")
}

// Another language finds the conversation where it stands.
func TestAnotherLanguage(t *testing.T) {
	d := start(t, tuitest.Setup{})
	begin(d)
	d.Pick(tank)
	d.Send(page.SettingsChanged{To: study.Settings{Lang: "es"}})
	d.Want("Cómo lo recibe: He looks at the floor.", "Una de las mejores maneras de decirlo.")
	d.Pick(want)
	d.Want("He kicks the step.")
}

// Every conversation of the course can be played to each of its endings, and
// read at 40 by 12.
func TestEveryConversationOfTheCourse(t *testing.T) {
	whole, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range whole.Practices("en") {
		d := start(t, tuitest.Setup{Course: whole, First: page.Practice{ID: string(p.ID)}, Width: 40, Height: 12})
		for range 60 {
			if events, _ := d.Store.Events(t.Context(), record.KindPractised, string(p.ID)); len(events) > 0 {
				break
			}
			d.Press("home", "end", "enter") // the first reply, or to begin
		}
		if got := d.All(); !strings.Contains(got, "Endings seen: 1 of") {
			t.Errorf("%s did not end:\n%s", p.ID, d.Screen())
		}
	}
}

// From 120 columns on, one's own words stand beside the choices, and stay there
// while the choices scroll. Where they would not fit, they stand above.
func TestOwnWordsStandBesideTheChoices(t *testing.T) {
	long := strings.Repeat("I cannot give you cash and I would love to sit with you. ", 4)
	for _, c := range []struct {
		width, height int
		words         string
		beside        bool
	}{{119, 30, "No cash, Leo.", false}, {120, 30, "No cash, Leo.", true}, {200, 50, long, true}, {120, 8, long, false}} {
		d := start(t, tuitest.Setup{Width: c.width, Height: c.height})
		begin(d)
		own(d)
		d.Press(c.words, "enter")
		beside := "Your words are on the right."
		if got := strings.Contains(d.All(), beside); got != c.beside {
			t.Errorf("%dx%d: beside is %v, want %v", c.width, c.height, got, c.beside)
		}
		if c.beside {
			d.Want("│ You wrote:")
		}
		d.Resize(80, 24)
		d.Want("You wrote:", "Put it beside these.")
		d.Resize(c.width, c.height)
		if strings.Contains(d.All(), beside) != c.beside {
			t.Errorf("%dx%d: another place after the window changed", c.width, c.height)
		}
	}
}
