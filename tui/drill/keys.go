package drill

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here, and the one of
// the page's own.
type bindings struct {
	toAnswers                     key.Binding
	pick, tick, check, checkHere  key.Binding
	take, carry, putDown, putBack key.Binding
	toMatch, thisMatch            key.Binding
}

func newBindings(env page.Env) bindings {
	k, w := env.Keys, env.Words
	return bindings{
		toAnswers: keys.With(k.Enter, w.T("drill.key.to-answers")),
		pick:      keys.With(k.Enter, w.T("drill.key.pick")),
		tick:      keys.With(k.Enter, w.T("drill.key.tick")),
		checkHere: keys.With(k.Enter, w.T("drill.key.check")),
		take:      keys.With(k.Enter, w.T("drill.key.take")),
		carry:     keys.With(k.Move, w.T("drill.key.carry")),
		putDown:   keys.With(k.Enter, w.T("drill.key.put-down")),
		putBack:   keys.With(k.Back, w.T("drill.key.put-back")),
		toMatch:   keys.With(k.Enter, w.T("drill.key.to-match")),
		thisMatch: keys.With(k.Enter, w.T("drill.key.this-match")),
		check:     key.NewBinding(key.WithKeys("c"), key.WithHelp("c", w.T("drill.key.check-short"))),
	}
}

// hints is what the page shows under itself and, at more length, on request.
type hints struct{ short, more []key.Binding }

// ShortHelp lists the keys that are most of use.
func (h hints) ShortHelp() []key.Binding { return h.short }

// FullHelp lists all keys.
func (h hints) FullHelp() [][]key.Binding { return [][]key.Binding{h.short, h.more} }

// now is the keys that work in the state the page is in.
func (b bindings) now(d *Drill) help.KeyMap {
	k := d.env.Keys
	h := hints{more: []key.Binding{k.PageUp, k.PageDown, k.Top, k.Bottom}}
	switch {
	case d.stage == waiting, d.busy():
		h.short, h.more = []key.Binding{k.Back}, nil
	case d.carrying():
		h.short = []key.Binding{b.carry, b.putDown, b.putBack}
	case d.Typing():
		h.short, h.more = []key.Binding{b.checkHere, k.Back}, nil
	case d.stage == asking:
		h.short = append([]key.Binding{k.Move, b.enter(d), k.Back}, d.front.ask.more(b)...)
	default:
		h.short = []key.Binding{k.Move, b.enter(d), k.Back}
	}
	return h
}

// enter is what Enter does now.
func (b bindings) enter(d *Drill) key.Binding {
	k := d.env.Keys
	switch id, marked := d.leaf.Selected(); {
	case !marked && d.stage == asking:
		return b.toAnswers
	case d.stage == asking:
		return d.front.ask.enter(b, id)
	case d.stage == reasons, d.stage == looking:
		return d.leaf.Enter(k, k.GoOn, k.GoOn)
	}
	return d.leaf.Enter(k, k.GoOn, k.Choose)
}
