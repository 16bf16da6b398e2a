package practice

import (
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here.
type bindings struct {
	toReplies, say, compare, stop key.Binding
}

func newBindings(env page.Env) bindings {
	k, w := env.Keys, env.Words
	bind := func(press, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(press, w.T(words)))
	}
	return bindings{
		toReplies: keys.With(k.Enter, w.T("practice.key-to-replies")),
		say:       keys.With(k.Enter, w.T("practice.key-say")),
		compare:   bind("enter", "practice.key-compare"),
		stop:      bind("esc", "practice.key-stop"),
	}
}

// now is the keys that work in the stage the page is in.
func (b bindings) now(t *Talk) help.KeyMap {
	k := t.env.Keys
	switch {
	case t.Typing():
		return keys.Hints{b.compare, b.stop}
	case t.stage == waiting, t.errands.Busy():
		return keys.Hints{k.Back}
	}
	return keys.Hints{k.Move, b.enter(t), k.Back}
}

// enter is what Enter does now.
func (b bindings) enter(t *Talk) key.Binding {
	act := t.env.Keys.Choose
	if id, _ := t.leaf.Selected(); strings.HasPrefix(id, aReply) {
		act = b.say
	}
	return t.leaf.Enter(t.env.Keys, b.toReplies, act)
}
