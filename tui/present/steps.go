package present

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/slides"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// The widest line of a page for a room: short enough to be read from the back.
const roomWidth = 60

// opened brings what is to be shown.
type opened struct {
	by   *Page
	show study.Show
	err  error
}

// open asks for the show.
func (p *Page) open() tea.Cmd {
	desk, env, place := p.desk, p.env, p.place
	return env.Work(func(ctx context.Context) tea.Msg {
		show, err := load(ctx, desk, env, place)
		return opened{p, show, err}
	})
}

func load(ctx context.Context, desk *study.Desk, env page.Env, place page.Route) (study.Show, error) {
	switch r := place.(type) {
	case page.Present:
		return desk.Show(ctx, lessons.ID(r.ID), env.Words)
	case page.Session:
		return desk.Session(ctx, lessons.RunSheetID(r.ID), env.Words)
	}
	return study.Show{}, lessons.ErrNoLesson
}

func (p *Page) onOpened(msg opened) tea.Cmd {
	if msg.by != p {
		return nil
	}
	if p.stuck = msg.err; msg.err != nil {
		p.compose()
		return nil
	}
	p.show = msg.show
	p.time.now = p.env.Now()
	if p.time.began.IsZero() {
		p.time.began, p.time.part = p.time.now, p.time.now
	}
	return p.join()
}

// asked is one request for a part to be set. Its answer is taken only while the
// page still waits for it.
type asked struct {
	spot  spot
	place *typeset.Place // where to be in it; nil for spot.step
	last  bool           // be at its last step
	size  size           // of the room's screen
	share bool           // others are to follow there
	began time.Time      // when the part began, as another terminal told it
}

// laid is a part, set.
type laid struct {
	asked  *asked
	screen study.Screen
	deck   slides.Deck
	fits   int // how many of the replies still fit
	err    error
}

// lay asks for a part to be set for the room's screen.
func (p *Page) lay(to spot, at *typeset.Place, share bool) tea.Cmd {
	return p.ask(&asked{spot: to, place: at, share: share})
}

func (p *Page) ask(a *asked) tea.Cmd {
	if p.show.Name == "" || p.w == 0 {
		return nil
	}
	a.size = p.roomSize()
	p.asked = a
	env, sheets, show := p.env, p.sheets, p.show
	return env.Work(func(context.Context) tea.Msg { return set(env, sheets, show, a) })
}

func set(env page.Env, sheets *typeset.Cache, show study.Show, a *asked) tea.Msg {
	screen, fits := show.Parts[a.spot.part].Screen(ids(a.spot.replies), env.Words)
	text, err := typeset.Set(screen.Markdown, measure(a.size.w), env.Theme.Lesson)
	height := a.size.h
	if len(screen.Choices) > 0 {
		height -= 2 // the reply that is marked stands below
	}
	return laid{asked: a, screen: screen, deck: slides.New(text, height), fits: fits, err: err}
}

func ids(replies []string) []quiz.ReplyID {
	out := make([]quiz.ReplyID, len(replies))
	for i, r := range replies {
		out[i] = quiz.ReplyID(r)
	}
	return out
}

// measure is the width of a line on a screen of that many cells.
func measure(width int) int { return kit.Measure(width, roomWidth) }

func (p *Page) onLaid(msg laid) tea.Cmd {
	if msg.asked == nil || msg.asked != p.asked {
		return nil
	}
	p.asked = nil
	if p.stuck = msg.err; msg.err != nil {
		p.compose()
		return nil
	}
	a := msg.asked
	if a.spot.part != p.spot.part {
		p.time.part = p.env.Now()
	}
	if !a.began.IsZero() {
		p.time.part = a.began
	}
	if a.spot.part != p.spot.part || len(a.spot.replies) != len(p.spot.replies) {
		p.mark = 0
		p.leaf.Turn()
	}
	p.laid = msg
	p.spot = spot{part: a.spot.part, replies: a.spot.replies[:msg.fits], step: a.spot.step}
	switch {
	case a.last:
		p.spot.step = msg.deck.Len() - 1
	case a.place != nil:
		p.spot.step = msg.deck.At(*a.place)
	}
	p.spot.step = min(p.spot.step, msg.deck.Len()-1)
	p.compose()
	if a.share {
		return p.tell()
	}
	return nil
}

// next goes one step on: within the part, to what follows a reply, or to the
// next part.
func (p *Page) next() tea.Cmd {
	switch {
	case p.asked != nil || p.laid.deck.Len() == 0:
		return nil
	case p.spot.step+1 < p.laid.deck.Len():
		return p.to(p.spot.step + 1)
	case p.choosing():
		said := string(p.laid.screen.Choices[p.mark].ID)
		return p.lay(spot{part: p.spot.part, replies: append(slices.Clone(p.spot.replies), said)}, nil, true)
	}
	return p.toPart(p.spot.part + 1)
}

// previous goes one step back.
func (p *Page) previous() tea.Cmd {
	n := len(p.spot.replies)
	switch {
	case p.asked != nil:
		return nil
	case p.spot.step > 0:
		return p.to(p.spot.step - 1)
	case n > 0:
		return p.ask(&asked{spot: spot{part: p.spot.part, replies: p.spot.replies[:n-1]}, last: true, share: true})
	case p.spot.part > 0:
		return p.ask(&asked{spot: spot{part: p.spot.part - 1}, last: true, share: true})
	}
	return nil
}

// to goes to a step of the part.
func (p *Page) to(step int) tea.Cmd {
	p.spot.step = step
	p.leaf.Turn()
	p.time.now = p.env.Now()
	p.compose()
	return p.tell()
}

// toPart goes to the beginning of a part.
func (p *Page) toPart(part int) tea.Cmd {
	if p.asked != nil || part < 0 || part >= len(p.show.Parts) {
		return nil
	}
	p.time.now = p.env.Now()
	return p.lay(spot{part: part}, nil, true)
}
