package group

import "slices"

// What is an act of a lead that can be undone.
type What string

const (
	Opened      What = "opened"
	ClosedPoll  What = "closed"
	Revealed    What = "revealed"
	ToldAnswer  What = "told"
	ResetPoll   What = "reset"
	SkippedPoll What = "skipped"
	Counted     What = "counted"
	Stepped     What = "stepped"
	Sorted      What = "sorted"
	Planned     What = "planned" // another run sheet
	Begun       What = "begun"   // a step of it
)

// An Undo is how something was before an act. What has been shown to people is
// hidden by it, but stays counted.
type Undo struct {
	Number   int       `json:"number"`
	What     What      `json:"what"`
	Front    string    `json:"front,omitempty"`
	Raised   string    `json:"raised,omitempty"` // the question that everybody saw; remember sees to it
	Poll     *Former   `json:"poll,omitempty"`
	Place    *Place    `json:"place,omitempty"`
	Clock    *Clock    `json:"clock,omitempty"` // of the show that a step of it began
	Sheet    *string   `json:"sheet,omitempty"`
	Question *Question `json:"question,omitempty"` // id and state
}

// A Former is what a poll was.
type Former struct {
	ID      string  `json:"id"`
	Status  Status  `json:"status"`
	Shown   bool    `json:"shown,omitempty"`
	Told    bool    `json:"told,omitempty"`
	Round   int     `json:"round"`
	Floor   int     `json:"floor"`
	Hands   Hands   `json:"hands"`
	Ballots Ballots `json:"ballots,omitzero"` // set aside by a reset
}

// former is what a poll was, without its answers.
func (p Poll) former() *Former {
	return &Former{ID: p.ID, Status: p.Status, Shown: p.Shown, Told: p.Told, Round: p.Round, Floor: p.Floor, Hands: p.Hands}
}

// maxUndo is how many acts can be undone, one after the other.
const maxUndo = 10

// remember makes an act one that can be undone.
func (r *Room) remember(u Undo) {
	r.Acts++
	u.Number, u.Raised = r.Acts, r.raised()
	kept := r.Undo[max(0, len(r.Undo)-maxUndo+1):]
	r.Undo = append(slices.Clone(kept), u)
}

// forgetBallots lets go of what resets set aside of a poll: an answer of its
// present round has been shown.
func (r *Room) forgetBallots(poll string) {
	r.Undo = slices.Clone(r.Undo)
	for i, u := range r.Undo {
		if u.Poll != nil && u.Poll.ID == poll && !u.Poll.Ballots.IsZero() {
			former := *u.Poll
			former.Ballots = Ballots{}
			r.Undo[i].Poll = &former
		}
	}
}

// Undoes returns the act that UndoLast would undo, and whether there is one.
func (r Room) Undoes() (Undo, bool) {
	if len(r.Undo) == 0 {
		return Undo{}, false
	}
	return r.Undo[len(r.Undo)-1], true
}

func (a UndoLast) do(r *Room) error {
	last, ok := r.Undoes()
	switch {
	case a.Number > 0 && a.Number <= r.Acts && (!ok || a.Number > last.Number):
		return nil // undone already
	case !ok:
		return ErrNothing
	case a.Number != last.Number:
		return ErrOld
	}
	if last.Poll != nil {
		if err := r.restore(last); err != nil {
			return err
		}
	}
	if last.Clock != nil {
		r.turnBack(r.Place.Route, *last.Clock)
	}
	if last.Place != nil {
		r.Place = *last.Place
	}
	if last.Sheet != nil {
		r.Sheet = *last.Sheet
	}
	if last.Question != nil {
		if i, known := r.question(last.Question.ID); known {
			r.sort(i, last.Question.State)
		}
	}
	r.raise(last.Raised)
	r.Front = last.Front
	r.Undo = slices.Clone(r.Undo[:len(r.Undo)-1])
	return nil
}

// turnBack makes the clock of a show what it was.
func (r *Room) turnBack(route string, to Clock) {
	if to.Began == 0 {
		r.Clocks = without(r.Clocks, route)
		return
	}
	r.Clocks = with(r.Clocks, route, to)
}

// restore makes a poll what it was. Answers that have come since stay; a reset
// is undone only while there are none, for they would be lost.
func (r *Room) restore(u Undo) error {
	i := r.poll(u.Poll.ID)
	if i < 0 {
		return ErrNoPoll
	}
	p, was := r.Polls[i], u.Poll
	if u.What == ResetPoll {
		if p.Answers() > 0 || p.Hands.People > 0 {
			return ErrCounted
		}
		p.Round, p.Floor, p.Ballots = was.Round, was.Floor, was.Ballots
	}
	if hands, err := was.Hands.clean(p); err == nil {
		p.Hands = hands // what was shown meanwhile stays
	}
	p.Status, p.Shown, p.Told = was.Status, was.Shown, was.Told
	r.set(i, p)
	return nil
}
