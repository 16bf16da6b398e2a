package line_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

// at has somebody open a place of a room and type lines.
func (l *lobby) at(lang, place string, lines ...string) string {
	l.t.Helper()
	var out bytes.Buffer
	in := strings.NewReader(strings.Join(lines, "\n") + "\n")
	if err := l.session(lang, in, &out).Open(l.t.Context(), place); err != nil {
		l.t.Errorf("%v\n%s", err, out.String())
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func (l *lobby) lead() string { return group.Entry(l.party.Code, l.party.Lead) }

func (l *lobby) place() group.Place {
	box := l.party.Watch(l.t, l.hub)
	defer box.Close()
	return grouptest.Until(l.t, box, "the room", func(group.View) bool { return true }).All().Place
}

func TestPresentingInARoomInPlainLines(t *testing.T) {
	l := newLobby(t)
	out := l.at("en", "stage/"+l.lead()+"/present/helping-or-enabling", "", "notes", "part", "quit")
	has(t, out, "Helping or enabling? Press Enter for the next page.", "1 of 6: Helping or enabling?", "Source: Enabling behavior", "2 of 6: To talk about")
	if p := l.place(); p.Route != "present/helping-or-enabling" || p.Part != 1 {
		t.Errorf("the room is at %+v", p)
	}
	has(t, l.at("es", "screen/"+string(l.party.Code), ""), "use este código:", "What helped you this week?")
	has(t, l.at("en", "stage/"+l.lead()+"/now", "before", "quit"), "2 of 6: To talk about", "You matter too.")
	if p := l.place(); p.Part != 0 || p.Block == 0 {
		t.Errorf("a step back, the room is at %+v", p)
	}
	has(t, l.at("en", "stage/"+l.lead(), "2", "quit"), "1. Where the group is now", "What you open here is shown to the whole group", "1 of ")
	if p := l.place(); !strings.HasPrefix(p.Route, "session/") || p.Part != 0 {
		t.Errorf("the room is at %+v", p)
	}
	has(t, l.at("en", "stage/"+string(l.party.Code)), "No group has that code now.")
}

// A page in plain lines is what the screen on the wall shows of it.
func TestPlainPagesAreThoseOfTheWall(t *testing.T) {
	l := newLobby(t)
	long := l.at("en", "stage/"+l.lead()+"/present/helping-or-enabling", "quit")
	l.party.Do(t, l.hub, group.Fit{Screen: group.NewScreen(), To: group.Wall{Width: 40, Height: 6}})
	short := l.at("en", "stage/"+l.lead()+"/now", "quit")
	const end = "Keep naloxone near."
	if !strings.Contains(long, end) || strings.Contains(short, end) || !strings.Contains(short, "This is the first sentence.") {
		t.Errorf("without a wall:\n%s\nwith one of six lines:\n%s", long, short)
	}
}

func TestAQuestionIsLedInPlainLines(t *testing.T) {
	l := newLobby(t)
	l.party.Do(t, l.hub, show(1))
	l.party.Ask(t, l.hub, "p")
	for range 5 {
		l.types("en", string(l.party.Code), "1")
	}
	out := l.at("en", "stage/"+l.lead()+"/now", "hello", "", "", "quit")
	has(t, out, "Everyone sees this question", "Enter: show the result. Or x, to put it away:", "Type x to put the question away",
		"1. Yes: 5 of 5, 100 percent", "Enter: back to the page.", "2 of 6: To talk about")
}

// A question from the box stands before the page and the poll, for who presents,
// who leads and who looks.
func TestAShownQuestionIsLedInPlainLines(t *testing.T) {
	l := newLobby(t)
	l.party.Do(t, l.hub, show(1))
	l.party.Ask(t, l.hub, "p")
	l.asks("How do I say no?")
	l.shown()
	has(t, l.at("en", "screen/"+string(l.party.Code), ""), "A question from the group: How do I say no?")
	has(t, l.at("en", "stage/"+l.lead()+"/now", "x", "x", "quit"), "Everyone sees this question A question from the group: How do I say no? Enter: it is answered. Or x, to put it away:",
		"Everyone sees this question Is it so?", "2 of 6: To talk about")
	if q := l.view().Questions[0]; q.State != group.Held {
		t.Errorf("put away, it is %+v", q)
	}
	l.shown()
	has(t, l.leads("en", "=It is answered"), "A question from the group: How do I say no?", "1. It is answered: take it down 2. Take it down, and keep it for later")
	if q := l.view().Questions[0]; q.State != group.Answered {
		t.Errorf("answered, it is %+v", q)
	}
}

func (l *lobby) view() group.LeadView {
	l.t.Helper()
	box := l.party.Watch(l.t, l.hub)
	defer box.Close()
	v, _ := grouptest.Until(l.t, box, "the room", func(group.View) bool { return true }).Lead(l.party.Lead)
	return v
}

// The second result of a pair is told with the first.
func TestThePresenterHearsTheShift(t *testing.T) {
	l := newLobby(t)
	for _, part := range []group.Part{group.Before, group.After} {
		p := group.Poll{ID: string(part), Pair: "sleep", Part: part, Text: group.Text{"en": "Did you sleep?"}, Choices: []group.Choice{
			{ID: "y", Text: group.Text{"en": "Yes"}}, {ID: "n", Text: group.Text{"en": "No"}},
		}}
		l.party.Do(t, l.hub, group.AddPoll{Poll: p})
		l.party.Do(t, l.hub, group.OpenPoll{ID: p.ID})
		for range 5 {
			l.types("en", string(l.party.Code), map[group.Part]string{group.Before: "2", group.After: "1"}[part])
		}
		l.party.Do(t, l.hub, group.Reveal{ID: p.ID})
	}
	has(t, l.at("en", "stage/"+l.lead()+"/now", "quit"), "Everyone sees this question Before and after: Did you sleep? Yes: 0 percent before, 100 percent after")
}

// Two who lead: one is told when the other has gone on, and goes on from there.
func TestTwoLeadInPlainLines(t *testing.T) {
	l := newLobby(t)
	in, typing := io.Pipe()
	out := &shared{on: make(chan struct{}, 1)}
	ended := make(chan error, 1)
	go func() {
		ended <- l.session("en", in, out).Open(t.Context(), "stage/"+l.lead()+"/present/helping-or-enabling")
	}()
	out.until(t, "Next:")
	l.party.Do(t, l.hub, show(2))
	out.until(t, "There is something new.")
	_, _ = io.WriteString(typing, "part\n")
	out.until(t, "Someone else who leads went on meanwhile.")
	out.until(t, "3 of 6: A question")
	if p := l.place(); p.Part != 2 {
		t.Errorf("the room is at %+v", p)
	}
	l.party.Do(t, l.hub, group.End{})
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "The group has ended.")
	_ = typing.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestAPlanAsksItsQuestionsInPlainLines(t *testing.T) {
	l := newLobby(t)
	out := l.at("en", "stage/"+l.lead()+"/session/short-session", "part", "x", "before", "quit")
	has(t, out, "Everyone sees this question", "Giving naloxone", "Enter: show the result.", "1 of ")
	out = l.at("es", "stage/"+l.lead()+"/present/helping-or-enabling", "parte", "parte", "preguntar", "x", "salir")
	has(t, out, "Escriba preguntar para que todos respondan", "Todos ven esta pregunta", "Your brother texts")
	if p := l.place(); p.Route != "present/helping-or-enabling" || p.Part != 2 {
		t.Errorf("the room is at %+v", p)
	}
}
