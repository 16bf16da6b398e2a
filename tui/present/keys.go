package present

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the keys of a show. Left goes a step back here; esc leaves.
type bindings struct {
	next, say, previous, part, partBefore key.Binding
	notes, room, choose, read, leave      key.Binding
	ask, away                             key.Binding
}

func newBindings(env page.Env) bindings {
	w := env.Words
	bind := func(cap, words string, press ...string) key.Binding {
		return key.NewBinding(key.WithKeys(press...), key.WithHelp(cap, w.T(words)))
	}
	return bindings{
		next:       bind("→", "present.key-next", "right", "enter", "space", "l"),
		say:        bind("enter", "present.key-say", "enter", "right", "space", "l"),
		previous:   bind("←", "present.key-previous", "left", "h", "backspace"),
		part:       bind(w.T("key.cap-page-down"), "present.key-part", "pgdown", "end"),
		partBefore: bind(w.T("key.cap-page-up"), "present.key-part-before", "pgup", "home"),
		notes:      bind("n", "present.key-notes", "n"),
		room:       bind("n", "present.key-room", "n"),
		choose:     bind("↑↓", "present.key-choose-say", "up", "down"),
		read:       bind("↑↓", "present.key-read", "up", "down"),
		leave:      bind("esc", "key.back", "esc"),
		ask:        bind("o", "present.key-ask", "o"),
		away:       bind("x", "present.key-away", "x"),
	}
}

// Keys lists what works now.
func (p *Page) Keys() help.KeyMap {
	b := p.keys
	if p.bare() {
		return keys.Hints{b.leave}
	}
	hints := keys.Hints{b.next, b.previous}
	if o, asks := p.offer(); asks {
		next := keys.With(b.next, p.env.Words.T("present.key-"+o.Name))
		hints = keys.Hints{next, b.away, b.previous}
		if p.raised() != nil {
			hints = keys.Hints{next, keys.With(b.away, p.env.Words.T("present.key-hold"))}
		}
		if !p.easel.HasShow() {
			return append(hints[:2], b.leave)
		}
	} else if p.easel.Choosing() {
		hints = keys.Hints{b.choose, b.say, b.previous}
	}
	if _, can := p.canAsk(); can {
		hints = append(hints, b.ask)
	}
	if p.notes {
		hints = append(hints, b.room)
		if !p.easel.Choosing() {
			hints = append(hints, b.read)
		}
	} else {
		hints = append(hints, b.notes)
	}
	return append(hints, b.part, b.partBefore, b.leave)
}
