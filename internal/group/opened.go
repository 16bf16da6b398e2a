package group

import "context"

// An Opener is who opened a room with an SSH key that the operator has listed, so
// that they can come back to lead it when they have lost their line: under a
// name that HMAC-SHA-256 makes of the key's fingerprint and the room's random
// id. Whoever has the room's state and a list of keys can find out which of them
// it was, and nobody learns a key from it.
type Opener struct {
	By   string `json:"by"`
	Lead string `json:"lead"` // the LeadName by which they lead now
}

// OpenedBy is a new room that remembers the key it was opened with, by its
// fingerprint. Lead is the key that leads the room.
func (r Room) OpenedBy(print string, lead Key) Room {
	r.Opened = &Opener{openerName(r.ID, print), LeadName(r.ID, lead)}
	return r
}

func openerName(room, print string) string { return Voter{room, Key(print)}.name("opener", "", 0) }

// Return gives the one who opened the room another key to lead it with, in the
// place of the one they had, which leads no more. Who was let go of, or has handed
// over and leads no more, gets none.
type Return struct{ By, Lead string }

func (Return) needs() Role { return "" }

func (a Return) do(r *Room) error {
	if r.Opened == nil || a.By != r.Opened.By || r.Leads[r.Opened.Lead] == "" {
		return ErrNotLead
	}
	if !named(a.Lead) {
		return ErrNoSense
	}
	as := r.Leads[r.Opened.Lead]
	r.Leads = with(without(r.Leads, r.Opened.Lead), a.Lead, as)
	r.Opened = &Opener{r.Opened.By, a.Lead}
	return nil
}

// Return finds a room for who opened it with the SSH key that has a fingerprint,
// and returns what is typed to lead it from now on. It fails as Enter does, and
// counts what was wrong as that does.
func (d *Door) Return(ctx context.Context, from, typed, print string) (entry string, err error) {
	code, err := ParseCode(typed)
	if err != nil {
		return "", err
	}
	err = d.guard.Check(from, func() error {
		s, err := d.watch(ctx, code)
		if err != nil {
			return err
		}
		defer s.box.Close()
		id, key := s.first.room.ID, NewKey()
		entry = Entry(code, key)
		_, err = s.do(ctx, Return{By: openerName(id, print), Lead: LeadName(id, key)})
		return err
	})
	return entry, err
}
