package lead_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// Codes and names that are the same each time, for frames.
const (
	code    = group.Code("XFXTHV4")
	leadKey = group.Key("JD4PDNYMNTD6VCYDC")
	helpKey = group.Key("WD4H47XJNDKC7FMHR")
	roomID  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// framed is an evening whose frames are the same each time.
func framed(t *testing.T) *evening {
	r := group.New(code, leadKey, 4_000_000_000)
	r.ID = roomID
	r.Leads = map[string]group.Role{group.LeadName(roomID, leadKey): group.Facilitator, group.LeadName(roomID, helpKey): group.CoFacilitator}
	return &evening{tuitest.EveningIn(t, r, leadKey)}
}

// sit has people take seats and answer, without screens; and n more than those
// who answer.
func (e *evening) sit(n int, choices ...string) {
	e.T.Helper()
	for i := range n {
		v := group.NewVoter(e.Party.ID, group.NewKey())
		s := e.Party.Do(e.T, e.Hub, group.Join{Seat: v.Seat()})
		if p := s.All().Front; i < len(choices) && p != nil {
			e.Party.Do(e.T, e.Hub, group.Vote{Poll: p.ID, Round: p.Round, Ballot: v.Ballot(p.ID, p.Round), Chosen: []string{choices[i]}})
		}
	}
	e.Look()
}

// moments are what frames are of: each begins where a lead has come in.
var moments = []struct {
	name string
	till func(e *evening, lead *tuitest.Driver)
}{
	{"late", func(e *evening, lead *tuitest.Driver) {
		e.course(lead, 0)
		e.At = e.At.Add(9 * time.Minute)
		e.course(lead, 1)
		e.sit(8, "true", "true", "false", "true")
	}},
	{"few", func(e *evening, lead *tuitest.Driver) {
		e.course(lead, 1)
		e.sit(8, "true")
		lead.Press("enter")
	}},
	{"told", func(e *evening, lead *tuitest.Driver) {
		e.choices()
		e.sit(9, "rent", "rent", "rent", "cash", "cash", "later", "rent", "rent")
		lead.Press("enter")
		e.Look()
		lead.Press("enter")
		e.Look()
	}},
	{"pair", func(e *evening, lead *tuitest.Driver) {
		e.course(lead, 1)
		e.sit(6, "true", "true", "true", "false", "true", "false")
		for i := 2; i < 6; i++ {
			e.course(lead, i)
		}
		e.sit(6, "false", "false", "true", "false", "false", "false")
		lead.Press("enter")
		e.Look()
	}},
	{"away", func(e *evening, lead *tuitest.Driver) {
		e.course(lead, 1)
		e.sit(6, "true", "true", "true", "true", "false")
		e.Fades.Away.Store(true)
		lead.Press("enter")
	}},
	{"steps", func(e *evening, lead *tuitest.Driver) {
		e.course(lead, 3)
		e.open(lead, "sheet")
	}},
	{"box", func(e *evening, lead *tuitest.Driver) {
		v := group.NewVoter(e.Party.ID, group.NewKey())
		e.Party.Do(e.T, e.Hub, group.Join{Seat: v.Seat()})
		for i, text := range []string{"What if he will not go?", "How do I tell my children that their father is in a program, without scaring them?"} {
			e.Party.Do(e.T, e.Hub, group.Ask{ID: "ABCDEFGHIJKLMNOPQRSTUVWX2" + string(rune('A'+i)), Asker: v.Asker(), Text: text})
		}
		e.Party.Do(e.T, e.Hub, group.Sort{ID: "ABCDEFGHIJKLMNOPQRSTUVWX2A", To: group.OnScreen})
		e.Look()
		e.open(lead, "box")
	}},
	{"raised", func(e *evening, lead *tuitest.Driver) {
		e.course(lead, 1)
		v, id := group.NewVoter(e.Party.ID, group.NewKey()), "ABCDEFGHIJKLMNOPQRSTUVWX22"
		e.Party.Do(e.T, e.Hub, group.Join{Seat: v.Seat()})
		e.Party.Do(e.T, e.Hub, group.Ask{ID: id, Asker: v.Asker(), Text: "How do I tell my children that their father is in a program?"})
		e.Party.Do(e.T, e.Hub, group.Sort{ID: id, To: group.OnScreen})
		e.Look()
	}},
	{"passing", func(e *evening, lead *tuitest.Driver) {
		e.choices()
		e.open(lead, "more")
		lead.Press("enter", "enter", "down", "enter")
	}},
	{"leading", func(e *evening, lead *tuitest.Driver) { e.open(lead, "leading") }},
	{"typing", func(e *evening, lead *tuitest.Driver) { e.open(lead, "typing") }},
	{"typed", func(e *evening, lead *tuitest.Driver) {
		e.open(lead, "typing")
		lead.Press("down", "down", "down", "enter")
	}},
	{"walls", func(e *evening, lead *tuitest.Driver) {
		for id, size := range map[string]group.Wall{strings.Repeat("A", 26): {Width: 40, Height: 9}, strings.Repeat("B", 26): {Width: 200, Height: 46}} {
			e.Party.Do(e.T, e.Hub, group.Fit{Screen: id, To: size})
		}
		e.Look()
		e.open(lead, "walls")
		lead.Press("enter")
		e.Look()
	}},
	{"ended", func(e *evening, lead *tuitest.Driver) {
		e.choices()
		e.sit(5, "rent", "rent", "rent", "cash", "cash")
		e.Party.Do(e.T, e.Hub, group.Reveal{ID: "rent"})
		e.Party.Do(e.T, e.Hub, group.Step{To: group.Place{Route: "lesson/helping-or-enabling"}})
		e.Party.Do(e.T, e.Hub, group.End{})
		e.Look()
	}},
}

// choices asks a question in two languages.
func (e *evening) choices() {
	e.T.Helper()
	e.Party.Do(e.T, e.Hub, group.AddPoll{Poll: group.Poll{
		ID: "rent", Text: group.Text{"en": "Your brother is behind with the rent. What would you do first?", "es": "Su hermano debe la renta. ¿Qué haría usted primero?"},
		Choices: []group.Choice{
			{ID: "rent", Right: true, Text: group.Text{"en": "Pay the landlord, this once, and say so", "es": "Pagarle al dueño, esta vez, y decirlo"},
				Why: group.Text{"en": "It keeps a roof over him, and the money goes where it was meant to.", "es": "Le conserva el techo, y el dinero va a donde debía ir."}},
			{ID: "cash", Text: group.Text{"en": "Give him the cash", "es": "Darle el dinero"}},
			{ID: "later", Text: group.Text{"en": "Wait and see", "es": "Esperar a ver"}},
		},
	}})
	e.Party.Do(e.T, e.Hub, group.OpenPoll{ID: "rent"})
	e.Look()
}

// course goes to a step of the run sheet, as somebody else who leads.
func (e *evening) course(lead *tuitest.Driver, step int) {
	e.T.Helper()
	m, err := lead.Desk.Meeting(e.T.Context(), "short-session", words(e.T, lead))
	if err != nil {
		e.T.Fatal(err)
	}
	for _, a := range m.Agenda.Acts() {
		e.Party.Do(e.T, e.Hub, a)
	}
	e.Look()
	box, err := e.Hub.Watch(e.T.Context(), e.Party.Code)
	if err != nil {
		e.T.Fatal(err)
	}
	defer box.Close()
	s, err := box.Next(e.T.Context())
	if err != nil {
		e.T.Fatal(err)
	}
	v, _ := s.Lead(e.Party.Lead)
	e.Party.Do(e.T, e.Hub, m.Agenda.Begin(v, step, e.At.Unix()))
	e.Look()
	e.Look() // and once more, for what the first look brought
}

// words are those that somebody reads in.
func words(t testing.TB, d *tuitest.Driver) *locale.Words {
	t.Helper()
	w, err := locale.Open(string(d.Desk.Lang()))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// open opens a list by what the offers are called here, in any language.
func (e *evening) open(lead *tuitest.Driver, offer string) {
	e.T.Helper()
	w := words(e.T, lead)
	words := map[string]string{"sheet": w.T("lead.do-sheet"), "box": w.N("lead.box-waits", 1), "more": w.T("lead.do-more"), "leading": w.T("lead.do-leading"), "typing": w.T("lead.do-typing"), "walls": w.N("lead.do-screens", 2)}[offer]
	e.choose(lead, words[:min(len(words), 12)])
}

func TestFrames(t *testing.T) {
	for _, m := range moments {
		for _, lang := range []string{"en", "es"} {
			for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", m.name, lang, size[0], size[1]), func(t *testing.T) {
					e := framed(t)
					lead := e.at(page.Lead{Entry: group.Entry(code, leadKey)}, tuitest.Setup{Lang: lang, Width: size[0], Height: size[1]})
					m.till(e, lead)
					lead.Golden(fmt.Sprintf("%s-%s-%dx%d", m.name, lang, size[0], size[1]))
				})
			}
		}
	}
}

// The page fits any window, wherever whoever leads is in it.
func TestEverySize(t *testing.T) {
	for _, m := range moments {
		e := framed(t)
		lead := e.at(page.Lead{Entry: group.Entry(code, leadKey)}, tuitest.Setup{})
		m.till(e, lead)
		lead.FitsEverySize(m.name)
	}
}
