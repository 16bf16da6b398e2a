package reflect

import (
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here.
type bindings struct{ readOn, goOn, answer, choose key.Binding }

func newBindings(env page.Env) bindings {
	k, w := env.Keys, env.Words
	return bindings{
		readOn: keys.With(k.Enter, w.T("reflect.key-read-on")),
		goOn:   keys.With(k.Enter, w.T("reflect.key-go-on")),
		answer: keys.With(k.Enter, w.T("reflect.key-answer")),
		choose: keys.With(k.Enter, w.T("key.choose")),
	}
}

// now is the keys that work in the stage the page is in.
func (b bindings) now(r *Reflect) help.KeyMap {
	k := r.env.Keys
	if r.stage == waiting || r.errands.Busy() {
		return keys.Hints{k.Back}
	}
	return keys.Hints{k.Move, b.enter(r), k.Back}
}

// enter is what Enter does now.
func (b bindings) enter(r *Reflect) key.Binding {
	id, marked := r.leaf.Selected()
	switch {
	case !marked && strings.Contains(r.leaf.More(), "↓"):
		return b.readOn
	case !marked:
		return b.goOn
	case strings.HasPrefix(id, anAnswer):
		return b.answer
	}
	return b.choose
}
