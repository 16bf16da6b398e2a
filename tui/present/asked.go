package present

import (
	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

// writeBare says why there is nothing to lead, or that nothing is shown yet.
func (p *Page) writeBare() []kit.Item {
	text := p.live.over
	switch {
	case text != "":
	case p.live.seat.Inside():
		text = p.env.Words.T("present.nothing-yet")
	default:
		text = p.env.Words.T("room.entering")
	}
	p.leaf.Sheet.Say(text, p.env.Theme.Plain)
	return nil
}

// writeAsked writes what stands before the show, as everybody sees it.
func (p *Page) writeAsked() []kit.Item {
	p.front()
	p.leaf.Sheet.Trim()
	return nil
}

// front writes what everybody sees before the show: a question from the box, or
// what the room is asked.
func (p *Page) front() {
	if q := p.raised(); q != nil {
		p.leaf.Sheet.Say(p.env.Words.T("screen.from-the-group"), p.env.Theme.Heading)
		p.leaf.Sheet.Put("", q.Text, p.env.Theme.Strong)
		return
	}
	if q, asks := p.asks(); asks {
		p.asked(q)
	}
}

func (p *Page) asked(q group.PollView) {
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	v, _ := p.live.view()
	if sh, ok := v.Shift(q); ok {
		seat.Shift(s, p.env, sh)
		if q.Told {
			seat.Told(s, p.env, q.Choices)
		}
		return
	}
	s.Say(q.Text.In(w.Lang()), t.Strong)
	if q.Result != nil {
		seat.Result(s, p.env, q.Choices, *q.Result, nil)
	} else {
		for i := range q.Choices {
			s.Put("", seat.Choice(p.env, q.Choices, i), t.Plain)
		}
		s.Put("", p.answered(q), t.Plain)
	}
	if q.Told {
		seat.Told(s, p.env, q.Choices)
	}
}

// answered says how many have answered, and whether more may.
func (p *Page) answered(q group.PollView) string {
	w := p.env.Words
	if q.Status != group.Open {
		return w.N("room.answers", q.Answers) + " " + w.T("room.closed")
	}
	return w.N("room.answers", q.Answers) + " " + w.F("room.floor", locale.Args{"Floor": q.Floor})
}

// writeCover writes, for whoever leads, what everybody sees before the page.
func (p *Page) writeCover() {
	if !p.covered() {
		return
	}
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	s.Gap()
	if q := p.raised(); q != nil {
		s.Put("", w.T("room.all-see-asked"), t.Heading)
		s.Put("", q.Text, t.Strong)
	} else {
		s.Put("", w.T("present.all-see"), t.Heading)
		p.front()
	}
	s.Gap()
}

// writeSaid writes what became of the last act.
func (p *Page) writeSaid() {
	if p.live != nil && p.live.said != "" {
		p.leaf.Sheet.Put("", p.live.said, p.env.Theme.Strong)
	}
}

// writeRoom writes, for whoever leads, how the room stands: who is there, and
// what waits in the box.
func (p *Page) writeRoom() {
	if p.live == nil {
		return
	}
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	v, ok := p.live.view()
	if !ok {
		return
	}
	line := w.N("room.here", v.Here)
	if n := agenda.Held(v); n > 0 {
		line += " " + w.N("room.held", n)
	}
	s.Put("", line, t.Quiet)
	seat.Pace(s, p.env, v.View)
}
