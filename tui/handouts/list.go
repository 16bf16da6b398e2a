// Package handouts is putting things on paper: the list of what can be printed,
// and the sheet on which one says how and where. It writes a file or prints
// only when the learner says so, and says where the file is.
package handouts

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/handout"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// NewList returns the list of what can be printed. It loads nothing until Init.
func NewList(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[[]handout.Offer]{
		Load: func(ctx context.Context) ([]handout.Offer, error) { return handout.Offers(ctx, desk, env.Words) },
		Write: func(e *kit.Entries, offers []handout.Offer) {
			e.Say(env.Words.T("handouts.intro"), env.Theme.Plain.Render)
			e.Gap()
			for _, o := range offers {
				e.Add(kit.Item{ID: o.What, Text: o.Title, Right: o.State})
			}
		},
		Open:  func(what string) tea.Cmd { return page.Go(page.Handouts{What: what}) },
		Title: func([]handout.Offer) string { return env.Words.T("handouts.title") },
	})
}
