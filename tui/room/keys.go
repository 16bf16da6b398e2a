package room

import (
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here.
type bindings struct{ join, leave, choose key.Binding }

func newBindings(env page.Env) bindings {
	k, w := env.Keys, env.Words
	return bindings{
		join:   keys.With(k.Enter, w.T("room.key-join")),
		leave:  key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", w.T("key.back"))),
		choose: keys.With(k.Enter, w.T("key.choose")),
	}
}
