// Package room is a live room for one of the group: they come in with a code,
// answer what is asked, see the results, read along with what is shown, put
// questions into the box and say how the pace is. It keeps nothing; what they
// do stands in the room, without their name.
package room

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
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
	welcome              // what is kept of whom, and how to come back
	asked                // what is asked, what was answered, and what can be done
	writing              // a question for the box
	pacing               // how the pace is
	along                // what the facilitator shows
	leaving              // whether to leave
	over                 // the room is no more
)

// Room is the page.
type Room struct {
	env   page.Env
	seat  *seat.Seat
	keys  bindings
	entry string                        // by which the page was opened
	other func(typed string) page.Route // where a code leads that is typed here; nil for this page
	level level

	field kit.Field // the code
	box   kit.Field // a question for the box
	draft string    // the question's id: sent twice, it is one question
	leaf  kit.Leaf
	said  string  // what became of what was done last
	front inFront // what was in front when it was looked at last
	want  []string
	read  reading
	stale bool // the page is to be written anew
	w, h  int
}

// New returns the page of a room. An entry is tried at once; without one it is
// asked for.
func New(env page.Env, desk *study.Desk, sheets *typeset.Cache, hall *seat.Hall, entry string) *Room {
	r := &Room{
		env: env, seat: seat.New(env, hall), keys: newBindings(env), entry: entry,
		field: kit.NewField(env.Theme, env.Words.T("room.code")+" ", codeLimit),
		box:   kit.NewField(env.Theme, "> ", group.MaxQuestion),
		leaf:  kit.NewLeaf(env.Theme, env.TextWidth),
		read:  newReading(env, desk, sheets),
	}
	r.field.SetValue(entry)
	r.field.Focus()
	r.box.Focus()
	return r
}

// NewTo returns the page that asks for a code and opens another with it.
func NewTo(env page.Env, hall *seat.Hall, other func(typed string) page.Route) *Room {
	r := New(env, nil, nil, hall, "")
	r.other = other
	return r
}

// Init comes in, where it is known with which code.
func (r *Room) Init() tea.Cmd {
	switch {
	case r.seat.Inside():
		return r.look()
	case r.entry == "" || r.level == over:
		return nil
	}
	return r.enter(r.entry)
}

// Inherit goes on where the page was, in another theme or language.
func (r *Room) Inherit(was page.Page) {
	w, ok := was.(*Room)
	if !ok {
		return
	}
	r.seat, w.seat = w.seat, nil // it is this page's now
	r.seat.Wear(r.env)
	r.level, r.draft, r.front, r.want, r.entry = w.level, w.draft, w.front, w.want, w.entry
	r.field.SetValue(w.field.Value())
	r.box.SetValue(w.box.Value())
	r.leaf.Inherit(&w.leaf)
	r.read.inherit(&w.read)
}

// Close gets up from the seat.
func (r *Room) Close() tea.Cmd {
	if r.seat == nil {
		return nil
	}
	return r.seat.Leave()
}

// Typing reports that letters go into a field.
func (r *Room) Typing() bool {
	return r.level == outside && !r.seat.Entering() || r.level == writing
}

// Here is the route that leads back to this seat.
func (r *Room) Here() page.Route {
	if in := r.seat.Sitting(); in != nil && in.Seated() {
		return page.Room{Entry: in.Return()}
	}
	return page.Room{Entry: r.entry}
}

// attends is how long somebody in a room need touch no key: they listen.
const attends = time.Hour

// Attends says how long the page goes on without a key.
func (r *Room) Attends() time.Duration {
	if r.seat.Inside() && r.level != over {
		return attends
	}
	return 0
}

// Update gives a message to its handler, and writes the page anew where there
// is something new to see.
func (r *Room) Update(msg tea.Msg) tea.Cmd {
	cmd := r.handle(msg)
	r.write()
	return cmd
}

func (r *Room) handle(msg tea.Msg) tea.Cmd {
	if cmd, took := r.onRead(msg); took {
		return cmd
	}
	switch msg := msg.(type) {
	case seat.News:
		return r.onNews(msg)
	case tea.KeyPressMsg:
		return r.onKey(msg)
	case tea.PasteMsg:
		if r.Typing() {
			r.said = ""
			r.onField().Update(msg)
		}
	case tea.MouseMsg:
		return r.onMouse(msg)
	}
	return nil
}

// onMouse points at what the page lists, where it lists anything.
func (r *Room) onMouse(msg tea.MouseMsg) tea.Cmd {
	if r.level == outside || r.level == writing || r.level == along {
		return nil
	}
	if click, ok := msg.(tea.MouseClickMsg); ok {
		if on, had := r.leaf.Click(click.Y); on && had && click.Button == tea.MouseLeft {
			return r.choose()
		}
		return nil
	}
	r.leaf.Update(msg, r.env.Keys)
	return nil
}

// onField is the field that takes letters.
func (r *Room) onField() *kit.Field {
	if r.level == writing {
		return &r.box
	}
	return &r.field
}

// Resize lays the page out anew.
func (r *Room) Resize(width, height int) tea.Cmd {
	r.w, r.h = width, height
	r.leaf.SetSize(width, height)
	r.field.SetWidth(r.leaf.Room())
	r.box.SetWidth(r.leaf.Room())
	r.stale = true
	r.write()
	return r.relay()
}

// Title says which room it is, or what of it is read.
func (r *Room) Title() string {
	w := r.env.Words
	switch {
	case r.seat == nil || !r.seat.Inside():
		return w.T("room.title")
	case r.level == along && r.read.easel.Ready():
		return w.T("room.title") + " > " + r.read.easel.Title()
	}
	return w.T("room.title") + " " + r.view().Code.String()
}

func (r *Room) view() group.View { return r.seat.Now().All() }
