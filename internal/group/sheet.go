package group

import "slices"

type (
	// GoBy says by which run sheet the room goes from now on; empty is none.
	GoBy struct{ Sheet string }
	// Begin begins a step of a run sheet: everybody is taken to its place, and its
	// poll is asked, or none is in front. It is one act to undo.
	Begin struct {
		From int    // the step at hand when this was wanted, below 0 for none
		To   Place  // of the step: a part of a show
		Poll string // the id of what it asks; empty for nothing
		At   int64  // when it begins, in seconds since 1970
	}
)

func (GoBy) needs() Role  { return CoFacilitator }
func (Begin) needs() Role { return CoFacilitator }

func (a GoBy) do(r *Room) error {
	switch {
	case a.Sheet != "" && !slug(a.Sheet):
		return ErrNoSense
	case a.Sheet == r.Sheet:
		return nil
	}
	was := r.Sheet
	r.remember(Undo{What: Planned, Front: r.Front, Sheet: &was})
	r.Sheet = a.Sheet
	return nil
}

func (a Begin) do(r *Room) error {
	i := r.poll(a.Poll)
	switch {
	case !a.To.sound() || a.To.Route == "" || a.At < 0:
		return ErrNoSense
	case a.Poll != "" && i < 0:
		return ErrNoPoll
	case a.From != a.To.Part && r.Place.Route == a.To.Route && r.Place.Part == a.To.Part:
		return nil // another lead was there first
	}
	place, clock := r.Place, r.Clocks[a.To.Route]
	u := Undo{What: Begun, Front: r.Front, Place: &place, Clock: &clock}
	fresh := r.Front != a.Poll || !r.Place.Is(a.To)
	if i >= 0 {
		was := r.Polls[i]
		p := was.opened(r.Floor)
		fresh, u.Poll = fresh || !was.like(p), was.former()
		r.set(i, p)
	}
	if !fresh {
		return nil
	}
	r.remember(u)
	r.Front = a.Poll
	r.goTo(a.To, a.At)
	return nil
}

// goTo takes everybody to a place, and notes it as covered.
func (r *Room) goTo(to Place, at int64) {
	r.layBy()
	to.Replies = slices.Clone(to.Replies)
	r.Place = to
	r.hear(at)
	r.clock(to, at)
	if to.Route != "" && !slices.Contains(r.Covered, to.Route) && len(r.Covered) < MaxPolls {
		r.Covered = append(slices.Clone(r.Covered), to.Route)
	}
	part := Reached{to.Route, to.Part}
	if to.Route != "" && !slices.Contains(r.Reached, part) && len(r.Reached) < MaxReached {
		r.Reached = append(slices.Clone(r.Reached), part)
	}
}
