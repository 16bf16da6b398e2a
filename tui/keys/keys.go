// Package keys holds the bindings that mean the same on every page, with their
// names in the learner's language. A page adds its own beside them.
package keys

import (
	"charm.land/bubbles/v2/key"

	"porchlight/internal/locale"
)

// Map is the shared bindings of one session.
type Map struct {
	Up, Down, PageUp, PageDown, Top, Bottom key.Binding
	Move                                    key.Binding // up and down, as one hint
	Enter, Back                             key.Binding
	ReadOn, GoOn, Choose                    key.Binding // Enter, by what it does then
	Find, Next, Previous                    key.Binding
	Before, After                           key.Binding // where the learner was, and back again
	Now, Keys, Exit, Quit                   key.Binding
	Print                                   key.Binding // where there is something to print
	NowTyping                               key.Binding // works in a text field too
	Hide                                    key.Binding // on a screen that anyone may see
	Called                                  key.Binding // back to a page that calls from beneath
}

// New names the bindings in the given words.
func New(w *locale.Words) Map {
	bind := func(label, words string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, w.T(words)))
	}
	return Map{
		Up:        bind("↑", "key.up", "up", "k"),
		Down:      bind("↓", "key.down", "down", "j"),
		PageUp:    bind(w.T("key.cap-page-up"), "key.page-up", "pgup", "b"),
		PageDown:  bind(w.T("key.cap-space"), "key.page-down", "pgdown", "space", "f"),
		Top:       bind(w.T("key.cap-home"), "key.top", "home", "g"),
		Bottom:    bind(w.T("key.cap-end"), "key.bottom", "end", "G"),
		Move:      bind("↑↓", "key.move", "up", "down"),
		Enter:     bind("enter", "key.open", "enter", "right", "l"),
		ReadOn:    bind("enter", "key.read-on", "enter", "right", "l"),
		GoOn:      bind("enter", "key.go-on", "enter", "right", "l"),
		Choose:    bind("enter", "key.choose", "enter", "right", "l"),
		Back:      bind("esc", "key.back", "esc", "left", "h", "backspace"),
		Before:    bind("[", "key.before", "[", "alt+left"),
		After:     bind("]", "key.after", "]", "alt+right"),
		Find:      bind("/", "key.find", "/"),
		Next:      bind("n", "key.next", "n"),
		Previous:  bind("N", "key.previous", "N"),
		Now:       bind("!", "key.now", "!"),
		Print:     bind("p", "key.print", "p"),
		NowTyping: bind("ctrl+g", "key.now", "ctrl+g", "f1"),
		Keys:      bind("?", "key.keys", "?"),
		Exit:      bind("ctrl+x", "key.exit", "ctrl+x"),
		Quit:      bind("q", "key.quit", "q"),
		Hide:      bind("ctrl+o", "key.hide", "ctrl+o"),
		Called:    bind("ctrl+r", "key.called", "ctrl+r"),
	}
}

// With returns b under other words, for a page where the same key has a more
// exact name: "enter: check my answer".
func With(b key.Binding, words string) key.Binding {
	b.SetHelp(b.Help().Key, words)
	return b
}

// Hints is a help.KeyMap of the bindings a page has right now.
type Hints []key.Binding

// ShortHelp lists the bindings in the order of their use.
func (h Hints) ShortHelp() []key.Binding { return h }

// FullHelp lists them as one column.
func (h Hints) FullHelp() [][]key.Binding { return [][]key.Binding{h} }
