package drill

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

// A matcher gives every option its match: one is chosen, then what it belongs
// with.
type matcher struct {
	q     quiz.Question
	pairs quiz.Response
	open  quiz.OptionID // the option whose match is being chosen
	nudge bool          // asked to check while some had no match
}

func (m *matcher) about(d *Drill, s *kit.Sheet) {
	w, t := d.env.Words, d.env.Theme
	if m.open == "" {
		s.Put("", w.T("drill.match"), t.Quiet)
		return
	}
	o, _ := m.q.Option(m.open)
	s.Put("", w.T("drill.belongs-ask"), t.Quiet)
	s.Put("  ", oneLine(o.Text), t.Strong)
}

func (m *matcher) items(d *Drill) (items []kit.Item) {
	if m.open != "" {
		for _, match := range m.q.Matches {
			items = d.spaced(items, kit.Item{ID: string(match.ID), Text: oneLine(match.Text)})
		}
		return items
	}
	for _, o := range m.q.Options {
		items = d.spaced(items, kit.Item{ID: string(o.ID), Text: oneLine(o.Text), Under: m.belongs(d, o.ID)})
	}
	missing := ""
	if left := m.q.Unmatched(m.pairs); m.nudge && len(left) > 0 {
		missing = d.env.Words.N("drill.unmatched", len(left))
	}
	return d.spaced(items, d.checkItem(missing))
}

// belongs says what an option is matched with so far.
func (m *matcher) belongs(d *Drill, o quiz.OptionID) string {
	id, ok := m.pairs.Paired(o)
	if !ok {
		return d.env.Words.T("drill.belongs-open")
	}
	match, _ := m.q.MatchOf(id)
	return d.env.Words.F("drill.belongs", locale.Args{"Match": oneLine(match.Text)})
}

func (m *matcher) choose(_ *Drill, id string) outcome {
	switch {
	case m.open != "":
		return m.matched(quiz.MatchID(id))
	case id == check:
		return m.check()
	}
	m.open, m.nudge = quiz.OptionID(id), false
	mark := string(m.q.Matches[0].ID)
	if has, ok := m.pairs.Paired(m.open); ok {
		mark = string(has)
	}
	return outcome{mark: mark}
}

// matched gives the open option its match and goes to the next without one.
func (m *matcher) matched(id quiz.MatchID) outcome {
	var r quiz.Response
	for _, o := range m.q.Options {
		if has, ok := m.pairs.Paired(o.ID); ok && o.ID != m.open {
			r.Choices = append(r.Choices, quiz.Pair(o.ID, has))
		}
	}
	m.pairs = quiz.Choose(append(r.Choices, quiz.Pair(m.open, id))...)
	m.open = ""
	return outcome{mark: m.nextOpen()}
}

// nextOpen is the first option without a match, or the end.
func (m *matcher) nextOpen() string {
	if left := m.q.Unmatched(m.pairs); len(left) > 0 {
		return string(left[0].ID)
	}
	return check
}

// check answers when every option has its match.
func (m *matcher) check() outcome {
	if len(m.q.Unmatched(m.pairs)) == 0 {
		return done(m.pairs)
	}
	m.nudge = true
	return outcome{mark: check}
}

func (m *matcher) onKey(d *Drill, msg tea.KeyPressMsg) (outcome, bool) {
	id, marked := d.leaf.Selected()
	switch {
	case m.open != "" && key.Matches(msg, d.env.Keys.Back):
		mark := string(m.open)
		m.open = ""
		return outcome{mark: mark}, true
	case m.open == "" && key.Matches(msg, d.keys.check):
		return m.check(), true
	case marked && msg.Code == tea.KeySpace:
		return m.choose(d, id), true
	}
	return outcome{}, false
}

func (m *matcher) enter(b bindings, id string) key.Binding {
	switch {
	case m.open != "":
		return b.thisMatch
	case id == check:
		return b.checkHere
	}
	return b.toMatch
}

func (m *matcher) more(b bindings) []key.Binding {
	if m.open != "" {
		return nil
	}
	return []key.Binding{b.check}
}
