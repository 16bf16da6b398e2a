package course

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"porchlight/lessons"
	"porchlight/quiz"
)

// shapeRules are about how questions are built: whether someone could answer
// them without reading.
func shapeRules() []rule {
	return []rule{
		forBanks("questions in a bank", fewQuestions),
		forBanks("kinds are mixed", kindsMixed),
		forBanks("length of one best option", bestLength),
		{"length of best options", longestBest},
		{"places of best options", bestPlaces},
	}
}

const (
	fewestQuestions = 6
	// fewSingles is up to how many questions say nothing about habits.
	fewSingles = 20
	// muchLonger and muchOff are by how much a share may be off from chance.
	muchLonger = 0.05
	muchOff    = 0.15
)

func fewQuestions(b *bankFile) {
	if n := len(b.bank.Questions); n > 0 && n < fewestQuestions {
		b.doc.Warn(b.doc.At("questions"), fmt.Sprintf("the bank has %s", count(n, "question")),
			fmt.Sprintf("Write %d or more, so that review has something new to ask.", fewestQuestions))
	}
}

func kindsMixed(b *bankFile) {
	kinds := map[quiz.Kind]bool{}
	for _, q := range b.bank.Questions {
		kinds[q.Kind] = true
	}
	if n := len(b.bank.Questions); n > 1 && len(kinds) == 1 && b.bank.Questions[0].Kind != "" {
		b.doc.Warn(b.doc.At("questions"), fmt.Sprintf("all %d questions are of the kind %s", n, b.bank.Questions[0].Kind),
			"Mix single, multiple, true-false, order, match and the others. Another kind makes a learner look again.")
	}
}

// A best option this many times as long as any other, and this many letters
// longer, gives itself away.
const (
	timesLonger = 1.5
	lettersMore = 20
)

func bestLength(b *bankFile) {
	for i, q := range b.bank.Questions {
		if q.Kind != quiz.Single {
			continue
		}
		best, at, other := 0, 0, 0
		for j, o := range q.Options {
			if n := utf8.RuneCountInString(o.Text); o.Best {
				best, at = n, j
			} else {
				other = max(other, n)
			}
		}
		if other > 0 && best-other >= lettersMore && float64(best) >= timesLonger*float64(other) {
			b.doc.Warn(b.doc.At("questions", i, "options", at, "text"), "the best option is much longer than the others",
				"Shorten it, or say as much in another. People guess the longest one.")
		}
	}
}

// longestBest warns when the longest option is the best one too often.
func longestBest(p *pack) {
	e := p.english()
	s := e.shape()
	share, chance := s.share(s.longest), s.share(s.chance)
	if s.singles < fewSingles || share <= chance+muchLonger {
		return
	}
	p.report(path.Join(quiz.Folder, string(lessons.English)),
		fmt.Sprintf("in %.0f%% of %d questions with one best option it is the longest; by chance it would be %.0f%%", 100*share, s.singles, 100*chance),
		"Shorten best options, or say more in others. Most are in: "+e.mostTelling()+".", true)
}

// fewTelling is how many banks a message names.
const fewTelling = 8

// mostTelling lists the banks to look at first.
func (e *edition) mostTelling() string {
	list := e.telling()
	slices.SortStableFunc(list, func(a, b tellingBank) int { return cmp.Compare(b.over, a.over) })
	words := pluck(list[:min(fewTelling, len(list))], func(t tellingBank) string {
		return fmt.Sprintf("%s (%.0f of %d)", t.name, t.longest, t.singles)
	})
	return strings.Join(words, ", ")
}

// bestPlaces warns when best options are written in one place too often or too
// seldom: screens mix options, but paper does not.
func bestPlaces(p *pack) {
	s := p.english().shape()
	if s.singles < fewSingles {
		return
	}
	for i, n := range s.positions {
		share, chance := s.share(float64(n)), s.share(s.expected[i])
		if max(share-chance, chance-share) <= muchOff {
			continue
		}
		do := "Move best options here from other places."
		if share > chance {
			do = "Move some best options to other places."
		}
		p.report(path.Join(quiz.Folder, string(lessons.English)),
			fmt.Sprintf("in %.0f%% of %d questions with one best option it is written in place %d; by chance it would be %.0f%%", 100*share, s.singles, i+1, 100*chance),
			do+" Screens mix the options, paper does not.", true)
	}
}
