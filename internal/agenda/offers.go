package agenda

import (
	"crypto/rand"
	"slices"
	"strconv"
	"strings"

	"porchlight/internal/group"
)

// An Offer is something that whoever leads can do now.
type Offer struct {
	// Name says what: its words in the catalogue are "room.do-" and the name. The
	// names of undoing are "undo-" and what is undone.
	Name string
	// Do is all there is to do, in order. It is empty where something is to be
	// asked, or chosen, first.
	Do []group.Action

	Text group.Text // of a poll that it is about
	Said string     // words that it is about, in no language of ours
	N    int        // how many: questions that wait, answers so far
	Poll string     // the id of the poll that it is about
	Of   string     // the id of what else it is about: a question, a lead
	Step int        // of the agenda
	Size group.Wall // of a screen that it is about
}

// Key tells an offer from others of the same list, while the room changes.
func (o Offer) Key() string {
	return strings.Join([]string{o.Name, o.Poll, o.Of, strconv.Itoa(o.Step)}, " ")
}

// Names of offers that lead to more.
const (
	Hands   = "hands"   // hands or slips are to be typed in
	Pass    = "pass"    // one device goes round
	More    = "more"    // Question lists it
	Box     = "box"     // Boxed lists it
	Sheet   = "sheet"   // Begins lists it
	Sheets  = "sheets"  // a run sheet is to be chosen
	Ask     = "ask"     // Asking lists it
	Lesson  = "lesson"  // a lesson is to be chosen, then one of its questions
	Compose = "new"     // a question is to be written
	Present = "present" // something to show is to be chosen
	Screens = "screens" // Walls lists it
	Typing  = "typing"  // Elsewhere lists it
	Leading = "leading" // Leads lists it
	Appoint = "appoint"
	Floor   = "floor"
	End     = "end"
	Erase   = "erase"
)

// one is an offer of one action on a poll.
func one(name string, p group.PollView, do ...group.Action) Offer {
	return Offer{Name: name, Do: do, Text: p.Text, Poll: p.ID}
}

// Now lists what can be done in a room, the likeliest first. At is the moment,
// in seconds since 1970.
func (a Agenda) Now(v group.LeadView, at int64) []Offer {
	var all []Offer
	switch {
	case v.Raised != nil: // it stands before the poll, which waits
		all = down(*v.Raised)
	case v.Front != nil:
		all = likely(v, *v.Front)
	}
	if next, ok := a.Next(v); ok {
		all = append(all, a.begin("next", v, next, at))
	}
	if v.Front != nil && !v.Front.Shown {
		all = append(all, one(More, *v.Front))
	}
	inBox := Offer{Name: Box, N: held(v)}
	if inBox.N > 0 {
		all = append(all, inBox)
	}
	if len(a.Steps) == 0 {
		all = append(all, Offer{Name: Sheets})
	}
	all = append(all, Offer{Name: Ask})
	if v.Front != nil && v.Front.Shown {
		all = append(all, one(More, *v.Front))
	}
	if len(a.Steps) > 0 {
		all = append(all, Offer{Name: Sheet, Said: a.Title})
	}
	if inBox.N == 0 {
		all = append(all, inBox)
	}
	if v.Undo != nil {
		all = append(all, Offer{Name: "undo-" + string(v.Undo.What), Do: []group.Action{group.UndoLast{Number: v.Undo.Number}}})
	}
	all = append(all, Offer{Name: Present})
	if n := len(v.Screens); n > 0 {
		all = append(all, Offer{Name: Screens, N: n})
	}
	all = append(all, Offer{Name: Typing})
	if v.Role == group.Facilitator {
		all = append(all, Offer{Name: Leading})
	}
	return all
}

// likely is what comes next with the poll that everybody sees.
func likely(v group.LeadView, p group.PollView) []Offer {
	var all []Offer
	if p.Status == group.Open {
		all = append(all, reveal(v, p), one("close", p, group.ClosePoll{ID: p.ID}))
	} else if p.Status == group.Closed && !p.Shown {
		all = append(all, reveal(v, p))
	}
	if p.Shown && p.Result != nil && p.Result.Later > 0 {
		all = append(all, one("reveal-later", p, group.Reveal{ID: p.ID}))
	}
	if tellable(v, p) {
		all = append(all, one("tell", p, group.Tell{ID: p.ID}))
	}
	return all
}

// reveal shows a result; after the second question of a pair, both.
func reveal(v group.LeadView, p group.PollView) Offer {
	if before, ok := other(v, p); ok && p.Part == group.After && !before.Shown && before.Status != group.Waiting && before.Status != group.Skipped {
		return one("reveal-pair", p, group.Reveal{ID: p.ID}, group.Reveal{ID: before.ID})
	}
	return one("reveal", p, group.Reveal{ID: p.ID})
}

// other is the other poll of a pair.
func other(v group.LeadView, p group.PollView) (group.PollView, bool) {
	i := slices.IndexFunc(v.Polls, func(q group.PollView) bool { return p.Pair != "" && q.Pair == p.Pair && q.Part != p.Part })
	if i < 0 {
		return group.PollView{}, false
	}
	return v.Polls[i], true
}

