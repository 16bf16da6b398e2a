package reword

import (
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here.
type bindings struct{ readOn, goOn, choose, done, stop key.Binding }

func newBindings(env page.Env) bindings {
	k, w := env.Keys, env.Words
	bind := func(press, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(press, w.T(words)))
	}
	return bindings{
		readOn: keys.With(k.Enter, w.T("reword.key-read-on")),
		goOn:   keys.With(k.Enter, w.T("reword.key-go-on")),
		choose: keys.With(k.Enter, w.T("key.choose")),
		done:   bind("enter", "reword.key-go-on"),
		stop:   bind("esc", "reword.key-stop"),
	}
}

// now is the keys that work in the stage the page is in.
func (b bindings) now(r *Reword) help.KeyMap {
	k := r.env.Keys
	switch {
	case r.Typing():
		return keys.Hints{b.done, b.stop}
	case r.stage == waiting, r.errands.Busy():
		return keys.Hints{k.Back}
	}
	_, marked := r.leaf.Selected()
	switch {
	case marked:
		return keys.Hints{k.Move, b.choose, k.Back}
	case strings.Contains(r.leaf.More(), "↓"):
		return keys.Hints{k.Move, b.readOn, k.Back}
	}
	return keys.Hints{k.Move, b.goOn, k.Back}
}
