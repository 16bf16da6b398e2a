package reader

import (
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the reader's own keys, and the shared ones under the names they
// have here.
type bindings struct {
	parts, readOn, goOn, choose, toPart, close key.Binding
	keepFind, dropFind, clearFind              key.Binding
	words, mark, toWord, toNote                key.Binding
}

func newBindings(env page.Env) bindings {
	k, w := env.Keys, env.Words
	plain := func(k, words string) key.Binding {
		return key.NewBinding(key.WithKeys(k), key.WithHelp(k, w.T(words)))
	}
	return bindings{
		parts:     plain("o", "reader.key.parts"),
		readOn:    keys.With(k.Enter, w.T("reader.key.read-on")),
		goOn:      keys.With(k.Enter, w.T("reader.key.go-on")),
		choose:    keys.With(k.Enter, w.T("key.choose")),
		toPart:    keys.With(k.Enter, w.T("reader.key.to-part")),
		close:     keys.With(k.Back, w.T("reader.key.close")),
		keepFind:  plain("enter", "reader.key.keep-find"),
		dropFind:  plain("esc", "reader.key.drop-find"),
		clearFind: keys.With(k.Back, w.T("reader.key.clear-find")),
		words:     plain("t", "term.key-words"),
		mark:      plain("m", "note.key-mark"),
		toWord:    keys.With(k.Enter, w.T("term.key-more")),
		toNote:    keys.With(k.Enter, w.T("note.key-this")),
	}
}

// hints is what a page shows under itself and, at more length, on request.
type hints struct{ short, more []key.Binding }

// ShortHelp lists the keys that are most of use.
func (h hints) ShortHelp() []key.Binding { return h.short }

// FullHelp lists all keys.
func (h hints) FullHelp() [][]key.Binding { return [][]key.Binding{h.short, h.more} }

// now is the keys that work in the state the page is in.
func (b bindings) now(r *Reader) help.KeyMap {
	k := r.env.Keys
	pages := []key.Binding{k.PageUp, k.PageDown, k.Top, k.Bottom}
	enter := b.readOn
	switch {
	case r.body.Marked():
		enter = b.choose
	case !strings.Contains(r.body.More(), "↓"):
		enter = b.goOn
	}
	switch {
	case r.kept.leaving():
		return hints{}
	case r.stuck != nil:
		return hints{short: []key.Binding{k.Move, enter, k.Back}}
	case r.sheet == nil:
		return hints{short: []key.Binding{k.Back}}
	case r.find.typing() && len(r.find.matches) > 1:
		return hints{short: []key.Binding{k.Move, b.keepFind, b.dropFind}}
	case r.find.typing():
		return hints{short: []key.Binding{b.keepFind, b.dropFind}}
	case r.parts.open:
		return hints{short: []key.Binding{k.Move, b.toPart, b.close}, more: pages}
	case r.aside.what == marking:
		return hints{short: []key.Binding{k.Move, b.toNote, b.close}}
	case r.aside.what == words && len(r.aside.list) > 1:
		return hints{short: []key.Binding{k.Move, b.toWord, b.close}}
	case r.aside.what == words:
		return hints{short: []key.Binding{b.toWord, b.close}}
	case r.find.on():
		return hints{short: []key.Binding{k.Next, b.clearFind, k.Previous, k.Move, enter}, more: append(pages, k.Find, b.parts, b.words, b.mark)}
	}
	return hints{short: []key.Binding{k.Move, enter, k.Back, b.parts, k.Find, b.words, b.mark}, more: pages}
}
