package group_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

// named is an errand that does nothing.
func named(kind, name string) group.Errand { return group.Errand{Kind: kind, Name: name} }

func TestRowKeepsItsOrder(t *testing.T) {
	var r group.Row
	if !r.Add(named("", "one")) || r.Add(named("", "two")) || r.Len() != 2 {
		t.Fatal("the first is not the only one to begin with")
	}
	for _, want := range []string{"one", "two"} {
		if e := r.Begin(); e.Name != want {
			t.Errorf("%v is done, not %s", e.Name, want)
		}
		if out := r.End(nil); out.Name != want || out.Waits || out.Late {
			t.Errorf("%s: %+v", want, out)
		}
	}
}

func TestRowTriesAgain(t *testing.T) {
	var r group.Row
	r.Add(named("vote", "a"))
	r.Begin()
	if out := r.End(fmt.Errorf("%w: gone", group.ErrAway)); !out.Waits || out.Late || out.Name != "a" || !r.Waits() {
		t.Errorf("away for the first time: %+v", out)
	}
	if r.Add(named("vote", "b")) || r.Len() != 1 {
		t.Error("a later answer does not take the place of one that waits")
	}
	if r.Add(named("", "question")) || r.Len() != 2 {
		t.Error("another thing takes its place")
	}
	r.Begin()
	r.Add(named("vote", "c")) // while b is on its way
	if out := r.End(context.DeadlineExceeded); !out.Waits || !out.Late || out.Name != "c" || r.Len() != 2 {
		t.Errorf("away, and something later was wanted: %+v, %d wait", out, r.Len())
	}
	r.Begin()
	if out := r.End(group.ErrNotOpen); out.Waits || !out.Late || !errors.Is(out.Err, group.ErrNotOpen) {
		t.Errorf("refused after all: %+v", out)
	}
	r.Begin()
	if out := r.End(nil); out.Name != "question" || !out.Late || r.Len() != 0 || r.Waits() {
		t.Errorf("what waited behind it: %+v", out)
	}
}

// However the hub fades, and whatever its lost answers have done already, what
// one person wanted last is what is kept, once.
func TestWhatIsWantedLastIsKept(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		hub := &grouptest.Fading{Hub: group.NewLocal()}
		defer hub.Close()
		party := grouptest.Begin(t, hub)
		in, err := group.NewDoor(hub, time.Now).Enter(t.Context(), "here", party.Code.String())
		if err != nil {
			rt.Fatal(err)
		}
		party.Ask(t, hub, "p")
		p := *party.Do(t, hub, group.SetFloor{Floor: 3}).All().Front
		var row group.Row
		last, asked := "", 0
		steps := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "ask", "try", "away", "mute", "back"}), 1, 40).Draw(rt, "steps")
		try := func() {
			if row.Len() > 0 {
				_, err := row.Begin().Do(t.Context(), in)
				row.End(err)
			}
		}
		for _, step := range append(steps, "back") {
			switch step {
			case "a", "b":
				last = step
				row.Add(group.Errand{Kind: "vote p", Do: func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) {
					return in.Vote(ctx, p, []string{step})
				}})
			case "ask":
				if asked++; asked <= group.MaxAsked {
					id := group.NewQuestion()
					row.Add(group.Errand{Do: func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Ask(ctx, id, "Why?") }})
				}
			case "try":
				try()
			default:
				hub.Away.Store(step == "away")
				hub.Mute.Store(step == "mute")
			}
		}
		for row.Len() > 0 {
			try()
		}
		now := party.Do(t, hub, group.SetFloor{Floor: 4})
		v, _ := now.Lead(party.Lead)
		want := 0
		if last != "" {
			want = 1
		}
		if got := fmt.Sprint(in.Mine(now).Chosen); v.Front.Answers != want || last != "" && got != "["+last+"]" || len(v.Questions) != min(asked, group.MaxAsked) {
			rt.Errorf("%s was wanted last: %s stands there, %d answers, %d of %d questions", last, got, v.Front.Answers, len(v.Questions), asked)
		}
	})
}

// An answer that is kept already is no late one.
func TestTheSameAnswerAgainAfterClosing(t *testing.T) {
	hub := group.NewLocal()
	defer hub.Close()
	party := grouptest.Begin(t, hub)
	v := party.Sit(t, 1, hub)[0]
	party.Ask(t, hub, "p")
	yes := group.Vote{Poll: "p", Ballot: v.Ballot("p", 0), Chosen: []string{"a"}}
	party.Do(t, hub, yes)
	party.Do(t, hub, group.ClosePoll{ID: "p"})
	party.Do(t, hub, yes)
	yes.Chosen = []string{"b"}
	if _, err := hub.Do(t.Context(), party.Code, group.Act{Do: yes}); !errors.Is(err, group.ErrNotOpen) {
		t.Errorf("another answer after closing: %v", err)
	}
}
