package follow

// A Stage is what a show has around it. The zero Stage is a show by itself:
// nothing follows it, and no clock runs.
type Stage struct {
	// Seat takes a seat in the show of that name; nil where nothing follows.
	Seat func(show string) (*Seat, error)
	// Clock says that the facilitator's view shows the time. It wakes once a
	// minute.
	Clock bool
	// Notes says that the facilitator's view comes first.
	Notes bool
}
