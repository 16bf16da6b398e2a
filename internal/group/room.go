package group

import (
	"crypto/rand"
	"maps"
	"slices"
)

// A Room is all that is known of one group. It is a value: Apply returns
// another and leaves the one it was given as it was, so that one copy can be
// shown to everybody at once.
type Room struct {
	ID    string          `json:"id"` // random; every name in the room is made with it
	Code  Code            `json:"code"`
	Until int64           `json:"until"` // seconds since 1970, after which it is removed
	Floor int             `json:"floor"` // of polls opened from now on
	Leads map[string]Role `json:"leads"` // by LeadName
	// Opened is who opened it with an SSH key; nil where nobody did.
	Opened *Opener       `json:"opened,omitempty"`
	Seats  map[Seat]bool `json:"seats,omitempty"` // whether somebody sits there now
	Polls  []Poll        `json:"polls,omitempty"`
	// Sheet is the run sheet that the room goes by; empty for none.
	Sheet string `json:"sheet,omitempty"`
	// Front is the poll that everybody sees; empty for none.
	Front string `json:"front,omitempty"`
	// Place is where the facilitator is in what all read.
	Place  Place            `json:"place"`
	Clocks map[string]Clock `json:"clocks,omitempty"` // by route, of the shows that were begun
	// Wall is the size that pages are made for, of the screens that all look at.
	Wall      Wall              `json:"wall"`
	Screens   map[string]Screen `json:"screens,omitempty"`   // by their random ids
	Largest   bool              `json:"largest,omitempty"`   // pages fit the largest alone
	Heard     int64             `json:"heard,omitempty"`     // the last moment that anybody named
	Covered   []string          `json:"covered,omitempty"`   // routes that were shown, in order
	Reached   []Reached         `json:"reached,omitempty"`   // the parts of them, in order
	Questions []Question        `json:"questions,omitempty"` // sorted by their random ids
	Asked     map[Token]int     `json:"asked,omitempty"`
	Pace      Pace              `json:"pace"`
	Undo      []Undo            `json:"undo,omitempty"` // the last is undone first
	Acts      int               `json:"acts"`           // how many acts of a lead could be undone so far
	Ended     bool              `json:"ended,omitempty"`
}

// A Reached is a part of something that was shown: a step of a run sheet.
type Reached struct {
	Route string `json:"route"`
	Part  int    `json:"part,omitempty"`
}

// MaxReached is how many are kept.
const MaxReached = 300

// A Role is what the holder of a key may do.
type Role string

const (
	Facilitator   Role = "facilitator"    // everything
	CoFacilitator Role = "co-facilitator" // everything but to end the room, and to say who leads
)

// What a room holds at most, and the floors.
const (
	MaxSeats     = 2000
	MaxPolls     = 100
	MaxChoices   = 9
	MaxQuestions = 300 // held, in all
	MaxAsked     = 5   // by one person
	MaxLeads     = 10
	MaxHands     = 999 // for one choice
	MaxQuestion  = 400 // characters
	MaxText      = 400 // bytes of a poll's question, in one language
	MaxChoice    = 160 // bytes of a choice, in one language
	UsualFloor   = 5
	LeastFloor   = 3
	MostFloor    = 20
)

// New returns a room that a key leads and nobody has joined.
func New(code Code, lead Key, until int64) Room {
	id := rand.Text()
	return Room{ID: id, Code: code, Until: until, Floor: UsualFloor, Leads: map[string]Role{LeadName(id, lead): Facilitator}}
}

// Role is what the holder of a key may do here; empty for nothing.
func (r Room) Role(k Key) Role {
	if k == "" {
		return ""
	}
	return r.Leads[LeadName(r.ID, k)]
}

// Here counts the seats where somebody sits now.
func (r Room) Here() int {
	n := 0
	for _, here := range r.Seats {
		if here {
			n++
		}
	}
	return n
}

// Poll returns the poll with an id.
func (r Room) Poll(id string) (Poll, bool) {
	if i := r.poll(id); i >= 0 {
		return r.Polls[i], true
	}
	return Poll{}, false
}

func (r Room) poll(id string) int {
	return slices.IndexFunc(r.Polls, func(p Poll) bool { return p.ID == id })
}

// set puts a poll in its place without touching the room that this one was
// made from.
func (r *Room) set(i int, p Poll) {
	r.Polls = slices.Clone(r.Polls)
	r.Polls[i] = p
}

// with is a copy of a map with one value changed.
func with[K comparable, V any](m map[K]V, k K, v V) map[K]V {
	c := make(map[K]V, len(m)+1)
	maps.Copy(c, m)
	c[k] = v
	return c
}

// without is a copy of a map with one key less.
func without[K comparable, V any](m map[K]V, k K) map[K]V {
	c := maps.Clone(m)
	delete(c, k)
	return c
}
