package drill

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/quiz"
	"porchlight/tui/kit"
)

// An asker is how one kind of question is answered: what stands under the
// question, and what keys do there. It keeps what was done so far, and gives
// the response when the learner is through.
type asker interface {
	// about writes under the question what to do, where that is not plain.
	about(d *Drill, s *kit.Sheet)
	items(d *Drill) []kit.Item
	// choose does what Enter does on the item with that id.
	choose(d *Drill, id string) outcome
	// onKey handles a key that only this kind has.
	onKey(d *Drill, msg tea.KeyPressMsg) (outcome, bool)
	// enter names what Enter does on the item with that id, and more the other
	// keys of this kind that work now.
	enter(b bindings, id string) key.Binding
	more(b bindings) []key.Binding
}

// An outcome is what came of a key: the question looks otherwise, with the mark
// on an item if one is named, or it is answered.
type outcome struct {
	mark   string
	answer *quiz.Response
}

// done is the outcome that answers the question.
func done(r quiz.Response) outcome { return outcome{answer: &r} }

// check is the item that ends what takes several keys. No option can have this
// id: a pack's ids hold no space.
const check = "check answer"

func newAsker(d *Drill, q quiz.Question) asker {
	switch q.Kind {
	case quiz.Multiple:
		return &ticker{q: q}
	case quiz.Order:
		return newSorter(q)
	case quiz.Matching:
		return &matcher{q: q}
	case quiz.ShortText:
		return newTyper(d.env, "")
	}
	return picker{q}
}

// take does what came of a key.
func (d *Drill) take(o outcome) tea.Cmd {
	if o.answer != nil {
		return d.answer(*o.answer)
	}
	d.compose()
	if o.mark != "" {
		d.leaf.Select(o.mark)
	}
	return nil
}

// spaced adds an item, with a blank line before it where there is room.
func (d *Drill) spaced(items []kit.Item, it kit.Item) []kit.Item {
	if d.airy() && len(items) > 0 {
		items = append(items, kit.Item{Head: true})
	}
	return append(items, it)
}

// checkItem is the item that ends what takes several keys, and under it what is
// still missing.
func (d *Drill) checkItem(missing string) kit.Item {
	return kit.Item{ID: check, Text: d.env.Words.T("drill.check"), Under: missing}
}

// moved puts an item of a list in another place.
func moved[T any](list []T, from, to int) []T {
	out := make([]T, 0, len(list))
	for i, item := range list {
		if i != from {
			out = append(out, item)
		}
	}
	return append(out[:to], append([]T{list[from]}, out[to:]...)...)
}
