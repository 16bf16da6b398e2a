package call

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// A mark is what was made of an answer: one of the signs, or that it was not
// asked.
type mark struct {
	id    string // of the item, and of its words
	digit string // the key, while no note is written
	f     string // the key that works while a note is written too
	sign  record.Sign
	asked bool
}

// marks are all of them, in the order of their keys.
func marks() []mark {
	return []mark{
		{"good", "2", "f2", record.Good, true},
		{"warning", "3", "f3", record.Warning, true},
		{"unclear", "4", "f4", record.Unclear, true},
		{"open", "5", "f5", record.NoSign, false},
	}
}

// bindings are the page's keys beside the shared ones.
type bindings struct {
	marks                []key.Binding
	note, next, previous key.Binding
	choose, readOn       key.Binding
	done, nextNote       key.Binding
	whileTyping          key.Binding
}

func newBindings(env page.Env) bindings {
	w, k := env.Words, env.Keys
	bind := func(label, words string, press ...string) key.Binding {
		return key.NewBinding(key.WithKeys(press...), key.WithHelp(label, w.T(words)))
	}
	b := bindings{
		note:        bind("1", "checklist.key-note", "1"),
		next:        bind("tab", "call.key-next", "tab"),
		previous:    bind("shift+tab", "call.key-previous", "shift+tab"),
		choose:      keys.With(k.Enter, w.T("key.choose")),
		readOn:      keys.With(k.Enter, w.T("checklist.key-read-on")),
		nextNote:    bind("enter", "call.key-next", "enter"),
		done:        bind("esc", "call.key-done", "esc", "tab"),
		whileTyping: bind("f2-f5", "call.key-marks", "f2", "f3", "f4", "f5"),
	}
	for _, m := range marks() {
		b.marks = append(b.marks, bind(m.digit, "call.key-"+m.id, m.digit, m.f))
	}
	return b
}

// heard is the mark that a key gives. While a note is written, digits are part
// of it.
func (b bindings) heard(msg tea.KeyPressMsg, typing bool) (mark, bool) {
	for _, m := range marks() {
		if press := msg.String(); press == m.f || !typing && press == m.digit {
			return m, true
		}
	}
	return mark{}, false
}

// now is what works at this moment.
func (b bindings) now(c *Call) help.KeyMap {
	k := c.env.Keys
	enter := b.readOn
	if c.sheet.Marked() {
		enter = b.choose
	}
	switch {
	case c.Typing():
		return keys.Hints{b.nextNote, b.done, b.whileTyping}
	case c.call == nil:
		return keys.Hints{k.Back}
	case c.ended():
		return keys.Hints{k.Move, enter, b.previous, k.Back}
	}
	return append(append(keys.Hints{b.note}, b.marks...), b.next, b.previous, k.Move, enter, k.Back)
}
