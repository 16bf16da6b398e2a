package room

import (
	"errors"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui/easel"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A reading is what the facilitator shows, on the person's own screen and in
// their own language.
type reading struct {
	easel   *easel.Easel
	follows bool // the person wants to see what is shown, when nothing is asked
	alone   bool // they have let go, and turn the pages themselves
	at      group.Place
	opening string // the route that was asked for last
}

func newReading(env page.Env, desk *study.Desk, sheets *typeset.Cache) reading {
	return reading{easel: easel.New(env, desk, sheets), follows: true}
}

// inherit goes on in another language: the show is opened anew, where it was.
func (d *reading) inherit(was *reading) {
	d.follows, d.alone = was.follows, was.alone
	if was.alone {
		d.at = was.at
		at, spot := was.easel.Place(), was.easel.Spot()
		d.at.Part, d.at.Replies, d.at.Block, d.at.Word = spot.Part, spot.Replies, at.Block, at.Word
	}
}

// letGo reports whether something is shown that the person does not follow: they
// have gone back to the room.
func (r *Room) letGo() bool {
	return r.level == asked && r.seat.Inside() && !r.read.follows && r.view().Place.Route != "" && !r.view().Ended
}

// follow goes where the facilitator is, unless the person reads alone: their
// page stays as it is. Asked anew, it sets the page again where nothing has
// moved.
func (r *Room) follow(to group.Place, anew bool) tea.Cmd {
	d := &r.read
	if r.level != along {
		return nil
	}
	moved := !d.alone && !d.at.Is(to)
	if moved {
		d.at, r.said = to, ""
	}
	switch {
	case d.opening != d.at.Route:
		return r.open()
	case moved || anew && !d.alone:
		return r.lay(d.at)
	}
	return nil
}

func (r *Room) open() tea.Cmd {
	r.read.opening = r.read.at.Route
	return r.read.easel.Open(shown(r.read.opening))
}

// shown is the place of a show: a lesson to read along is shown as one.
func shown(route string) page.Route {
	to, err := page.ParseRoute(route)
	if l, ok := to.(page.Lesson); ok {
		return page.Present{ID: l.ID}
	}
	if err != nil {
		return page.Shows{}
	}
	return to
}

// status is how many lines stand below what is read.
const status = 2

func (r *Room) size() easel.Size { return easel.Size{W: r.w, H: max(1, r.h-status)} }

func (r *Room) lay(at group.Place) tea.Cmd {
	return r.read.easel.Lay(easel.Want{
		Spot: easel.Spot{Part: at.Part, Replies: at.Replies}, Size: r.size(), Place: &typeset.Place{Block: at.Block, Word: at.Word},
	})
}

// relay sets what is read anew, on a screen of another size.
func (r *Room) relay() tea.Cmd {
	if !r.read.easel.HasShow() {
		return nil
	}
	at, spot := r.read.easel.Place(), r.read.easel.Spot()
	if !r.read.alone {
		return r.lay(r.read.at)
	}
	return r.lay(group.Place{Part: spot.Part, Replies: spot.Replies, Block: at.Block, Word: at.Word})
}

// onRead takes what was opened or set, and reports whether it was that.
func (r *Room) onRead(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case easel.Opened:
		return r.onOpened(msg), true
	case easel.Laid:
		r.read.easel.TakeLaid(msg)
	default:
		return nil, false
	}
	return nil, true
}

// onOpened sets what was opened, unless something else was asked for since.
func (r *Room) onOpened(msg easel.Opened) tea.Cmd {
	d := &r.read
	switch {
	case !d.easel.TakeOpened(msg) || d.easel.Err() != nil:
		return nil
	case d.easel.Show().Name != shown(d.opening).String():
		return r.open()
	}
	return r.lay(d.at)
}

// inReading takes a key while what is shown is read.
func (r *Room) inReading(msg tea.KeyPressMsg) tea.Cmd {
	k, d := r.env.Keys, &r.read
	r.said = ""
	switch {
	case msg.Code == tea.KeyEscape:
		d.follows = false
		return r.back()
	case key.Matches(msg, r.keys.follow):
		if d.alone = !d.alone; !d.alone {
			return r.follow(r.view().Place, true)
		}
	case key.Matches(msg, r.keys.next, k.Down, k.PageDown):
		return r.step(1)
	case key.Matches(msg, r.keys.previous, k.Up, k.PageUp):
		return r.step(-1)
	}
	return nil
}

// step goes a step on or back. Within a part that lets go of nothing: what is
// one page for the room may be several on a small screen.
func (r *Room) step(by int) tea.Cmd {
	d := &r.read
	if !d.easel.Ready() || d.easel.Waits() {
		return nil
	}
	spot := d.easel.Spot()
	if to := spot.Step + by; to >= 0 && to < d.easel.Deck().Len() {
		d.easel.SetStep(to)
		return nil
	}
	to := spot.Part + by
	if to < 0 || to >= len(d.easel.Show().Parts) {
		return nil
	}
	d.alone = true
	return d.easel.Lay(easel.Want{Spot: easel.Spot{Part: to}, Last: by < 0, Size: r.size()})
}

// viewReading draws what is read, and below it whether the person follows.
func (r *Room) viewReading() string {
	w, t, d := r.env.Words, r.env.Theme, &r.read
	words, style := w.T("room.following"), t.Quiet
	switch {
	case r.said != "":
		words, style = r.said, t.Strong
	case d.alone:
		words = w.T("room.alone")
	}
	if first := d.easel.Spot(); first.Part == 0 && first.Step == 0 && d.easel.HasShow() && d.easel.Show().Foreign {
		words += " " + w.T("present.foreign")
	}
	return kit.Above(r.pageRead(), kit.Foot(words, style, r.w, r.env.TextWidth), r.h)
}

// pageRead is the page that is read, or why there is none.
func (r *Room) pageRead() string {
	w, e := r.env.Words, r.read.easel
	switch err := e.Err(); {
	case errors.Is(err, lessons.ErrNoLesson), errors.Is(err, lessons.ErrNoRunSheet):
		return strings.Join(kit.Wrap(w.T("room.no-text"), r.leaf.Room()), "\n")
	case err != nil:
		return strings.Join(kit.Wrap(w.T("load.failed"), r.leaf.Room()), "\n")
	case e.Ready():
		return e.Draw(r.size(), r.size())
	}
	return ""
}
