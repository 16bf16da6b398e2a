package quiz

import (
	"errors"
	"maps"
	"slices"
)

// What an answer to an item can be refused for. The answers are then as they
// were.
var (
	ErrNoItem  = errors.New("the reflection has no such item")
	ErrNoPlace = errors.New("the scale has no such place")
)

// Answers is one learner's look at a reflection. It is a value: answering
// returns new answers and leaves the old ones as they were. Nothing in it can
// be added up.
type Answers struct {
	reflection Reflection
	given      map[ItemID]int
}

// Reflect starts a reflection, with nothing answered.
func Reflect(r Reflection) Answers { return Answers{reflection: r} }

// Reflection returns what is reflected on.
func (a Answers) Reflection() Reflection { return a.reflection }

// Answer gives an item its place on the scale, from 0, or changes it. It
// returns ErrNoItem or ErrNoPlace for an answer that does not fit.
func (a Answers) Answer(item ItemID, place int) (Answers, error) {
	if _, ok := a.reflection.Item(item); !ok {
		return a, ErrNoItem
	}
	if place < 0 || place >= len(a.reflection.Scale) {
		return a, ErrNoPlace
	}
	given := make(map[ItemID]int, len(a.given)+1)
	maps.Copy(given, a.given)
	given[item] = place
	a.given = given
	return a, nil
}

// Clear takes the answer to an item back. No item has to be answered.
func (a Answers) Clear(item ItemID) Answers {
	given := maps.Clone(a.given)
	delete(given, item)
	a.given = given
	return a
}

// Resume puts back answers given earlier. Those that the pack no longer has an
// item or a place for are left out, and Resume reports false.
func (a Answers) Resume(given map[ItemID]int) (Answers, bool) {
	whole := true
	for item, place := range given {
		next, err := a.Answer(item, place)
		a, whole = next, whole && err == nil
	}
	return a, whole
}

// Given returns the answer to an item, if there is one.
func (a Answers) Given(item ItemID) (int, bool) {
	place, ok := a.given[item]
	return place, ok
}

// All returns all answers: what a record keeps, and what Resume takes.
func (a Answers) All() map[ItemID]int { return maps.Clone(a.given) }

// Next returns the place of the first item without an answer, from 0, or false
// when all have one.
func (a Answers) Next() (int, bool) {
	for i, item := range a.reflection.Items {
		if _, ok := a.given[item.ID]; !ok {
			return i, true
		}
	}
	return 0, false
}

// Done reports whether every item has an answer.
func (a Answers) Done() bool {
	_, more := a.Next()
	return !more
}

// Unsafe reports whether an answer leads to safety before all else. It is asked
// after each answer: safety does not wait for the end.
func (a Answers) Unsafe() bool {
	return slices.ContainsFunc(a.reflection.Items, a.unsafe)
}

func (a Answers) unsafe(i Item) bool {
	place, ok := a.given[i.ID]
	return ok && slices.Contains(i.Unsafe, place)
}

func (a Answers) looksAt(i Item) bool {
	place, ok := a.given[i.ID]
	return ok && slices.Contains(i.LookAt, place)
}

// An Offer is a lesson to look at next, for one area of life.
type Offer struct {
	Area   string
	Lesson LessonID
	Word   string // one kind line
	Item   ItemID
	Unsafe bool // it is about safety, and comes before all else
}

// Offers returns the lessons that the answers lead to: first those about
// safety, then area by area, in the order of the items. A lesson stands once in
// an area, and not again after it was offered for safety.
func (a Answers) Offers() []Offer {
	var offers []Offer
	for _, i := range a.reflection.Items {
		if a.unsafe(i) && !offered(offers, i, false) {
			offers = append(offers, offer(i, true))
		}
	}
	for _, area := range a.areas() {
		for _, i := range a.reflection.Items {
			if i.Area == area && a.looksAt(i) && !a.unsafe(i) && !offered(offers, i, true) {
				offers = append(offers, offer(i, false))
			}
		}
	}
	return offers
}

// areas returns the areas of the items, each once, in their order.
func (a Answers) areas() []string {
	var areas []string
	for _, i := range a.reflection.Items {
		if !slices.Contains(areas, i.Area) {
			areas = append(areas, i.Area)
		}
	}
	return areas
}

func offer(i Item, unsafe bool) Offer { return Offer{i.Area, i.Lesson, i.Word, i.ID, unsafe} }

// offered reports whether the lesson of an item stands among offers: for
// safety, or, where areas are told apart, in the item's own.
func offered(offers []Offer, i Item, areas bool) bool {
	return slices.ContainsFunc(offers, func(o Offer) bool {
		return o.Lesson == i.Lesson && (o.Unsafe || areas && o.Area == i.Area)
	})
}
