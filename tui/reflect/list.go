// Package reflect is the pages of the reflections: the list of them, and one
// private look at how things are, item by item. It adds nothing up and judges
// nobody. Answers live as long as the page; the desk keeps them only where the
// learner says so.
package reflect

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// NewList returns the list of reflections. It loads nothing until Init.
func NewList(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[[]study.Mirror]{
		Load: desk.Mirrors,
		Write: func(e *kit.Entries, mirrors []study.Mirror) {
			if e.Airy {
				e.Say(env.Words.T("reflect.list-why"), env.Theme.Plain.Render)
				e.Gap()
			}
			for _, m := range mirrors {
				it := kit.Item{ID: string(m.Reflection.ID), Text: m.Reflection.Title}
				if n := len(m.Looks); n > 0 {
					it.Right = env.Words.N("reflect.looks", n)
				}
				if m.Foreign {
					it.Under = env.Words.T("contents.in-english")
				}
				e.Add(it)
			}
		},
		Open:  func(id string) tea.Cmd { return page.Go(page.Reflection{ID: id}) },
		Title: func([]study.Mirror) string { return env.Words.T("reflect.title") },
	})
}
