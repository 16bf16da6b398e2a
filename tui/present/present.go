// Package present is what a facilitator shows a group: a lesson page by page,
// big and calm, and beside it, on a key or in a second terminal, the notes, the
// next page and the time. It keeps nothing in the record.
package present

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/follow"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/easel"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// Page shows something to a room.
type Page struct {
	env   page.Env
	stage follow.Stage
	place page.Route
	keys  bindings

	w, h  int
	easel *easel.Easel
	mark  int // the reply that the room is about to choose
	notes bool
	leaf  kit.Leaf // the facilitator's view
	time  timing
	link  link
	live  *live // nil at home
}

// timing is when the show and its part began, and what time it is.
type timing struct {
	began, part, now time.Time
	ticks            int // minutes waited for so far
}

// New returns the page of a show. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, sheets *typeset.Cache, stage follow.Stage, place page.Route) *Page {
	p := &Page{
		env: env, stage: stage, place: place, keys: newBindings(env), easel: easel.New(env, desk, sheets),
		notes: stage.Notes, leaf: kit.NewLeaf(env.Theme, env.TextWidth),
	}
	if stage.Seat != nil {
		p.link.others = newFile(p)
	}
	return p
}

// Init asks for what is to be shown.
func (p *Page) Init() tea.Cmd { return tea.Batch(p.begin(), p.tick()) }

// Inherit goes on where the page was, in another theme or language.
func (p *Page) Inherit(was page.Page) {
	if w, ok := was.(*Page); ok {
		if p.live = w.live; p.live != nil {
			p.live.seat.Wear(p.env)
			p.live.opens = nil
			w.live = &live{} // the seat is this page's now
		}
		p.easel.SetSpot(w.easel.Spot())
		p.notes, p.time, p.mark = w.notes, w.time, w.mark
		p.link.inherit(p, &w.link)
		p.link.inherited = w.easel.HasShow()
	}
}

// Update gives a message to its handler.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case easel.Opened:
		return p.onOpened(msg)
	case easel.Laid:
		return p.onLaid(msg)
	case met:
		return p.onMet(msg)
	case moved:
		return p.onMoved(msg)
	case told:
		return p.onTold(msg)
	case seat.News:
		return p.onNews(msg)
	case planned:
		return p.onPlanned(msg)
	case minute:
		return p.onMinute(msg)
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.MouseWheelMsg:
		if p.notes {
			p.leaf.Update(msg, p.env.Keys)
		}
	}
	return nil
}

func (p *Page) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := p.env.Keys
	switch {
	case msg.Code == tea.KeyEscape, p.bare() && key.Matches(msg, k.Back, k.Enter):
		return page.Back
	case p.bare():
		return nil
	}
	if cmd, took := p.onQuestion(msg); took {
		return cmd
	}
	switch {
	case !p.easel.HasShow():
	case key.Matches(msg, p.keys.notes):
		return p.turn()
	case key.Matches(msg, p.keys.part):
		return p.toPart(p.easel.Spot().Part + 1)
	case key.Matches(msg, p.keys.partBefore):
		return p.toPart(p.easel.Spot().Part - 1)
	case key.Matches(msg, p.keys.next):
		return p.next()
	case key.Matches(msg, p.keys.previous):
		return p.previous()
	case key.Matches(msg, k.Up, k.Down):
		p.upOrDown(msg)
	case p.easel.Choosing():
		return p.number(msg)
	}
	return nil
}

// bare reports whether there is nothing to show.
func (p *Page) bare() bool {
	return p.live != nil && p.live.over != "" || !p.easel.HasShow() && !p.covered()
}

// upOrDown moves the mark among replies, or what the facilitator reads.
func (p *Page) upOrDown(msg tea.KeyPressMsg) {
	switch up := key.Matches(msg, p.env.Keys.Up); {
	case p.easel.Choosing() && up:
		p.mark = max(0, p.mark-1)
	case p.easel.Choosing():
		p.mark = min(len(p.easel.Screen().Choices)-1, p.mark+1)
	case p.notes:
		p.leaf.Update(msg, p.env.Keys)
		return
	}
	p.compose()
}

// number chooses the reply that the room calls by a number.
func (p *Page) number(msg tea.KeyPressMsg) tea.Cmd {
	if i := int(msg.Code - '1'); i >= 0 && i < len(p.easel.Screen().Choices) {
		p.mark = i
		return p.next()
	}
	return nil
}

// turn shows the other view.
func (p *Page) turn() tea.Cmd {
	p.notes = !p.notes
	p.leaf.Turn()
	p.time.now = p.env.Now()
	p.compose()
	return tea.Batch(p.lay(easel.Want{Spot: p.easel.Spot()}), p.tick())
}

// Resize sets the part anew and keeps its place.
func (p *Page) Resize(width, height int) tea.Cmd {
	p.w, p.h = width, height
	p.leaf.SetSize(width, height)
	p.compose()
	at := p.easel.Place()
	return p.lay(easel.Want{Spot: p.easel.Spot(), Place: &at, Tag: goes{tell: true}})
}

// Title says where the show is.
func (p *Page) Title() string {
	if !p.easel.Ready() {
		return p.env.Words.T("present.title")
	}
	return p.easel.Title()
}

// Here is the route that opens this place.
func (p *Page) Here() page.Route { return p.place }
