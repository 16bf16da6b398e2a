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

	made help.KeyMap // those of the mode that the page was in last; nil at first
	of   mode
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

// A mode is what the keys of the page depend on.
type mode struct {
	is    doing
	enter enters
	many  bool // of what the arrows move through
}

// doing is what the learner does on the page.
type doing int

const (
	reading doing = iota
	going         // the page is being left
	stuck         // there is no lesson
	coming        // the lesson is on its way
	typingFind
	inParts
	inMarking
	inWords
	withMatches
)

// enters is what Enter does in a text.
type enters int

const (
	readsOn enters = iota
	goesOn
	chooses
)

// mode is the state the page is in, as far as keys go.
func (r *Reader) mode() mode {
	m := mode{}
	switch {
	case r.body.Marked():
		m.enter = chooses
	case !strings.Contains(r.body.More(), "↓"):
		m.enter = goesOn
	}
	switch {
	case r.kept.leaving():
		m.is = going
	case r.stuck != nil:
		m.is = stuck
	case r.sheet == nil:
		m.is = coming
	case r.find.typing():
		m.is, m.many = typingFind, len(r.find.matches) > 1
	case r.parts.open:
		m.is = inParts
	case r.aside.what == marking:
		m.is = inMarking
	case r.aside.what == words:
		m.is, m.many = inWords, len(r.aside.list) > 1
	case r.find.on():
		m.is = withMatches
	}
	return m
}

// now is the keys that work in a mode.
func (b bindings) now(k keys.Map, m mode) hints {
	pages := []key.Binding{k.PageUp, k.PageDown, k.Top, k.Bottom}
	enter := [...]key.Binding{readsOn: b.readOn, goesOn: b.goOn, chooses: b.choose}[m.enter]
	switch m.is {
	case reading:
	case going:
		return hints{}
	case stuck:
		return hints{short: []key.Binding{k.Move, enter, k.Back}}
	case coming:
		return hints{short: []key.Binding{k.Back}}
	case typingFind:
		return hints{short: among(m.many, k.Move, b.keepFind, b.dropFind)}
	case inParts:
		return hints{short: []key.Binding{k.Move, b.toPart, b.close}, more: pages}
	case inMarking:
		return hints{short: []key.Binding{k.Move, b.toNote, b.close}}
	case inWords:
		return hints{short: among(m.many, k.Move, b.toWord, b.close)}
	case withMatches:
		return hints{short: []key.Binding{k.Next, b.clearFind, k.Previous, k.Move, enter}, more: append(pages, k.Find, b.parts, b.words, b.mark)}
	}
	return hints{short: []key.Binding{k.Move, enter, k.Back, b.parts, k.Find, b.words, b.mark}, more: pages}
}

// among is keys with the one that moves, where there is something to move
// through.
func among(many bool, move key.Binding, rest ...key.Binding) []key.Binding {
	if !many {
		return rest
	}
	return append([]key.Binding{move}, rest...)
}
