package group

import (
	"maps"
	"slices"
	"strings"
)

// A Text is the same words in several languages, by language.
type Text map[string]string

// In is the text in a language, or in English, or in any there is.
func (t Text) In(lang string) string {
	for _, l := range append([]string{lang, "en"}, slices.Sorted(maps.Keys(t))...) {
		if s := t[l]; s != "" {
			return s
		}
	}
	return ""
}

// A Status is where a poll stands.
type Status string

const (
	Waiting Status = "waiting" // not yet asked
	Open    Status = "open"    // takes answers
	Closed  Status = "closed"
	Skipped Status = "skipped"
)

// A Choice is one possible answer.
type Choice struct {
	ID    string `json:"id"`
	Text  Text   `json:"text"`
	Right bool   `json:"right,omitempty"` // of a quiz question
	Why   Text   `json:"why,omitempty"`   // said with the answer
}

// A Poll is a question to the whole room.
type Poll struct {
	ID      string   `json:"id"`
	Text    Text     `json:"text"`
	Choices []Choice `json:"choices"`
	Many    bool     `json:"many,omitempty"` // any number of choices at once
	// Pair joins two polls that ask the same before and after; Part says which
	// this one is.
	Pair string `json:"pair,omitempty"`
	Part Part   `json:"part,omitempty"`

	Status Status `json:"status"`
	Shown  bool   `json:"shown,omitempty"` // the result is
	Told   bool   `json:"told,omitempty"`  // the right answer is
	Floor  int    `json:"floor"`           // what voters were told when it opened
	Round  int    `json:"round"`           // begins again with a reset

	Ballots Ballots `json:"ballots,omitzero"` // the answers not yet shown
	// Used names ballots that are in Counts: none of them can vote again.
	Used map[Token]bool `json:"used,omitempty"`
	// Counts is what may be shown: ballots, in batches of the floor or more.
	Counts map[string]int `json:"counts,omitempty"`
	// Hands is what was typed in for people without a device; HandsShown is as
	// much of it as may be shown.
	Hands      Hands `json:"hands"`
	HandsShown Hands `json:"hands-shown"`
	// Final is how many ballots are in Counts, once the room has ended and
	// forgotten their names.
	Final int `json:"final,omitempty"`
}

// A Part is which of a pair a poll is.
type Part string

const (
	Before Part = "before"
	After  Part = "after"
)

// Hands are a show of hands, or paper slips: people, and how many of them for
// each choice.
type Hands struct {
	People int            `json:"people,omitempty"`
	For    map[string]int `json:"for,omitempty"`
}

// Answers counts those who have answered so far on a device.
func (p Poll) Answers() int { return p.Ballots.Len() + len(p.Used) }

// choice reports whether a poll has a choice.
func (p Poll) choice(id string) bool {
	return slices.ContainsFunc(p.Choices, func(c Choice) bool { return c.ID == id })
}

// marks is choices as a ballot keeps them: each once, in the poll's order.
func (p Poll) marks(chosen []string) (string, error) {
	for _, id := range chosen {
		if !p.choice(id) {
			return "", ErrNoChoice
		}
	}
	var all []string
	for _, c := range p.Choices {
		if slices.Contains(chosen, c.ID) {
			all = append(all, c.ID)
		}
	}
	if len(all) > 1 && !p.Many {
		return "", ErrNoChoice
	}
	return strings.Join(all, " "), nil
}

// Ballot is what stands on a ballot that has not been counted yet, and whether
// there is one.
func (p Poll) Ballot(t Token) ([]string, bool) {
	marks, ok := p.Ballots.Get(t)
	return strings.Fields(marks), ok
}

// seal takes the answers not yet shown into the counts, if there are enough of
// them, and forgets them; and likewise what was typed in.
func (p Poll) seal() Poll {
	if p.Ballots.Len() >= p.Floor {
		used, counts := maps.Clone(p.Used), maps.Clone(p.Counts)
		if used == nil {
			used, counts = map[Token]bool{}, map[string]int{}
		}
		for t, marks := range p.Ballots.All() {
			used[t] = true
			for id := range strings.FieldsSeq(marks) {
				counts[id]++
			}
		}
		p.Used, p.Counts, p.Ballots = used, counts, Ballots{}
	}
	if p.Hands.People-p.HandsShown.People >= p.Floor {
		p.HandsShown = p.Hands
	}
	return p
}

// showable reports whether there is anything that may be shown.
func (p Poll) showable() bool { return len(p.Used) > 0 || p.HandsShown.People > 0 }
