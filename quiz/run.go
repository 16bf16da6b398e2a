package quiz

import (
	"errors"
	"slices"
)

// What a reply can be refused for. The run is then as it was.
var (
	ErrNoReply = errors.New("the step has no such reply")
	ErrEnded   = errors.New("the conversation has come to its end")
)

// A Run is one learner's way through a practice. It is a value: choosing and
// going back return a new run and leave the old one as it was.
type Run struct {
	practice Practice
	path     []Said
	seen     []PlaceID // endings, first seen first
}

// Said is a reply as it was given.
type Said struct {
	Step  PlaceID
	Reply Reply
}

// NewRun starts a practice. The seed alone decides the order of replies.
func NewRun(p Practice, seed uint64) Run {
	p.Steps = slices.Clone(p.Steps)
	for i, s := range p.Steps {
		p.Steps[i].Replies = shuffle(s.Replies, seed, string(p.ID)+"/"+string(s.ID))
	}
	return Run{practice: p}
}

// Practice returns the practice, replies as shown.
func (r Run) Practice() Practice { return r.practice }

// place returns where the run stands.
func (r Run) place() PlaceID {
	if n := len(r.path); n > 0 {
		return r.path[n-1].Reply.To
	}
	return r.practice.Start
}

// Step returns the step the run stands at, or false at an ending.
func (r Run) Step() (Step, bool) { return r.practice.Step(r.place()) }

// Ending returns the ending the run has come to, or false on the way.
func (r Run) Ending() (Ending, bool) { return r.practice.Ending(r.place()) }

// Choose gives a reply and returns the run after it, with the reply: how it
// lands, and why. It returns ErrNoReply for a reply that the step lacks, and
// ErrEnded where there is no step any more.
func (r Run) Choose(id ReplyID) (Run, Reply, error) {
	step, ok := r.Step()
	if !ok {
		return r, Reply{}, ErrEnded
	}
	reply, ok := step.Reply(id)
	if !ok {
		return r, Reply{}, ErrNoReply
	}
	// Clipped, so that two runs from here do not write over each other.
	r.path = append(slices.Clip(r.path), Said{step.ID, reply})
	if end, ok := r.Ending(); ok {
		r = r.Saw(end.ID)
	}
	return r, reply, nil
}

// Back takes the last reply back. It returns false, and the run itself, where
// none was given. Endings once seen stay seen.
func (r Run) Back() (Run, bool) {
	n := len(r.path)
	if n == 0 {
		return r, false
	}
	r.path = r.path[:n-1]
	return r, true
}

// Again returns the run at its start. Endings once seen stay seen.
func (r Run) Again() Run {
	r.path = nil
	return r
}

// Path returns the replies given on the way here.
func (r Run) Path() []Said { return slices.Clone(r.path) }

// Replies returns the ids of the replies given on the way here: what a record
// keeps, and what Replay takes.
func (r Run) Replies() []ReplyID {
	ids := make([]ReplyID, len(r.path))
	for i, s := range r.path {
		ids[i] = s.Reply.ID
	}
	return ids
}

// Replay goes through the practice from its start with replies given earlier.
// At the first one that the pack no longer has, the run stays where it is and
// Replay reports false: what came after it answered something else.
func (r Run) Replay(replies []ReplyID) (Run, bool) {
	r = r.Again()
	for _, id := range replies {
		next, _, err := r.Choose(id)
		if err != nil {
			return r, false
		}
		r = next
	}
	return r, true
}

// Seen returns the endings seen so far, the first one first.
func (r Run) Seen() []PlaceID { return slices.Clone(r.seen) }

// Saw returns the run with endings seen earlier. Those that the pack no longer
// has are left out.
func (r Run) Saw(endings ...PlaceID) Run {
	for _, id := range endings {
		if _, ok := r.practice.Ending(id); ok && !slices.Contains(r.seen, id) {
			r.seen = append(slices.Clip(r.seen), id)
		}
	}
	return r
}
