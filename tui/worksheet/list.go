// Package worksheet is the worksheets to write in: the list of them, and one
// with its fields, an example of each, and what the learner wrote. Words are
// shown as kept when the record has them, not before.
package worksheet

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// NewList returns the list of worksheets. It loads nothing until Init.
func NewList(env page.Env, desk *study.Desk) page.Page {
	w := env.Words
	return listing.New(env, listing.List[[]study.Page]{
		Load: desk.Worksheets,
		Write: func(e *kit.Entries, pages []study.Page) {
			intro := w.T("worksheet.list-intro")
			if len(pages) == 0 {
				intro = w.T("worksheet.none")
			}
			e.Say(intro, env.Theme.Plain.Render)
			e.Gap()
			for _, p := range pages {
				e.Add(kit.Item{ID: string(p.Sheet.ID), Text: p.Sheet.Title, Right: begun(w, p)})
			}
		},
		Open:  func(id string) tea.Cmd { return page.Go(page.Worksheet{ID: id}) },
		Title: func([]study.Page) string { return w.T("worksheet.list-title") },
	})
}

// begun says how much of a worksheet is filled in, or nothing for one that is
// blank.
func begun(w *locale.Words, p study.Page) string {
	if !p.Any() {
		return ""
	}
	return w.F("worksheet.filled", locale.Args{"N": p.Filled(), "Of": len(p.Fields)})
}
