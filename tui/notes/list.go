// Package notes is what the learner put on paragraphs of lessons: a list of all
// of it, with what to ask the clinician first, and a page for each paragraph. A
// note is written to the record as it is typed, and the page says saved when
// the record has it.
package notes

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// NewList returns the list of all marks. It loads nothing until Init.
func NewList(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[[]study.Marked]{
		Load:  func(ctx context.Context) ([]study.Marked, error) { return desk.Marked(ctx, env.Words) },
		Write: func(e *kit.Entries, all []study.Marked) { write(env, e, all) },
		Open: func(id string) tea.Cmd {
			to, err := page.ParseRoute(id)
			if err != nil {
				return nil
			}
			return page.Go(to)
		},
		Title:  func([]study.Marked) string { return env.Words.T("note.title") },
		Prints: "notes",
	})
}

// write lists the marks in three groups, each mark in one.
func write(env page.Env, e *kit.Entries, all []study.Marked) {
	w := env.Words
	if len(all) == 0 {
		e.Say(w.T("note.none"), env.Theme.Plain.Render)
	}
	for _, group := range study.Groups(all) {
		e.Gap()
		e.Head(w.T(group.Name), "")
		for _, m := range group.Marks {
			e.Add(kit.Item{
				ID:    page.Note{Lesson: string(m.Lesson), At: m.Key}.String(),
				Text:  e.Short(m.Words()),
				Under: strings.TrimSpace(m.Title + "\n" + m.Moved(w)),
			})
		}
	}
}
