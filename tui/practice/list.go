// Package practice is the pages of the practice conversations: the list of
// them, and one conversation that grows on the screen as one talks. They grade
// nothing and keep nothing: the desk does, and a reply counts as said when the
// record has it.
package practice

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// NewList returns the list of conversations. It loads nothing until Init.
func NewList(env page.Env, desk *study.Desk) page.Page {
	return listing.New(env, listing.List[[]study.Scene]{
		Load:  desk.Scenes,
		Write: func(e *kit.Entries, scenes []study.Scene) { writeList(env, e, scenes) },
		Open:  openScene,
		Title: func([]study.Scene) string { return env.Words.T("practice.title") },
	})
}

// toReword can be chosen besides conversations. It is no slug.
const toReword = "/reword"

func openScene(id string) tea.Cmd {
	if id == toReword {
		return page.Go(page.Reword{})
	}
	return page.Go(page.Practice{ID: id})
}

func writeList(env page.Env, e *kit.Entries, scenes []study.Scene) {
	w := env.Words
	if e.Airy {
		e.Say(w.T("practice.list-why"), env.Theme.Plain.Render)
	}
	group := ""
	for _, s := range scenes {
		if r := s.Practice.Relationship; r != group {
			group = r
			e.Gap()
			e.Head(w.T("practice.for-"+r), "")
		}
		e.Add(sceneItem(w, s))
	}
	e.Gap()
	e.Head(w.T("practice.yours"), "")
	e.Add(kit.Item{ID: toReword, Text: w.T("reword.door")})
}

// sceneItem is one conversation: its title, with whom, and what became of it.
func sceneItem(w *locale.Words, s study.Scene) kit.Item {
	p := s.Practice
	it := kit.Item{ID: string(p.ID), Text: oneLine(p.Title), Under: w.F("practice.with", locale.Args{"They": p.They})}
	switch {
	case s.Begun:
		it.Right = w.T("practice.begun")
	case s.Seen > 0:
		it.Right = w.F("practice.seen", locale.Args{"N": s.Seen, "Of": len(p.Endings)})
	}
	if lessons.Lang(p.Lang) != lessons.Lang(w.Lang()) {
		it.Under += " (" + w.T("contents.in-english") + ")"
	}
	return it
}
