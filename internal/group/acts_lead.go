package group

import "slices"

// What a lead does with the room.
type (
	// Sort says what becomes of a question from the box.
	Sort struct {
		ID string
		To QState
	}
	// SetFloor says below how many answers nothing is shown, in polls opened
	// from now on.
	SetFloor struct{ Floor int }
	// UndoLast undoes the last act, where it still is the last: the one with
	// this number.
	UndoLast struct{ Number int }
	// Appoint lets the holder of a key lead too, or no more where the role is
	// empty. To hand over is to appoint another facilitator.
	Appoint struct {
		Name string // a LeadName
		As   Role
	}
	// End ends the room and forgets all of it but what was shown.
	End struct{}
)

func (Sort) needs() Role     { return CoFacilitator }
func (SetFloor) needs() Role { return Facilitator }
func (UndoLast) needs() Role { return CoFacilitator }
func (Appoint) needs() Role  { return Facilitator }
func (End) needs() Role      { return Facilitator }

func (a Sort) do(r *Room) error {
	i, known := r.question(a.ID)
	switch {
	case !known:
		return ErrNoSense
	case !slices.Contains([]QState{Held, OnScreen, Answered, Dismissed}, a.To):
		return ErrNoSense
	case r.Questions[i].State == a.To:
		return nil
	}
	r.remember(Undo{What: Sorted, Front: r.Front, Question: &Question{ID: a.ID, State: r.Questions[i].State}})
	if a.To == OnScreen {
		r.raise(a.ID)
	} else {
		r.sort(i, a.To)
	}
	return nil
}

func (r *Room) sort(i int, to QState) {
	r.Questions = slices.Clone(r.Questions)
	r.Questions[i].State = to
}

func (a SetFloor) do(r *Room) error {
	if a.Floor < LeastFloor || a.Floor > MostFloor {
		return ErrNoSense
	}
	r.Floor = a.Floor
	return nil
}

func (a Appoint) do(r *Room) error {
	if !named(a.Name) || a.As != "" && a.As != Facilitator && a.As != CoFacilitator {
		return ErrNoSense
	}
	leads := without(r.Leads, a.Name)
	if a.As != "" {
		if len(leads) >= MaxLeads {
			return ErrFull
		}
		leads[a.Name] = a.As
	}
	for _, as := range leads {
		if as == Facilitator {
			r.Leads = leads
			return nil
		}
	}
	return ErrNoSense // nobody could end the room
}

func (End) do(r *Room) error {
	if r.Ended {
		return nil
	}
	r.Ended, r.Front, r.Undo, r.Asked, r.Pace = true, "", nil, nil, Pace{Round: r.Pace.Round}
	r.layBy()
	r.Seats, r.Clocks, r.Screens, r.Wall = nil, nil, nil, Wall{}
	r.Questions = slices.DeleteFunc(slices.Clone(r.Questions), func(q Question) bool { return q.State != Answered })
	r.Polls = slices.Clone(r.Polls)
	for i, p := range r.Polls {
		answered := len(p.Used)
		p.Ballots, p.Used, p.Hands = Ballots{}, nil, p.HandsShown
		p.Final = answered
		if p.Status == Open {
			p.Status = Closed
		}
		r.Polls[i] = p
	}
	return nil
}
