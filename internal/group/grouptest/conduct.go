// Package grouptest is how every hub must behave.
package grouptest

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"porchlight/internal/group"
)

// A Pair is two hubs that keep the same rooms, as on two servers; for a hub in
// one process it is twice the same.
type Pair struct{ One, Two group.Hub }

// A conduct is one thing that is so of every hub.
type conduct struct {
	name string
	test func(t *testing.T, p Pair)
}

// Run holds hubs to the conduct. open makes an empty pair for one test.
func Run(t *testing.T, open func(t *testing.T) Pair) {
	for _, c := range append([]conduct{
		{"rooms are found by their code", found},
		{"what was done is seen by all", seen},
		{"refusals come through", refused},
		{"a slow reader skips", slow},
		{"a thousand join at once", joins},
		{"votes are counted once", votes},
		{"two leads press at once", leads},
		{"screens come, go and are forgotten", screens},
		{"rooms go", removed},
		{"rooms expire", swept},
		{"mailboxes close", closed},
	}, bad...) {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

// A Party is a room in a hub, with its lead.
type Party struct {
	Code group.Code
	ID   string
	Lead group.Key
}

// Begin opens a room in a hub.
func Begin(t testing.TB, h group.Hub) Party {
	t.Helper()
	p := Party{Code: group.NewCode(), Lead: group.NewKey()}
	r := group.New(p.Code, p.Lead, 1_000)
	p.ID = r.ID
	if err := h.Open(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return p
}

// Do does something as the lead.
func (p Party) Do(t testing.TB, h group.Hub, do group.Action) group.Snapshot {
	t.Helper()
	s, err := h.Do(t.Context(), p.Code, group.Act{Key: p.Lead, Do: do})
	if err != nil {
		t.Fatalf("%#v: %v", do, err)
	}
	return s
}

// Sit has people join, through each hub in turn.
func (p Party) Sit(t testing.TB, n int, hubs ...group.Hub) []group.Voter {
	t.Helper()
	all := make([]group.Voter, n)
	for i := range all {
		all[i] = group.NewVoter(p.ID, group.NewKey())
		p.Do(t, hubs[i%len(hubs)], group.Join{Seat: all[i].Seat()})
	}
	return all
}

// Ask opens a poll with the choices a and b.
func (p Party) Ask(t testing.TB, h group.Hub, id string) {
	t.Helper()
	yes, no := group.Text{"en": "Yes"}, group.Text{"en": "No"}
	p.Do(t, h, group.AddPoll{Poll: group.Poll{ID: id, Text: group.Text{"en": "Is it so?"}, Choices: []group.Choice{{ID: "a", Text: yes}, {ID: "b", Text: no}}}})
	p.Do(t, h, group.OpenPoll{ID: id})
}

// Until takes snapshots from a mailbox until one is as it should be.
func Until(t testing.TB, box *group.Mailbox, what string, so func(group.View) bool) group.Snapshot {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	defer stop()
	for {
		s, err := box.Next(ctx)
		if err != nil {
			t.Fatalf("%s was never seen: %v", what, err)
		}
		if so(s.All()) {
			return s
		}
	}
}

// Watch returns a mailbox that ends with the test.
func (p Party) Watch(t testing.TB, h group.Hub) *group.Mailbox {
	t.Helper()
	box, err := h.Watch(t.Context(), p.Code)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(box.Close)
	return box
}

func found(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	again := group.New(party.Code, group.NewKey(), 1_000)
	if err := p.Two.Open(t.Context(), again); !errors.Is(err, group.ErrTaken) {
		t.Errorf("a second room with the same code: %v", err)
	}
	for _, h := range []group.Hub{p.One, p.Two} {
		if _, err := h.Watch(t.Context(), group.NewCode()); !errors.Is(err, group.ErrNoRoom) {
			t.Errorf("watching a room that is not there: %v", err)
		}
		if _, err := h.Do(t.Context(), group.NewCode(), group.Act{Do: group.Join{}}); !errors.Is(err, group.ErrNoRoom) {
			t.Errorf("joining a room that is not there: %v", err)
		}
		if err := h.Remove(t.Context(), group.NewCode()); err != nil {
			t.Errorf("removing a room that is not there: %v", err)
		}
		s, err := party.Watch(t, h).Next(t.Context())
		if err != nil || s.All().ID != party.ID {
			t.Errorf("the room: %+v, %v", s.All(), err)
		}
	}
}

func seen(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	one, two := party.Watch(t, p.One), party.Watch(t, p.Two)
	party.Sit(t, 3, p.One, p.Two)
	place := group.Place{Route: "lesson/x", Part: 4}
	s := party.Do(t, p.Two, group.Step{To: place})
	if !s.All().Place.Is(place) || s.All().Here != 3 {
		t.Errorf("what comes back lacks what was done: %+v", s.All())
	}
	for _, box := range []*group.Mailbox{one, two} {
		got := Until(t, box, "the step", func(v group.View) bool { return v.Place.Is(place) })
		if got.All().Here != 3 {
			t.Errorf("%d people are there, want 3", got.All().Here)
		}
	}
}

func refused(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	v := party.Sit(t, 1, p.Two)[0]
	party.Ask(t, p.One, "p")
	party.Do(t, p.One, group.ClosePoll{ID: "p"})
	for _, c := range []struct {
		do   group.Action
		want error
	}{
		{group.End{}, group.ErrNotLead},
		{group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{"a"}}, group.ErrNotOpen},
		{group.Vote{Poll: "q", Ballot: v.Ballot("q", 0), Chosen: []string{"a"}}, group.ErrNoPoll},
		{group.Ask{}, group.ErrEmpty},
	} {
		for _, h := range []group.Hub{p.One, p.Two} {
			if _, err := h.Do(t.Context(), party.Code, group.Act{Do: c.do}); !errors.Is(err, c.want) {
				t.Errorf("%#v: %v, want %v", c.do, err, c.want)
			}
		}
	}
	var few group.FewError
	if _, err := p.Two.Do(t.Context(), party.Code, group.Act{Key: party.Lead, Do: group.Reveal{ID: "p"}}); !errors.As(err, &few) {
		t.Errorf("a result of nobody: %v", err)
	}
}

// slow has one session that takes nothing. The others see everything.
func slow(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	stuck := party.Watch(t, p.Two)
	quick := party.Watch(t, p.Two)
	const steps = 200
	for i := 1; i <= steps; i++ {
		party.Do(t, p.One, group.Step{To: group.Place{Route: "lesson/x", Part: i}})
	}
	last := func(v group.View) bool { return v.Place.Part == steps }
	s := Until(t, quick, "the last step", last)
	taken := 0
	got := Until(t, stuck, "the last step", func(v group.View) bool { taken++; return last(v) })
	if got.Seq != s.Seq || taken > 2 {
		t.Errorf("who took nothing for %d steps had to take %d snapshots", steps, taken)
	}
}

// Each runs do n times at once and waits for all.
func Each(n int, do func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { do(i) })
	}
	wg.Wait()
}

