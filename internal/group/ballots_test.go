package group

import (
	"encoding/json"
	"maps"
	"testing"

	"pgregory.net/rapid"
)

// Ballots do what a map does; those that were there before are as they were; and
// they are kept in the words of a map.
func TestBallotsAreAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]Token{"A1", "A2", "B1", "Z9", "72", "a", ""})
		want, got := map[Token]string{}, Ballots{}
		for range rapid.IntRange(0, 30).Draw(t, "changes") {
			before, was := maps.Clone(want), got
			k, marks := name.Draw(t, "name"), rapid.SampledFrom([]string{"yes", "no", "yes no"}).Draw(t, "marks")
			if rapid.Bool().Draw(t, "more") {
				want[k], got = marks, got.with(k, marks)
			} else {
				delete(want, k)
				got = got.without(k)
			}
			same(t, got, want)
			same(t, was, before)
		}
		text, err := json.Marshal(got)
		plain, _ := json.Marshal(want)
		if err != nil || string(text) != string(plain) {
			t.Fatalf("written as %s, want %s: %v", text, plain, err)
		}
		var read Ballots
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatal(err)
		}
		same(t, read, want)
	})
}

func same(t *rapid.T, got Ballots, want map[Token]string) {
	t.Helper()
	if !maps.Equal(maps.Collect(got.All()), want) || got.Len() != len(want) || got.IsZero() != (len(want) == 0) {
		t.Fatalf("%d ballots, %v; want %v", got.Len(), maps.Collect(got.All()), want)
	}
	for k, marks := range want {
		if m, ok := got.Get(k); !ok || m != marks {
			t.Fatalf("on ballot %q stands %q, want %q", k, m, marks)
		}
	}
	if _, ok := got.Get("nobody's"); ok {
		t.Fatal("there is a ballot of nobody")
	}
}
