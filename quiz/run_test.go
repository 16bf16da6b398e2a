package quiz_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/packfile"
	"porchlight/quiz"
)

func cash(t *testing.T) quiz.Practice {
	t.Helper()
	doc := packfile.ParseYAML("cash.yaml", []byte(onePractice))
	p := quiz.ReadPractice(doc, quiz.English)
	if doc.Broken() {
		t.Fatal(doc.Problems())
	}
	return p
}

func TestRun(t *testing.T) {
	start := quiz.NewRun(cash(t), 7)
	step, ok := start.Step()
	if !ok || step.ID != "door" || len(step.Replies) != 2 {
		t.Fatalf("Step = %+v", step)
	}
	if _, _, err := start.Choose("again"); !errors.Is(err, quiz.ErrNoReply) {
		t.Errorf("a reply of another step: %v", err)
	}
	later, reply, err := start.Choose("tank")
	if err != nil || reply.Lands != "He looks at the floor." || reply.Why != "It meets the need." {
		t.Fatalf("Choose = %+v, %v", reply, err)
	}
	end, _, _ := later.Choose("tank")
	if e, ok := end.Ending(); !ok || e.ID != "stays" || !slices.Equal(end.Seen(), []quiz.PlaceID{"stays"}) {
		t.Errorf("Ending = %+v, seen %v", e, end.Seen())
	}
	if _, ok := end.Step(); ok {
		t.Error("an ending is no step")
	}
	if _, _, err := end.Choose("tank"); !errors.Is(err, quiz.ErrEnded) {
		t.Errorf("a reply after the end: %v", err)
	}
	back, ok := end.Back()
	if step, _ := back.Step(); !ok || step.ID != "later" || !slices.Equal(back.Seen(), []quiz.PlaceID{"stays"}) {
		t.Errorf("Back = %+v", back)
	}
	again := back.Again()
	if _, ok := again.Back(); ok || len(again.Path()) != 0 {
		t.Error("Again is not at the start")
	}
	gone, _, _ := again.Choose("cash")
	if !slices.Equal(gone.Seen(), []quiz.PlaceID{"stays", "gone"}) || len(again.Seen()) != 1 {
		t.Errorf("seen %v, before %v", gone.Seen(), again.Seen())
	}
}

func TestReplayLeavesOutWhatIsGone(t *testing.T) {
	start := quiz.NewRun(cash(t), 7)
	for _, c := range []struct {
		replies []quiz.ReplyID
		path    int
		whole   bool
	}{
		{nil, 0, true},
		{[]quiz.ReplyID{"tank", "again", "cash"}, 3, true},
		{[]quiz.ReplyID{"tank", "mended", "cash"}, 1, false},
		{[]quiz.ReplyID{"mended", "tank"}, 0, false},
		{[]quiz.ReplyID{"cash", "tank"}, 1, false}, // there the talk ends
	} {
		r, whole := start.Replay(c.replies)
		if whole != c.whole || len(r.Path()) != c.path {
			t.Errorf("Replay(%v) = %v, %v", c.replies, r.Replies(), whole)
		}
	}
	if seen := start.Saw("stays", "no-more", "stays").Seen(); !slices.Equal(seen, []quiz.PlaceID{"stays"}) {
		t.Errorf("Saw: %v", seen)
	}
}

// practices draws a practice of any shape, loops and dead ends included.
func practices(t *rapid.T) quiz.Practice {
	n := rapid.IntRange(1, 5).Draw(t, "steps")
	p := quiz.Practice{ID: "p", Start: "s0", Endings: []quiz.Ending{{ID: "e0"}, {ID: "e1"}}}
	places := []quiz.PlaceID{"e0", "e1", "nowhere"}
	for i := range n {
		places = append(places, quiz.PlaceID(fmt.Sprintf("s%d", i)))
	}
	for i := range n {
		s := quiz.Step{ID: quiz.PlaceID(fmt.Sprintf("s%d", i))}
		for j := range rapid.IntRange(1, 4).Draw(t, "replies") {
			s.Replies = append(s.Replies, quiz.Reply{
				ID: quiz.ReplyID(fmt.Sprintf("r%d", j)), Say: fmt.Sprint(i, j), To: rapid.SampledFrom(places).Draw(t, "to"),
			})
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

// Whatever is chosen and taken back, in whatever order: going back undoes a
// choice, older runs stay as they were, replies replay to the same place, and
// endings seen stay seen.
func TestRunProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := practices(t)
		seed := rapid.Uint64().Draw(t, "seed")
		r := quiz.NewRun(p, seed)
		for range rapid.IntRange(0, 30).Draw(t, "acts") {
			before, seen := r.Replies(), r.Seen()
			step, ok := r.Step()
			if !ok || rapid.IntRange(0, 3).Draw(t, "act") == 0 {
				r, _ = r.Back()
			} else {
				id := rapid.SampledFrom(step.Replies).Draw(t, "reply").ID
				next, reply, err := r.Choose(id)
				if err != nil || reply.ID != id {
					t.Fatalf("Choose(%s) = %v", id, err)
				}
				// A second way from the same place must not change the first.
				other, _, _ := r.Choose(step.Replies[0].ID)
				if back, ok := next.Back(); !ok || !slices.Equal(back.Replies(), before) {
					t.Fatalf("back at %v, was at %v", back.Replies(), before)
				}
				if got := next.Path(); got[len(got)-1].Step != step.ID || got[len(got)-1].Reply != reply || len(other.Path()) != len(got) {
					t.Fatalf("path %v", got)
				}
				r = next
			}
			if now := r.Seen(); len(now) < len(seen) || !slices.Equal(now[:len(seen)], seen) {
				t.Fatalf("seen %v, then %v", seen, now)
			}
		}
		again, whole := quiz.NewRun(p, seed).Saw(r.Seen()...).Replay(r.Replies())
		here, _ := r.Step()
		there, _ := again.Step()
		if !whole || !slices.Equal(again.Path(), r.Path()) || !slices.Equal(here.Replies, there.Replies) || !slices.Equal(again.Seen(), r.Seen()) {
			t.Fatalf("left at %v, back at %v", r.Path(), again.Path())
		}
	})
}

// The order of replies is the seed's, and the practice itself stays as it was.
func TestRunShufflesReplies(t *testing.T) {
	p, moved := cash(t), false
	for seed := range uint64(50) {
		step, _ := quiz.NewRun(p, seed).Step()
		moved = moved || step.Replies[0].ID != "tank"
		if len(step.Replies) != 2 || step.Replies[0].ID == step.Replies[1].ID {
			t.Fatalf("seed %d: %v", seed, step.Replies)
		}
	}
	if !moved || p.Steps[0].Replies[0].ID != "tank" {
		t.Errorf("moved %v, the practice starts with %s", moved, p.Steps[0].Replies[0].ID)
	}
}
