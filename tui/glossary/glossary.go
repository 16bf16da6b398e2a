// Package glossary is the words explained: a list of them all, and a page for
// each with the lessons that speak of it. It keeps nothing.
package glossary

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// New returns the list of words, or the page of one when it is named. It loads
// nothing until Init.
func New(env page.Env, desk *study.Desk, term string) page.Page {
	if term != "" {
		return newMeaning(env, desk, lessons.TermID(term))
	}
	return listing.New(env, listing.List[[]lessons.Term]{
		Load: func(context.Context) ([]lessons.Term, error) { return desk.Glossary(), nil },
		Write: func(e *kit.Entries, terms []lessons.Term) {
			if len(terms) == 0 {
				e.Say(env.Words.T("term.none"), env.Theme.Plain.Render)
			}
			for _, t := range terms {
				e.Add(kit.Item{ID: string(t.ID), Text: t.Term})
			}
		},
		Open:   func(id string) tea.Cmd { return page.Go(page.Glossary{Term: id}) },
		Prints: "glossary",
		Title:  func([]lessons.Term) string { return env.Words.T("term.title") },
	})
}
