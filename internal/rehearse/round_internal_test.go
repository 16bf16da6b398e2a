package rehearse

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"porchlight/internal/group"
	"porchlight/internal/locale/localetest"
)

// result is a question of a summary, with what was counted for each choice.
func result(n int, counts map[string]int) group.PollSummary {
	p := group.PollSummary{Text: group.Text{"en": question(n)}}
	for _, c := range choices {
		if count, listed := counts[c]; listed {
			p.Choices = append(p.Choices, group.ChoiceSummary{Text: group.Text{"en": c}, Count: count})
		}
	}
	return p
}

func TestWhatIsLostOrDoubled(t *testing.T) {
	said := map[string]int{"Yes": 4, "No": 4, "Unsure": 2}
	for name, c := range map[string]struct {
		counted            map[string]int
		lost, doubled, all int
	}{
		"all as said":           {map[string]int{"Yes": 4, "No": 4, "Unsure": 2}, 0, 0, 10},
		"one lost":              {map[string]int{"Yes": 3, "No": 4, "Unsure": 2}, 1, 0, 9},
		"one doubled":           {map[string]int{"Yes": 4, "No": 5, "Unsure": 2}, 0, 1, 11},
		"one told as another":   {map[string]int{"Yes": 3, "No": 4, "Unsure": 3}, 1, 1, 10},
		"a choice not there":    {map[string]int{"Yes": 4, "No": 4}, 2, 0, 8},
		"nothing at all":        {map[string]int{}, 10, 0, 0},
		"an answer nobody gave": {map[string]int{"Yes": 4, "No": 4, "Unsure": 9}, 0, 7, 17},
	} {
		r := &rehearsal{said: []map[string]int{said, said}}
		right := result(0, said)
		if err := r.hold(group.Summary{Polls: []group.PollSummary{right, result(1, c.counted)}}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if r.out.Lost != c.lost || r.out.Doubled != c.doubled || r.out.Counted != 10+c.all {
			t.Errorf("%s: %d lost, %d doubled, %d counted", name, r.out.Lost, r.out.Doubled, r.out.Counted)
		}
	}
}

// A summary of other questions is none of this rehearsal.
func TestSummaryOfSomethingElse(t *testing.T) {
	said := map[string]int{"Yes": 1}
	r := &rehearsal{said: []map[string]int{said, said}}
	for name, polls := range map[string][]group.PollSummary{
		"too few":      {result(0, said)},
		"too many":     {result(0, said), result(1, said), result(2, said)},
		"in disorder":  {result(1, said), result(0, said)},
		"another text": {result(0, said), {Text: group.Text{"en": "What helped you?"}}},
	} {
		if err := r.hold(group.Summary{Polls: polls}); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

// crowd is so many people, without links.
func crowd(r *rehearsal, n int) []*person {
	for i := range n {
		r.people = append(r.people, &person{rehearsal: r, number: i})
	}
	return r.people
}

// As many links are cut as were asked for, each once, and others the next time
// where there are others.
func TestUnlucky(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.IntRange(1, 60).Draw(t, "people")
		r := &rehearsal{Plan: Plan{Cuts: rapid.IntRange(0, people).Draw(t, "cuts")}}
		crowd(r, people)
		hit := map[*person]bool{}
		for time := range 3 * people {
			cut := r.unlucky(time)
			if len(cut) != r.Cuts {
				t.Fatalf("time %d: %d cut of %d", time, len(cut), r.Cuts)
			}
			for i, p := range cut {
				if slices.Contains(cut[:i], p) {
					t.Fatalf("time %d: person %d is cut twice", time, p.number)
				}
				hit[p] = true
			}
		}
		if r.Cuts > 0 && len(hit) < people {
			t.Fatalf("in %d times it hit %d of %d people", 3*people, len(hit), people)
		}
	})
}

func TestEachDoesSoManyAtOnce(t *testing.T) {
	people := crowd(&rehearsal{}, 40)
	var now, most, done atomic.Int64
	err := each(people, 7, func(*person) error {
		n := now.Add(1)
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
		done.Add(1)
		return nil
	})
	if err != nil || done.Load() != 40 || most.Load() > 7 || most.Load() < 2 {
		t.Errorf("%v; %d done, %d at once", err, done.Load(), most.Load())
	}
	gone := errors.New("gone")
	err = each(people, 7, func(p *person) error {
		if p.number == 11 {
			return gone
		}
		return nil
	})
	if !errors.Is(err, gone) || !strings.Contains(err.Error(), "person 12") {
		t.Errorf("one that fails is told as %v", err)
	}
	if err := each(nil, 0, func(*person) error { return gone }); err != nil {
		t.Errorf("nobody fails with %v", err)
	}
}

// The last word of people is spread over all choices, and is not what two of
// three say before.
func TestLastWords(t *testing.T) {
	said := map[int]int{}
	for _, p := range crowd(&rehearsal{}, 50) {
		said[final(p)]++
		if first := (final(p) + 1) % len(choices); first == final(p) {
			t.Errorf("person %d changes nothing", p.number)
		}
	}
	if want := fmt.Sprint(map[int]int{0: 20, 1: 20, 2: 10}); fmt.Sprint(said) != want {
		t.Errorf("said %v", said)
	}
}

// The mark goes the way there is from where it was left.
func TestKeysOnAScreen(t *testing.T) {
	p := &person{mark: -1}
	for _, c := range []struct {
		choice int
		keys   string
	}{{0, "\x1b[B\r"}, {2, "\x1b[B\x1b[B\r"}, {1, "\x1b[A\r"}, {1, "\r"}} {
		if got := onScreen(p, c.choice); got != c.keys || p.mark != c.choice {
			t.Errorf("to %d: %q, the mark at %d", c.choice, got, p.mark)
		}
	}
}

// What a screen shows when an answer is kept is told from what it shows while
// the answer is on its way, and from the row of another choice.
func TestKeptOnAScreen(t *testing.T) {
	words := localetest.Open(t, "en")
	r := &rehearsal{Plan: Plan{Words: words}}
	kept := r.newFace().kept
	yours := words.T("room.your-answer")
	for row, want := range map[string]bool{
		"> (x) 2. No    " + yours:                                true,
		"\x1b[1m> (x) 2. No\x1b[0m   \x1b[2m" + yours + "\x1b[m": true,
		"> (x) 2. No":                                false,
		"> ( ) 2. No    " + yours:                    false,
		"> (x) 1. Yes   " + yours:                    false,
		"> (x) 2. No\x1b[3;1H( ) 3. Unsure " + yours: false,
	} {
		if got := kept[1].MatchString(row); got != want {
			t.Errorf("%q: kept %v", row, got)
		}
	}
	if len(kept) != len(choices) {
		t.Errorf("%d of %d choices can be kept", len(kept), len(choices))
	}
}
