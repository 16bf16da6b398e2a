package group

import (
	"slices"
	"strings"

	"porchlight/internal/safetext"
)

// A Place is where the facilitator is in what all look at: enough for another
// screen, of any width and in any language, to show the same.
type Place struct {
	// Route opens it: "present/ID" and "session/ID" are shows, "lesson/ID" a
	// lesson to read along. Empty is nowhere.
	Route string `json:"route,omitempty"`
	// Part is a part of a show.
	Part int `json:"part,omitempty"`
	// Replies are what the room has said so far in a conversation that it plays.
	Replies []string `json:"replies,omitempty"`
	// Block and Word are what was shown last: see slides.Deck.Place.
	Block int `json:"block,omitempty"`
	Word  int `json:"word,omitempty"`
}

// Is reports whether two places are the same.
func (p Place) Is(q Place) bool {
	return p.Route == q.Route && p.Part == q.Part && p.Block == q.Block && p.Word == q.Word && slices.Equal(p.Replies, q.Replies)
}

// What a place holds at most: more than any lesson has.
const (
	maxPlace   = 10_000
	maxReplies = 50
)

// sound reports whether a place makes sense.
func (p Place) sound() bool {
	for _, n := range []int{p.Part, p.Block, p.Word} {
		if n < 0 || n > maxPlace {
			return false
		}
	}
	for _, id := range p.Replies {
		if !slug(id) {
			return false
		}
	}
	route := safetext.Line(p.Route, 0)
	return route == p.Route && len(route) <= 200 && !strings.Contains(route, " ") && len(p.Replies) <= maxReplies
}

// A Clock is when a show began, and the part of it that it is in. It is for
// leads alone.
type Clock struct {
	Began int64 `json:"began"` // seconds since 1970
	Part  int   `json:"part,omitempty"`
	Since int64 `json:"since"` // when that part began
}

// Step takes everybody who follows to a place. At is when, in seconds since
// 1970, for the clock of the show; 0 leaves the clock as it is.
type Step struct {
	To Place
	At int64
}

func (Step) needs() Role { return CoFacilitator }

func (a Step) do(r *Room) error {
	if !a.To.sound() || a.At < 0 {
		return ErrNoSense
	}
	if a.To.Is(r.Place) {
		return nil
	}
	// Steps through one show are one act: undone, they lead back to where
	// everybody was before it, and do not push out what was done before.
	if last, ok := r.Undoes(); !ok || last.What != Stepped || a.To.Route != r.Place.Route || r.raised() != "" {
		was := r.Place
		r.remember(Undo{What: Stepped, Front: r.Front, Place: &was})
	}
	r.goTo(a.To, a.At)
	return nil
}

// clock notes when a show, or a part of it, begins.
func (r *Room) clock(to Place, at int64) {
	if at == 0 || to.Route == "" {
		return
	}
	c, known := r.Clocks[to.Route]
	switch {
	case !known && len(r.Clocks) >= MaxPolls:
		return
	case !known:
		c = Clock{Began: at, Part: to.Part, Since: at}
	case c.Part != to.Part:
		c.Part, c.Since = to.Part, at
	default:
		return
	}
	r.Clocks = with(r.Clocks, to.Route, c)
}
