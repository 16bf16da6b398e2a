package reflect

import (
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here.
type bindings struct{ answer key.Binding }

func newBindings(env page.Env) bindings {
	return bindings{answer: keys.With(env.Keys.Enter, env.Words.T("reflect.key-answer"))}
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
	act := r.env.Keys.Choose
	if id, _ := r.leaf.Selected(); strings.HasPrefix(id, anAnswer) {
		act = b.answer
	}
	return r.leaf.Enter(r.env.Keys, r.env.Keys.GoOn, act)
}
