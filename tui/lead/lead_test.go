package lead_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/study"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening by the run sheet: Enter alone leads through it.
func TestEveningByTheRunSheet(t *testing.T) {
	e := begin(t)
	lead, people := e.leads(tuitest.Setup{}), e.comes(8)
	lead.Want("Leading "+e.Party.Code.String(), "8 people are here.", "There is no question now.")
	e.choose(lead, "Choose a run sheet", "A short session")
	lead.Want("Done: A short session", "> Next: Welcome (4 minutes)")
	lead.Press("enter")
	e.Look()
	lead.Want("Step 1 of 7: Welcome", "This step: 0 minutes of 4 minutes.", "You are on time.", "> Next: What do you think now? (2 minutes)")
	e.choose(lead, "Next: What do you think")
	people[0].Want("Giving naloxone makes use easier.")
	e.vote("1. True", people[:3]...)
	lead.Want("8 people are here.", "3 answers so far. Nothing is shown until 5 have answered.", "> Close it and show the result")
	lead.Press("enter")
	e.Look()
	lead.Want("So far 3 have answered. Nothing is shown until 5 have.")
	e.vote("1. True", people[3:6]...)
	lead.Want("Enough have answered. Only you can show the result.")
	lead.WantNot("So far 3")
	e.choose(lead, "Close the question", "Next: Read together")
	lead.WantNot("Tell the best answer")
	people[0].WantNot("Giving naloxone")
	e.choose(lead, "The run sheet")
	lead.Want("Read together (10 minutes) you are here", "Talk together (5 minutes) may be left out")
	e.choose(lead, "What do you think now?") // the first of that name: undone next
	lead.Want("Step 2 of 7")
	e.choose(lead, "Undo: the last step of the run sheet")
	lead.Want("Step 3 of 7: Read together")
	for range 3 {
		e.choose(lead, "Next:")
	}
	e.vote("2. False", people...)
	e.choose(lead, "Close it and show before and after", "Tell the best answer")
	lead.Want("8 of 8, 100 percent", "The best answer is 2, False.", "Before and after:")
	people[7].WantAll("The best answer is 2, False.")
}

// Two who lead press at once: the room goes one step.
func TestTwoLeadsPressAtOnce(t *testing.T) {
	e := begin(t)
	lead, helper := e.leads(tuitest.Setup{}), e.helps(tuitest.Setup{Lang: "es"})
	e.Look()
	e.choose(lead, "Choose a run sheet", "A short session", "Next: Welcome")
	helper.Want("Paso 1 de 7: Welcome", "> Sigue: What do you think now? (2 minutos)")
	helper.WantNot("Quién guía, y el final")
	lead.Press("enter")
	helper.Press("enter") // before it has seen what the other did
	e.Look()
	lead.Want("Step 2 of 7")
	helper.Want("Paso 2 de 7")
	lead.Press("enter", "enter")
	e.Look()
	lead.Want("So far 0 have answered.")
	helper.Want("Paso 2 de 7")
}

// An early hub has everybody hear of what was done before whoever did it has the
// answer.
type early struct {
	group.Hub
	hear func()
}

func (h *early) Do(ctx context.Context, c group.Code, a group.Act) (group.Snapshot, error) {
	now, err := h.Hub.Do(ctx, c, a)
	if h.hear != nil {
		h.hear()
	}
	return now, err
}

// What this page did itself is not taken for what somebody else did, though it
// hears of it before its own answer comes.
func TestOnesOwnStepIsOnesOwn(t *testing.T) {
	e := begin(t)
	hub := &early{Hub: e.Hub}
	e.Door = group.NewDoor(hub, e.Now)
	lead := e.leads(tuitest.Setup{})
	e.choose(lead, "Choose a run sheet", "A short session")
	hub.hear = lead.Look
	lead.Press("enter", "enter") // at once
	lead.Want("Step 2 of 7")
	lead.WantNot("Someone else who leads")
}

