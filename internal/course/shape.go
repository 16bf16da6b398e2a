package course

import (
	"unicode/utf8"

	"porchlight/lessons"
	"porchlight/quiz"
)

// A shape is how the questions of a pack that have one best option are built,
// put together: what a learner could go by who does not read them.
type shape struct {
	singles   int
	longest   float64   // questions whose best option is the longest
	chance    float64   // what that would be if length said nothing
	positions []int     // questions whose best option is written first, second, ...
	expected  []float64 // what that would be if the place said nothing
}

// add counts one question. An option that is as long as others counts as the
// longest in its part.
func (s *shape) add(q quiz.Question) {
	best := bestPlace(q)
	if q.Kind != quiz.Single && q.Kind != quiz.Situation || best < 0 {
		return // the places of a scale are in their own order, and what is typed is not shown
	}
	s.singles++
	s.longest += longestShare(q, best)
	s.chance += 1 / float64(len(q.Options))
	for len(s.positions) < len(q.Options) {
		s.positions, s.expected = append(s.positions, 0), append(s.expected, 0)
	}
	s.positions[best]++
	for i := range q.Options {
		s.expected[i] += 1 / float64(len(q.Options))
	}
}

// share returns n of the questions as a part of 1.
func (s shape) share(n float64) float64 { return n / float64(max(1, s.singles)) }

// bestPlace returns the place of the one best option, or -1.
func bestPlace(q quiz.Question) int {
	place := -1
	for i, o := range q.Options {
		if o.Best && place >= 0 {
			return -1
		}
		if o.Best {
			place = i
		}
	}
	return place
}

// longestShare returns 1 when the best option is the longest, a part of 1 when
// it shares that with others, and 0 otherwise.
func longestShare(q quiz.Question, best int) float64 {
	length, alike := utf8.RuneCountInString(q.Options[best].Text), 0
	for _, o := range q.Options {
		switch n := utf8.RuneCountInString(o.Text); {
		case n > length:
			return 0
		case n == length:
			alike++
		}
	}
	return 1 / float64(alike)
}

// shape returns the shape of the edition's questions.
func (e *edition) shape() shape {
	var s shape
	for _, b := range e.banks {
		for _, q := range b.bank.Questions {
			s.add(q)
		}
	}
	return s
}

// A tellingBank is a bank and how many more of its best options are the longest
// than chance would have it.
type tellingBank struct {
	name          lessons.ID
	singles       int
	longest, over float64
}

// telling returns the banks whose best options are the longest too often.
func (e *edition) telling() (list []tellingBank) {
	for _, b := range e.banks {
		var s shape
		for _, q := range b.bank.Questions {
			s.add(q)
		}
		if s.longest > s.chance {
			list = append(list, tellingBank{b.name, s.singles, s.longest, s.longest - s.chance})
		}
	}
	return list
}
