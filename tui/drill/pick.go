package drill

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/quiz"
	"porchlight/tui/kit"
)

// A picker takes the one option chosen for the answer.
type picker struct{ q quiz.Question }

func (picker) about(*Drill, *kit.Sheet) {}

func (p picker) items(d *Drill) (items []kit.Item) {
	for _, o := range p.q.Options {
		items = d.spaced(items, kit.Item{ID: string(o.ID), Text: oneLine(o.Text)})
	}
	return items
}

func (picker) choose(_ *Drill, id string) outcome { return done(quiz.Choose(quiz.OptionID(id))) }

func (picker) onKey(*Drill, tea.KeyPressMsg) (outcome, bool) { return outcome{}, false }

func (picker) enter(b bindings, _ string) key.Binding { return b.pick }

func (picker) more(bindings) []key.Binding { return nil }

// A ticker lets any number of options be ticked, then checked.
type ticker struct {
	q      quiz.Question
	ticked []quiz.OptionID
	nudge  bool // asked to check before anything was ticked
}

func (*ticker) about(d *Drill, s *kit.Sheet) {
	s.Put("", d.env.Words.T("drill.several"), d.env.Theme.Quiet)
}

func (t *ticker) items(d *Drill) (items []kit.Item) {
	for _, o := range t.q.Options {
		mark := "[ ] "
		if slices.Contains(t.ticked, o.ID) {
			mark = "[x] "
		}
		items = d.spaced(items, kit.Item{ID: string(o.ID), Mark: mark, Text: oneLine(o.Text)})
	}
	missing := ""
	if t.nudge {
		missing = d.env.Words.T("drill.nudge")
	}
	return d.spaced(items, d.checkItem(missing))
}

func (t *ticker) choose(_ *Drill, id string) outcome {
	if id == check {
		return t.check()
	}
	o := quiz.OptionID(id)
	if i := slices.Index(t.ticked, o); i >= 0 {
		t.ticked = slices.Delete(slices.Clone(t.ticked), i, i+1)
	} else {
		t.ticked = append(slices.Clone(t.ticked), o)
	}
	t.nudge = false
	return outcome{}
}

// check answers with what is ticked.
func (t *ticker) check() outcome {
	if len(t.ticked) > 0 {
		return done(quiz.Choose(t.ticked...))
	}
	t.nudge = true
	return outcome{mark: check}
}

func (t *ticker) onKey(d *Drill, msg tea.KeyPressMsg) (outcome, bool) {
	if key.Matches(msg, d.keys.check) {
		return t.check(), true
	}
	if id, marked := d.leaf.Selected(); marked && msg.Code == tea.KeySpace {
		return t.choose(d, id), true
	}
	return outcome{}, false
}

func (*ticker) enter(b bindings, id string) key.Binding {
	if id == check {
		return b.checkHere
	}
	return b.tick
}

func (*ticker) more(b bindings) []key.Binding { return []key.Binding{b.check} }
