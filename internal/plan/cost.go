package plan

// Per is what a price is for.
type Per string

// What a price can be for.
const (
	PerSession Per = "session" // one session or day
	PerWeek    Per = "week"
	PerCourse  Per = "course" // all of it
)

// Pers lists them in the order they are offered.
func Pers() []Per { return []Per{PerSession, PerWeek, PerCourse} }

// Limits of what is planned.
const (
	MaxWeekly = 14 // sessions a week
	MaxWeeks  = 104
	MaxTravel = 600 // minutes one way
)

// A Cost is what the learner was told, in writing. Nothing in it has a value
// that they did not give.
type Cost struct {
	Price  Cents
	Per    Per
	Weekly int // sessions a week
	Weeks  int
	// Deductible is what is left of what they pay first, and Pays the share of
	// the rest that the plan pays. Without a plan both are zero.
	Deductible Cents
	Pays       Share
	// Most is the most that they still have to pay this year; zero if they did
	// not say.
	Most Cents
}

// An Estimate is the arithmetic of a Cost, step by step.
type Estimate struct {
	Sessions int   // in all
	Full     Cents // before insurance
	First    Cents // paid before the plan pays anything
	Rest     Cents // what the plan then has a part in
	Yours    Cents // of the rest
	Over     Cents // what the yearly limit takes off
	You      Cents // what the learner may pay
	Plan     Cents // what the plan may pay
}

// Estimate reckons. A part of a cent counts as a cent of the learner's, so that
// the sum is not smaller than it may turn out.
func (c Cost) Estimate() Estimate {
	e := Estimate{Sessions: c.Weekly * c.Weeks}
	switch c.Per {
	case PerWeek:
		e.Full = c.Price * Cents(c.Weeks)
	case PerCourse:
		e.Full = c.Price
	default:
		e.Full = c.Price * Cents(e.Sessions)
	}
	e.First = e.Full
	if c.Pays > 0 {
		e.First = min(e.Full, c.Deductible)
	}
	e.Rest = e.Full - e.First
	e.Yours = (e.Rest*Cents(whole-c.Pays) + Cents(whole) - 1) / Cents(whole)
	e.You = e.First + e.Yours
	if c.Most > 0 && e.You > c.Most {
		e.Over, e.You = e.You-c.Most, c.Most
	}
	e.Plan = e.Full - e.You
	return e
}
