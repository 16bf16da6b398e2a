package group

import "context"

// A Passed is somebody who answers one question at a lead's device, while it
// goes round. They are a voter like any: their answer is not with the lead, nor
// with what the next person says. Who answers the next question is another, so
// that nothing joins the two.
type Passed struct {
	s     *Sitting
	voter Voter
	sat   bool
}

// Pass lets somebody answer at this device.
func (s *Sitting) Pass() *Passed {
	return &Passed{s: s, voter: NewVoter(s.first.room.ID, NewKey())}
}

// Vote answers a poll. After an error it may be done again: it is one answer.
// The person is not counted as sitting there.
func (p *Passed) Vote(ctx context.Context, poll PollView, chosen []string) (Snapshot, error) {
	seat := p.voter.Seat()
	if !p.sat {
		for _, a := range []Action{Join{Seat: seat}, Leave{Seat: seat}} {
			if _, err := p.s.do(ctx, a); err != nil {
				return Snapshot{}, err
			}
		}
		p.sat = true
	}
	return p.s.do(ctx, Vote{Poll: poll.ID, Round: poll.Round, Ballot: p.voter.Ballot(poll.ID, poll.Round), Chosen: chosen})
}
