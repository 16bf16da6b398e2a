package course

import (
	"fmt"
	"slices"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// pathRules are about which lessons come first, and for whom.
func pathRules() []rule {
	return []rule{
		forEditions("path ids", pathIDs),
		forEditions("known lessons of paths", pathLessons),
		forEditions("the last path is for everyone", lastPath),
		forEditions("paths are reached", pathsReached),
	}
}

func pathIDs(e *edition) {
	ids := pluck(e.paths.value, func(p lessons.Path) lessons.PathID { return p.ID })
	twice(e.paths.doc, "path", ids, func(i int) packfile.Pos { return e.paths.doc.At("paths", i, "id") })
}

func pathLessons(e *edition) {
	doc := e.paths.doc
	for i, p := range e.paths.value {
		for j, id := range p.Lessons {
			e.pack.namesLesson(doc, doc.At("paths", i, "lessons", j), id)
			if slices.Contains(p.Lessons[:j], id) {
				doc.Report(doc.At("paths", i, "lessons", j), fmt.Sprintf("the lesson %q stands twice in this path", id), "Keep one.")
			}
		}
	}
}

// lastPath holds the paths to one for everyone, at the end. A translation need
// not have all paths: whom they are for is read in English.
func lastPath(e *edition) {
	if e.lang != lessons.English {
		return
	}
	doc, last := e.paths.doc, len(e.paths.value)-1
	for i, p := range e.paths.value {
		switch everyone := p.When.Everyone(); {
		case i == last && !everyone:
			doc.Report(doc.At("paths", i, "when"), fmt.Sprintf("the last path, %q, is not for everyone", p.ID),
				`Take its "when" out, or add a path without one: some learners fit no other, or answer nothing.`)
		case i < last && everyone:
			doc.Report(doc.At("paths", i, "id"), fmt.Sprintf("path %q is for everyone and is not the last", p.ID),
				`Add a "when", or move it to the end: no path under it is ever reached.`)
		}
	}
}

// pathsReached reports paths that fit nobody whom a path above them does not
// fit already.
func pathsReached(e *edition) {
	if e.lang != lessons.English {
		return
	}
	doc, paths := e.paths.doc, e.paths.value
	reached := firstFits(paths)
	for i, p := range paths {
		if reached[i] || p.When.Everyone() || slices.ContainsFunc(paths[:i], func(q lessons.Path) bool { return q.When.Everyone() }) {
			continue // a path for everyone above is an error of its own
		}
		if fitsNobody(p.When) && doc.Broken() {
			continue // its words may be the ones that are not known
		}
		what, do := fmt.Sprintf("path %q is never reached", p.ID), `Give it a narrower "when" and move it up, or take it out.`
		if fitsNobody(p.When) {
			do = `One of its lists is empty. Write whom it is for, or take that line out.`
		} else if j := slices.IndexFunc(paths[:i], func(q lessons.Path) bool { return covers(q.When, p.When) }); j >= 0 {
			do = fmt.Sprintf("Path %q above it, in line %d, fits everyone whom it fits. %s", paths[j].ID, doc.At("paths", j, "id").Line, do)
		}
		doc.Report(doc.At("paths", i, "id"), what, do)
	}
}

// firstFits returns which paths are the first to fit some situation.
func firstFits(paths []lessons.Path) []bool {
	reached := make([]bool, len(paths))
	for _, s := range situations() {
		if i := slices.IndexFunc(paths, func(p lessons.Path) bool { return p.When.Fits(s) }); i >= 0 {
			reached[i] = true
		}
	}
	return reached
}

// situations returns every situation in which all questions are answered.
func situations() []lessons.Situation {
	var all []lessons.Situation
	for _, r := range lessons.Relationships() {
		for _, s := range lessons.Stages() {
			for _, u := range lessons.Urgencies() {
				for _, safe := range lessons.Safeties() {
					all = append(all, lessons.Situation{Relationship: r, Stage: s, Urgent: u, Safe: safe})
				}
			}
		}
	}
	return all
}

// covers reports whether a fits every situation that b fits.
func covers(a, b lessons.When) bool {
	return holds(a.Relationship, b.Relationship) && holds(a.Stage, b.Stage) && holds(a.Urgent, b.Urgent) && holds(a.Safe, b.Safe)
}

// holds reports whether a list, nil for everyone, holds all of another.
func holds[T comparable](a, b []T) bool {
	return a == nil || b != nil && !slices.ContainsFunc(b, func(v T) bool { return !slices.Contains(a, v) })
}

func fitsNobody(w lessons.When) bool {
	return w.Relationship != nil && len(w.Relationship) == 0 || w.Stage != nil && len(w.Stage) == 0 ||
		w.Urgent != nil && len(w.Urgent) == 0 || w.Safe != nil && len(w.Safe) == 0
}
