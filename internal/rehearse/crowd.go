package rehearse

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"porchlight/internal/kiosk/load"
)

// arriving is how many come in at the same moment.
const arriving = 50

// sit has everybody come in.
func (r *rehearsal) sit(ctx context.Context) error {
	began := r.Now()
	for i := range r.Plan.People {
		r.people = append(r.people, &person{rehearsal: r, number: i, entry: string(r.Code), home: i % len(r.Servers)})
	}
	err := each(r.people, arriving, func(p *person) error { return p.come(ctx) })
	r.out.Joined = r.Now().Sub(began)
	return err
}

// each has people do something, so many at once.
func each(people []*person, atOnce int, do func(*person) error) error {
	failed := make([]error, len(people))
	turn := make(chan struct{}, max(atOnce, 1))
	var all sync.WaitGroup
	for i, p := range people {
		turn <- struct{}{}
		all.Go(func() {
			defer func() { <-turn }()
			failed[i] = do(p)
		})
	}
	all.Wait()
	for i, err := range failed {
		if err != nil {
			return fmt.Errorf("person %d: %w", people[i].number+1, err) // one says enough
		}
	}
	return nil
}

// unlucky are those whose links are cut: others each time.
func (r *rehearsal) unlucky(time int) []*person {
	var all []*person
	for i := range r.Cuts {
		p := r.people[(time+i*len(r.people)/r.Cuts)%len(r.people)]
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// press has the facilitator press a key, while the links of some are cut, and
// waits until all have seen what came of it. Those who were cut see it when
// they are back; how long that takes stands elsewhere.
func (r *rehearsal) press(ctx context.Context, shown string, cut []*person, act func() (time.Time, error)) error {
	looks := make([]*load.Look, len(r.people))
	for i, p := range r.people {
		if !slices.Contains(cut, p) {
			looks[i] = p.link().LookOut(shown)
		}
	}
	returned := make(chan error, 1)
	go func() {
		returned <- each(cut, len(cut), func(p *person) error {
			p.link().Cut()
			return p.back(ctx)
		})
	}()
	began, err := act()
	if err := errors.Join(err, <-returned); err != nil {
		return err
	}
	last := began
	for i, l := range looks {
		if l == nil {
			if _, err := r.people[i].link().LookBack(shown).Wait(); err != nil {
				return fmt.Errorf("person %d came back and did not see %q: %w: %q", i+1, shown, err, r.people[i].link().Heard())
			}
			continue
		}
		at, err := l.Wait()
		if err != nil {
			return fmt.Errorf("person %d never saw %q: %w: %q", i+1, shown, err, r.people[i].link().Heard())
		}
		r.out.Each = append(r.out.Each, at.Sub(began))
		if at.After(last) {
			last = at
		}
	}
	r.out.Keys = append(r.out.Keys, last.Sub(began))
	return nil
}
