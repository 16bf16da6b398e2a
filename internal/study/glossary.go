package study

import (
	"slices"
	"strings"

	"porchlight/internal/find"
	"porchlight/internal/fold"
	"porchlight/lessons"
)

// Glossary returns the words explained, by their letters.
func (d *Desk) Glossary() []lessons.Term {
	terms := d.course.Pack.Terms(d.Lang())
	slices.SortStableFunc(terms, func(a, b lessons.Term) int {
		return strings.Compare(fold.Text(a.Term), fold.Text(b.Term))
	})
	return terms
}

// A Meaning is a word explained, with the lessons that speak of it.
type Meaning struct {
	Term    lessons.Term
	Lessons []lessons.Lesson
}

// Meaning returns the word with that id; false for one the course lacks.
func (d *Desk) Meaning(id lessons.TermID) (Meaning, bool) {
	lang := d.Lang()
	terms := d.course.Pack.Terms(lang)
	i := slices.IndexFunc(terms, func(t lessons.Term) bool { return t.ID == id })
	if i < 0 {
		return Meaning{}, false
	}
	m := Meaning{Term: terms[i]}
	for _, l := range d.course.Pack.Lessons(lang) {
		if strings.Contains(l.Body, "](term:"+string(id)+")") {
			m.Lessons = append(m.Lessons, l)
		}
	}
	return m, true
}

// TermsNamed returns the word that is called so, by any of its names; or else
// the words that come nearest, the best first.
func (d *Desk) TermsNamed(words string) []lessons.Term {
	terms, want := d.Glossary(), fold.Text(strings.TrimSpace(words))
	for _, t := range terms {
		if fold.Text(t.Term) == want || string(t.ID) == want || slices.ContainsFunc(t.Also, func(a string) bool { return fold.Text(a) == want }) {
			return []lessons.Term{t}
		}
	}
	var near []lessons.Term
	found, _ := d.finder.in(d.Lang()).Search(words, find.Limits{})
	for _, f := range found {
		i := slices.IndexFunc(terms, func(t lessons.Term) bool { return f.Kind == find.Term && string(t.ID) == f.ID })
		if i >= 0 && len(f.Titled) > 0 {
			near = append(near, terms[i])
		}
	}
	return near
}

// termsIn is the words of the glossary that a text links to.
func (d *Desk) termsIn(body string) map[lessons.TermID]lessons.Term {
	terms := map[lessons.TermID]lessons.Term{}
	for _, t := range d.course.Pack.Terms(d.Lang()) {
		if strings.Contains(body, "](term:"+string(t.ID)+")") {
			terms[t.ID] = t
		}
	}
	return terms
}
