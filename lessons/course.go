package lessons

import (
	"cmp"
	"maps"
	"slices"
)

// Tracks returns the tracks in the order of the course.
func (p *Pack) Tracks(lang Lang) []Track {
	return translate(p.chain(lang), func(e *edition) []Track { return e.tracks() },
		func(t Track) TrackID { return t.ID })
}

// Lessons returns all lessons in the order of the course: by track, then by
// their place in it. Each is in the reader's language where the pack has it so
// and in English otherwise; Lesson.Lang says which.
func (p *Pack) Lessons(lang Lang) []Lesson {
	reads := p.reads(lang)
	warm(reads)
	lessons := make([]Lesson, 0, len(reads))
	for _, read := range reads {
		if l, err := read(); err == nil {
			lessons = append(lessons, l)
		}
	}
	place := make(map[TrackID]int)
	for i, t := range p.editions[English].tracks() {
		place[t.ID] = i
	}
	slices.SortStableFunc(lessons, func(a, b Lesson) int {
		return cmp.Or(cmp.Compare(place[a.Track], place[b.Track]), cmp.Compare(a.Order, b.Order))
	})
	return lessons
}

// reads returns what reads each lesson in the best language for lang.
func (p *Pack) reads(lang Lang) (reads []func() (Lesson, error)) {
	chain := p.chain(lang)
	for i, e := range chain {
		for _, id := range e.order {
			if i == 0 || chain[0].lessons[id] == nil {
				reads = append(reads, e.lessons[id])
			}
		}
	}
	return reads
}

// Sources returns all sources in the order of the file.
func (p *Pack) Sources(lang Lang) []Source {
	return translate(p.chain(lang), func(e *edition) []Source { return e.sources() },
		func(s Source) SourceID { return s.ID })
}

// Terms returns the glossary in the order of the file.
func (p *Pack) Terms(lang Lang) []Term {
	return translate(p.chain(lang), func(e *edition) []Term { return e.terms() },
		func(t Term) TermID { return t.ID })
}

// Categories returns the questions to ask a provider, in order.
func (p *Pack) Categories(lang Lang) []Category {
	chain := p.chain(lang)
	english := chain[len(chain)-1].categories()
	categories := translate(chain, func(e *edition) []Category { return e.categories() },
		func(c Category) string { return c.ID })
	if len(chain) == 1 {
		return categories
	}
	for i := range categories {
		categories[i].Questions = overlay(english[i].Questions, categories[i].Questions,
			func(q ProviderQuestion) QuestionID { return q.ID })
	}
	return categories
}

// Worksheets returns all worksheets in the order of their ids, without those
// that cannot be read.
func (p *Pack) Worksheets(lang Lang) []Worksheet {
	var sheets []Worksheet
	for _, id := range slices.Sorted(maps.Keys(p.editions[English].sheets)) {
		if w, err := p.Worksheet(id, lang); err == nil {
			sheets = append(sheets, w)
		}
	}
	return sheets
}

// RunSheets returns all run sheets, the shortest first and then the series by
// week, without those that cannot be read.
func (p *Pack) RunSheets(lang Lang) []RunSheet {
	var sheets []RunSheet
	for _, id := range slices.Sorted(maps.Keys(p.editions[English].runs)) {
		if s, err := p.RunSheet(id, lang); err == nil {
			sheets = append(sheets, s)
		}
	}
	slices.SortStableFunc(sheets, func(a, b RunSheet) int {
		return cmp.Or(cmp.Compare(a.Week, b.Week), cmp.Compare(a.Minutes, b.Minutes))
	})
	return sheets
}

// Paths returns the paths in the order to try them in. Only titles are
// translated: whom a path is for is the same in every language.
func (p *Pack) Paths(lang Lang) []Path {
	chain := p.chain(lang)
	paths := slices.Clone(p.editions[English].paths())
	for i := range paths {
		for _, t := range chain[0].paths() {
			if t.ID == paths[i].ID {
				paths[i].Title = t.Title
			}
		}
	}
	return paths
}

// Help returns the Help now card. The card is one piece: it is translated
// whole or not at all. What a site has of its own is on it already.
func (p *Pack) Help(lang Lang) Help { return p.local.Over(p.card(lang)) }

// card is the course's own card.
func (p *Pack) card(lang Lang) Help {
	for _, e := range p.chain(lang) {
		if h := e.help(); len(h.Steps)+len(h.Numbers) > 0 {
			return h
		}
	}
	return Help{Lang: English}
}

// translate returns the English items, each replaced by its translation where
// there is one.
func translate[T any, K comparable](chain []*edition, items func(*edition) []T, id func(T) K) []T {
	english := items(chain[len(chain)-1])
	if len(chain) == 1 {
		return slices.Clone(english)
	}
	return overlay(english, items(chain[0]), id)
}

func overlay[T any, K comparable](english, translated []T, id func(T) K) []T {
	better := make(map[K]T, len(translated))
	for _, t := range translated {
		better[id(t)] = t
	}
	out := slices.Clone(english)
	for i := range out {
		if t, ok := better[id(out[i])]; ok {
			out[i] = t
		}
	}
	return out
}
