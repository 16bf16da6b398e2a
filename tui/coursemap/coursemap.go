// Package coursemap is the page of the course at a glance: what comes first for
// the learner, with a light for each lesson, what is there besides, and what
// they did in the last seven days. It keeps nothing, and opens lessons.
package coursemap

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// toPath leads to the questions that choose what comes first. No lesson has
// such an id: it is no slug.
const toPath = "/path"

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[study.CourseMap]{
		Load:  func(ctx context.Context) (study.CourseMap, error) { return desk.CourseMap(ctx) },
		Write: func(e *kit.Entries, m study.CourseMap) { write(env, e, m) },
		Open:  open,
		Title: func(study.CourseMap) string { return env.Words.T("map.title") },
		First: func(m study.CourseMap) string { return string(m.Next) },
	})
}

func open(id string) tea.Cmd {
	if id == toPath {
		return page.Go(page.Path{})
	}
	return page.Go(page.Lesson{ID: id})
}

func write(env page.Env, e *kit.Entries, m study.CourseMap) {
	w, t := env.Words, env.Theme
	if said := m.Week.InWords(w); len(said) > 0 {
		e.Say(w.T("map.week")+" "+strings.Join(said, " "), t.Plain.Render)
		e.Gap()
	}
	if len(m.Path) > 0 {
		e.Head(w.T("map.first"), "")
		e.Say(lights(m), t.Accent.Render)
		e.Say(w.F("map.done", locale.Args{"Done": m.Done(), "Of": len(m.Path), "Minutes": m.Minutes()}), t.Quiet.Render)
		for _, p := range m.Path {
			e.Add(item(env, m, p))
		}
	}
	for _, track := range m.Rest {
		e.Gap()
		e.Head(w.F("map.besides", locale.Args{"Title": track.Track.Title}), "")
		for _, p := range track.Lessons {
			e.Add(item(env, m, p))
		}
	}
	e.Gap()
	e.Add(kit.Item{ID: toPath, Text: w.T("path.title")})
}

// lights is a row of porch lights along the path: on, next, and still off. The
// items below say the same in words.
func lights(m study.CourseMap) string {
	var row strings.Builder
	for _, p := range m.Path {
		switch {
		case p.Done:
			row.WriteString("(*)")
		case p.Lesson.ID == m.Next:
			row.WriteString("(>)")
		default:
			row.WriteString("( )")
		}
	}
	return row.String()
}

func item(env page.Env, m study.CourseMap, p study.Progress) kit.Item {
	w := env.Words
	state := w.F("map.minutes", locale.Args{"N": p.Lesson.Minutes()})
	switch {
	case p.Done:
		state = w.T("contents.done")
	case p.Lesson.ID == m.Next:
		state = w.T("map.next") + ", " + state
	}
	return kit.Item{ID: string(p.Lesson.ID), Text: study.TitleOf(p.Lesson, w), Right: state}
}
