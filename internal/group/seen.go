package group

import (
	"slices"
	"sync"
)

// A Snapshot is a whole room at one moment, behind what each may see of it.
type Snapshot struct {
	Seq  uint64 // grows with each change
	room *Room
	all  *seenByAll
}

// seenByAll is what everybody may see of a snapshot: made once for all of them.
type seenByAll struct {
	once sync.Once
	view View
}

// NewSnapshot is a room as it is after so many changes. The room is not changed
// any more.
func NewSnapshot(seq uint64, r *Room) Snapshot { return Snapshot{seq, r, &seenByAll{}} }

// A View is what everybody in a room may see.
type View struct {
	ID    string
	Code  Code
	Here  int // people who are there now, on a device
	Floor int
	Front *PollView // nil where there is none
	Place Place
	Wall  Wall
	// Raised is the question from the box that stands before everything; nil for
	// none.
	Raised    *Question
	PaceRound int
	Pace      map[Feeling]int // nil until enough have signalled
	Shifts    []Shift
	Ended     bool
	Until     int64 // seconds since 1970, after which all of it is erased
}

// A PollView is a poll without what is not to be known of it.
type PollView struct {
	ID      string
	Text    Text
	Choices []Choice // which is right, and why, once that was told
	Many    bool
	Pair    string
	Part    Part
	Status  Status
	Shown   bool
	Told    bool
	Floor   int
	Round   int
	Answers int
	Quiz    bool // some answer is right
	Counted bool // some of it was shown, and stays
	Result  *Result
}

// A Result is what was revealed.
type Result struct {
	People int // whose answers these are
	Later  int // answers that came since, too few to be shown
	Bars   []Bar
}

// A Bar is one choice and how many chose it.
type Bar struct {
	ID      string
	Count   int
	Percent int // of the people, rounded
}

// A Shift is the same question before and after.
type Shift struct {
	Pair          string
	Text          Text
	Choices       []Choice
	Before, After Result
}

// A LeadView is what a lead may see as well.
type LeadView struct {
	View
	Role       Role
	Polls      []PollView
	Questions  []Question // all of them
	Signals    int        // of the pace, not yet shown
	Seats      int        // ever taken
	Undo       *Undo      // what can be undone, without answers
	Leads      []Lead
	Sheet      string // the run sheet that the room goes by
	SheetClock Clock  // of that sheet's show; zero before it began
	Clock      Clock  // of the show at hand; zero where nobody has said when it began
	Hands      map[string]Hands
	Screens    []ScreenView // that all look at, the smallest first
	Largest    bool         // pages fit the largest of them alone
}

// Mine is what one voter may see of their own.
type Mine struct {
	Seated  bool
	Chosen  []string // on the poll in front
	Counted bool     // the answer was shown, and stays
	Feels   Feeling
	Asked   int // questions
}

// All is what everybody may see. It is the same for all, and not changed.
func (s Snapshot) All() View {
	s.all.once.Do(func() { s.all.view = s.room.view() })
	return s.all.view
}

// view makes what everybody may see.
func (r *Room) view() View {
	v := View{ID: r.ID, Code: r.Code, Here: r.Here(), Floor: r.Floor, Place: r.Place, Wall: r.Wall, PaceRound: r.Pace.Round, Pace: r.Pace.Shown, Ended: r.Ended, Until: r.Until}
	if p, ok := r.Poll(r.Front); ok {
		seen := p.seen()
		v.Front = &seen
	}
	if i, known := r.question(r.raised()); known {
		v.Raised = &r.Questions[i]
	}
	v.Shifts = r.shifts()
	return v
}

// Lead is what the holder of a key may see, and whether it leads the room.
func (s Snapshot) Lead(k Key) (LeadView, bool) {
	r := s.room
	role := r.Role(k)
	if role == "" {
		return LeadView{}, false
	}
	v := LeadView{View: s.All(), Role: role, Questions: r.Questions, Signals: len(r.Pace.Signals), Seats: len(r.Seats), Clock: r.Clocks[r.Place.Route],
		Leads: r.leads(k), Sheet: r.Sheet, SheetClock: r.Clocks["session/"+r.Sheet], Hands: map[string]Hands{}, Screens: r.screens(), Largest: r.Largest}
	for _, p := range r.Polls {
		v.Polls = append(v.Polls, p.seen())
		v.Hands[p.ID] = p.Hands
	}
	if u, ok := r.Undoes(); ok {
		if u.Poll != nil {
			bare := *u.Poll
			bare.Ballots = Ballots{}
			u.Poll = &bare
		}
		v.Undo = &u
	}
	return v, true
}

// Mine is what a voter may see of their own.
func (s Snapshot) Mine(v Voter) Mine {
	r := s.room
	_, seated := r.Seats[v.Seat()]
	m := Mine{Seated: seated, Feels: r.Pace.Signals[v.Pace(r.Pace.Round)], Asked: r.Asked[v.Asker()]}
	if p, ok := r.Poll(r.Front); ok {
		t := v.Ballot(p.ID, p.Round)
		m.Chosen, _ = p.Ballot(t)
		m.Counted = p.Used[t]
	}
	return m
}

// seen is a poll as it may be seen.
func (p Poll) seen() PollView {
	v := PollView{
		ID: p.ID, Text: p.Text, Choices: p.Choices, Many: p.Many, Pair: p.Pair, Part: p.Part, Status: p.Status,
		Counted: p.showable() || p.Final > 0, Shown: p.Shown, Told: p.Told, Floor: p.Floor, Round: p.Round, Answers: max(p.Answers(), p.Final),
		Quiz: slices.ContainsFunc(p.Choices, func(c Choice) bool { return c.Right }),
	}
	if !p.Told {
		v.Choices = nil
		for _, c := range p.Choices {
			v.Choices = append(v.Choices, Choice{ID: c.ID, Text: c.Text})
		}
	}
	if p.Shown {
		result := p.result()
		v.Result = &result
	}
	return v
}

// result is what may be shown of a poll.
func (p Poll) result() Result {
	r := Result{People: max(len(p.Used), p.Final) + p.HandsShown.People, Later: p.Ballots.Len()}
	for _, c := range p.Choices {
		b := Bar{ID: c.ID, Count: p.Counts[c.ID] + p.HandsShown.For[c.ID]}
		if r.People > 0 {
			b.Percent = (200*b.Count + r.People) / (2 * r.People)
		}
		r.Bars = append(r.Bars, b)
	}
	return r
}

// Shift is what changed between the two questions of the pair that a poll is of,
// once both results are shown, and its own.
func (v View) Shift(p PollView) (Shift, bool) {
	for _, sh := range v.Shifts {
		if p.Pair != "" && sh.Pair == p.Pair && p.Result != nil {
			return sh, true
		}
	}
	return Shift{}, false
}

// shifts are the pairs of which both results are shown.
func (r *Room) shifts() []Shift {
	var all []Shift
	for _, before := range r.Polls {
		if before.Part != Before || !before.Shown {
			continue
		}
		for _, after := range r.Polls {
			if after.Part == After && after.Shown && after.Pair == before.Pair {
				v := before.seen()
				all = append(all, Shift{Pair: before.Pair, Text: v.Text, Choices: v.Choices, Before: before.result(), After: after.result()})
			}
		}
	}
	return all
}
