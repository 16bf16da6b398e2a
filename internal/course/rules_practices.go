package course

import (
	"fmt"

	"porchlight/internal/packfile"
	"porchlight/quiz"
)

// practiceRules are about the ways through a practice.
func practiceRules() []rule {
	return []rule{
		forPractices("step ids", stepIDs),
		forPractices("reply ids", replyIDs),
		forPractices("known places", knownPlaces),
		forPractices("replies to a step", repliesToStep),
		forWays("places are reached", placesReached),
		forWays("a way out", wayOut),
		forWays("good endings", goodEndings),
		forWays("replies before a good ending", goodDepth),
	}
}

func forPractices(name string, run func(*practiceFile)) rule {
	return forActivities(name, func(e *edition) []*practiceFile { return e.practices }, run)
}

// forWays makes a rule of what looks at the ways through one practice.
func forWays(name string, run func(*practiceFile, graph)) rule {
	return forPractices(name, func(p *practiceFile) {
		if g := newGraph(p.value); g.whole() {
			run(p, g)
		}
	})
}

const (
	fewestReplies     = 2 // to a step
	mostReplies       = 4
	fewestGoodEndings = 2
	fewestToGood      = 3 // replies on the way to a good ending
)

// stepIDs looks at steps and endings together: a reply names either.
func stepIDs(p *practiceFile) {
	steps := len(p.value.Steps)
	twice(p.doc, "step or ending", newGraph(p.value).ids(), func(i int) packfile.Pos {
		if i < steps {
			return stepAt(p, i)
		}
		return endingAt(p, i-steps)
	})
}

func replyIDs(p *practiceFile) {
	for i, s := range p.value.Steps {
		ids := pluck(s.Replies, func(r quiz.Reply) quiz.ReplyID { return r.ID })
		twice(p.doc, "reply id", ids, func(j int) packfile.Pos { return p.doc.At("steps", i, "replies", j, "id") })
	}
}

// knownPlaces reports a start that is no step, and replies that lead nowhere.
func knownPlaces(p *practiceFile) {
	g := newGraph(p.value)
	if _, ok := g.steps[p.value.Start]; !ok && p.value.Start != "" {
		unknown(p.doc, p.doc.At("start"), "there is no step %q to start with", p.value.Start,
			pluck(p.value.Steps, func(s quiz.Step) quiz.PlaceID { return s.ID }), "Write the id of the first step.")
	}
	for i, s := range p.value.Steps {
		for j, r := range s.Replies {
			if r.To != "" && !g.has(r.To) {
				unknown(p.doc, p.doc.At("steps", i, "replies", j, "to"), "there is no step or ending %q", r.To, g.ids(),
					"Write the id of the step or the ending that follows.")
			}
		}
	}
}

func repliesToStep(p *practiceFile) {
	for i, s := range p.value.Steps {
		if n := len(s.Replies); n > 0 && n < fewestReplies || n > mostReplies {
			p.doc.Report(p.doc.At("steps", i, "replies"), fmt.Sprintf("step %q has %s", s.ID, countReplies(n)),
				fmt.Sprintf("Give it %d to %d.", fewestReplies, mostReplies))
		}
	}
}

// placesReached reports steps and endings that no replies lead to.
func placesReached(p *practiceFile, g graph) {
	reached := g.reached(anyGrade)
	for i, s := range p.value.Steps {
		if _, ok := reached[s.ID]; !ok {
			p.doc.Report(stepAt(p, i), fmt.Sprintf("step %q is never reached", s.ID),
				fmt.Sprintf("Write \"to: %s\" in a reply that comes before it, or take the step out.", s.ID))
		}
	}
	for i, e := range p.value.Endings {
		if _, ok := reached[e.ID]; !ok {
			p.doc.Report(endingAt(p, i), fmt.Sprintf("ending %q is never reached", e.ID),
				fmt.Sprintf("Write \"to: %s\" in a reply that comes before it, or take the ending out.", e.ID))
		}
	}
}

// wayOut reports steps from which the talk never comes to an end.
func wayOut(p *practiceFile, g graph) {
	leaving, reached := g.leaving(), g.reached(anyGrade)
	for i, s := range p.value.Steps {
		if _, ok := reached[s.ID]; ok && !leaving[s.ID] && len(s.Replies) > 0 {
			p.doc.Report(stepAt(p, i), fmt.Sprintf("from step %q no replies lead to an ending", s.ID),
				"Let a reply here, or in a step after it, lead on to an ending.")
		}
	}
}

// goodEndings holds a practice to more than one good way: there is no single
// right sentence.
func goodEndings(p *practiceFile, g graph) {
	reached, n := g.reached(quiz.Grade.Good), 0
	for _, e := range p.value.Endings {
		if _, ok := reached[e.ID]; ok {
			n++
		}
	}
	if n < fewestGoodEndings {
		p.doc.Report(p.doc.At("endings"), fmt.Sprintf("best and fine replies alone lead to %s", count(n, "ending")),
			fmt.Sprintf("Let them lead to %d or more. The other person may say no to a perfect sentence.", fewestGoodEndings))
	}
}

// goodDepth reports endings that good replies come to too soon.
func goodDepth(p *practiceFile, g graph) {
	reached := g.reached(quiz.Grade.Good)
	for i, e := range p.value.Endings {
		if n, ok := reached[e.ID]; ok && n < fewestToGood {
			p.doc.Report(endingAt(p, i), fmt.Sprintf("best and fine replies come to ending %q after %s", e.ID, countReplies(n)),
				fmt.Sprintf("Put steps before it: a talk that goes well has at least %d replies.", fewestToGood))
		}
	}
}

func countReplies(n int) string {
	if n == 1 {
		return "1 reply"
	}
	return fmt.Sprintf("%d replies", n)
}