// tellable reports whether the best answer can be told now: not between the two
// questions of a pair, for it would be the answer to the second.
func tellable(v group.LeadView, p group.PollView) bool {
	if !p.Quiz || p.Told || p.Status != group.Closed {
		return false
	}
	after, pair := other(v, p)
	return !pair || p.Part == group.After || after.Shown
}

// begin begins a step.
func (a Agenda) begin(name string, v group.LeadView, step int, at int64) Offer {
	s := a.Steps[step]
	return Offer{Name: name, Do: []group.Action{a.Begin(v, step, at)}, Said: s.Title, N: s.Minutes, Poll: s.Poll, Step: step}
}

// Begins lists the steps of the agenda.
func (a Agenda) Begins(v group.LeadView, at int64) []Offer {
	var all []Offer
	for i := range a.Steps {
		all = append(all, a.begin("begin", v, i, at))
	}
	return all
}

// Question lists what else can be done with the poll that everybody sees.
func Question(v group.LeadView) []Offer {
	if v.Front == nil {
		return nil
	}
	p := *v.Front
	var all []Offer
	if p.Status == group.Open {
		all = append(all, one(Pass, p))
	} else {
		all = append(all, one("reopen", p, group.OpenPoll{ID: p.ID}))
	}
	all = append(all, one(Hands, p), one("skip", p, group.Skip{ID: p.ID}))
	if !p.Counted {
		all = append(all, one("reset", p, group.Reset{ID: p.ID, Round: p.Round}))
	}
	return all
}

// Asking lists what can be asked now: what is ready in the room, a question of
// any lesson, or one of one's own.
func Asking(v group.LeadView) []Offer {
	return append(Ready(v), Offer{Name: Lesson}, Offer{Name: Compose})
}

// NewPoll is an id for a question that is written in the room.
func NewPoll() string { return "new-" + strings.ToLower(rand.Text()) }

// Ready lists the polls that are in the room and not in front.
func Ready(v group.LeadView) []Offer {
	var all []Offer
	for _, p := range v.Polls {
		if v.Front == nil || p.ID != v.Front.ID {
			all = append(all, one("open", p, group.OpenPoll{ID: p.ID}))
		}
	}
	return all
}

// Asks puts a poll into the room and asks it.
func Asks(p group.Poll) Offer {
	return Offer{Name: "open", Text: p.Text, Poll: p.ID, Do: []group.Action{group.AddPoll{Poll: p}, group.OpenPoll{ID: p.ID}}}
}

// Boxed lists what can be done with the questions from the box, those that
// everybody sees first.
func Boxed(v group.LeadView) []Offer {
	var all []Offer
	for _, state := range []group.QState{group.OnScreen, group.Held, group.Dismissed, group.Answered} {
		for _, q := range v.Questions {
			if q.State == state {
				all = append(all, Sorts(q)...)
			}
		}
	}
	return all
}

// Sorts is what can become of a question.
func Sorts(q group.Question) []Offer {
	to := func(name string, s group.QState) Offer {
		return Offer{Name: name, Said: q.Text, Of: q.ID, Do: []group.Action{group.Sort{ID: q.ID, To: s}}}
	}
	switch q.State {
	case group.OnScreen:
		return []Offer{to("answered", group.Answered), to("hold", group.Held)}
	case group.Held:
		return []Offer{to("show", group.OnScreen), to("dismiss", group.Dismissed)}
	}
	return []Offer{to("show-again", group.OnScreen)}
}

// down is what can become of the question that everybody sees, for where its
// words stand already.
func down(q group.Question) []Offer {
	all := Sorts(q)
	for i := range all {
		all[i].Said = ""
	}
	return all
}

// held counts the questions that only who leads can read.
func held(v group.LeadView) int {
	n := 0
	for _, q := range v.Questions {
		if q.State == group.Held {
			n++
		}
	}
	return n
}

// Held counts the questions that wait in the box.
func Held(v group.LeadView) int { return held(v) }

// Leads lists what concerns the room and who leads it. Other leads are told
// apart by a tag.
func Leads(v group.LeadView) []Offer {
	if v.Role != group.Facilitator {
		return nil
	}
	all := []Offer{{Name: Appoint}}
	heads := 0
	for _, l := range v.Leads {
		if l.Role == group.Facilitator {
			heads++
		}
	}
	for _, l := range v.Leads {
		as := func(name string, role group.Role) Offer {
			if l.Mine {
				name += "-mine"
			}
			return Offer{Name: name, Said: l.Tag(), Of: l.Name, Do: []group.Action{group.Appoint{Name: l.Name, As: role}}}
		}
		last := l.Role == group.Facilitator && heads == 1
		if l.Role == group.CoFacilitator {
			all = append(all, as("raise", group.Facilitator))
		} else if !last {
			all = append(all, as("lower", group.CoFacilitator))
		}
		if !last {
			all = append(all, as("release", ""))
		}
	}
	return append(all, Offer{Name: Floor, N: v.Floor}, Offer{Name: End}, Offer{Name: Erase})
}
