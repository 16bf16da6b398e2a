package screen_test

import (
	"fmt"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a room with its lead, people in it, and screens.
type evening struct {
	t     testing.TB
	hub   *group.Local
	door  *group.Door
	code  group.Code
	lead  group.Key
	id    string
	all   []*tuitest.Driver
	seats []*group.Sitting
}

func begin(t testing.TB, people int) *evening {
	t.Helper()
	hub, code := group.NewLocal(), group.Code("KM47TX4")
	hub.Breath = 0
	t.Cleanup(hub.Close)
	e := &evening{t: t, hub: hub, door: group.NewDoor(hub, func() time.Time { return tuitest.Noon }), code: code, lead: group.NewKey()}
	r := group.New(code, e.lead, 1_000)
	e.id = r.ID
	if err := hub.Open(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	for range people {
		s, err := e.door.Enter(t.Context(), "seat", code.String())
		if err != nil {
			t.Fatal(err)
		}
		e.seats = append(e.seats, s)
	}
	return e
}

// screen is a program that shows the room.
func (e *evening) screen(s tuitest.Setup) *tuitest.Driver {
	e.t.Helper()
	if s.First == nil {
		s.First = page.Screen{Entry: e.code.String()}
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
		if _, err := e.hub.Do(e.t.Context(), e.code, group.Act{Key: e.lead, Do: a}); err != nil {
			e.t.Fatalf("%#v: %v", a, err)
		}
	}
	e.look()
}

// vote has people answer what is in front, each by a choice's number from 0.
func (e *evening) vote(choices ...int) {
	e.t.Helper()
	for i, n := range choices {
		box, err := e.hub.Watch(e.t.Context(), e.code)
		if err != nil {
			e.t.Fatal(err)
		}
		now, err := box.Next(e.t.Context())
		box.Close()
		if err != nil {
			e.t.Fatal(err)
		}
		p := *now.All().Front
		if _, err := e.seats[i].Vote(e.t.Context(), p, []string{p.Choices[n].ID}); err != nil {
			e.t.Fatal(err)
		}
	}
	e.look()
}

// look has every screen see what happened meanwhile.
func (e *evening) look() {
	for range 3 { // one screen says how large it is, and another hears of it
		for _, d := range e.all {
			d.Look()
		}
	}
}

// question is a poll with its reasons.
func question(id string, part group.Part) group.Poll {
	p := group.Poll{ID: id, Part: part, Text: group.Text{
		"en": "Your brother asks for cash for rent. What helps most?", "es": "Su hermano le pide efectivo para el alquiler. ¿Qué ayuda más?",
	}}
	if part != "" {
		p.Pair = "cash"
	}
	for i, c := range []group.Text{
		{"en": "Give it, he needs a home", "es": "Dárselo, necesita un lugar donde vivir"},
		{"en": "Pay the landlord yourself, once, if you want to", "es": "Pagarle usted al dueño, una vez, si quiere"},
		{"en": "Say nothing and wait", "es": "No decir nada y esperar"},
	} {
		p.Choices = append(p.Choices, group.Choice{ID: fmt.Sprint("c", i), Text: c, Right: i == 1, Why: group.Text{
			"en": "The rent is paid, and no cash goes through his hands.", "es": "El alquiler queda pagado, y no pasa efectivo por sus manos.",
		}})
	}
	return p
}
