package plan

import "slices"

// Kind is what a stretch of a week is for.
type Kind string

// What a week holds. Travel goes with the program.
const (
	Free    Kind = ""
	Program Kind = "program"
	Travel  Kind = "travel"
	Work    Kind = "work"
	Care    Kind = "care"
	Other   Kind = "other"
	Clash   Kind = "clash" // the program, or the way there, and something else
)

// Busy lists the kinds that a program can clash with.
func Busy() []Kind { return []Kind{Work, Care, Other} }

// day is a day's length in minutes.
const day = 24 * 60

// A Span is a stretch of one day, in minutes from midnight. Day 0 is Monday.
type Span struct{ Day, From, To int }

// A Week is what is planned: the program's sessions, the way there, and what
// else has its times.
type Week struct {
	Sessions []Span
	Travel   int // minutes one way
	Busy     map[Kind][]Span
}

// trip is a session with the way there and back.
func (w Week) trip(s Span) Span {
	return Span{s.Day, max(0, s.From-w.Travel), min(day, s.To+w.Travel)}
}

// Minutes is how long the program is in a week, and how long with the way there
// and back. Each session counts as a trip of its own.
func (w Week) Minutes() (program, away int) {
	for _, s := range w.Sessions {
		program += s.To - s.From
		away += 2 * w.Travel
	}
	return program, away + program
}

// An Overlap is where the program, or the way there or back, takes time that is
// taken already.
type Overlap struct {
	Span
	With Kind
	// OnTheWay says that only the travel clashes, not the session.
	OnTheWay bool
}

// Clashes returns where the week does not fit, by day and time.
func (w Week) Clashes() []Overlap {
	var out []Overlap
	for _, s := range w.Sessions {
		trip := w.trip(s)
		for _, kind := range Busy() {
			for _, b := range w.Busy[kind] {
				both, ok := overlap(trip, b)
				if !ok {
					continue
				}
				_, inside := overlap(s, b)
				out = append(out, Overlap{both, kind, !inside})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Overlap) int { return compare(a.Span, b.Span) })
	return out
}

func overlap(a, b Span) (Span, bool) {
	both := Span{a.Day, max(a.From, b.From), min(a.To, b.To)}
	return both, a.Day == b.Day && both.From < both.To
}

func compare(a, b Span) int {
	return (a.Day-b.Day)*day*2 + a.From - b.From
}

// A Stretch is one thing of a day, for a list in words.
type Stretch struct {
	Span
	Kind Kind
}

// Days returns what each day holds, in the order of the clock.
func (w Week) Days() [7][]Stretch {
	var days [7][]Stretch
	add := func(kind Kind, spans []Span) {
		for _, s := range spans {
			days[s.Day] = append(days[s.Day], Stretch{s, kind})
		}
	}
	add(Program, w.Sessions)
	for _, kind := range Busy() {
		add(kind, w.Busy[kind])
	}
	for _, d := range days {
		slices.SortStableFunc(d, func(a, b Stretch) int { return compare(a.Span, b.Span) })
	}
	return days
}

// Grid draws the week: for each day, what stands in each slot of so many
// minutes. A slot is a clash where Clashes has one in it.
func (w Week) Grid(step int) [7][]Kind {
	var grid [7][]Kind
	for d := range grid {
		grid[d] = make([]Kind, day/step)
	}
	fill := func(kind Kind, s Span) {
		for i := s.From / step; i*step < s.To && i < len(grid[s.Day]); i++ {
			grid[s.Day][i] = kind
		}
	}
	for _, kind := range slices.Backward(Busy()) {
		for _, s := range w.Busy[kind] {
			fill(kind, s)
		}
	}
	for _, s := range w.Sessions {
		trip := w.trip(s)
		fill(Travel, Span{s.Day, trip.From, s.From})
		fill(Travel, Span{s.Day, s.To, trip.To})
	}
	for _, s := range w.Sessions {
		fill(Program, s)
	}
	for _, c := range w.Clashes() {
		fill(Clash, c.Span)
	}
	return grid
}
