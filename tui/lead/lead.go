// Package lead is a live room for whoever leads it: how things stand, and what
// can be done now, the likeliest first. The run sheet, any question of the
// course, the box, hands and slips, one keyboard for all, who leads, and the end
// are each one list away. It keeps nothing; what is done stands in the room.
package lead

import (
	"context"
	"time"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/study"
	"porchlight/tui/errand"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// Lead is the page.
type Lead struct {
	env   page.Env
	desk  *study.Desk
	seat  *seat.Seat
	work  errand.Runner[*Lead, found]
	clock clock
	entry string // by which the page was opened

	meeting  study.Meeting // by the run sheet that the room goes by
	at       spot
	said     string    // what became of what was done last
	failed   bool      // it is why that was not done
	failedAt string    // how the question stood then
	swapped  time.Time // when another lead last changed what the cursor is on
	erased   bool      // this page erased the room
	own      own       // what is being typed, or passed round

	items []item
	menu  kit.Listing
	field kit.Field

	width, height int
}

// glance is how long somebody needs to see that another lead has changed what
// Enter would do.
const glance = time.Second

// New returns the page for who leads a room, with the entry that leads it. Wait
// waits for a time, and is nil where no clock runs.
func New(env page.Env, desk *study.Desk, hall *seat.Hall, wait func(context.Context, time.Duration) bool, entry string) *Lead {
	return &Lead{
		env: env, desk: desk, seat: seat.New(env, hall), clock: clock{wait: wait}, entry: entry,
		menu: kit.NewListing(env.Theme, env.TextWidth),
	}
}

// Init comes in.
func (l *Lead) Init() tea.Cmd {
	if l.seat.Inside() {
		return tea.Batch(l.tick(), l.plan())
	}
	return l.seat.Enter(l.entry)
}

// Inherit goes on where the page was, in another theme or language.
func (l *Lead) Inherit(was page.Page) {
	w, ok := was.(*Lead)
	if !ok {
		return
	}
	l.seat, l.at, l.own, l.erased = w.seat, w.at, w.own, w.erased
	if id, any := w.menu.Selected(); any {
		l.at.row = id
	}
	l.own.sheet = "" // to be read in this language
	l.seat.Wear(l.env)
	w.seat = nil // it is this page's now
	if l.at.typing() {
		l.ask(w.field.Value())
	}
}

// Close leaves the room, which goes on.
func (l *Lead) Close() tea.Cmd {
	if l.seat == nil {
		return nil
	}
	return l.seat.Leave()
}

// Return looks again, after another page was in front.
func (l *Lead) Return() tea.Cmd {
	l.draw()
	return l.tick()
}

// Here is the route that leads back.
func (l *Lead) Here() page.Route { return page.Lead{Entry: l.entry} }

// attends is how long whoever leads need touch no key: the group reads or talks.
const attends = 2 * time.Hour

// Attends says how long the page goes on without a key.
func (l *Lead) Attends() time.Duration {
	if l.seat != nil && l.seat.Inside() {
		return attends
	}
	return 0
}

// Typing reports that letters go into a field.
func (l *Lead) Typing() bool { return l.at.typing() }

// Update gives a message to its handler.
func (l *Lead) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case seat.News:
		return l.onNews(msg)
	case errand.Done[*Lead, found]:
		return l.work.Took(l, msg)
	case minute:
		return l.onMinute(msg)
	case tea.KeyPressMsg:
		return l.onKey(msg)
	case tea.PasteMsg:
		if l.Typing() {
			l.field.Update(msg)
		}
	case tea.MouseMsg:
		if !l.Typing() {
			return l.onInput(msg)
		}
	}
	return nil
}

// onNews takes what became of something in the room.
func (l *Lead) onNews(msg seat.News) tea.Cmd {
	e, cmd := l.seat.Take(msg)
	switch e.What {
	case seat.Nothing:
		return cmd
	case seat.Entered:
		l.at = spot{level: now}
	case seat.Changed:
		if l.failed && l.gist() != l.failedAt {
			l.said = "" // why something was not done may be so no more
		}
	case seat.Refused:
		l.refused(say.Trouble(l.env.Words, e.Err))
		l.at = spot{level: refused}
	case seat.Waits:
		l.onWaits()
	case seat.Failed:
		l.refused(say.Refused(l.env.Words, e.Err, e.Late))
	case seat.Did:
		l.onDid(e.Name.(did), e.Late)
	case seat.Gone:
		l.at = spot{level: over}
	}
	l.follow()
	under, _ := l.menu.Selected()
	if l.draw(); e.What == seat.Changed && !l.seat.Busy() { // else it may be what this page did
		if is, any := l.menu.Selected(); any && is != under {
			l.swapped = l.env.Now()
		}
	}
	return tea.Batch(cmd, l.plan(), l.tick())
}

// follow goes where the state of the room leads: to its end, or out.
func (l *Lead) follow() {
	if !l.seat.Inside() {
		return
	}
	v, leads := l.view()
	switch {
	case !leads:
		l.at = spot{level: released}
	case v.Ended && !l.at.afterEnd():
		l.at = spot{level: ended}
	case v.Role != group.Facilitator && l.at.heads():
		l.at = spot{level: now}
	case l.at.ofFront() && (v.Front == nil || v.Front.ID != l.at.poll):
		l.at = spot{level: now} // somebody else put another question in front
	}
}

// view is the room as who leads it may see it.
func (l *Lead) view() (group.LeadView, bool) {
	if !l.seat.Inside() {
		return group.LeadView{}, false
	}
	return l.seat.Sitting().Lead(l.seat.Now())
}

func (l *Lead) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case l.Typing():
		return l.inField(msg)
	case key.Matches(msg, l.env.Keys.Back):
		return l.back()
	}
	return l.onInput(msg)
}

// onInput does what was chosen.
func (l *Lead) onInput(msg tea.Msg) tea.Cmd {
	id, ok := l.menu.Chosen(msg, l.env.Keys)
	switch {
	case !ok:
		l.at.moved = true
		return nil
	case l.seat.Waits() && !l.at.passes() && !l.at.leaves():
		l.said = l.env.Words.T("room.not-yet")
		l.draw()
		return nil
	case l.seat.Busy() && !l.seat.Waits() || l.work.Busy():
		return nil
	case l.env.Now().Sub(l.swapped) < glance:
		l.swapped, l.said = time.Time{}, l.env.Words.T("lead.look")
		l.draw()
		return nil
	}
	for _, it := range l.items {
		if it.id == id {
			cmd := it.do()
			l.draw()
			return cmd
		}
	}
	return nil
}

// Resize lays the page out anew.
func (l *Lead) Resize(width, height int) tea.Cmd {
	l.menu.SetSize(width, height)
	l.field.SetWidth(kit.Room(width, l.env.TextWidth))
	l.width, l.height = width, height
	l.draw()
	return nil
}

// Title says which room is led.
func (l *Lead) Title() string {
	if v, ok := l.view(); ok {
		return l.env.Words.F("lead.title", map[string]any{"Code": v.Code.String()})
	}
	return l.env.Words.T("room.title")
}

// Keys lists what works now.
func (l *Lead) Keys() help.KeyMap {
	k, w := l.env.Keys, l.env.Words
	if l.Typing() {
		return keys.Hints{keys.With(k.Enter, w.T("lead.key-next")), key.NewBinding(key.WithKeys("esc"), key.WithHelp("esc", w.T("key.back")))}
	}
	if _, any := l.menu.Selected(); !any {
		return keys.Hints{k.Back}
	}
	return keys.Hints{k.Move, keys.With(k.Enter, w.T("key.choose")), k.Back}
}
