package line_test

import (
	"io"
	"strings"
	"sync"
	"testing"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

// A typist types lines one by one, each when it is asked for. "=words" is the
// number of the line of the last list that begins with those words.
type typist struct {
	t     testing.TB
	out   *shared
	lines []string
	meet  *sync.WaitGroup // of "@": both have come so far
}

func (y *typist) Read(b []byte) (int, error) {
	if len(y.lines) == 0 {
		return 0, io.EOF
	}
	line := y.lines[0]
	y.lines = y.lines[1:]
	if line == "@" {
		y.meet.Done()
		y.meet.Wait()
		return y.Read(b)
	}
	if words, ok := strings.CutPrefix(line, "="); ok {
		line = y.number(words)
	}
	return copy(b, line+"\n"), nil
}

// number finds a line in the last list that was said. It fails the test where
// there is none.
func (y *typist) number(words string) string {
	said := y.out.String()
	if i := strings.LastIndex(said, ". "+words); i > 0 {
		before := strings.TrimRight(said[:i], "0123456789")
		return said[len(before):i]
	}
	y.t.Errorf("no line begins with %q:\n%s", words, y.out.String())
	return "back"
}

// comes has somebody come in and type lines, and returns what they were told,
// wherever lines break.
func (l *lobby) comes(lang, typed string, lines ...string) string {
	l.t.Helper()
	return l.meets(lang, typed, nil, lines...)
}

// meets is comes for somebody who waits at "@" for another.
func (l *lobby) meets(lang, typed string, meet *sync.WaitGroup, lines ...string) string {
	l.t.Helper()
	out := &shared{}
	if err := l.session(lang, &typist{l.t, out, lines, meet}, out).Open(l.t.Context(), "room/"+typed); err != nil {
		l.t.Errorf("%v\n%s", err, out)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// leads is comes for who leads the party.
func (l *lobby) leads(lang string, lines ...string) string {
	l.t.Helper()
	return l.comes(lang, group.Entry(l.party.Code, l.party.Lead), lines...)
}

func TestLeadAsksAndShows(t *testing.T) {
	l := newLobby(t)
	out := l.leads("en", "=Ask a question", "=Write a new", "Ready?", "Yes", "No", "", "=Close it and show")
	has(t, out, "Done.", "1. Close it and show the result 2. Close the question", "So far 0 have answered. Nothing is shown until 5 have.")
	out = l.leads("en", "=More with", "=Type in", "4", "x", "2", "=Close it and show")
	has(t, out, "How many for \"Yes\"? How many for \"No\"? Type a number, 0 for none.", "6 people were counted by hand.",
		"Enough have answered. Only you can show the result.", "1. Yes: 4 of 6, 67 percent ####### 2. No: 2 of 6, 33 percent ###", "Undo: the result was shown")
	has(t, l.leads("es", "=Deshacer: se mostró"), "Solo usted puede mostrar el resultado.")
}

func TestLeadLetsOthersLeadAndEnds(t *testing.T) {
	l := newLobby(t)
	out := l.leads("en", "=Who leads", "=Let someone", "=Someone who helps")
	_, entry, _ := strings.Cut(out, "nobody else: ")
	co := strings.Fields(entry)[0]
	if out := l.comes("en", co, "=Ask a question", "back"); strings.Contains(out, "Who leads") || !strings.Contains(out, "Write a new question") {
		t.Errorf("a co-facilitator sees: %s", out)
	}
	has(t, l.leads("en", "=Who leads", "=End the group\n", "n", "=Who leads", "=End the group\n", "y", "=Leave"),
		"End the group for everyone?", "The group has ended. This is what everybody saw.", "What the group answered")
	has(t, l.comes("en", string(l.party.Code)), "The group has ended")
	has(t, l.comes("en", co), "The group has ended. Thank you")
	has(t, l.leads("es", "=Terminar el grupo y borrar", "s"), "El grupo terminó.", "Está borrado.")
	has(t, l.comes("en", string(l.party.Code), "quit"), "No group has that code now.")
}

// Whoever handed over leads no more, and is told how to take part.
func TestFormerLeadIsLetGo(t *testing.T) {
	l := newLobby(t)
	out := l.leads("en", "=Who leads", "=Let someone", "=Someone who may do everything")
	_, entry, _ := strings.Cut(out, "nobody else: ")
	_, tag, _ := strings.Cut(out, "see this one as ")
	second, tag := strings.Fields(entry)[0], tag[:3]
	has(t, l.leads("en", "=Who leads", "=Lead no more"), "You lead this group no more. To take part in it, come in with its code: "+l.party.Code.String())
	has(t, l.leads("en", "quit"), "No group has that code now.") // the key opens nothing now
	out = l.comes("en", second, "=Who leads", "back")
	has(t, out, "Let someone else lead too")
	if strings.Contains(out, tag) {
		t.Errorf("the only lead can be let go: %s", out)
	}
}

// Numbers that were typed in before are told, and Enter leaves them.
func TestLeadMendsTheHands(t *testing.T) {
	l := newLobby(t)
	l.party.Ask(t, l.hub, "p")
	out := l.leads("en", "=More with", "=Type in", "4", "2", "=More with", "=Type in", "", "3")
	has(t, out, "How many for \"Yes\"? (4 so far; Enter leaves it)", "How many for \"No\"? (2 so far; Enter leaves it)", "7 people were counted by hand.")
}

// An evening by the run sheet, in plain lines: each step is one number away.
func TestLeadGoesByTheRunSheet(t *testing.T) {
	l := newLobby(t)
	out := l.leads("en", "=Choose a run sheet", "=A short session", "=Next: Welcome", "=Next: What do you think", "")
	has(t, out, "Which run sheet?", "1. Next: Welcome (4 minutes)", "Step 1 of 7: Welcome This step: 0 minutes of 4 minutes. You are on time.",
		"Step 2 of 7: What do you think now?", "Giving naloxone makes use easier.", "Next: Read together (10 minutes)")
	for range 5 {
		l.types("en", string(l.party.Code), "1")
	}
	out = l.leads("en", "=Close the question", "=Next: Read together", "=The run sheet", "=What do you think now? (2 minutes)")
	if strings.Contains(out, "Tell the best answer") {
		t.Errorf("what fits is told before it is asked again: %s", out)
	}
	has(t, out, "There is no question now.", "A short session", "Read together (10 minutes): you are here", "Talk together (5 minutes): may be left out")
	for range 5 {
		l.types("en", string(l.party.Code), "2")
	}
	out = l.leads("en", "=Close it and show before and after", "=Tell the best")
	has(t, out, "True: 100 percent before, 0 percent after", "The best answer is 2, False. Right. It saves a life", "Next: Before we go")
}

func TestLeadAsksAQuestionOfAnyLesson(t *testing.T) {
	l := newLobby(t)
	out := l.leads("en", "=Ask a question", "=A question of a lesson", "=Helping or enabling", "=Ask all: Which of these support")
	has(t, out, "Questions of which lesson?", "Which of these support the person? 1. A ride", "Close it and show the result")
	has(t, l.types("en", string(l.party.Code), "1 2"), "Choose as many as you like", "Your answer is kept.")
}

// One device goes round: each answer is one person's, in one result with those
// who have a device.
func TestLeadPassesTheKeyboard(t *testing.T) {
	l := newLobby(t)
	l.party.Ask(t, l.hub, "p")
	l.types("en", string(l.party.Code), "1")
	out := l.leads("en", "=More with", "=Pass the keyboard", "", "1", "", "2", "", "", "", "9", "0", "1", "", "1", "done", "=Close it and show")
	has(t, out, "Give the keyboard to one person at a time.", "the terminal keeps what was typed", "Your answer is kept, without your name.",
		"No answer was kept.", "That is not one of the choices.", "1. Yes: 4 of 5, 80 percent ######## 2. No: 1 of 5, 20 percent ##")
	has(t, l.leads("es", "=Más con esta", "=Abrirla", "=Más con esta", "=Pasar el teclado", "listo"), "Dé el teclado a una persona a la vez.")
}

// A lesson is shown from the list, and the list is there again behind it; and
// what is typed elsewhere is said.
func TestLeadShowsALessonAndTypesElsewhere(t *testing.T) {
	l := newLobby(t)
	out := l.leads("en", "=Show a lesson", "=Helping or enabling", "quit", "=Show a lesson", "back", "=What to type", "2", "=What to type", "4")
	has(t, out, "What you open here is shown to the whole group", "This is the first sentence.", "Undo: all were taken to other pages",
		"ssh -t -p 2222 kiosk@HOST stage/"+group.Entry(l.party.Code, l.party.Lead)+" The long key in it leads the group.", "slips pdf > slips.pdf The file is written")
	if v := l.party.Do(t, l.hub, group.SetFloor{Floor: 4}).All(); v.Place.Route != "present/helping-or-enabling" {
		t.Errorf("the room is at %+v", v.Place)
	}
}

func TestLeadLeavesAScreenOut(t *testing.T) {
	l := newLobby(t)
	for i, size := range []group.Wall{{Width: 90, Height: 30}, {Width: 50, Height: 10}} {
		l.party.Do(t, l.hub, group.Fit{Screen: strings.Repeat(string(rune('A'+i)), 26), To: size})
	}
	out := l.leads("en", "=The 2 screens", "=Leave out the screen of 50 columns", "=The 2 screens", "=Fit pages to the screen of 50", "=The 2 screens", "=Fit pages to the largest")
	has(t, out, "Pages are made to fit 50 columns and 10 lines.", "Pages are made to fit 90 columns and 30 lines.")
	if v := l.party.Do(t, l.hub, group.SetFloor{Floor: 4}).All(); v.Wall.Width != 90 {
		t.Errorf("pages are made for %+v", v.Wall)
	}
}

func TestLeadChangesTheFloor(t *testing.T) {
	l := newLobby(t)
	l.leads("en", "=Who leads", "=Nothing is shown below 5", "2", "21", "3")
	l.party.Ask(t, l.hub, "p")
	has(t, l.comes("en", string(l.party.Code)), "Nothing is shown until 3 have answered.")
}

// Two who lead press at once: the room goes one step, and both are told so.
func TestTwoLeadsInPlainLines(t *testing.T) {
	l := newLobby(t)
	l.leads("en", "=Choose a run sheet", "=A short session", "=Next: Welcome")
	key := group.NewKey()
	l.party.Do(t, l.hub, group.Appoint{Name: group.LeadName(l.party.ID, key), As: group.CoFacilitator})
	co := group.Entry(l.party.Code, key)
	out, meet := make([]string, 2), &sync.WaitGroup{}
	meet.Add(2)
	grouptest.Each(2, func(i int) {
		out[i] = l.meets("en", []string{co, group.Entry(l.party.Code, l.party.Lead)}[i], meet, "@", "=Next: What do you think", "")
	})
	for i := range out {
		has(t, out[i], "Done.")
		if strings.Contains(out[i], "Step 3 of 7") {
			t.Errorf("two steps: %s", out[i])
		}
	}
}
