package present

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/easel"
)

func (p *Page) onOpened(msg easel.Opened) tea.Cmd {
	if !p.easel.TakeOpened(msg) {
		return nil
	}
	if p.easel.Err() != nil {
		p.compose()
		return nil
	}
	p.time.now = p.env.Now()
	if p.time.began.IsZero() {
		p.time.began, p.time.part = p.time.now, p.time.now
	}
	if p.live != nil {
		return p.plan()
	}
	return p.join()
}

// goes is what a part is set for, beyond being shown.
type goes struct {
	tell  bool      // others are to follow there
	began time.Time // when the part began, as another terminal told it
}

// lay asks for a part to be set for the room's screen.
func (p *Page) lay(w easel.Want) tea.Cmd {
	w.Size = p.roomSize()
	return p.easel.Lay(w)
}

func (p *Page) onLaid(msg easel.Laid) tea.Cmd {
	turned, ok := p.easel.TakeLaid(msg)
	if !ok {
		if p.easel.Err() != nil {
			p.compose()
		}
		return nil
	}
	why, _ := turned.Want.Tag.(goes)
	if turned.Part {
		p.time.part = p.env.Now()
	}
	if !why.began.IsZero() {
		p.time.part = why.began
	}
	if turned.Page {
		p.mark = 0
		p.leaf.Turn()
	}
	p.compose()
	if why.tell {
		return p.tell()
	}
	return nil
}

// next goes one step on: within the part, to what follows a reply, or to the
// next part.
func (p *Page) next() tea.Cmd {
	at := p.easel.Spot()
	switch {
	case p.easel.Waits() || !p.easel.Ready():
		return nil
	case !p.easel.Last():
		return p.to(at.Step + 1)
	case p.easel.Choosing():
		said := string(p.easel.Screen().Choices[p.mark].ID)
		return p.lay(easel.Want{Spot: easel.Spot{Part: at.Part, Replies: append(slices.Clone(at.Replies), said)}, Tag: goes{tell: true}})
	}
	return p.toPart(at.Part + 1)
}

// previous goes one step back.
func (p *Page) previous() tea.Cmd {
	at := p.easel.Spot()
	switch n := len(at.Replies); {
	case p.easel.Waits():
		return nil
	case at.Step > 0:
		return p.to(at.Step - 1)
	case n > 0:
		return p.lay(easel.Want{Spot: easel.Spot{Part: at.Part, Replies: at.Replies[:n-1]}, Last: true, Tag: goes{tell: true}})
	case at.Part > 0:
		return p.lay(easel.Want{Spot: easel.Spot{Part: at.Part - 1}, Last: true, Tag: goes{tell: true}})
	}
	return nil
}

// to goes to a step of the part.
func (p *Page) to(step int) tea.Cmd {
	p.easel.SetStep(step)
	p.leaf.Turn()
	p.time.now = p.env.Now()
	p.compose()
	return p.tell()
}

// toPart goes to the beginning of a part.
func (p *Page) toPart(part int) tea.Cmd {
	if p.easel.Waits() || part < 0 || part >= len(p.easel.Show().Parts) {
		return nil
	}
	p.time.now = p.env.Now()
	return p.lay(easel.Want{Spot: easel.Spot{Part: part}, Tag: goes{tell: true}})
}