// A lead's link drops in the middle of it all, and comes back: nothing of the
// room is lost, and what others did meanwhile is there.
func TestLinkThatFlaps(t *testing.T) {
	e := begin(t)
	lead, helper, people := e.leads(tuitest.Setup{}), e.helps(tuitest.Setup{}), e.comes(5)
	e.choose(lead, "Choose a run sheet", "A short session", "Next: Welcome", "Next: What do you think")
	for range 3 {
		lead.Press("esc") // its terminal goes away without a word
		lead = e.leads(tuitest.Setup{})
		e.Look()
		lead.Want("Step 2 of 7", "Giving naloxone makes use easier.")
		e.vote("1. True", people...)
		helper.Want("5 people are here.", "5 answers so far. Enough have answered.")
	}
	e.choose(helper, "Close it and show the result")
	lead.Want("5 of 5, 100 percent", "> Next: Read together")
}

// A step that was wanted while the room was away is done by itself once it is
// back; meanwhile the page says so, and no second key does another.
func TestTheDatabaseIsAway(t *testing.T) {
	e := begin(t)
	hub := e.Fades
	lead, people := e.leads(tuitest.Setup{}), e.comes(1)
	e.choose(lead, "Choose a run sheet", "A short session", "Next: Welcome")
	hub.Away.Store(true)
	e.choose(lead, "Next: What do you think")
	lead.Want("Not sent yet: the group cannot be reached just now.", "Step 1 of 7")
	lead.Press("enter")
	e.Look()
	lead.Want("Not sent yet", "Step 1 of 7")
	hub.Away.Store(false)
	hub.Mute.Store(true)
	e.Look()
	people[0].Want("Giving naloxone makes use easier.")
	hub.Mute.Store(false)
	e.Look()
	lead.Want("Sent now. Done: Next: What do you think now?", "Step 2 of 7")

	hub.Away.Store(true)
	e.choose(lead, "Close it and show")
	lead.Want("Not sent yet")
	hub.Away.Store(false)
	e.Look()
	lead.Want("It did not get there in time. So far 0 have answered.")
}

