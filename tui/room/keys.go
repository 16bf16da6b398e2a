package room

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/keys"
	"porchlight/tui/page"
)

// bindings are the shared keys under the names they have here, and those of
// reading along.
type bindings struct {
	join, leave, choose, readOn, back key.Binding
	send, others                      key.Binding
	next, previous, follow, letGo     key.Binding
	again                             key.Binding
}

func newBindings(env page.Env) bindings {
	k, w := env.Keys, env.Words
	bind := func(cap, words string, press ...string) key.Binding {
		return key.NewBinding(key.WithKeys(press...), key.WithHelp(cap, w.T(words)))
	}
	return bindings{
		join:     keys.With(k.Enter, w.T("room.key-join")),
		leave:    bind("esc", "key.back", "esc"),
		choose:   keys.With(k.Enter, w.T("key.choose")),
		readOn:   keys.With(k.Enter, w.T("room.key-read-on")),
		back:     bind("esc", "key.back", "esc"),
		send:     bind("enter", "room.key-send", "enter"),
		others:   bind("esc", "room.key-others", "esc"),
		next:     bind("→", "room.key-next", "right", "space", "l"),
		previous: bind("←", "room.key-previous", "left", "h", "backspace"),
		follow:   bind("enter", "room.key-follow", "enter", "f"),
		again:    bind("f", "room.key-follow", "f"),
		letGo:    bind("enter", "room.key-let-go", "enter", "f"),
	}
}

// Keys lists what works now.
func (r *Room) Keys() help.KeyMap {
	k, b := r.env.Keys, r.keys
	enter := b.choose
	if !r.leaf.Marked() {
		enter = b.readOn
	}
	switch {
	case r.seat.Entering():
		return keys.Hints{b.back}
	case r.level == outside:
		return keys.Hints{b.join, b.leave}
	case r.level == writing:
		return keys.Hints{b.send, b.back}
	case r.level == along && r.read.alone:
		return keys.Hints{b.follow, b.next, b.others, b.previous}
	case r.level == along:
		return keys.Hints{b.next, b.others, b.letGo, b.previous}
	case r.level == over, r.view().Ended:
		return keys.Hints{k.Back}
	}
	if r.letGo() {
		return keys.Hints{k.Move, enter, b.again, k.Back}
	}
	return keys.Hints{k.Move, enter, k.Back}
}

// onKey gives a key to the level that is shown.
func (r *Room) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case r.level == outside && !r.seat.Entering():
		return r.inCode(msg)
	case r.level == writing:
		return r.inBox(msg)
	case r.level == along:
		return r.inReading(msg)
	case key.Matches(msg, k.Back):
		return r.back()
	case r.letGo() && key.Matches(msg, r.keys.again):
		return r.along()
	case r.leaf.Update(msg, k):
		return nil
	case key.Matches(msg, k.Enter):
		return r.choose()
	}
	return nil
}

// back leads one level up; from the room itself it asks whether to leave.
func (r *Room) back() tea.Cmd {
	switch {
	case r.level == outside || r.level == over || !r.seat.Inside() || r.view().Ended:
		return page.Back
	case r.level == asked:
		r.to(leaving)
	default:
		r.to(asked)
	}
	return r.look()
}
