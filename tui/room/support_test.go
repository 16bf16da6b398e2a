package room_test

import (
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a room with its lead, and people at screens.
type evening struct {
	t     testing.TB
	hub   *group.Local
	door  *group.Door
	party grouptest.Party
	all   []*tuitest.Driver
	walls int
}

func begin(t testing.TB) *evening {
	h := group.NewLocal()
	h.Breath = 0
	t.Cleanup(h.Close)
	e := &evening{t: t, hub: h, party: grouptest.Begin(t, h)}
	e.door = group.NewDoor(h, e.now)
	return e
}

func (e *evening) now() time.Time { return tuitest.Noon }

// Codes that are the same at each run, so that frames are.
const (
	sameCode = group.Code("KM47TX4")
	sameKey  = group.Key("CDFHJKMNPRTVWXY34")
)

// beginSame is begin with a code that is the same at each run, and a seat whose
// key is.
func beginSame(t testing.TB) (e *evening, seat page.Room) {
	e = begin(t)
	lead := group.NewKey()
	r := group.New(sameCode, lead, 1_000)
	if err := e.hub.Open(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	e.party = grouptest.Party{Code: sameCode, ID: r.ID, Lead: lead}
	e.does(group.Join{Seat: group.NewVoter(r.ID, sameKey).Seat()})
	return e, page.Room{Entry: group.Entry(sameCode, sameKey)}
}

// answers has so many others answer the question in front.
func (e *evening) answers(poll string, choices ...string) {
	e.t.Helper()
	for _, c := range choices {
		in, err := e.door.Enter(e.t.Context(), "others", e.party.Code.String())
		if err != nil {
			e.t.Fatal(err)
		}
		if _, err := in.Vote(e.t.Context(), *in.First().All().Front, []string{c}); err != nil {
			e.t.Fatal(err)
		}
	}
	e.look()
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
	e.t.Helper()
	if s.First == nil {
		s.First = page.Room{Entry: e.party.Code.String()}
	}
	s.Rooms, s.Guest = e.door, true
	d := tuitest.Start(e.t, s)
	e.all = append(e.all, d)
	return d
}

// does has the lead do something, and everybody see it.
func (e *evening) does(acts ...group.Action) {
	e.t.Helper()
	for _, a := range acts {
		e.party.Do(e.t, e.hub, a)
	}
	e.look()
}

// look has everybody see what happened meanwhile. What people do is shown
// together, after a breath; a change that is shown at once takes it along.
func (e *evening) look() {
	e.walls++
	_, _ = e.hub.Do(e.t.Context(), e.party.Code, group.Act{Do: group.Fit{Screen: strings.Repeat("A", 26), To: group.Wall{Width: e.walls}}}) // the room may be gone
	for _, d := range e.all {
		d.Look()
	}
}
