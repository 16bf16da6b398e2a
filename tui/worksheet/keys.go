package worksheet

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the page's keys beside the shared ones.
type bindings struct {
	clear, write, done, line, example, choose, readOn key.Binding
}

func newBindings(env page.Env) bindings {
	w, k := env.Words, env.Keys
	bind := func(press, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(press, w.T(words)))
	}
	return bindings{
		clear:   bind("c", "worksheet.key-clear"),
		write:   keys.With(k.Enter, w.T("worksheet.key-write")),
		choose:  keys.With(k.Enter, w.T("key.choose")),
		readOn:  keys.With(k.Enter, w.T("worksheet.key-read-on")),
		done:    bind("esc", "worksheet.key-done"),
		line:    bind("enter", "worksheet.key-line"),
		example: bind("tab", "worksheet.key-example"),
	}
}

// now is what works at the level the learner is on.
func (b bindings) now(s *Sheet) help.KeyMap {
	k := s.env.Keys
	field := s.onField()
	switch {
	case s.page == nil && s.stuck == nil:
		return keys.Hints{k.Back}
	case s.level == writing:
		return keys.Hints{b.done, b.line, b.example}
	case s.level == example:
		return keys.Hints{k.Move, k.Back}
	case !s.body.Marked():
		return keys.Hints{k.Move, b.readOn, k.Back}
	case s.level == answers && field != "" && s.text(field) != "":
		return keys.Hints{k.Move, b.write, k.Back, b.clear}
	case s.level == answers && field != "":
		return keys.Hints{k.Move, b.write, k.Back}
	}
	return keys.Hints{k.Move, b.choose, k.Back}
}
