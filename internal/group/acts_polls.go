package group

import (
	"maps"
	"slices"
	"strings"

	"porchlight/internal/safetext"
)

// What a lead does with polls. Each says what is to be so, not what to do next:
// two who press at once do it once.
type (
	// AddPoll puts a poll into the room, to be opened later.
	AddPoll struct{ Poll Poll }
	// OpenPoll shows a poll to everybody and takes answers; a closed or skipped
	// one takes them again.
	OpenPoll struct{ ID string }
	// ClosePoll takes no more answers.
	ClosePoll struct{ ID string }
	// Reveal closes a poll and shows its result.
	Reveal struct{ ID string }
	// Tell shows which answer is right, and why.
	Tell struct{ ID string }
	// Reset forgets the answers of a round, unless any of them was shown.
	Reset struct {
		ID    string
		Round int
	}
	// Skip takes a poll away from everybody's eyes. What was answered is kept.
	Skip struct{ ID string }
	// Count says what hands or slips of paper said.
	Count struct {
		ID    string
		Hands Hands
	}
)

func (AddPoll) needs() Role   { return CoFacilitator }
func (OpenPoll) needs() Role  { return CoFacilitator }
func (ClosePoll) needs() Role { return CoFacilitator }
func (Reveal) needs() Role    { return CoFacilitator }
func (Tell) needs() Role      { return CoFacilitator }
func (Reset) needs() Role     { return CoFacilitator }
func (Skip) needs() Role      { return CoFacilitator }
func (Count) needs() Role     { return CoFacilitator }

func (a AddPoll) do(r *Room) error {
	p, err := a.Poll.clean()
	switch {
	case err != nil:
		return err
	case r.poll(p.ID) >= 0:
		return nil
	case len(r.Polls) >= MaxPolls:
		return ErrFull
	}
	r.Polls = append(slices.Clone(r.Polls), p)
	return nil
}

// clean is a new poll with the words of another, fit to be shown.
func (p Poll) clean() (Poll, error) {
	q := Poll{ID: p.ID, Many: p.Many, Pair: p.Pair, Part: p.Part, Status: Waiting}
	var err error
	if q.Text, err = p.Text.clean(MaxText); err != nil {
		return Poll{}, err
	}
	pairs := p.Part == "" && p.Pair == "" || (p.Part == Before || p.Part == After) && slug(p.Pair)
	if !slug(p.ID) || !pairs || len(p.Choices) < 2 || len(p.Choices) > MaxChoices {
		return Poll{}, ErrNoSense
	}
	for _, c := range p.Choices {
		d := Choice{ID: c.ID, Right: c.Right}
		if !slug(c.ID) || q.choice(c.ID) {
			return Poll{}, ErrNoSense
		}
		if d.Text, err = c.Text.clean(MaxChoice); err != nil {
			return Poll{}, err
		}
		if len(c.Why) > 0 {
			if d.Why, err = c.Why.clean(3 * MaxText); err != nil {
				return Poll{}, err
			}
		}
		q.Choices = append(q.Choices, d)
	}
	return q, nil
}

// clean is a text without controls, in few languages.
func (t Text) clean(most int) (Text, error) {
	c := Text{}
	for lang, s := range t {
		s = strings.TrimSpace(safetext.Line(s, 0))
		switch {
		case !slug(lang) || len(t) > 8:
			return nil, ErrNoSense
		case len(s) > most:
			return nil, ErrTooLong
		case s != "":
			c[lang] = s
		}
	}
	if len(c) == 0 {
		return nil, ErrEmpty
	}
	return c, nil
}

// slug reports whether s is an id as the course has them.
func slug(s string) bool {
	return s != "" && len(s) <= 120 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-/") == ""
}

// change does what a lead wants with one poll, and remembers how it was.
func (r *Room) change(what What, id string, do func(*Poll) error) error {
	i := r.poll(id)
	if i < 0 {
		return ErrNoPoll
	}
	was, front := r.Polls[i], r.Front
	p := was
	if err := do(&p); err != nil {
		return err
	}
	if what == Opened {
		r.Front = id
	} else if what == SkippedPoll && front == id {
		r.Front = ""
	}
	if r.Front == front && was.like(p) {
		return nil
	}
	r.remember(Undo{What: what, Front: front, Poll: was.former()})
	if what == ResetPoll {
		r.Undo[len(r.Undo)-1].Poll.Ballots = was.Ballots
	}
	r.set(i, p)
	if r.Front == id && (what == Opened || what == Revealed || what == ToldAnswer) {
		r.layBy()
	}
	return nil
}

