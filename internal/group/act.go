package group

import (
	"errors"
	"fmt"
)

// An Action is one thing that somebody does in a room. Done twice, it is done
// once: a caller who does not know whether it arrived sends it again.
type Action interface {
	// needs is the role that may do it; empty for anyone in the room.
	needs() Role
	// do changes a room that is a copy already, but for what it points to.
	do(*Room) error
}

// An Act is an action with the key of whoever does it. Only a lead has one.
type Act struct {
	Key Key
	Do  Action
}

// Errors of Apply, for which a caller has words. The room is then as it was.
var (
	ErrNotLead  = errors.New("only who leads the room may do this")
	ErrEnded    = errors.New("the room has ended")
	ErrNoPoll   = errors.New("there is no such poll")
	ErrNoChoice = errors.New("there is no such choice")
	ErrNotOpen  = errors.New("the poll takes no answers now")
	ErrOld      = errors.New("the poll has begun anew since")
	ErrCounted  = errors.New("this was counted and shown already, and stays")
	ErrNoSeat   = errors.New("there is no such seat")
	ErrFull     = errors.New("there is no room for more")
	ErrTooLong  = errors.New("the text is too long")
	ErrEmpty    = errors.New("there is no text")
	ErrNoSense  = errors.New("this makes no sense here")
	ErrNothing  = errors.New("there is nothing to undo")
)

// A FewError is returned by Reveal where too few have answered.
type FewError struct{ Have, Floor int }

func (e FewError) Error() string {
	return fmt.Sprintf("%d have answered, and nothing is shown below %d", e.Have, e.Floor)
}

// Apply does an act and returns the room as it is then. The room it was given
// stays as it was. After an error that is the room returned.
func Apply(r Room, a Act) (Room, error) {
	if a.Do == nil {
		return r, ErrNoSense
	}
	if need := a.Do.needs(); need != "" && !may(r.Role(a.Key), need) {
		return r, ErrNotLead
	}
	if _, ends := a.Do.(End); r.Ended && !ends {
		return r, ErrEnded
	}
	next := r
	if err := a.Do.do(&next); err != nil {
		return r, err
	}
	return next, nil
}

// may reports whether a role is enough.
func may(have, need Role) bool { return have == need || have == Facilitator }
