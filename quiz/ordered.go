package quiz

import "slices"

// Ordered returns the options of an Order in their right order. Those that may
// come either way stand as the response has them.
func (q Question) Ordered(r Response) []Option {
	list := slices.Clone(q.Options)
	slices.SortStableFunc(list, func(a, b Option) int {
		if a.Place != b.Place {
			return a.Place - b.Place
		}
		return slices.Index(r.Choices, a.ID) - slices.Index(r.Choices, b.ID)
	})
	return list
}

// Unmatched returns the options of a Matching that the response leaves without
// a match, as they are shown.
func (q Question) Unmatched(r Response) []Option {
	return slices.DeleteFunc(slices.Clone(q.Options), func(o Option) bool {
		_, ok := r.Paired(o.ID)
		return ok
	})
}
