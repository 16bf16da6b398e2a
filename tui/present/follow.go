package present

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/follow"
	"porchlight/internal/typeset"
)

// forgotten is how long after its beginning a show begins anew: it was last
// week's, on a computer that nobody has switched off.
const forgotten = 8 * time.Hour

// A link is what joins this terminal to others that show the same.
type link struct {
	seat      *follow.Seat
	room      size // the room's screen, as others told it
	failed    bool // there is none to be had
	inherited bool
}

func (l *link) close() {
	if l.seat != nil {
		_ = l.seat.Close()
		l.seat = nil
	}
}

// A size is that of a screen, in cells.
type size struct{ w, h int }

// within reports whether a screen of this size has room for one of another.
func (s size) within(other size) bool { return other.w <= s.w && other.h <= s.h }

// roomSize is the size that pages are made for: the room's screen, where there
// is one; else this one.
func (p *Page) roomSize() size {
	if p.link.room.w > 0 {
		return p.link.room
	}
	return size{p.w, p.h}
}

// moved says that another terminal went somewhere.
type moved struct {
	by    *Page
	state follow.State
	err   error
}

// join takes a seat and goes where the others are; with none there it begins.
func (p *Page) join() tea.Cmd {
	if p.link.seat == nil && p.stage.Seat != nil {
		seat, err := p.stage.Seat(p.show.Name)
		p.link.seat, p.link.failed = seat, err != nil
	}
	if p.link.seat == nil || p.link.inherited {
		p.link.inherited = false
		return tea.Batch(p.lay(p.clamped(p.spot), nil, false), p.wait())
	}
	state, ok := p.link.seat.Get()
	if !ok || p.time.now.Sub(state.Began) > forgotten {
		return tea.Batch(p.lay(p.spot, nil, true), p.wait())
	}
	if !p.notes {
		state.Width, state.Height = p.w, p.h // this is the room's screen now
	}
	return tea.Batch(p.goTo(state, !p.notes), p.wait())
}

// wait waits for another terminal to go somewhere.
func (p *Page) wait() tea.Cmd {
	seat, ctx := p.link.seat, p.env.Ctx
	if seat == nil {
		return nil
	}
	return func() tea.Msg {
		state, err := seat.Wait(ctx)
		return moved{p, state, err}
	}
}

func (p *Page) onMoved(msg moved) tea.Cmd {
	if msg.by != p || msg.err != nil {
		return nil
	}
	smaller := false
	if own := (size{p.w, p.h}); !p.notes && !own.within(size{msg.state.Width, msg.state.Height}) {
		msg.state.Width, msg.state.Height = min(p.w, msg.state.Width), min(p.h, msg.state.Height)
		smaller = true // the pages have to fit here too
	}
	return tea.Batch(p.goTo(msg.state, smaller), p.wait())
}

// goTo goes where another terminal is.
func (p *Page) goTo(s follow.State, share bool) tea.Cmd {
	p.link.room = size{s.Width, s.Height}
	if !s.Began.IsZero() {
		p.time.began = s.Began
	}
	p.time.now = p.env.Now()
	to := p.clamped(spot{part: s.Part, replies: s.Replies})
	return p.ask(&asked{spot: to, place: &typeset.Place{Block: s.Block, Word: s.Word}, share: share, began: s.PartBegan})
}

// clamped is a spot that the show has.
func (p *Page) clamped(s spot) spot {
	s.part = min(max(0, s.part), len(p.show.Parts)-1)
	return s
}

// tell writes where this terminal is, for others to follow.
func (p *Page) tell() tea.Cmd {
	seat := p.link.seat
	if seat == nil {
		return nil
	}
	if !p.notes && p.link.room.w == 0 {
		p.link.room = size{p.w, p.h}
	}
	at := p.placeNow()
	state := follow.State{
		Part: p.spot.part, Replies: p.spot.replies, Block: at.Block, Word: at.Word,
		Width: p.link.room.w, Height: p.link.room.h, Began: p.time.began, PartBegan: p.time.part,
	}
	return p.env.Work(func(context.Context) tea.Msg {
		if err := seat.Put(state); err != nil {
			return unheard{p}
		}
		return nil
	})
}

// unheard says that others could not be told.
type unheard struct{ by *Page }
