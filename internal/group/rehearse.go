package group

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// A Rehearsal fills a room with simulated people and measures how long it takes
// until what a facilitator does is seen by the last of them.
type Rehearsal struct {
	Hubs   []Hub // people sit at each in turn; the facilitator at the first
	People int
	Rounds int
	Now    func() time.Time
	// Draw makes of a state of the room what a screen would show; it is called
	// for each person, as a session would.
	Draw func(Snapshot, Mine) string
}

// A Rehearsed is what a rehearsal found.
type Rehearsed struct {
	People, Rounds int
	Votes          int             // that were sent, changes of mind included
	Counted        int             // people in all results together
	Lost, Doubled  int             // answers that ought to be counted and are not, and the other way round
	Joined         time.Duration   // all together
	Seen           []time.Duration // from each press of a key to the last person, sorted
}

// Percentile is how long the last person waited in all but a part of the
// cases.
func (r Rehearsed) Percentile(p int) time.Duration {
	if len(r.Seen) == 0 {
		return 0
	}
	return r.Seen[min(len(r.Seen)-1, len(r.Seen)*p/100)]
}

// A dummy is one simulated person.
type dummy struct {
	in   *Sitting
	mu   sync.Mutex
	last uint64 // of what was drawn
	rang chan struct{}
}

// Run rehearses until it is done or ctx ends.
func (re Rehearsal) Run(ctx context.Context) (Rehearsed, error) {
	code, lead := NewCode(), NewKey()
	if err := re.Hubs[0].Open(ctx, New(code, lead, re.Now().Add(time.Hour).Unix())); err != nil {
		return Rehearsed{}, err
	}
	defer func() { _ = re.Hubs[0].Remove(context.WithoutCancel(ctx), code) }()
	facilitator, err := NewDoor(re.Hubs[0], re.Now).Enter(ctx, "", Entry(code, lead))
	if err != nil {
		return Rehearsed{}, err
	}
	defer facilitator.box.Close()
	began := re.Now()
	people, err := re.sit(ctx, code)
	if err != nil {
		return Rehearsed{}, err
	}
	out := Rehearsed{People: re.People, Rounds: re.Rounds, Joined: re.Now().Sub(began)}
	watching, stop := context.WithCancel(ctx)
	var watch sync.WaitGroup
	defer watch.Wait()
	defer stop()
	for _, d := range people {
		watch.Go(func() { d.watch(watching, re.Draw) })
	}
	for round := range re.Rounds {
		if err := re.round(ctx, facilitator, people, round, &out); err != nil {
			return out, err
		}
	}
	slices.Sort(out.Seen)
	return out, nil
}

// sit has all people join at once.
func (re Rehearsal) sit(ctx context.Context, code Code) ([]*dummy, error) {
	people, failed := make([]*dummy, re.People), make([]error, re.People)
	doors := make([]*Door, len(re.Hubs))
	for i, h := range re.Hubs {
		doors[i] = NewDoor(h, re.Now)
	}
	each(re.People, func(i int) {
		in, err := doors[i%len(doors)].Enter(ctx, fmt.Sprint(i), string(code))
		people[i], failed[i] = &dummy{in: in, rang: make(chan struct{}, 1)}, err
	})
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return people, nil
}

// each does something for each of n at once.
func each(n int, do func(int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { do(i) })
	}
	all.Wait()
}

// watch draws every state that the person takes.
func (d *dummy) watch(ctx context.Context, draw func(Snapshot, Mine) string) {
	for {
		now, err := d.in.Next(ctx)
		if err != nil {
			return
		}
		draw(now, d.in.Mine(now))
		d.mu.Lock()
		d.last = now.Seq
		d.mu.Unlock()
		select {
		case d.rang <- struct{}{}:
		default:
		}
	}
}

// until waits until the person has seen a state.
func (d *dummy) until(ctx context.Context, seq uint64) error {
	for {
		d.mu.Lock()
		last := d.last
		d.mu.Unlock()
		if last >= seq {
			return nil
		}
		select {
		case <-d.rang:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// press has the facilitator do something, and measures how long it takes until
// the last person has drawn it.
func (re Rehearsal) press(ctx context.Context, lead *Sitting, people []*dummy, a Action, out *Rehearsed) (Snapshot, error) {
	began := re.Now()
	now, err := lead.Do(ctx, a)
	if err != nil {
		return now, err
	}
	for _, d := range people {
		if err := d.until(ctx, now.Seq); err != nil {
			return now, err
		}
	}
	out.Seen = append(out.Seen, re.Now().Sub(began))
	return now, nil
}

// round asks one question: people answer, two of three change their minds, and
// the result is held against what they said last.
func (re Rehearsal) round(ctx context.Context, lead *Sitting, people []*dummy, n int, out *Rehearsed) error {
	id, text := fmt.Sprintf("rehearsal-%d", n), Text{"en": "Is it so?"}
	poll := Poll{ID: id, Text: text, Choices: []Choice{{ID: "a", Text: Text{"en": "Yes"}}, {ID: "b", Text: Text{"en": "No"}}, {ID: "c", Text: Text{"en": "I am not sure"}}}}
	if _, err := lead.Do(ctx, AddPoll{Poll: poll}); err != nil {
		return err
	}
	opened, err := re.press(ctx, lead, people, OpenPoll{ID: id}, out)
	if err != nil {
		return err
	}
	asked := *opened.All().Front
	said := map[string]int{}
	for i := range people {
		said[final(i)]++
	}
	failed := make([]error, len(people))
	each(len(people), func(i int) {
		if i%3 != 0 {
			_, failed[i] = people[i].in.Vote(ctx, asked, []string{"a"})
		}
		if failed[i] == nil {
			_, failed[i] = people[i].in.Vote(ctx, asked, []string{final(i)})
		}
	})
	for i, err := range failed {
		if err != nil {
			return err
		}
		out.Votes += 1 + min(1, i%3)
	}
	shown, err := re.press(ctx, lead, people, Reveal{ID: id}, out)
	if err != nil {
		return err
	}
	for _, b := range shown.All().Front.Result.Bars {
		out.Counted += b.Count
		out.Lost += max(0, said[b.ID]-b.Count)
		out.Doubled += max(0, b.Count-said[b.ID])
	}
	_, err = re.press(ctx, lead, people, Step{To: Place{Route: "lesson/rehearsal", Part: n + 1}}, out)
	return err
}

// final is the last word of a simulated person.
func final(i int) string { return []string{"a", "b", "b", "c", "a"}[i%5] }
