package checklist

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"porchlight/internal/record"
)

func TestState(t *testing.T) {
	for _, c := range []struct {
		answer Answer
		state  string
		open   bool
	}{
		{Answer{}, "open", true},
		{Answer{Note: "call back on Monday"}, "open", true},
		{Answer{Asked: true}, "asked", false},
		{Answer{Asked: true, Sign: record.Good}, "good", false},
		{Answer{Sign: record.Warning}, "warning", false},
		{Answer{Asked: true, Sign: record.Unclear}, "unclear", false},
	} {
		if c.answer.State() != c.state || c.answer.Open() != c.open {
			t.Errorf("%+v is %q, open %t; want %q, %t", c.answer, c.answer.State(), c.answer.Open(), c.state, c.open)
		}
	}
}

func TestNextHasFirstCallsThenUnclearThenTheRest(t *testing.T) {
	questions := []Question{{ID: "a1", First: true}, {ID: "a2"}, {ID: "b1", First: true}, {ID: "b2"}, {ID: "mine", Own: true}}
	p := Provider{ID: "p", Answers: map[string]Answer{
		"a1": {Asked: true, Sign: record.Good},
		"b2": {Asked: true, Sign: record.Unclear},
	}}
	var got []string
	for _, q := range Next(questions, p) {
		got = append(got, q.ID)
	}
	if want := []string{"b1", "b2", "mine", "a2"}; !slices.Equal(got, want) {
		t.Errorf("next are %v, want %v", got, want)
	}
}

func TestCompareHasGapsAndDifferencesFirst(t *testing.T) {
	good, warning := Answer{Asked: true, Sign: record.Good}, Answer{Asked: true, Sign: record.Warning}
	questions := []Question{{ID: "nobody", First: true}, {ID: "alike"}, {ID: "differ"}, {ID: "gap"}, {ID: "both"}}
	rows := Compare(questions, []Provider{
		{ID: "1", Answers: map[string]Answer{"alike": good, "differ": good, "gap": good, "both": good}},
		{ID: "2", Answers: map[string]Answer{"alike": good, "differ": warning, "both": warning}},
		{ID: "3", Answers: map[string]Answer{"alike": good, "differ": {Asked: true}}},
	})
	want := []struct {
		id      string
		part    Part
		differs bool
	}{{"gap", Gaps, false}, {"both", Gaps, true}, {"differ", Differ, true}, {"alike", Alike, false}, {"nobody", Nobody, false}}
	for i, w := range want {
		if r := rows[i]; r.Question.ID != w.id || r.Part != w.part || r.Differs != w.differs {
			t.Errorf("row %d is %s, %s, differs %t; want %+v", i, r.Question.ID, r.Part.Word(), r.Differs, w)
		}
	}
}

// some draws questions with ids of their own, and providers with any answers.
func some(t *rapid.T) ([]Question, []Provider) {
	ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z][0-9]{1,2}`), 0, 20, rapid.ID).Draw(t, "ids")
	var questions []Question
	for _, id := range ids {
		questions = append(questions, Question{ID: id, First: rapid.Bool().Draw(t, "first"), Own: rapid.Bool().Draw(t, "own")})
	}
	signs := rapid.SampledFrom([]record.Sign{record.NoSign, record.Good, record.Warning, record.Unclear})
	var providers []Provider
	for i := range rapid.IntRange(0, 5).Draw(t, "providers") {
		p := Provider{ID: string(rune('A' + i)), Answers: map[string]Answer{}}
		for _, id := range ids {
			if rapid.Bool().Draw(t, "kept") {
				p.Answers[id] = Answer{Asked: rapid.Bool().Draw(t, "asked"), Sign: signs.Draw(t, "sign")}
			}
		}
		providers = append(providers, p)
	}
	return questions, providers
}

func sortedIDs(questions []Question) []string {
	ids := []string{}
	for _, q := range questions {
		ids = append(ids, q.ID)
	}
	slices.Sort(ids)
	return ids
}

// Every question appears once, a gap is a gap, parts come in order, and
// providers stand where they stood.
func TestCompareHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		questions, providers := some(t)
		rows := Compare(questions, providers)
		var of []Question
		for i, r := range rows {
			of = append(of, r.Question)
			if i > 0 && rows[i-1].Part > r.Part {
				t.Fatalf("%s stands after %s", r.Part.Word(), rows[i-1].Part.Word())
			}
			open := 0
			for j, a := range r.Answers {
				if a != providers[j].Answers[r.Question.ID] {
					t.Fatalf("the answer in column %d is another provider's", j)
				}
				if a.Open() {
					open++
				}
			}
			if gap := open > 0 && open < len(providers); gap != (r.Part == Gaps) {
				t.Fatalf("%d of %d are open, and the row is in %s", open, len(providers), r.Part.Word())
			}
		}
		if !slices.Equal(sortedIDs(of), sortedIDs(questions)) {
			t.Fatalf("rows for %v, questions are %v", sortedIDs(of), sortedIDs(questions))
		}
	})
}

// The order of the rows does not depend on which provider gave the better
// answers: with the providers turned about, every row is the same, turned about.
func TestNobodyIsRanked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		questions, providers := some(t)
		turned := slices.Clone(providers)
		slices.Reverse(turned)
		a, b := Compare(questions, providers), Compare(questions, turned)
		for i := range a {
			slices.Reverse(b[i].Answers)
			if a[i].Question != b[i].Question || a[i].Part != b[i].Part || !slices.Equal(a[i].Answers, b[i].Answers) {
				t.Fatalf("row %d: %+v against %+v", i, a[i], b[i])
			}
		}
	})
}

// What is next is what is open or unclear, once each, and good or warning
// signs change no order.
func TestNextHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		questions, providers := some(t)
		if order := InCallOrder(questions); !slices.Equal(sortedIDs(order), sortedIDs(questions)) {
			t.Fatalf("a call goes through %v of %v", sortedIDs(order), sortedIDs(questions))
		}
		for _, p := range providers {
			var want []Question
			for _, q := range questions {
				if a := p.Answers[q.ID]; a.Open() || a.Sign == record.Unclear {
					want = append(want, q)
				}
			}
			next := Next(questions, p)
			if !slices.Equal(sortedIDs(next), sortedIDs(want)) {
				t.Fatalf("next are %v, want %v", sortedIDs(next), sortedIDs(want))
			}
			turned := Provider{Answers: map[string]Answer{}}
			for id, a := range p.Answers {
				switch a.Sign {
				case record.Good:
					a.Sign = record.Warning
				case record.Warning:
					a.Sign = record.Good
				}
				turned.Answers[id] = a
			}
			if !slices.Equal(next, Next(questions, turned)) {
				t.Fatal("a good or a warning sign changes what is asked next")
			}
		}
	})
}
