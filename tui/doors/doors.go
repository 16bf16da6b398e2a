// Package doors is a menu below home: places with, beside each, how things
// stand there. Which places there are is for study to say. It keeps nothing.
package doors

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// New returns the menu of some doors; title names the words above it.
func New(env page.Env, desk *study.Desk, doors []study.Door, title string) page.Page {
	return listing.New(env, listing.List[[]study.Sign]{
		Load: func(ctx context.Context) ([]study.Sign, error) { return desk.Signs(ctx, doors, env.Words) },
		Write: func(e *kit.Entries, signs []study.Sign) {
			for _, s := range signs {
				it := kit.Item{ID: s.To, Text: s.Text, Right: s.State}
				if e.Airy {
					it.Under = s.About
				}
				e.Add(it)
			}
		},
		Open:  open,
		Title: func([]study.Sign) string { return env.Words.T(title) },
	})
}

// open goes through a door: its id is its place.
func open(id string) tea.Cmd {
	to, err := page.ParseRoute(id)
	if err != nil {
		return nil
	}
	return page.Go(to)
}
