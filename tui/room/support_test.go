package room_test

import (
	"testing"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a room with people at screens.
type evening struct{ *tuitest.Evening }

func begin(t testing.TB) *evening { return &evening{tuitest.NewEvening(t, 1_000)} }

// beginSame is begin with a seat whose key is the same at each run.
func beginSame(t testing.TB) (e *evening, seat page.Room) {
	e = begin(t)
	e.Does(group.Join{Seat: group.NewVoter(e.Party.ID, tuitest.EveningKey).Seat()})
	return e, page.Room{Entry: group.Entry(e.Party.Code, tuitest.EveningKey)}
}

// answers has so many others answer the question in front.
func (e *evening) answers(poll string, choices ...string) {
	e.T.Helper()
	for _, c := range choices {
		in, err := e.Door.Enter(e.T.Context(), "others", e.Party.Code.String())
		if err != nil {
			e.T.Fatal(err)
		}
		if _, err := in.Vote(e.T.Context(), *in.First().All().Front, []string{c}); err != nil {
			e.T.Fatal(err)
		}
	}
	e.Look()
}

// call is a question with a best answer, in both languages.
func call() group.Poll {
	return group.Poll{
		ID: "call", Text: group.Text{
			"en": "Your brother asks you to call his boss and say he has the flu. What helps him most?",
			"es": "Su hermano le pide que llame a su jefe y diga que tiene gripe. ¿Qué le ayuda más?",
		},
		Choices: []group.Choice{
			{ID: "call", Text: group.Text{"en": "Make the call, just this once", "es": "Hacer la llamada, solo esta vez"}},
			{ID: "no", Right: true, Text: group.Text{"en": "Say no, and offer to sit with him while he calls", "es": "Decir que no, y ofrecerle estar a su lado mientras llama"},
				Why: group.Text{"en": "He keeps the call as his own. You stay close.", "es": "La llamada sigue siendo de él. Usted está cerca."}},
			{ID: "wait", Text: group.Text{"en": "Wait until he asks again", "es": "Esperar a que lo pida otra vez"}},
		},
	}
}

// helps is a question with several choices, asked before and after.
func helps(part group.Part) group.Poll {
	return group.Poll{
		ID: "sleep-" + string(part), Many: true, Pair: "sleep", Part: part,
		Text: group.Text{"en": "What do you do for yourself?", "es": "¿Qué hace usted por sí?"},
		Choices: []group.Choice{
			{ID: "walk", Text: group.Text{"en": "Walk", "es": "Caminar"}},
			{ID: "talk", Text: group.Text{"en": "Talk to a friend", "es": "Hablar con una amistad"}},
		},
	}
}

// comes has somebody come in with the code.
func (e *evening) comes(s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	return e.Start(page.Room{Entry: e.Party.Code.String()}, s)
}
