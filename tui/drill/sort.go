package drill

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/quiz"
	"porchlight/tui/kit"
)

// A sorter lets options be put in order: Enter takes one, up and down carry it,
// Enter puts it down.
type sorter struct {
	list    []quiz.Option
	before  []quiz.Option // the list as it was when carried was taken
	carried quiz.OptionID // none while empty
}

func newSorter(q quiz.Question) *sorter { return &sorter{list: q.Options} }

func (*sorter) about(d *Drill, s *kit.Sheet) {
	s.Put("", d.env.Words.T("drill.order"), d.env.Theme.Quiet)
}

func (s *sorter) items(d *Drill) (items []kit.Item) {
	for i, o := range s.list {
		it := kit.Item{ID: string(o.ID), Mark: fmt.Sprintf("%d. ", i+1), Text: oneLine(o.Text)}
		if o.ID == s.carried {
			it.Mark += "↑↓ "
			if d.airy() {
				it.Under = d.env.Words.T("drill.carried")
			}
		}
		items = d.spaced(items, it)
	}
	return d.spaced(items, d.checkItem(""))
}

func (s *sorter) choose(_ *Drill, id string) outcome {
	switch {
	case s.carried != "":
		s.carried = ""
	case id == check:
		return s.check()
	default:
		s.carried, s.before = quiz.OptionID(id), s.list
	}
	return outcome{}
}

func (s *sorter) check() outcome {
	var r quiz.Response
	for _, o := range s.list {
		r.Choices = append(r.Choices, o.ID)
	}
	return done(r)
}

func (s *sorter) onKey(d *Drill, msg tea.KeyPressMsg) (outcome, bool) {
	id, marked := d.leaf.Selected()
	switch {
	case s.carried != "":
		return s.carry(d, msg)
	case key.Matches(msg, d.keys.check):
		return s.check(), true
	case marked && msg.Code == tea.KeySpace:
		return s.choose(d, id), true
	}
	return outcome{}, false
}

// carry moves the option in hand. No other key moves the mark meanwhile.
func (s *sorter) carry(d *Drill, msg tea.KeyPressMsg) (outcome, bool) {
	k, last := d.env.Keys, len(s.list)-1
	at := slices.IndexFunc(s.list, func(o quiz.Option) bool { return o.ID == s.carried })
	to := at
	switch {
	case key.Matches(msg, k.Back):
		mark := string(s.carried)
		s.list, s.carried = s.before, ""
		return outcome{mark: mark}, true
	case key.Matches(msg, k.Enter), msg.Code == tea.KeySpace:
		return s.choose(d, string(s.carried)), true
	case key.Matches(msg, k.Up, k.PageUp):
		to = max(0, at-1)
	case key.Matches(msg, k.Down, k.PageDown):
		to = min(last, at+1)
	case key.Matches(msg, k.Top):
		to = 0
	case key.Matches(msg, k.Bottom):
		to = last
	}
	s.list = moved(s.list, at, to)
	return outcome{mark: string(s.carried)}, true
}

func (s *sorter) enter(b bindings, id string) key.Binding {
	switch {
	case s.carried != "":
		return b.putDown
	case id == check:
		return b.checkHere
	}
	return b.take
}

func (*sorter) more(b bindings) []key.Binding { return []key.Binding{b.check} }

// carrying reports whether an option is in hand.
func (d *Drill) carrying() bool {
	s, sorts := d.front.ask.(*sorter)
	return d.stage == asking && sorts && s.carried != ""
}
