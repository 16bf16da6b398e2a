package course

import (
	"porchlight/internal/packfile"
	"porchlight/quiz"
)

// A graph is a practice as its places and the ways between them.
type graph struct {
	practice quiz.Practice
	steps    map[quiz.PlaceID]int // the place of each step in the file
	endings  map[quiz.PlaceID]int
}

func newGraph(p quiz.Practice) graph {
	g := graph{p, map[quiz.PlaceID]int{}, map[quiz.PlaceID]int{}}
	for i, s := range p.Steps {
		g.steps[s.ID] = i
	}
	for i, e := range p.Endings {
		g.endings[e.ID] = i
	}
	return g
}

// has reports whether there is a step or an ending with the id.
func (g graph) has(id quiz.PlaceID) bool {
	_, step := g.steps[id]
	_, ending := g.endings[id]
	return step || ending
}

// ids returns the ids of all steps and endings.
func (g graph) ids() []quiz.PlaceID {
	ids := pluck(g.practice.Steps, func(s quiz.Step) quiz.PlaceID { return s.ID })
	return append(ids, pluck(g.practice.Endings, func(e quiz.Ending) quiz.PlaceID { return e.ID })...)
}

// whole reports whether every way leads somewhere and no id stands twice. The
// rules about ways say nothing about a practice that is not: what they found
// would be a consequence, and hide the cause.
func (g graph) whole() bool {
	if _, ok := g.steps[g.practice.Start]; !ok || len(g.steps)+len(g.endings) < len(g.practice.Steps)+len(g.practice.Endings) {
		return false
	}
	for _, s := range g.practice.Steps {
		for _, r := range s.Replies {
			if _, both := g.endings[s.ID]; both || !g.has(r.To) {
				return false
			}
		}
	}
	return true
}

// reached returns the places that replies of the wanted kind lead to from the
// start, each with the fewest replies on the way.
func (g graph) reached(want func(quiz.Grade) bool) map[quiz.PlaceID]int {
	far := map[quiz.PlaceID]int{g.practice.Start: 0}
	for queue := []quiz.PlaceID{g.practice.Start}; len(queue) > 0; queue = queue[1:] {
		i, isStep := g.steps[queue[0]]
		if !isStep {
			continue
		}
		for _, r := range g.practice.Steps[i].Replies {
			if _, known := far[r.To]; !known && want(r.Grade) {
				far[r.To] = far[queue[0]] + 1
				queue = append(queue, r.To)
			}
		}
	}
	return far
}

// leaving returns the places that some replies lead from to an ending.
func (g graph) leaving() map[quiz.PlaceID]bool {
	before := map[quiz.PlaceID][]quiz.PlaceID{}
	for _, s := range g.practice.Steps {
		for _, r := range s.Replies {
			before[r.To] = append(before[r.To], s.ID)
		}
	}
	out, queue := map[quiz.PlaceID]bool{}, []quiz.PlaceID{}
	for id := range g.endings {
		out[id], queue = true, append(queue, id)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, id := range before[queue[0]] {
			if !out[id] {
				out[id], queue = true, append(queue, id)
			}
		}
	}
	return out
}

func anyGrade(quiz.Grade) bool { return true }

// step and ending return where an id stands.
func stepAt(p *practiceFile, i int) packfile.Pos   { return p.doc.At("steps", i, "id") }
func endingAt(p *practiceFile, i int) packfile.Pos { return p.doc.At("endings", i, "id") }
