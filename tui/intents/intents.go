// Package intents is what the learner said they would try: the list of it, and
// a page for each step with what can be said of it. What they say is shown once
// the record has it.
package intents

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// NewList returns the list. It loads nothing until Init.
func NewList(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[[]study.Intent]{
		Load:  desk.Intents,
		Write: func(e *kit.Entries, all []study.Intent) { write(env, e, all) },
		Open:  func(lesson string) tea.Cmd { return page.Go(page.Intent{Lesson: lesson}) },
		Title: func([]study.Intent) string { return env.Words.T("try.title") },
	})
}

// write lists the steps under what became of them; what is open has its lesson
// under it.
func write(env page.Env, e *kit.Entries, all []study.Intent) {
	w := env.Words
	if len(all) == 0 {
		e.Say(w.T("try.none"), env.Theme.Plain.Render)
		return
	}
	if e.Airy {
		e.Say(w.T("try.why"), env.Theme.Plain.Render)
	}
	group := ""
	for _, i := range all {
		if g := study.IntentGroup(i.State); g != group {
			group = g
			e.Gap()
			e.Head(w.T(g), "")
		}
		e.Add(kit.Item{ID: string(i.Lesson), Text: e.Short(i.Text), Under: under(w, e, i)})
	}
}

func under(w *locale.Words, e *kit.Entries, i study.Intent) string {
	if !e.Airy || i.State != study.ToTry {
		return ""
	}
	return w.F("try.from", locale.Args{"Title": i.Title})
}
