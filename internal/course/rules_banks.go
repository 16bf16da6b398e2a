package course

import (
	"fmt"
	"strings"

	"porchlight/quiz"
)

// bankRules are about questions and their options.
func bankRules() []rule {
	return []rule{
		forBanks("number of options", optionCount),
		forBanks("best options", bestOptions),
		forBanks("true and false", trueAndFalse),
		forBanks("options differ", optionsDiffer),
		forBanks("options that point at others", optionsPointing),
	}
}

// own returns the question's id within its bank.
func (b *bankFile) own(q quiz.Question) string {
	return strings.TrimPrefix(string(q.ID), string(b.bank.Lesson)+"/")
}

// optionLimits returns how many options a question of the kind has.
func optionLimits(k quiz.Kind) (fewest, most int) {
	switch k {
	case quiz.Order:
		return 3, 6 // of two, a guess is half right
	case quiz.ShortText:
		return 1, 12
	case quiz.Scale:
		return 3, 7
	case quiz.Situation:
		return fewestReplies, mostReplies
	}
	return 2, 6
}

func optionCount(b *bankFile) {
	for i, q := range b.bank.Questions {
		fewest, most := optionLimits(q.Kind)
		if n := len(q.Options); n > 0 && n < fewest || n > most {
			b.doc.Report(b.doc.At("questions", i, "options"), fmt.Sprintf("question %q has %s", b.own(q), count(n, "option")),
				fmt.Sprintf("Give it %d to %d.", fewest, most))
		}
	}
}

// bestOptions holds questions whose options are marked to as many best ones as
// their kind has.
func bestOptions(b *bankFile) {
	for i, q := range b.bank.Questions {
		best := 0
		for _, o := range q.Options {
			if o.Best {
				best++
			}
		}
		at := b.doc.At("questions", i, "options")
		switch {
		case len(q.Options) == 0, q.Kind == quiz.Order, q.Kind == quiz.Matching, q.Kind == quiz.Scale:
		case best == 0 && q.Kind == quiz.Situation:
			b.doc.Report(at, fmt.Sprintf("question %q has no best option", b.own(q)), `Write "grade: best" in the option that serves the talk best.`)
		case best == 0:
			b.doc.Report(at, fmt.Sprintf("question %q has no best option", b.own(q)), `Write "best: true" in the option that fits best.`)
		case best > 1 && (q.Kind == quiz.Single || q.Kind == quiz.TrueFalse):
			b.doc.Report(at, fmt.Sprintf("question %q has %s", b.own(q), count(best, "best option")),
				`Leave "best: true" in one of them, or write "kind: multiple".`)
		}
	}
}

func trueAndFalse(b *bankFile) {
	for i, q := range b.bank.Questions {
		if q.Kind != quiz.TrueFalse {
			continue
		}
		_, yes := q.Option("true")
		_, no := q.Option("false")
		if !yes || !no || len(q.Options) != 2 {
			b.doc.Report(b.doc.At("questions", i, "options"), fmt.Sprintf("question %q is true-false, and its options are not", b.own(q)),
				`Give it two options with the ids "true" and "false", or write "kind: single".`)
		}
	}
}

// optionsPointing reports "all of the above": screens mix options, so that
// nothing stands above, and whoever knows two of them need not read on.
func optionsPointing(b *bankFile) {
	for i, q := range b.bank.Questions {
		for j, o := range q.Options {
			if b.edition.pack.patterns.pointing.MatchString(o.Text) {
				b.doc.Report(b.doc.At("questions", i, "options", j, "text"), fmt.Sprintf("%q says nothing of its own", o.Text),
					`Write what someone might do or think. Where several may be right, write "kind: multiple".`)
			}
		}
	}
}

// optionsDiffer reports two options that read the same.
func optionsDiffer(b *bankFile) {
	for i, q := range b.bank.Questions {
		first := map[string]int{}
		for j, o := range q.Options {
			text := strings.ToLower(o.Text)
			if k, ok := first[text]; ok && text != "" {
				b.doc.Report(b.doc.At("questions", i, "options", j, "text"),
					fmt.Sprintf("options %d and %d of question %q read the same", k+1, j+1, b.own(q)), "Change one of them.")
				continue
			}
			first[text] = j
		}
	}
}
