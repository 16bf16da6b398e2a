package reword

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here.
type bindings struct{ done, stop key.Binding }

func newBindings(env page.Env) bindings {
	w := env.Words
	bind := func(press, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(press, w.T(words)))
	}
	return bindings{
		done: bind("enter", "reword.key-go-on"),
		stop: bind("esc", "reword.key-stop"),
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
	return keys.Hints{k.Move, r.leaf.Enter(k, k.GoOn, k.Choose), k.Back}
}
