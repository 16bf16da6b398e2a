package course

import (
	"fmt"
	"slices"
	"strings"

	"porchlight/quiz"
)

// kindRules are about questions that are not answered by choosing the best
// option: orders, matches, scales, situations and typed answers.
func kindRules() []rule {
	return []rule{
		forKind("an order has places", quiz.Order, orderHasPlaces),
		forKind("known matches", quiz.Matching, knownMatches),
		forKind("matches are used", quiz.Matching, matchesUsed),
		forKind("matches differ", quiz.Matching, matchesDiffer),
		forKind("matches are mixed", quiz.Matching, matchesMixed),
		forKind("best places lie together", quiz.Scale, bestTogether),
		forKind("grades differ", quiz.Situation, gradesDiffer),
		forKind("answers can be typed", quiz.ShortText, canBeTyped),
		forKind("typed answers differ", quiz.ShortText, typedDiffer),
	}
}

// An asked is a question and its place in its bank.
type asked struct {
	*bankFile
	at int
	q  quiz.Question
}

// report adds an error at a path within the question.
func (a asked) report(what, do string, path ...any) {
	a.doc.Report(a.doc.At(append([]any{"questions", a.at}, path...)...), what, do)
}

// forKind makes a rule of what looks at one question of a kind.
func forKind(name string, kind quiz.Kind, run func(asked)) rule {
	return forBanks(name, func(b *bankFile) {
		for i, q := range b.bank.Questions {
			if q.Kind == kind {
				run(asked{b, i, q})
			}
		}
	})
}

func orderHasPlaces(a asked) {
	if n := len(a.q.Options); n > 1 && a.q.Options[n-1].Place == 1 {
		a.report(fmt.Sprintf("the options of question %q may all come either way", a.own(a.q)),
			`Leave "either-way: true" only where an option may come before or after the one above it.`, "options")
	}
}

func knownMatches(a asked) {
	known := pluck(a.q.Matches, func(m quiz.Match) quiz.MatchID { return m.ID })
	for j, o := range a.q.Options {
		if o.Match != "" && len(known) > 0 && !slices.Contains(known, o.Match) {
			unknown(a.doc, a.doc.At("questions", a.at, "options", j, "match"), "there is no match %q", o.Match, known,
				`Write the id of an entry of "matches".`)
		}
	}
}

// matchesUsed reports too few matches, and those that nothing belongs with.
func matchesUsed(a asked) {
	if n := len(a.q.Matches); n == 1 || n > mostMatches {
		a.report(fmt.Sprintf("question %q has %s", a.own(a.q), countMatches(n)), fmt.Sprintf("Give it 2 to %d.", mostMatches), "matches")
		return
	}
	for j, m := range a.q.Matches {
		if !slices.ContainsFunc(a.q.Options, func(o quiz.Option) bool { return o.Match == m.ID }) {
			a.report(fmt.Sprintf("nothing belongs with the match %q", m.ID), fmt.Sprintf(`Write "match: %s" in an option, or take the match out.`, m.ID),
				"matches", j, "id")
		}
	}
}

const mostMatches = 6

func countMatches(n int) string {
	if n == 1 {
		return "1 match"
	}
	return fmt.Sprintf("%d matches", n)
}

func matchesDiffer(a asked) {
	first := map[string]int{}
	for j, m := range a.q.Matches {
		text := strings.ToLower(m.Text)
		if k, ok := first[text]; ok && text != "" {
			a.report(fmt.Sprintf("matches %d and %d of question %q read the same", k+1, j+1, a.own(a.q)), "Change one of them.", "matches", j, "text")
			continue
		}
		first[text] = j
	}
}

// matchesMixed warns of matches that stand beside their own options: on paper
// one could go straight across.
func matchesMixed(a asked) {
	if len(a.q.Matches) < 2 || len(a.q.Matches) != len(a.q.Options) {
		return
	}
	for j, o := range a.q.Options {
		if o.Match != a.q.Matches[j].ID {
			return
		}
	}
	a.doc.Warn(a.doc.At("questions", a.at, "matches"), fmt.Sprintf("the matches of question %q stand in the order of its options", a.own(a.q)),
		"Write them in another order. Screens mix them, paper does not.")
}

// bestTogether holds the best places of a scale to one stretch of it.
func bestTogether(a asked) {
	first, last, n := -1, -1, 0
	for j, o := range a.q.Options {
		if o.Best {
			if n == 0 {
				first = j
			}
			last, n = j, n+1
		}
	}
	switch {
	case n > 0 && n == len(a.q.Options):
		a.report(fmt.Sprintf("every place on the scale of question %q is best", a.own(a.q)),
			`Leave "best: true" where it belongs, or take it out everywhere if no answer is better than another.`, "options")
	case n > 0 && last-first+1 != n:
		a.report(fmt.Sprintf("the best places on the scale of question %q do not lie together", a.own(a.q)),
			`Write "best: true" in neighbours only.`, "options")
	}
}

func gradesDiffer(a asked) {
	if n := len(a.q.Options); n > 1 && !slices.ContainsFunc(a.q.Options, func(o quiz.Option) bool { return o.Grade != a.q.Options[0].Grade }) {
		a.report(fmt.Sprintf("the options of question %q all have one grade", a.own(a.q)),
			"Grade them best, fine, risky or harmful, so that there is something to find.", "options")
	}
}
