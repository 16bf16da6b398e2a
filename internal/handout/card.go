package handout

import (
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// A Card is what people need to come into a room.
type Card struct {
	Code        string
	Command     string // what is typed, the code included
	Fingerprint string // what a client shows at the first visit
	Hours       int    // until the room is erased
	Kept        bool   // it outlives the server
}

// cardsToCut is how many small cards stand on a page.
const cardsToCut = 4

// CardOf makes a document of a card for a group: a page for the wall and small
// ones to cut out, in each language. It says nothing of whoever leads.
func CardOf(desk *study.Desk, words []*locale.Words, c Card) Document {
	first := maker{desk: desk, words: words[0]}
	d := Document{Lang: words[0].Lang(), Foot: first.foot(), Made: desk.Now(), Title: first.t("room.card-title")}
	d.Blocks = []Block{Head(1, first.t("app.name"))}
	for i, w := range words {
		m := maker{desk: desk, words: w}
		if i > 0 {
			d.Blocks = append(d.Blocks, Break{})
		}
		d.Blocks = append(d.Blocks, Section{w.Lang(), m.wall(c)}, Break{}, Section{w.Lang(), []Block{
			Slips{Each: m.small(c), N: cardsToCut},
		}})
	}
	return d
}

// wall is the card for everybody to see.
func (m maker) wall(c Card) []Block {
	until := "room.card-until"
	if c.Kept {
		until = "room.card-until-kept"
	}
	return []Block{
		Head(2, m.f("room.card-code", locale.Args{"Code": c.Code})),
		Say(m.t("room.card")), Paragraph{Strong(c.Command)},
		Say(m.t("kiosk.card-key")), Paragraph{Strong(c.Fingerprint)},
		Note{[]Block{Say(m.t("room.secret")), Say(m.words.N(until, c.Hours))}},
		Paragraph{Strong(m.t("lobby.urgent"))},
	}
}

// small is the card for a table, or a pocket.
func (m maker) small(c Card) []Block {
	return []Block{
		Paragraph{Strong(m.f("room.card-code", locale.Args{"Code": c.Code}))},
		Say(m.t("room.card")), Paragraph{Strong(c.Command)},
		Paragraph{Emph(m.t("room.card-nameless"))},
	}
}