func joins(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	box := party.Watch(t, p.Two)
	hubs := []group.Hub{p.One, p.Two}
	Each(1_000, func(i int) {
		_, err := hubs[i%2].Do(t.Context(), party.Code, group.Act{Do: group.Join{Seat: group.NewVoter(party.ID, group.NewKey()).Seat()}})
		if err != nil {
			t.Error(err)
		}
	})
	Until(t, box, "a thousand people", func(v group.View) bool { return v.Here == 1_000 })
}

// votes has people vote in two windows at once, change their minds, and send
// everything twice.
func votes(t *testing.T, p Pair) {
	const people = 60
	party := Begin(t, p.One)
	voters := party.Sit(t, people, p.One, p.Two)
	party.Ask(t, p.Two, "p")
	hubs := []group.Hub{p.One, p.Two}
	vote := func(h group.Hub, v group.Voter, c string) {
		_, err := h.Do(t.Context(), party.Code, group.Act{Do: group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{c}}})
		if err != nil {
			t.Error(err)
		}
	}
	Each(2*people, func(i int) {
		for range 3 {
			vote(hubs[i%2], voters[i/2], "b")
			vote(hubs[i%2], voters[i/2], "a")
		}
	})
	Each(people, func(i int) {
		if i%3 == 0 {
			vote(hubs[i%2], voters[i], "b")
		}
	})
	got := party.Do(t, p.One, group.Reveal{ID: "p"}).All().Front.Result
	if got.People != people || got.Bars[0].Count != 40 || got.Bars[1].Count != 20 {
		t.Errorf("60 people, 40 for a and 20 for b, are counted as %+v", got)
	}
	s := Until(t, party.Watch(t, p.Two), "the result", func(v group.View) bool { return v.Front.Shown })
	if !s.Mine(voters[0]).Counted {
		t.Error("a voter is not told that the answer was counted")
	}
}

