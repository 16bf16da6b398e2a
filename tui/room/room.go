// Package room is a live room for one of the group: they come in with a code,
// answer what is asked, see the results, and put questions into the box. It
// keeps nothing; what they do stands in the room, without their name.
package room

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// codeLimit is the longest text taken for a code, in bytes.
const codeLimit = 80

// A level is what the page shows.
type level int

const (
	outside level = iota // where the code is typed
	inside               // what is asked, and what was answered
	over                 // the room is no more
)

// Room is the page.
type Room struct {
	env   page.Env
	seat  *seat.Seat
	keys  bindings
	entry string // by which the page was opened

	level level
	field kit.Field
	leaf  kit.Leaf
	said  string // what became of what was done last
	front string // the question that was shown last
	w, h  int
}

// New returns the page of a room. An entry is tried at once; without one it is
// asked for.
func New(env page.Env, hall *seat.Hall, entry string) *Room {
	r := &Room{
		env: env, seat: seat.New(env, hall), keys: newBindings(env), entry: entry,
		field: kit.NewField(env.Theme, env.Words.T("room.code")+" ", codeLimit),
		leaf:  kit.NewLeaf(env.Theme, env.TextWidth),
	}
	r.field.Focus()
	return r
}

// Init comes in, where it is known with which code.
func (r *Room) Init() tea.Cmd {
	if r.entry == "" || r.seat.Inside() {
		return nil
	}
	return r.enter(r.entry)
}

// Inherit goes on where the page was, in another theme or language.
func (r *Room) Inherit(was page.Page) {
	if w, ok := was.(*Room); ok {
		r.seat, r.level, r.said, r.front = w.seat, w.level, w.said, w.front
		r.field.SetValue(w.field.Value())
		r.leaf.Inherit(&w.leaf)
		r.seat.Wear(r.env)
		w.seat = nil // it is this page's now
	}
}

// Close gets up from the seat.
func (r *Room) Close() tea.Cmd {
	if r.seat == nil {
		return nil
	}
	return r.seat.Leave()
}

// Typing reports that letters go into the field.
func (r *Room) Typing() bool { return r.level == outside && !r.seat.Entering() }

// Here is the route that leads back to this seat.
func (r *Room) Here() page.Route {
	if in := r.seat.Sitting(); in != nil && in.Seated() {
		return page.Room{Entry: in.Return()}
	}
	return page.Room{Entry: r.entry}
}

func (r *Room) enter(entry string) tea.Cmd {
	r.said = ""
	cmd := r.seat.Enter(entry)
	r.draw()
	return cmd
}

// Update gives a message to its handler.
func (r *Room) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case seat.News:
		return r.onNews(msg)
	case tea.KeyPressMsg:
		return r.onKey(msg)
	case tea.PasteMsg:
		if r.Typing() {
			r.field.Update(msg)
			r.draw()
		}
	case tea.MouseWheelMsg:
		r.leaf.Update(msg, r.env.Keys)
	case tea.MouseClickMsg:
		if on, had := r.leaf.Click(msg.Y); on && had {
			return r.choose()
		}
	}
	return nil
}

func (r *Room) onNews(msg seat.News) tea.Cmd {
	e, cmd := r.seat.Take(msg)
	switch e.What {
	case seat.Nothing:
		return nil
	case seat.Entered:
		if r.seat.Sitting().Leads() {
			return page.By(r, page.Replace(page.Lead{Entry: r.entryTyped()}))
		}
		r.level = inside
	case seat.Refused, seat.Failed:
		r.said = r.trouble(e.Err)
	case seat.Did:
		r.said = r.env.Words.T(e.Name.(string))
	case seat.Gone:
		r.level = over
	}
	r.draw()
	return cmd
}

// entryTyped is what was used to come in.
func (r *Room) entryTyped() string {
	if typed := r.field.Value(); typed != "" {
		return typed
	}
	return r.entry
}

func (r *Room) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case r.Typing():
		return r.inField(msg)
	case key.Matches(msg, k.Back):
		return page.Back
	case r.leaf.Update(msg, k):
		return nil
	case key.Matches(msg, k.Enter):
		return r.choose()
	}
	return nil
}

// inField takes a key while the code is typed.
func (r *Room) inField(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Code {
	case tea.KeyEscape:
		return page.Back
	case tea.KeyEnter:
		if typed := r.field.Value(); typed != "" {
			return r.enter(typed)
		}
		return nil
	}
	r.field.Update(msg)
	r.draw()
	return nil
}

// Resize lays the page out anew.
func (r *Room) Resize(width, height int) tea.Cmd {
	r.w, r.h = width, height
	r.leaf.SetSize(width, height)
	r.field.SetWidth(r.leaf.Room())
	r.draw()
	return nil
}

// Title says which room it is.
func (r *Room) Title() string {
	if r.seat == nil || !r.seat.Inside() {
		return r.env.Words.T("room.title")
	}
	return r.env.Words.T("room.title") + " " + r.view().Code.String()
}

func (r *Room) view() group.View { return r.seat.Now().All() }

// Keys lists what works now.
func (r *Room) Keys() help.KeyMap {
	k := r.env.Keys
	if r.Typing() {
		return keys.Hints{r.keys.join, r.keys.leave}
	}
	return keys.Hints{k.Move, r.keys.choose, k.Back}
}
