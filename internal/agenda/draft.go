package agenda

import (
	"strconv"

	"porchlight/internal/group"
)

// A Draft is a question that is written in the room, line by line, in one
// language.
type Draft struct {
	group.Poll
	lang string
}

// NewDraft begins one.
func NewDraft(lang string) Draft {
	return Draft{group.Poll{ID: NewPoll(), Text: group.Text{}}, lang}
}

// Asked reports whether the question itself is there, and choices are next.
func (d Draft) Asked() bool { return len(d.Text) > 0 }

// Enough reports whether there are choices enough to ask it.
func (d Draft) Enough() bool { return len(d.Choices) >= 2 }

// Full reports whether it can have no more choices.
func (d Draft) Full() bool { return len(d.Choices) == group.MaxChoices }

// With is the draft with one more line: the question, or one of its choices.
func (d Draft) With(line string) Draft {
	if !d.Asked() {
		d.Text = group.Text{d.lang: line}
		return d
	}
	choices := append([]group.Choice{}, d.Choices...)
	d.Choices = append(choices, group.Choice{ID: "c" + strconv.Itoa(len(choices)+1), Text: group.Text{d.lang: line}})
	return d
}

// Tally is what hands or slips said: the numbers for the choices of a poll in
// their order, and behind them, where one person may have chosen several, how
// many people there were.
func Tally(p group.PollView, numbers []int) group.Hands {
	h := group.Hands{For: map[string]int{}}
	for i, c := range p.Choices {
		h.For[c.ID] = numbers[i]
		h.People += numbers[i]
	}
	if p.Many {
		h.People = numbers[len(p.Choices)]
	}
	return h
}

// An Appointed is somebody who is let lead: the act, what to give them, and by
// what others who lead know them.
type Appointed struct {
	Do         group.Action
	Entry, Tag string
}

// NewLead makes a key for somebody else to lead a room with.
func NewLead(v group.View, as group.Role) Appointed {
	key := group.NewKey()
	name := group.LeadName(v.ID, key)
	return Appointed{group.Appoint{Name: name, As: as}, group.Entry(v.Code, key), group.Tag(name)}
}
