package quiz

import (
	"hash/fnv"
	"slices"
)

// shuffled returns q as the seed shows it. True and false stay as written, for
// people look for them in that order, and so do the places of a scale.
func shuffled(q Question, seed uint64) Question {
	switch q.Kind {
	case TrueFalse, Scale, ShortText:
		return q
	case Order:
		q.Options = outOfOrder(shuffle(q.Options, seed, string(q.ID)))
		return q
	case Matching:
		q.Matches = shuffle(q.Matches, seed, string(q.ID)+"/matches")
	}
	q.Options = shuffle(q.Options, seed, string(q.ID))
	return q
}

// outOfOrder sees to it that things to be put in order are not in order from
// the start: there would be nothing to do.
func outOfOrder(list []Option) []Option {
	if len(list) < 2 || !slices.IsSortedFunc(list, func(a, b Option) int { return a.Place - b.Place }) {
		return list
	}
	return append(list[1:], list[0])
}

// shuffle returns the list in the order that the seed gives to what is named
// id.
func shuffle[T any](list []T, seed uint64, id string) []T {
	h := fnv.New64a()
	h.Write([]byte(id))
	state := seed ^ h.Sum64()
	list = slices.Clone(list)
	for i := len(list) - 1; i > 0; i-- {
		state = mix(state)
		j := int(state % uint64(i+1))
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// mix is one step of SplitMix64. It is written out so that an attempt resumed
// under a later Go shows its options in the order the learner saw.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
