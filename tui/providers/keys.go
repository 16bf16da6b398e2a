package providers

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the page's keys beside the shared ones.
type bindings struct{ keep, drop, choose key.Binding }

func newBindings(env page.Env) bindings {
	bind := func(press, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(press, env.Words.T(words)))
	}
	return bindings{
		keep:   bind("enter", "checklist.key-keep"),
		drop:   bind("esc", "checklist.key-drop"),
		choose: keys.With(env.Keys.Enter, env.Words.T("key.choose")),
	}
}

// now is what works where the learner is.
func (b bindings) now(p *Providers) help.KeyMap {
	k := p.env.Keys
	switch _, any := p.list.Selected(); {
	case p.Typing():
		return keys.Hints{b.keep, b.drop}
	case any && p.at.level != onList:
		return keys.Hints{k.Move, b.choose, k.Back}
	}
	return p.list.Keys(k)
}
