package glossary

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/safetext"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Ids of what can follow a word: a lesson, or all words.
const (
	aLesson = "lesson/"
	toAll   = "all"
)

// A meaning is the page of one word.
type meaning struct {
	env  page.Env
	desk *study.Desk
	id   lessons.TermID

	loads errand.Runner[*meaning, *study.Meaning]
	found *study.Meaning // nil until then, and for a word that is not there
	none  bool
	body  kit.Passage
	at    string // the item to put the mark on

	width, height int
}

func newMeaning(env page.Env, desk *study.Desk, id lessons.TermID) *meaning {
	return &meaning{env: env, desk: desk, id: id, body: kit.NewPassage(env.Theme)}
}

// Inherit keeps the mark where it was.
func (m *meaning) Inherit(was page.Page) {
	if was, ok := was.(*meaning); ok {
		m.at, _ = was.body.Selected()
	}
}

// Init asks for the word.
func (m *meaning) Init() tea.Cmd {
	desk, id := m.desk, m.id
	return m.loads.Fetch(m.env, func(context.Context) (*study.Meaning, error) {
		if found, ok := desk.Meaning(id); ok {
			return &found, nil
		}
		return nil, nil
	}, (*meaning).onLoaded)
}

// Update gives a message to its handler.
func (m *meaning) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*meaning, *study.Meaning]:
		return m.loads.Took(m, msg)
	case tea.KeyPressMsg:
		return m.onKey(msg)
	case tea.MouseWheelMsg:
		m.body.Update(msg, m.env.Keys)
	case tea.MouseClickMsg:
		if on, _ := m.body.Click(msg.Y); on && msg.Button == tea.MouseLeft {
			return m.choose()
		}
	}
	return nil
}

func (m *meaning) onLoaded(found *study.Meaning, _ error) tea.Cmd {
	m.found, m.none = found, found == nil
	m.draw()
	if m.at != "" {
		m.body.Select(m.at)
	}
	return nil
}

func (m *meaning) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := m.env.Keys
	switch {
	case m.body.Update(msg, k):
	case key.Matches(msg, k.Enter):
		return m.choose()
	case key.Matches(msg, k.Back):
		return page.Back
	}
	return nil
}

func (m *meaning) choose() tea.Cmd {
	id, ok := m.body.Choose()
	lesson, is := strings.CutPrefix(id, aLesson)
	switch {
	case !ok:
		return nil
	case is:
		return page.Go(page.Lesson{ID: lesson})
	}
	return page.Replace(page.Glossary{})
}

// Resize lays the word out anew.
func (m *meaning) Resize(width, height int) tea.Cmd {
	m.width, m.height = width, height
	m.draw()
	return nil
}

func (m *meaning) draw() {
	if m.width == 0 || m.found == nil && !m.none {
		return
	}
	w, t, room := m.env.Words, m.env.Theme, kit.Room(m.width, m.env.TextWidth)
	s := kit.Sheet{Width: room}
	items := []kit.Item{{ID: toAll, Text: w.T("term.all")}}
	if m.none {
		s.Say(w.F("term.no-word", locale.Args{"ID": safetext.Line(string(m.id), 60)}), t.Plain)
	} else {
		s.Say(m.found.Term.Term, t.Heading)
		s.Say(m.found.Term.Plain, t.Plain)
		if also := m.found.Term.Also; len(also) > 0 {
			s.Say(w.F("term.also", locale.Args{"Names": strings.Join(also, ", ")}), t.Quiet)
		}
		items = m.items(items)
	}
	m.body.SetSize(room, m.height)
	m.body.SetItems(items)
	m.body.SetText(s.Lines)
	m.body.Mark()
}

// items is the lessons that speak of the word, then what else there is.
func (m *meaning) items(rest []kit.Item) []kit.Item {
	var items []kit.Item
	for i, l := range m.found.Lessons {
		if i == 0 {
			items = append(items, kit.Item{Head: true, Text: m.env.Words.T("term.in-lessons")})
		}
		items = append(items, kit.Item{ID: aLesson + string(l.ID), Text: study.TitleOf(l, m.env.Words)})
	}
	if len(items) > 0 && m.height > kit.Tight {
		items = append(items, kit.Item{Head: true})
	}
	return append(items, rest...)
}

// View draws the word and what can follow.
func (m *meaning) View() string {
	return kit.Framed(m.body.View(nil), m.body.More(), m.width, m.env.TextWidth, m.env.Theme)
}

// Title names the glossary.
func (m *meaning) Title() string { return m.env.Words.T("term.title") }

// Keys lists what works now.
func (m *meaning) Keys() help.KeyMap {
	k := m.env.Keys
	if !m.body.Marked() {
		return keys.Hints{k.Move, keys.With(k.Enter, m.env.Words.T("term.key-read-on")), k.Back}
	}
	return keys.Hints{k.Move, k.Enter, k.Back}
}
