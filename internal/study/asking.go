package study

import (
	"context"
	"errors"
	"slices"
	"strings"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/lessons"
	"porchlight/quiz"
)

// Asking is what a show asks a live room: at which of its parts, and what.
type Asking struct {
	show  Show
	plan  agenda.Agenda // of a run sheet
	polls []group.Poll  // of a lesson
}

// Asking is what a show asks a live room.
func (d *Desk) Asking(_ context.Context, show Show) (Asking, error) {
	a := Asking{show: show}
	kind, id, _ := strings.Cut(show.Name, "/")
	if kind == "session" {
		plan, err := d.agenda(lessons.RunSheetID(id))
		a.plan = plan
		return a, err
	}
	polls, err := agenda.Questions(d.course, lessons.ID(id))
	if errors.Is(err, quiz.ErrNoBank) {
		err = nil
	}
	a.polls = polls
	return a, err
}

// Poll is what a part asks; false where it asks nothing that a room can answer.
func (a Asking) Poll(part int) (group.Poll, bool) {
	polls, id := a.polls, ""
	if len(a.plan.Steps) > part {
		polls, id = a.plan.Polls, a.plan.Steps[part].Poll
	} else if part < len(a.show.Parts) {
		id = a.show.Parts[part].Question
	}
	i := slices.IndexFunc(polls, func(p group.Poll) bool { return id != "" && p.ID == id })
	if i < 0 {
		return group.Poll{}, false
	}
	return polls[i], true
}

// GoTo is what takes a room to a place of the show. Where that begins a part of a
// run sheet, what the part asks is asked, unless it was before.
func (a Asking) GoTo(v group.LeadView, to group.Place, at int64) []group.Action {
	begun := v.Place.Route == to.Route && v.Place.Part == to.Part
	if begun || len(a.plan.Steps) == 0 {
		return []group.Action{group.Step{To: to, At: at}}
	}
	var do []group.Action
	if v.Sheet != string(a.plan.Sheet) {
		do = a.plan.Acts()
	}
	b := group.Begin{From: -1, To: to, At: at}
	if v.Place.Route == to.Route {
		b.From = v.Place.Part
	}
	if p, asks := a.Poll(to.Part); asks && fresh(v, p.ID) {
		b.Poll = p.ID
		do = append(do, group.AddPoll{Poll: p})
	}
	return append(do, b)
}

// fresh reports whether a room was not asked something yet.
func fresh(v group.LeadView, id string) bool {
	i := slices.IndexFunc(v.Polls, func(p group.PollView) bool { return p.ID == id })
	return i < 0 || v.Polls[i].Status == group.Waiting
}

// Ask asks the room what a part asks.
func (a Asking) Ask(part int) (agenda.Offer, bool) {
	p, asks := a.Poll(part)
	if !asks {
		return agenda.Offer{}, false
	}
	return agenda.Asks(p), true
}

// Lead is the likeliest of what can be done with the question that everybody
// sees: to show its result, to tell what fits, and then to put it away. One from
// the box stands before it, and is answered.
func Lead(v group.LeadView) (agenda.Offer, bool) {
	if v.Raised != nil {
		return agenda.Sorts(*v.Raised)[0], true
	}
	if v.Front == nil {
		return agenda.Offer{}, false
	}
	if all := (agenda.Agenda{}).Now(v, 0); len(all[0].Do) > 0 && all[0].Poll == v.Front.ID {
		return all[0], true
	}
	return Away(v), true
}

// Away takes the question away from everybody's eyes, and shows the page again.
// One that still takes answers is skipped; one from the box is kept there for
// later.
func Away(v group.LeadView) agenda.Offer {
	if v.Raised != nil {
		return agenda.Sorts(*v.Raised)[1]
	}
	o := agenda.Offer{Name: "skip", Poll: v.Front.ID, Do: []group.Action{group.Skip{ID: v.Front.ID}}}
	if v.Front.Status == group.Closed && v.Place.Route != "" {
		o.Do = []group.Action{group.Begin{From: v.Place.Part, To: v.Place}}
	}
	return o
}
