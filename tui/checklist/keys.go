package checklist

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the page's keys beside the shared ones.
type bindings struct {
	tick, note, choose, readOn key.Binding
	keepNote, dropNote         key.Binding
}

func newBindings(env page.Env) bindings {
	w, k := env.Words, env.Keys
	bind := func(press, label, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(label, w.T(words)))
	}
	return bindings{
		tick:     bind("space", w.T("key.cap-space"), "checklist.key-tick"),
		note:     bind("n", "n", "checklist.key-note"),
		choose:   keys.With(k.Enter, w.T("key.choose")),
		readOn:   keys.With(k.Enter, w.T("checklist.key-read-on")),
		keepNote: bind("enter", "enter", "checklist.key-keep"),
		dropNote: bind("esc", "esc", "checklist.key-drop"),
	}
}

// now is what works at the level the learner is on.
func (b bindings) now(c *Checklist) help.KeyMap {
	k := c.env.Keys
	id, any := c.list.Selected()
	_, onQuestion := questionOf(id)
	switch {
	case c.Typing():
		return keys.Hints{b.keepNote, b.dropNote}
	case c.open() && c.sheet.Marked():
		return keys.Hints{k.Move, b.choose, k.Back, b.tick, b.note}
	case c.open():
		return keys.Hints{k.Move, b.readOn, k.Back, b.tick, b.note}
	case onQuestion:
		return keys.Hints{k.Move, k.Enter, k.Back, b.tick}
	case any:
		return keys.Hints{k.Move, k.Enter, k.Back}
	}
	return keys.Hints{k.Back}
}