// like reports whether nothing differs that a lead can change.
func (p Poll) like(q Poll) bool {
	return p.Status == q.Status && p.Shown == q.Shown && p.Told == q.Told && p.Round == q.Round &&
		p.Ballots.Len() == q.Ballots.Len() && p.Hands.like(q.Hands) && p.HandsShown.like(q.HandsShown)
}

func (h Hands) like(g Hands) bool { return h.People == g.People && maps.Equal(h.For, g.For) }

func (a OpenPoll) do(r *Room) error {
	return r.change(Opened, a.ID, func(p *Poll) error {
		*p = p.opened(r.Floor)
		return nil
	})
}

// opened is a poll that takes answers. Who has answered already was told a
// floor, and that one stays.
func (p Poll) opened(floor int) Poll {
	if p.Answers() == 0 && p.HandsShown.People == 0 {
		p.Floor = floor
	}
	if p.Status != Open {
		p.Status, p.Shown, p.Told = Open, false, false
	}
	return p
}

func (a ClosePoll) do(r *Room) error {
	return r.change(ClosedPoll, a.ID, func(p *Poll) error {
		switch p.Status {
		case Waiting, Skipped:
			return ErrNotOpen
		}
		p.Status = Closed
		return nil
	})
}

func (a Reveal) do(r *Room) error {
	err := r.change(Revealed, a.ID, func(p *Poll) error {
		if p.Status == Waiting || p.Status == Skipped {
			return ErrNotOpen
		}
		*p = p.seal()
		if !p.showable() {
			return FewError{max(p.Ballots.Len(), p.Hands.People), p.Floor}
		}
		p.Status, p.Shown = Closed, true
		return nil
	})
	if err == nil {
		r.forgetBallots(a.ID)
	}
	return err
}

func (a Tell) do(r *Room) error {
	return r.change(ToldAnswer, a.ID, func(p *Poll) error {
		if p.Status != Closed || !slices.ContainsFunc(p.Choices, func(c Choice) bool { return c.Right }) {
			return ErrNoSense
		}
		p.Told = true
		return nil
	})
}

func (a Reset) do(r *Room) error {
	return r.change(ResetPoll, a.ID, func(p *Poll) error {
		switch {
		case a.Round < p.Round:
			return nil // done already
		case a.Round > p.Round:
			return ErrNoSense
		case p.showable():
			return ErrCounted
		}
		p.Round, p.Ballots, p.Hands, p.Told = p.Round+1, Ballots{}, Hands{}, false
		return nil
	})
}

func (a Skip) do(r *Room) error {
	return r.change(SkippedPoll, a.ID, func(p *Poll) error {
		p.Status = Skipped
		return nil
	})
}

func (a Count) do(r *Room) error {
	return r.change(Counted, a.ID, func(p *Poll) error {
		h, err := a.Hands.clean(*p)
		if err != nil {
			return err
		}
		p.Hands = h
		return nil
	})
}

// clean is hands that add up, and take back nothing that was shown.
func (h Hands) clean(p Poll) (Hands, error) {
	c, sum := Hands{People: h.People}, 0
	for id, n := range h.For {
		switch {
		case !p.choice(id):
			return Hands{}, ErrNoChoice
		case n < 0 || n > MaxHands || p.Many && n > h.People:
			return Hands{}, ErrNoSense
		case n > 0:
			if c.For == nil {
				c.For = map[string]int{}
			}
			c.For[id] = n
			sum += n
		}
	}
	if h.People < 0 || h.People > MaxHands || !p.Many && sum != h.People {
		return Hands{}, ErrNoSense
	}
	for id, n := range p.HandsShown.For {
		if c.For[id] < n {
			return Hands{}, ErrCounted
		}
	}
	if c.People < p.HandsShown.People {
		return Hands{}, ErrCounted
	}
	return c, nil
}
