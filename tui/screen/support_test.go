package screen_test

import (
	"fmt"
	"testing"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// An evening is a room with people in it, and screens.
type evening struct{ *tuitest.Evening }

func begin(t testing.TB, people int) *evening {
	t.Helper()
	e := &evening{tuitest.NewEvening(t, 1_000)}
	e.Sit(people)
	return e
}

// screen is a program that shows the room.
func (e *evening) screen(s tuitest.Setup) *tuitest.Driver {
	e.T.Helper()
	return e.Start(page.Screen{Entry: e.Party.Code.String()}, s)
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