func leads(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	party.Sit(t, 6, p.One)
	party.Ask(t, p.One, "p")
	hubs := []group.Hub{p.One, p.Two}
	Each(8, func(i int) {
		for _, do := range []group.Action{group.Reset{ID: "p", Round: 0}, group.ClosePoll{ID: "p"}, group.UndoLast{Number: 1}} {
			_, err := hubs[i%2].Do(t.Context(), party.Code, group.Act{Key: party.Lead, Do: do})
			if err != nil && !errors.Is(err, group.ErrOld) {
				t.Errorf("%#v: %v", do, err)
			}
		}
	})
	last := party.Do(t, p.One, group.Step{To: group.Place{Part: 1}})
	got := Until(t, party.Watch(t, p.Two), "the last act", func(v group.View) bool { return v.Place.Part == 1 })
	for _, s := range []group.Snapshot{last, got} {
		if f := s.All().Front; f == nil || f.Round != 1 || f.Status != group.Closed {
			t.Errorf("after eight pressed the same: %+v", f)
		}
	}
}

func removed(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	boxes := []*group.Mailbox{party.Watch(t, p.One), party.Watch(t, p.Two)}
	if err := p.Two.Remove(t.Context(), party.Code); err != nil {
		t.Fatal(err)
	}
	for i, box := range boxes {
		if err := ends(t, box); !errors.Is(err, group.ErrNoRoom) {
			t.Errorf("mailbox %d of a room that is gone: %v", i, err)
		}
	}
	for _, h := range []group.Hub{p.One, p.Two} {
		if _, err := h.Do(t.Context(), party.Code, group.Act{Key: party.Lead, Do: group.End{}}); !errors.Is(err, group.ErrNoRoom) {
			t.Errorf("an act in it: %v", err)
		}
	}
}

// ends takes snapshots until a mailbox gives none any more, and says why.
func ends(t *testing.T, box *group.Mailbox) error {
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	defer stop()
	for {
		if _, err := box.Next(ctx); err != nil {
			return err
		}
	}
}

func swept(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	box := party.Watch(t, p.One)
	for _, c := range []struct{ at, want int }{{999, 0}, {1_001, 1}, {1_001, 0}} {
		if n, err := p.One.Sweep(t.Context(), time.Unix(int64(c.at), 0)); n != c.want || err != nil {
			t.Errorf("at %d, %d rooms were removed, %v; want %d", c.at, n, err, c.want)
		}
	}
	if err := ends(t, box); !errors.Is(err, group.ErrNoRoom) {
		t.Errorf("whoever was still there: %v", err)
	}
}

func closed(t *testing.T, p Pair) {
	party := Begin(t, p.One)
	box := party.Watch(t, p.One)
	box.Close()
	box.Close()
	if err := ends(t, box); !errors.Is(err, group.ErrNoRoom) {
		t.Errorf("a closed mailbox: %v", err)
	}
	open, waiting := party.Watch(t, p.Two), make(chan error, 1)
	ctx, stop := context.WithCancel(t.Context())
	if _, err := open.Next(ctx); err != nil {
		t.Fatal(err)
	}
	go func() {
		_, err := open.Next(ctx)
		waiting <- err
	}()
	stop()
	if err := <-waiting; !errors.Is(err, context.Canceled) {
		t.Errorf("who stopped waiting: %v", err)
	}
	left := party.Watch(t, p.Two)
	p.Two.Close()
	if err := ends(t, left); !errors.Is(err, group.ErrNoRoom) {
		t.Errorf("after the hub was closed: %v", err)
	}
	if _, err := p.Two.Watch(t.Context(), party.Code); err == nil {
		t.Error("a closed hub takes watchers")
	}
}
