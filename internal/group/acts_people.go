package group

import (
	"slices"
	"strings"
	"unicode/utf8"

	"porchlight/internal/safetext"
)

// What anyone in the room may do. No action here names both a seat and
// something that was said.
type (
	// Join takes a seat, or comes back to it.
	Join struct{ Seat Seat }
	// Leave says that nobody sits there now. The seat is kept.
	Leave struct{ Seat Seat }
	// Vote answers a poll; without choices, it takes the answer back.
	Vote struct {
		Poll   string
		Round  int
		Ballot Token
		Chosen []string
	}
	// Signal says how the pace is; empty takes it back.
	Signal struct {
		Round int
		Token Token
		Feels Feeling
	}
	// Ask puts a question into the box. The id is random, and made by whoever
	// asks.
	Ask struct {
		ID    string
		Asker Token
		Text  string
	}
)

func (Join) needs() Role   { return "" }
func (Leave) needs() Role  { return "" }
func (Vote) needs() Role   { return "" }
func (Signal) needs() Role { return "" }
func (Ask) needs() Role    { return "" }

// nameLen is how long a name is that a Voter makes.
const nameLen = 26

// named reports whether s may be a name that a Voter made, or a random id.
func named(s string) bool {
	return len(s) == nameLen && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == ""
}

func (a Join) do(r *Room) error {
	if here, known := r.Seats[a.Seat]; here {
		return nil
	} else if !named(string(a.Seat)) {
		return ErrNoSense
	} else if !known && len(r.Seats) >= MaxSeats {
		return ErrFull
	}
	r.Seats = with(r.Seats, a.Seat, true)
	return nil
}

func (a Leave) do(r *Room) error {
	here, known := r.Seats[a.Seat]
	if !known {
		return ErrNoSeat
	}
	if here {
		r.Seats = with(r.Seats, a.Seat, false)
	}
	return nil
}

func (a Vote) do(r *Room) error {
	i := r.poll(a.Poll)
	if i < 0 {
		return ErrNoPoll
	}
	p := r.Polls[i]
	was, voted := p.Ballots.Get(a.Ballot)
	marks, err := p.marks(a.Chosen)
	switch {
	case !named(string(a.Ballot)):
		return ErrNoSense
	case p.Used[a.Ballot]:
		return ErrCounted
	case err == nil && was == marks && a.Round == p.Round:
		return nil // it is so already, whether more may answer or not
	case p.Status != Open:
		return ErrNotOpen
	case a.Round != p.Round:
		return ErrOld
	}
	if err != nil {
		return err
	}
	switch {
	case marks == "":
		p.Ballots = p.Ballots.without(a.Ballot)
	case !voted && p.Answers() >= len(r.Seats):
		return ErrFull
	default:
		p.Ballots = p.Ballots.with(a.Ballot, marks)
	}
	r.set(i, p)
	return nil
}

// A Question is one from the box.
type Question struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	State QState `json:"state"`
}

// A QState is where a question from the box stands.
type QState string

const (
	Held      QState = "held"  // only who leads can read it
	OnScreen  QState = "shown" // everybody does: see raise
	Answered  QState = "answered"
	Dismissed QState = "dismissed"
)

// CleanQuestion is a question as the box keeps it, or why it does not.
func CleanQuestion(text string) (string, error) {
	if len(text) > 4*MaxQuestion {
		return "", ErrTooLong
	}
	text = strings.Join(strings.Fields(safetext.Line(text, 0)), " ")
	switch {
	case text == "":
		return "", ErrEmpty
	case utf8.RuneCountInString(text) > MaxQuestion:
		return "", ErrTooLong
	}
	return text, nil
}

func (a Ask) do(r *Room) error {
	text, err := CleanQuestion(a.Text)
	if err != nil {
		return err
	}
	at, known := r.question(a.ID)
	switch {
	case known:
		return nil
	case !named(a.ID) || !named(string(a.Asker)):
		return ErrNoSense
	case r.Asked[a.Asker] >= MaxAsked, len(r.Questions) >= MaxQuestions:
		return ErrFull
	}
	r.Asked = with(r.Asked, a.Asker, r.Asked[a.Asker]+1)
	r.Questions = slices.Insert(slices.Clone(r.Questions), at, Question{ID: a.ID, Text: text, State: Held})
	return nil
}

// question finds a question, or the place where one with that id belongs.
func (r *Room) question(id string) (int, bool) {
	return slices.BinarySearchFunc(r.Questions, id, func(q Question, id string) int { return strings.Compare(q.ID, id) })
}
