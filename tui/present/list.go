package present

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// NewList returns the list of what can be shown. It loads nothing until Init.
func NewList(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[study.Showing]{
		Load:  func(ctx context.Context) (study.Showing, error) { return desk.Showing(ctx) },
		Write: func(e *kit.Entries, s study.Showing) { writeList(env, e, "present.list-why", s) },
		Open:  openShow,
		Title: func(study.Showing) string { return env.Words.T("present.title") },
	})
}

// NewStageList returns the list of what can be shown in a live room: first where
// the room is now.
func NewStageList(env page.Env, desk *study.Desk, entry string) page.Page {
	return listing.New(env, listing.List[study.Showing]{
		Load: func(ctx context.Context) (study.Showing, error) { return desk.Showing(ctx) },
		Write: func(e *kit.Entries, s study.Showing) {
			e.Add(kit.Item{ID: Now, Text: env.Words.T("present.where-now")})
			writeList(env, e, "present.stage-why", s)
		},
		Open:  func(id string) tea.Cmd { return page.Go(page.Stage{Entry: entry, Show: id}) },
		Title: func(study.Showing) string { return env.Words.T("present.title") },
	})
}

// openShow opens a show: its id is its place.
func openShow(id string) tea.Cmd {
	to, err := page.ParseRoute(id)
	if err != nil {
		return nil
	}
	return page.Go(to)
}

func writeList(env page.Env, e *kit.Entries, why string, s study.Showing) {
	w := env.Words
	if e.Airy {
		e.Say(w.T(why), env.Theme.Plain.Render)
	}
	writeSheets(env, e, s.Sheets)
	for _, t := range s.Tracks {
		if len(t.Lessons) == 0 {
			continue
		}
		e.Gap()
		e.Head(t.Track.Title, "")
		for _, l := range t.Lessons {
			it := kit.Item{ID: "present/" + string(l.Lesson.ID), Text: l.Lesson.Title}
			if l.Lesson.Lang != lessons.Lang(w.Lang()) {
				it.Under = w.T("contents.in-english")
			}
			e.Add(it)
		}
	}
}

// writeSheets lists plans of sessions, those of the series under a head of
// their own.
func writeSheets(env page.Env, e *kit.Entries, sheets []lessons.RunSheet) {
	w, head := env.Words, ""
	for _, s := range sheets {
		now := w.T("present.sheets")
		if s.Week > 0 {
			now = w.T("present.series")
		}
		if now != head {
			head = now
			e.Gap()
			e.Head(head, "")
		}
		e.Add(kit.Item{ID: "session/" + string(s.ID), Text: s.Title, Under: s.Focus, Right: w.N("present.minutes", s.Minutes)})
	}
}
