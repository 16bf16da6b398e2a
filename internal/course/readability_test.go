package course

import (
	"math"
	"testing"
)

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"a": 1, "the": 1, "home": 1, "used": 1, "homes": 1, "helped": 1, "needed": 2, "wanted": 2, "table": 2, "little": 2,
		"houses": 2, "changes": 2, "people": 2, "recovery": 4, "addiction": 3, "naloxone": 3, "treatment": 2, "family": 3,
		"tree": 1, "toe": 1, "eye": 1, "bye": 1, "they're": 1, "son's": 1, "911": 1, "w": 1, "makes": 1, "kisses": 2,
	} {
		if got := syllables(word); got != want {
			t.Errorf("syllables(%q) = %d, want %d", word, got, want)
		}
	}
}

func TestGrade(t *testing.T) {
	for _, c := range []struct {
		text      string
		easy      map[string]bool
		sentences int
		grade     float64
	}{
		{"The cat sat on the mat.", nil, 1, -1.45},
		{"Rest. Then talk", nil, 2, -3.20},
		{`He said "no." She left at 9 a.m. today! Why?`, nil, 3, -1.29},
		{"Naloxone works.", map[string]bool{}, 1, 8.79},
		{"Naloxone works.", map[string]bool{"naloxone": true}, 1, 2.89},
	} {
		var got tally
		got.read(c.text, c.easy)
		if got.sentences != c.sentences || math.Abs(got.grade()-c.grade) > 0.01 {
			t.Errorf("%q: %+v, grade %.2f, want %d sentences, grade %.2f", c.text, got, got.grade(), c.sentences, c.grade)
		}
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		grades       []float64
		median, most float64
	}{
		{nil, 0, 0},
		{[]float64{5}, 5, 5},
		{[]float64{9, 5}, 7, 9},
		{[]float64{9, 5, 1}, 5, 9},
	} {
		var list []Grade
		for _, g := range c.grades {
			list = append(list, Grade{"x", g})
		}
		if median, most := spread(list); median != c.median || most != c.most {
			t.Errorf("spread(%v) = %v, %v", c.grades, median, most)
		}
	}
}
