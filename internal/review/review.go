// Package review decides which questions come back on which day. It is pure: a
// deck is computed from what was answered and reviewed, and kept nowhere, so
// that taking an act back leaves no trace of it. It counts no debt: what is due
// waits, and a day has a few cards at most.
package review

import (
	"cmp"
	"hash/fnv"
	"slices"
)

// Grade is what the learner says of a card.
type Grade string

// The two grades.
const (
	NotYet Grade = "not-yet"
	GotIt  Grade = "got-it"
)

// A First is a question answered for the first time. It becomes a card.
type First struct {
	Card string
	Day  Day
	Best bool // answered with the best answer
}

// An Act is a card reviewed. Acts are in the order of their days; Order tells
// those of one day apart, and is any text that sorts as they were done.
type Act struct {
	Card  string
	Day   Day
	Order string
	Grade Grade
}

// A Card is a question and when it comes back.
type Card struct {
	ID   string
	Due  Day
	Last Day // when it was last answered or reviewed
	Acts int // how often it was reviewed
	mem  memory
}

// A Deck is the cards as they are on one day.
type Deck struct {
	today Day
	cards map[string]Card
	done  map[string]bool // reviewed today
}

// Replay computes the deck of a day. What is dated on a later day, by a clock
// that was wrong, does not count until then; a question first answered so is a
// card today.
func Replay(firsts []First, acts []Act, today Day) Deck {
	s := newScheduler()
	d := Deck{today: today, cards: make(map[string]Card, len(firsts)), done: map[string]bool{}}
	for _, f := range firsts {
		if was, ok := d.cards[f.Card]; !ok || f.Day < was.Last {
			d.cards[f.Card] = s.born(f)
		}
	}
	for id, c := range d.cards {
		if c.Last > today {
			c.Last, c.Due = today, today
			d.cards[id] = c
		}
	}
	for _, a := range inOrder(acts) {
		if c, ok := d.cards[a.Card]; ok && a.Day <= today && a.Grade.known() {
			d.cards[a.Card] = s.after(c, a)
			if a.Day == today {
				d.done[a.Card] = true
			}
		}
	}
	return d
}

func (g Grade) known() bool { return g == NotYet || g == GotIt }

// inOrder sorts acts without changing the caller's. Most often they are sorted.
func inOrder(acts []Act) []Act {
	before := func(a, b Act) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Order, b.Order), cmp.Compare(a.Card, b.Card), cmp.Compare(a.Grade, b.Grade))
	}
	if slices.IsSortedFunc(acts, before) {
		return acts
	}
	acts = slices.Clone(acts)
	slices.SortFunc(acts, before)
	return acts
}

// Card returns a card, and false where there is none of that id.
func (d Deck) Card(id string) (Card, bool) {
	c, ok := d.cards[id]
	return c, ok
}

// Len is how many cards there are.
func (d Deck) Len() int { return len(d.cards) }

// Done is how many cards were reviewed today.
func (d Deck) Done() int { return len(d.done) }

// Today returns the cards to review today, at most limit with those reviewed
// already. What has been due longest comes first, cards of one lesson not all
// together. Cards that are not asked for stay out; nil asks for all.
func (d Deck) Today(limit int, asked func(id string) bool) []Card {
	room := limit - d.Done()
	if room <= 0 {
		return nil
	}
	var due, list []Card
	for _, c := range d.cards {
		if c.Due <= d.today && !d.done[c.ID] {
			due = append(due, c)
		}
	}
	slices.SortFunc(due, func(a, b Card) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(mixed(a.ID), mixed(b.ID)), cmp.Compare(a.ID, b.ID))
	})
	for _, c := range due {
		if len(list) < room && (asked == nil || asked(c.ID)) {
			list = append(list, c)
		}
	}
	return list
}

// mixed spreads the cards of a lesson among the others, the same way each time.
func mixed(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}
