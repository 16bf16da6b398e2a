// Package pairs lists what can be asked before and after reading, tracks first,
// with how far each has come. It keeps nothing, and opens pairs.
package pairs

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// New returns the list. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[[]study.Pair]{
		Load: func(ctx context.Context) ([]study.Pair, error) { return desk.Pairs(ctx) },
		Write: func(e *kit.Entries, pairs []study.Pair) {
			write(e, pairs, true, env)
			write(e, pairs, false, env)
		},
		Open:  func(id string) tea.Cmd { return page.Go(page.Pair{Lesson: id}) },
		Title: func([]study.Pair) string { return env.Words.T("pair.list") },
	})
}

// write adds the tracks, or the lessons, under a heading.
func write(e *kit.Entries, pairs []study.Pair, tracks bool, env page.Env) {
	head := "pair.list-lessons"
	if tracks {
		head = "pair.list-tracks"
	}
	begun := false
	for _, p := range pairs {
		if p.Track != tracks {
			continue
		}
		if !begun {
			e.Gap()
			e.Head(env.Words.T(head), "")
			begun = true
		}
		e.Add(kit.Item{ID: p.ID, Text: p.Title, Right: p.State(env.Words)})
	}
}
