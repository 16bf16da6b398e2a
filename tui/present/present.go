// Package present is what a facilitator shows a group: a lesson page by page,
// big and calm, and beside it, on a key or in a second terminal, the notes, the
// next page and the time. It keeps nothing in the record.
package present

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/follow"
	"porchlight/internal/slides"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Page shows something to a room.
type Page struct {
	env    page.Env
	desk   *study.Desk
	sheets *typeset.Cache
	stage  follow.Stage
	place  page.Route
	keys   bindings

	w, h  int
	show  study.Show
	stuck error // why there is nothing to show
	spot  spot  // where the show is
	asked *asked
	laid  laid // the part on the screen, as it was set
	mark  int  // the reply that the room is about to choose
	notes bool
	leaf  kit.Leaf // the facilitator's view
	time  timing
	link  link
}

// A spot is where a show is: a part, what the room chose in it, and a step.
type spot struct {
	part    int
	replies []string
	step    int
}

// timing is when the show and its part began, and what time it is.
type timing struct {
	began, part, now time.Time
	ticks            int // minutes waited for so far
}

// New returns the page of a show. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, sheets *typeset.Cache, stage follow.Stage, place page.Route) *Page {
	return &Page{
		env: env, desk: desk, sheets: sheets, stage: stage, place: place, keys: newBindings(env),
		notes: stage.Notes, leaf: kit.NewLeaf(env.Theme, env.TextWidth),
	}
}

// Init asks for what is to be shown.
func (p *Page) Init() tea.Cmd { return tea.Batch(p.open(), p.tick()) }

// Inherit goes on where the page was, in another theme or language.
func (p *Page) Inherit(was page.Page) {
	if w, ok := was.(*Page); ok {
		p.spot, p.notes, p.time, p.mark, p.link = w.spot, w.notes, w.time, w.mark, w.link
		p.link.inherited = w.show.Name != ""
		w.link.seat = nil // it is this page's now
	}
}

// Update gives a message to its handler.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case opened:
		return p.onOpened(msg)
	case laid:
		return p.onLaid(msg)
	case moved:
		return p.onMoved(msg)
	case unheard:
		p.link.failed = p.link.failed || msg.by == p
		p.compose()
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
	case msg.Code == tea.KeyEscape, p.show.Name == "" && key.Matches(msg, k.Back, k.Enter):
		p.link.close()
		return page.Back
	case p.show.Name == "":
		return nil
	case key.Matches(msg, p.keys.notes):
		return p.turn()
	case key.Matches(msg, p.keys.part):
		return p.toPart(p.spot.part + 1)
	case key.Matches(msg, p.keys.partBefore):
		return p.toPart(p.spot.part - 1)
	case key.Matches(msg, p.keys.next):
		return p.next()
	case key.Matches(msg, p.keys.previous):
		return p.previous()
	case key.Matches(msg, k.Up, k.Down):
		p.upOrDown(msg)
	case p.choosing():
		return p.number(msg)
	}
	return nil
}

// upOrDown moves the mark among replies, or what the facilitator reads.
func (p *Page) upOrDown(msg tea.KeyPressMsg) {
	switch up := key.Matches(msg, p.env.Keys.Up); {
	case p.choosing() && up:
		p.mark = max(0, p.mark-1)
	case p.choosing():
		p.mark = min(len(p.laid.screen.Choices)-1, p.mark+1)
	case p.notes:
		p.leaf.Update(msg, p.env.Keys)
		return
	}
	p.compose()
}

// number chooses the reply that the room calls by a number.
func (p *Page) number(msg tea.KeyPressMsg) tea.Cmd {
	if i := int(msg.Code - '1'); i >= 0 && i < len(p.laid.screen.Choices) {
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
	return tea.Batch(p.lay(p.spot, nil, false), p.tick())
}

// Resize sets the part anew and keeps its place.
func (p *Page) Resize(width, height int) tea.Cmd {
	p.w, p.h = width, height
	p.leaf.SetSize(width, height)
	p.compose()
	if p.show.Name == "" {
		return nil
	}
	at := p.placeNow()
	return p.lay(p.spot, &at, true)
}

// choosing reports whether the room sees replies to choose among.
func (p *Page) choosing() bool {
	return len(p.laid.screen.Choices) > 0 && p.spot.step == p.laid.deck.Len()-1
}

// placeNow is the word that the step at hand was the first to show.
func (p *Page) placeNow() typeset.Place {
	if p.laid.deck.Len() == 0 {
		return typeset.Place{}
	}
	return p.laid.deck.Place(p.spot.step)
}

// step is what the room sees now.
func (p *Page) step() slides.Step { return p.laid.deck.Step(p.spot.step) }

// Title says where the show is.
func (p *Page) Title() string {
	if p.show.Name == "" || p.laid.deck.Len() == 0 {
		return p.env.Words.T("present.title")
	}
	return p.pageTitle()
}

// Here is the route that opens this place.
func (p *Page) Here() page.Route { return p.place }
