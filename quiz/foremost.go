package quiz

import (
	"cmp"
	"slices"
)

// Foremost returns the places of the options, from 0, in the order their reasons
// are best read in: what was chosen, then what is best, then the rest. So the
// answer that matters is on the first screen, however small. The places of a
// scale stay in their order.
func (q Question) Foremost(g Given) []int {
	places := make([]int, len(q.Options))
	for i := range places {
		places[i] = i
	}
	if q.Kind == Scale {
		return places
	}
	rank := func(i int) int {
		switch o := q.Options[i]; {
		case slices.Contains(g.Choices, o.ID):
			return 0
		case o.Best:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	return places
}