func TestHandsAndSlips(t *testing.T) {
	e := begin(t)
	lead := e.leads(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	e.choose(lead, "More with this question", "Type in a show of hands")
	lead.Want("How many for \"Yes\"?", "How many? ", "Type a number, 0 for none.")
	lead.Press("x", "enter")
	lead.Want("Type a number, 0 for none.")
	lead.Press("backspace", "6", "enter")
	lead.Want("Yes: 6", "How many for \"No\"?")
	lead.Press("enter")
	e.Look()
	lead.Want("6 people were counted by hand.", "Enough have answered.")
	e.choose(lead, "Close it and show the result")
	lead.Want("6 of 6, 100 percent")
}

// What was typed in before stands in the field, to be mended.
func TestHandsAreMended(t *testing.T) {
	e := begin(t)
	lead := e.leads(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Party.Do(t, e.Hub, group.Count{ID: "p", Hands: group.Hands{People: 9, For: map[string]int{"a": 6, "b": 3}}})
	e.Look()
	e.choose(lead, "More with this question", "Type in a show of hands")
	lead.Want("How many? 6")
	lead.Press("enter")
	lead.Want("Yes: 6", "How many? 3")
	lead.Press("backspace", "4", "enter")
	e.Look()
	lead.Want("10 people were counted by hand.")
	e.choose(lead, "More with this question", "Type in a show of hands")
	lead.Press("backspace", "0", "enter")
	lead.Want("Yes: 0", "How many? 4")
}

// One keyboard goes round. Nobody sees what the one before them chose, and the
// result is one with those who have a device.
func TestKeyboardGoesRound(t *testing.T) {
	e := begin(t)
	lead, people := e.leads(tuitest.Setup{}), e.comes(2)
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	e.vote("1. Yes", people...)
	e.choose(lead, "More with this question", "Pass the keyboard round")
	for i, choice := range []string{"2. No", "1. Yes", "2. No"} {
		lead.Want("Give the keyboard to one person at a time.")
		lead.WantNot("Your answer: ")
		if lead.Press("enter"); i == 0 {
			e.choose(lead, "Give no answer", "I have the keyboard")
		}
		lead.Want("Is it so?")
		lead.WantNot("answers so far")
		e.choose(lead, choice)
		lead.Want("Your answer: "+choice[3:], "> Keep it, and clear the screen")
		if i == 1 {
			e.choose(lead, "Choose again", "1. Yes")
		}
		e.choose(lead, "Keep it")
		lead.Want("Your answer is kept, without your name. Pass the keyboard on.")
	}
	e.choose(lead, "All have answered")
	lead.Want("2 people are here.", "5 answers so far.")
	e.choose(lead, "Close it and show the result")
	lead.Want("3 of 5, 60 percent", "2 of 5, 40 percent")
}

// Nobody who has the keyboard waits for the answer of the one before, and nobody
// sees it.
func TestKeyboardGoesRoundWhileTheDatabaseIsAway(t *testing.T) {
	e := begin(t)
	hub := e.Fades
	lead := e.leads(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	e.choose(lead, "More with this question", "Pass the keyboard round", "I have the keyboard", "1. Yes")
	hub.Away.Store(true)
	e.choose(lead, "Keep it")
	lead.Want("Your answer is not sent yet.", "> I have the keyboard")
	lead.WantNot("Your answer: Yes")
	e.choose(lead, "I have the keyboard", "2. No", "Keep it")
	lead.Want("> I have the keyboard")
	hub.Away.Store(false)
	e.choose(lead, "I have the keyboard") // both are sent meanwhile
	lead.Want("Is it so?", "1. Yes")
	e.Look()
	e.choose(lead, "Give no answer", "All have answered")
	lead.Want("2 answers so far.")
	hub.Away.Store(true)
	e.choose(lead, "Close the question")
	lead.Press("esc")
	lead.Want("What is not sent yet is not sent if you leave.")
}

func TestQuestionBox(t *testing.T) {
	e := begin(t)
	lead, helper, people := e.leads(tuitest.Setup{}), e.helps(tuitest.Setup{}), e.comes(1)
	e.choose(lead, "The question box: nothing waits")
	lead.Want("Nobody has put a question into the box.")
	lead.Press("esc")
	v := group.NewVoter(e.Party.ID, group.NewKey())
	e.Party.Do(t, e.Hub, group.Join{Seat: v.Seat()})
	e.Party.Do(t, e.Hub, group.Ask{ID: group.NewQuestion(), Asker: v.Asker(), Text: "What if he will not go?"})
	e.Look()
	e.choose(lead, "The question box: 1 waits")
	lead.Want("Leave out what could point to a person.", "What if he will not go? only you see it")
	e.choose(lead, "What if he", "Show it to all")
	people[0].Want("A question from the group What if he will not go?", "Nobody sees who asked.")
	helper.Want("The question box: nothing waits")
	lead.Want("What if he will not go? all see it")
	e.choose(lead, "What if he", "It is answered: take it down")
	people[0].WantNot("What if he will not go?")
	e.choose(lead, "What if he", "Show it again")
	e.choose(lead, "What if he", "Take it down, and keep it")
	lead.Want("only you see it")
}

// What one lead shows comes to the front of another's page, who can take it down;
// a key that was meant for something else does not.
func TestAShownQuestionIsLedByEveryLead(t *testing.T) {
	e := begin(t)
	helper, people := e.helps(tuitest.Setup{}), e.comes(1)
	v := group.NewVoter(e.Party.ID, group.NewKey())
	e.Party.Do(t, e.Hub, group.Join{Seat: v.Seat()})
	id := group.NewQuestion()
	e.Party.Do(t, e.Hub, group.Ask{ID: id, Asker: v.Asker(), Text: "What if he will not go?"})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	e.At = e.At.Add(time.Minute)
	e.Party.Do(t, e.Hub, group.Sort{ID: id, To: group.OnScreen})
	for _, d := range e.All {
		d.Look()
	}
	helper.Want("Everyone sees this question from the group What if he will not go?", "> It is answered: take it down", "Is it so?")
	helper.Press("enter")
	helper.Want("Someone else who leads did something just now.")
	people[0].Want("A question from the group", "What if he will not go?")
	helper.Press("enter")
	e.Look()
	people[0].WantNot("What if he will not go?")
	people[0].Want("Is it so?")
	e.choose(helper, "Ask a question")
	helper.WantNot("What if he will not go?")
	e.At = e.At.Add(time.Minute)
	e.Party.Do(t, e.Hub, group.Sort{ID: id, To: group.OnScreen})
	e.Look()
	helper.Want("A question from the group: What if he will not go?", "Write a new question")
	e.Party.Do(t, e.Hub, group.Sort{ID: id, To: group.Answered})
	e.Look()
	helper.Press("esc")
	e.choose(helper, "Undo: a question from the box was moved")
	people[0].Want("What if he will not go?")
	e.choose(helper, "Take it down, and keep it for later")
	helper.Want("The question box: 1 waits")
}

// Any question of the course, or one's own, is asked from here.
func TestOtherQuestions(t *testing.T) {
	e := begin(t)
	lead, people := e.leads(tuitest.Setup{}), e.comes(1)
	e.choose(lead, "Ask a question", "A question of a lesson", "Helping or enabling", "Ask all: Which of these support")
	people[0].Want("Which of these support the person?")
	e.choose(lead, "Ask a question", "Write a new question")
	lead.Press("enter")
	lead.Want("A question needs two to nine choices.")
	lead.Press("Ready for a break?", "enter", "Yes", "enter", "enter")
	lead.Want("Ready for a break?", "1. Yes", "Choice 2:", "A question needs two to nine choices.")
	lead.Press("No", "enter", "Soon", "enter", "enter")
	lead.Want("May people choose more than one?")
	e.choose(lead, "No, one answer each")
	people[0].Want("Ready for a break?", "3. Soon")
	e.choose(lead, "Ask a question", "Ask all: Which of these support")
	people[0].Want("Which of these support the person?")
}

// Whoever hands over leads no more, and may take part like anyone.
func TestHandingOver(t *testing.T) {
	e := begin(t)
	lead, helper := e.leads(tuitest.Setup{}), e.helps(tuitest.Setup{})
	e.Look()
	e.choose(lead, "Who leads, and the end", "Let lead ")
	helper.Want("Who leads, and the end")
	e.choose(helper, "Who leads, and the end", "Let lead ") // only help
	lead.WantNot("Who leads, and the end")
	e.choose(helper, "Let lead ", "Let lead ", "Take the lead from ")
	lead.Want("You lead this group no more. To take part in it, come in with its code: "+e.Party.Code.String(), "> Take part in it")
	lead.Press("enter")
	e.Look()
	lead.Want("You are in the group.")
	helper.Press("esc")
	helper.Want("1 person is here.", "Who leads, and the end")
}

func TestAppointing(t *testing.T) {
	e := begin(t)
	lead := e.leads(tuitest.Setup{})
	e.choose(lead, "Who leads, and the end", "Let someone else lead too", "Someone who helps")
	lead.Want("Give them this, and nobody else: lead/"+e.Party.Code.String(), "Other leads see this one as")
	entry := word(lead.Screen(), "lead/")
	second := e.at(page.Lead{Entry: entry}, tuitest.Setup{})
	second.Want("Leading " + e.Party.Code.String())
	e.choose(lead, "They have it")
	lead.WantNot(entry)
	e.choose(lead, "Nothing is shown below 5", "Show nothing below 3")
	lead.Want("Nothing is shown below 3 answers. Change that")
}

func TestEndingAndErasing(t *testing.T) {
	e := begin(t)
	lead, helper, people := e.leads(tuitest.Setup{}), e.helps(tuitest.Setup{}), e.comes(5)
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	e.vote("1. Yes", people...)
	e.choose(lead, "Close it and show the result", "Who leads, and the end", "End the group")
	lead.Want("End the group for everyone?", "> No, go on")
	e.choose(lead, "No, go on", "End the group", "End the group")
	lead.Want("The group has ended. This is what everybody saw.", "Is it so?", "- Yes: 5 of 5, 100 percent", "To keep these totals in a file")
	helper.Want("- Yes: 5 of 5, 100 percent")
	helper.WantNot("Erase all")
	e.choose(lead, "Erase all of it now")
	lead.Want("It cannot be undone.", "> No, go on")
	e.choose(lead, "End the group and erase all of it now")
	lead.Want("It is erased. Nothing of the group is left here.")
	if _, err := e.Hub.Watch(t.Context(), e.Party.Code); err == nil {
		t.Error("the room is there")
	}
	e.Look()
	helper.Want("The group has ended.")
}

// Another language in the middle of it all: the room, the run sheet and what is
// half written stay.
func TestAnotherLanguage(t *testing.T) {
	e := begin(t)
	lead := e.leads(tuitest.Setup{})
	e.choose(lead, "Choose a run sheet", "A short session", "Next: Welcome")
	spanish := page.SettingsChanged{To: study.Settings{Lang: "es", Theme: "dark"}}
	lead.Send(spanish)
	e.Look()
	lead.Want("Guiar ", "Paso 1 de 7: Welcome", "> Sigue: What do you think now? (2 minutos)")
	e.choose(lead, "Hacer una pregunta", "Escribir una pregunta nueva")
	lead.Press("¿Lis", "enter", "Sí", "enter", "N")
	lead.Send(page.SettingsChanged{To: study.Settings{Lang: "en", Theme: "dark"}})
	lead.Want("¿Lis", "1. Sí", "Choice 2: N")
}

// A lesson or a plan that is not in the run sheet is shown from here too, and
// the way back leads here.
func TestShowingALesson(t *testing.T) {
	e := begin(t)
	lead, people := e.leads(tuitest.Setup{}), e.comes(1)
	e.choose(lead, "Show a lesson or a plan")
	lead.Want("What you open here is shown to the whole group")
	e.choose(lead, "Helping or enabling")
	lead.Want("The room sees", "This is the first sentence.")
	people[0].Want("This is the first sentence.", "You follow what is shown.")
	lead.Press("esc", "esc")
	e.Look()
	lead.Want("1 person is here.", "Undo: all were taken to other pages")
}

// What is typed elsewhere is said whole, and no line for all to see has the key.
func TestLinesToTypeElsewhere(t *testing.T) {
	e := begin(t)
	lead := e.leads(tuitest.Setup{})
	key, entry := e.Party.Lead.String(), group.Entry(e.Party.Code, e.Party.Lead)
	for line, want := range map[string]string{
		"A screen that all":   "ssh -t -p 2222 kiosk@HOST screen/" + e.Party.Code.String() + " It has no key in it.",
		"Pages with your":     "ssh -t -p 2222 kiosk@HOST stage/" + entry + " The long key in it leads the group.",
		"A card for":          "ssh -p 2222 kiosk@HOST room/" + entry + " card pdf > card.pdf The file is written where you type this. For A4 paper",
		"Slips for voting":    "ssh -p 2222 kiosk@HOST room/" + entry + " slips pdf > slips.pdf The file",
		"The totals in a fil": "ssh -p 2222 kiosk@HOST room/" + entry + " markdown > totals.md The file is written where you type this. The long key",
	} {
		e.choose(lead, "What to type for", line)
		lead.Want(want)
		if line == "A screen that all" {
			lead.WantNot(key)
		}
		e.choose(lead, "Back to leading")
	}
}

// Somebody with the code opens a tiny screen: who leads sees it and leaves it
// out; nobody who only helps needs the facilitator for that.
func TestScreensThatAllLookAt(t *testing.T) {
	e := begin(t)
	lead, helper := e.leads(tuitest.Setup{}), e.helps(tuitest.Setup{})
	lead.WantNot("all look at")
	at := page.Screen{Entry: e.Party.Code.String()}
	large, tiny := e.at(at, tuitest.Setup{Width: 100, Height: 30}), e.at(at, tuitest.Setup{Width: 20, Height: 6})
	e.Look()
	large.Want("0 people are here.")
	e.choose(helper, "The 2 screens that all look at")
	helper.Want("Pages are made to fit 40 columns and 8 lines.", "> Leave out the screen of 20 columns and", "Fit pages to the largest screen alone")
	helper.Press("enter")
	e.Look()
	helper.Want("Pages are made to fit 100 columns and", "Fit pages to the screen of 20 columns")
	e.choose(lead, "The 2 screens that all look at", "Fit pages to the screen of 20", "Fit pages to the largest")
	lead.Want("Pages are made to fit 100 columns and", "Fit pages to all screens again")
	tiny.Press("esc")
	e.Look()
	helper.WantNot("Fit pages to the screen of 20")
}

// Leaving is asked about: the key is long, and the group waits.
func TestLeavingIsAskedAbout(t *testing.T) {
	e := begin(t)
	lead, people := e.leads(tuitest.Setup{}), e.comes(1)
	lead.Press("esc")
	lead.Want("Leave this page? The group goes on without you.", "lead/"+group.Entry(e.Party.Code, e.Party.Lead), "> Stay")
	lead.Press("enter")
	lead.Want("1 person is here.")
	lead.Press("esc", "down", "enter")
	lead.Want("Start here:")
	e.Look()
	people[0].Want("1 person is here.")
}

func TestKeysThatLeadNowhere(t *testing.T) {
	e := begin(t)
	lead := e.at(page.Lead{Entry: group.Entry(e.Party.Code, group.NewKey())}, tuitest.Setup{})
	lead.Want("No group has that code now.", "> Try again")
	lead.Press("esc")
	lead.Want("Start here:")
	tuitest.Start(t, tuitest.Setup{First: page.Lead{Entry: "x"}}).Want("Start here:")
}

// word is the word on a screen that begins with some letters, without them.
func word(screen, begin string) string {
	for _, w := range strings.Fields(screen) {
		if len(w) > len(begin) && w[:len(begin)] == begin {
			return w[len(begin):]
		}
	}
	return ""
}

// What else can be done with a question: opened again, begun again, skipped,
// and each of it undone.
func TestMoreWithAQuestion(t *testing.T) {
	e := begin(t)
	lead, people := e.leads(tuitest.Setup{}), e.comes(2)
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	e.vote("1. Yes", people...)
	e.choose(lead, "Close the question")
	lead.Want("2 answers so far. The question is closed.")
	e.choose(lead, "More with this question", "Open it again")
	lead.Want("2 answers so far. Nothing is shown until 5 have answered.")
	e.choose(lead, "More with this question", "Begin it again")
	lead.Want("0 answers so far.")
	e.choose(lead, "Undo: the question began again")
	lead.Want("2 answers so far.")
	e.choose(lead, "More with this question", "Skip it")
	lead.Want("There is no question now.")
	people[0].WantNot("Is it so?")
	e.choose(lead, "Undo: the question was skipped")
	people[0].Want("Is it so?")
	lead.Want("2 answers so far.")
}

func TestPaceIsSeen(t *testing.T) {
	e := begin(t)
	lead := e.leads(tuitest.Setup{})
	for i := range 5 {
		v := group.NewVoter(e.Party.ID, group.NewKey())
		e.Party.Do(t, e.Hub, group.Join{Seat: v.Seat()})
		e.Party.Do(t, e.Hub, group.Signal{Token: v.Pace(0), Feels: group.Feelings()[i%2]})
		if e.Look(); i == 3 {
			lead.Want("4 people have said something about the pace. It is shown when enough have.")
		}
	}
	lead.Want("The pace: 3 would like it slower, 2 follow, 0 need a break.")
}

// The pages of the run sheet, with the notes, are one line away, and the way
// back leads to the same place.
func TestPagesOfTheRunSheet(t *testing.T) {
	e := begin(t)
	lead := e.leads(tuitest.Setup{})
	e.choose(lead, "Choose a run sheet", "A short session", "Next: Welcome", "Show the pages")
	lead.Want("The room sees", "What is said here stays here.", "Ask early if all are safe tonight.")
	lead.Press("esc")
	e.Look()
	lead.Want("Step 1 of 7: Welcome", "Next: What do you think now?")
}
