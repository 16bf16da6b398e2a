package line_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"porchlight/internal/group"
)

// show is the lesson of the small course, at one of its parts.
func show(part int) group.Step {
	return group.Step{To: group.Place{Route: "present/helping-or-enabling", Part: part}}
}

func TestReadingAlongInPlainLines(t *testing.T) {
	l := newLobby(t)
	l.party.Do(t, l.hub, show(1))
	code := string(l.party.Code)
	out := l.types("es", code, "leer", "", "volver", "")
	has(t, out, "Quien guía el grupo está mostrando algo. Escriba leer para leer lo mismo.", "What helped you this week?",
		"Todavía no se muestra nada nuevo.", "No hay ninguna pregunta ahora.")
	out = l.types("en", code, "read", "alone", "", "back", "", "back", "")
	has(t, out, "To talk about What helped you this week?", "You read on your own now.", "3 of 6: A question", "You follow what is shown. To talk about What helped you this week?",
		"Nothing new is shown yet.")
}

func TestNothingToReadAlong(t *testing.T) {
	l := newLobby(t)
	has(t, l.types("en", string(l.party.Code), "read"), "Nothing is shown now.")
	l.party.Do(t, l.hub, group.Step{To: group.Place{Route: "present/not-in-this-course"}})
	has(t, l.types("en", string(l.party.Code), "read", "words"), "is not in this course", "Your answers are secret.")
}

// Whoever reads along is told when the page turns, and led back to what is asked.
func TestPagesTurnForWhoReadsAlong(t *testing.T) {
	l := newLobby(t)
	l.party.Do(t, l.hub, show(0))
	in, typing := io.Pipe()
	out := &shared{on: make(chan struct{}, 1)}
	ended := make(chan error, 1)
	go func() { ended <- l.session("en", in, out).Open(t.Context(), "room/"+string(l.party.Code)) }()
	out.until(t, "Type read to read along.")
	_, _ = io.WriteString(typing, "read\n")
	out.until(t, "or back:")
	l.party.Do(t, l.hub, show(1))
	out.until(t, "There is something new.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "What helped you this week?")
	l.party.Ask(t, l.hub, "p")
	out.until(t, "Anyone may pass. Enter for what is shown now, or back: There is something new.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "Something is asked now. 1 person is here.")
	out.until(t, "Is it so? 1. Yes 2. No")
	_, _ = io.WriteString(typing, "1\nquit\n")
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// boxed is the id of a question in the box.
const boxed = "ABCDEFGHIJKLMNOPQRSTUVWX22"

// asks puts a question into the box; shown shows it to all.
func (l *lobby) asks(words string) {
	l.t.Helper()
	v := group.NewVoter(l.party.ID, group.NewKey())
	l.party.Do(l.t, l.hub, group.Ask{ID: boxed, Asker: v.Asker(), Text: words})
}

func (l *lobby) shown() { l.party.Do(l.t, l.hub, group.Sort{ID: boxed, To: group.OnScreen}) }

// A question from the box that is shown comes before what is read, and the page
// comes back after it: to who follows, and to who reads alone.
func TestAShownQuestionReachesWhoReadsInPlainLines(t *testing.T) {
	l := newLobby(t)
	l.party.Do(t, l.hub, show(1))
	l.asks("How do I say no?")
	in, typing := io.Pipe()
	out := &shared{on: make(chan struct{}, 1)}
	ended := make(chan error, 1)
	go func() { ended <- l.session("en", in, out).Open(t.Context(), "room/"+string(l.party.Code)) }()
	out.until(t, "Type read to read along.")
	_, _ = io.WriteString(typing, "read\n")
	out.until(t, "or back:")
	l.shown()
	out.until(t, "or back: There is something new.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "A question from the group: How do I say no? The group talks about it now. Nobody sees who asked. Your answer, or Enter to look again:")
	l.party.Do(t, l.hub, group.Sort{ID: boxed, To: group.Answered})
	out.until(t, "look again: There is something new.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "There is no question now. To talk about What helped you this week?")
	_, _ = io.WriteString(typing, "alone\n")
	out.until(t, "You read on your own now.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "3 of 6: A question")
	l.shown()
	out.until(t, "Next: There is something new.")
	_, _ = io.WriteString(typing, "\n")
	again := "Next: There is something new. Press Enter to hear it. Something is asked now. 1 person is here. " +
		"A question from the group: How do I say no? The group talks about it now. Nobody sees who asked. Your answer, or Enter to look again:"
	out.until(t, again)
	l.party.Do(t, l.hub, show(2))
	out.until(t, again+" There is something new.")
	_, _ = io.WriteString(typing, "\n")
	out.until(t, "There is no question now. 3 of 6: A question What fits, and why")
	_, _ = io.WriteString(typing, "back\n")
	out.until(t, "You follow what is shown. A question")
	_, _ = io.WriteString(typing, "back\n")
	out.until(t, "The facilitator is showing something. You do not follow it now. Type read to follow along again.")
	_, _ = io.WriteString(typing, "read\n")
	out.until(t, "follow along again. Your answer, or Enter to look again: A question")
	_, _ = io.WriteString(typing, "quit\n")
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// A question without words in someone's language is asked in English, and said
// to be.
func TestAQuestionInAnotherLanguage(t *testing.T) {
	l := newLobby(t)
	l.party.Ask(t, l.hub, "p")
	has(t, l.types("es", string(l.party.Code), ""), "Is it so? Esta pregunta todavía no está en su idioma. 1. Yes 2. No")
}

func TestToolsLeadToAGroupInPlainLines(t *testing.T) {
	l := newLobby(t)
	out := &bytes.Buffer{}
	if err := l.session("en", strings.NewReader("quit\n"), out).Open(t.Context(), "tools"); err != nil {
		t.Fatal(err)
	}
	has(t, out.String(), "Join a group")
}
