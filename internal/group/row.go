package group

import (
	"context"
	"errors"
	"slices"
	"time"
)

// An Errand is something that one session does in its room. Each says what is to
// be so, so that one whose answer was lost is done again.
type Errand struct {
	// Kind is what it says something about, as in an answer to one poll: of two of
	// a kind only the later holds. Empty is a kind of its own.
	Kind string
	Name any // for whoever asked for it
	Do   func(context.Context, *Sitting) (Snapshot, error)
}

// A Row is what a session still has to do in its room, in the order in which it
// was wanted. What could not be sent since the room was away stays first, and is
// tried again. It is for one goroutine at a time.
type Row struct {
	todo []queued
	busy bool // the first is being done
}

type queued struct {
	Errand
	late bool // the session was told that it waits
}

// An Outcome is what became of the first errand of a row.
type Outcome struct {
	Errand
	Err   error
	Waits bool // it is not done yet, and is to be tried again after a while
	Late  bool // it waited before this
}

// TryAgain is how long what could not be sent waits until it is tried again.
const TryAgain = time.Second

// Away reports whether an error means that what was done may or may not be kept,
// and is to be done again.
func Away(err error) bool { return errors.Is(err, ErrAway) || errors.Is(err, context.DeadlineExceeded) }

// Len is how many errands are not done yet.
func (r *Row) Len() int { return len(r.todo) }

// Waits reports whether the first was tried, and is to be tried again.
func (r *Row) Waits() bool { return len(r.todo) > 0 && r.todo[0].late }

// Add puts an errand into the row: where one of its kind waits, in its place. It
// reports whether it is to be begun now, for nothing else is under way.
func (r *Row) Add(e Errand) (begin bool) {
	for i, q := range r.todo {
		if e.Kind != "" && q.Kind == e.Kind && !(r.busy && i == 0) {
			r.todo[i].Errand = e
			return false
		}
	}
	r.todo = append(r.todo, queued{e, r.Waits()})
	return len(r.todo) == 1
}

// Begin is the first errand, which is being done from now on.
func (r *Row) Begin() Errand {
	r.busy = true
	return r.todo[0].Errand
}

// End takes what became of the first errand. One that was away and of whose kind
// a later one was added meanwhile is let go of, and that one takes its place.
func (r *Row) End(err error) Outcome {
	r.busy = false
	first := r.todo[0]
	if !Away(err) {
		r.todo = slices.Delete(r.todo, 0, 1)
		return Outcome{Errand: first.Errand, Err: err, Late: first.late}
	}
	if i := slices.IndexFunc(r.todo[1:], func(q queued) bool { return first.Kind != "" && q.Kind == first.Kind }); i >= 0 {
		r.todo[0].Errand = r.todo[1+i].Errand
		r.todo = slices.Delete(r.todo, 1+i, 2+i)
	}
	out := Outcome{Errand: r.todo[0].Errand, Waits: true, Late: first.late}
	for i := range r.todo {
		r.todo[i].late = true
	}
	return out
}
