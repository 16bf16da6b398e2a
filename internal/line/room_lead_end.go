package line

import (
	"context"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// appoint makes a key for somebody else to lead with.
func (r *sitting) appoint(ctx context.Context) error {
	r.list([]string{r.t("room.appoint-co"), r.t("room.appoint-too")})
	n, err := r.choose(2)
	if err != nil {
		return err
	}
	role := group.CoFacilitator
	if n == 2 {
		role = group.Facilitator
	}
	a := agenda.NewLead(r.state().All(), role)
	r.does(ctx, "", func(ctx context.Context) (group.Snapshot, error) { return r.Do(ctx, a.Do) }, func() string {
		return r.f("room.appointed", locale.Args{"Entry": a.Entry}) + "\n" + r.f("lead.tag", locale.Args{"Tag": a.Tag})
	})
	return nil
}

// floor asks below how many answers nothing is shown.
func (r *sitting) floor(ctx context.Context) error {
	n, err := r.count(r.f("lead.floor-how", locale.Args{"Least": group.LeastFloor, "Most": group.MostFloor}), group.LeastFloor, group.MostFloor, "")
	if err != nil {
		return err
	}
	r.acts(ctx, group.SetFloor{Floor: n})
	return nil
}

// sure does something once who leads has said so twice.
func (r *sitting) sure(question, help string, do func() error) error {
	a, err := r.ask(question, help)
	if err != nil || !a.yes() {
		return err
	}
	return do()
}

// erase removes the room, once who leads has said so twice.
func (r *sitting) erase(ctx context.Context) error {
	return r.sure(r.t("lead.erase-sure"), r.t("lead.erase-help"), func() error {
		r.does(ctx, "", func(ctx context.Context) (group.Snapshot, error) { return group.Snapshot{}, r.Erase(ctx) }, func() string {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.gone, r.erased = true, true
			return r.t("lead.erased")
		})
		return nil
	})
}

// afterwards is the room once it has ended: what everybody saw, and whether it
// is to stay until its time is over.
func (r *sitting) afterwards(ctx context.Context, now group.Snapshot) error {
	v, leads := r.Lead(now)
	if r.erased || !v.Ended {
		if !r.erased {
			r.say(r.t("room.ended"))
		}
		return r.err
	}
	if !leads || v.Role != group.Facilitator {
		r.say(r.t("room.ended"))
		return r.err
	}
	r.say(r.t("lead.after"))
	if err := r.sheet(RoomMarkdown(r.desk.Named(now.Summary()), r.words)); err != nil {
		return err
	}
	r.list([]string{r.t("lead.leave"), r.t("lead.do-erase")})
	n, err := r.choose(2)
	if err != nil || n == 1 {
		return err
	}
	return r.erase(ctx)
}
