package present

import (
	"porchlight/internal/locale"
	"porchlight/tui/easel"
	"porchlight/tui/kit"
)

// writeNotes writes what the facilitator needs now: the time, what everybody is
// asked, what the room sees, what comes next, and the notes.
func (p *Page) writeNotes() []kit.Item {
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	part := p.easel.Part()
	p.writeHead()
	if part.Optional {
		s.Put("", w.T("present.optional"), t.Quiet)
	}
	if p.link.failed && p.live == nil {
		s.Put("", w.T("present.alone"), t.Quiet)
	}
	s.Gap()
	p.writePages()
	if !p.leaf.Airy() {
		s.Gap()
		p.writeStanding()
	}
	s.Gap()
	s.Put("", w.T("present.notes"), t.Heading)
	for _, n := range part.Notes {
		s.Put("- ", n, t.Plain)
	}
	if len(part.Notes) == 0 {
		s.Put("", w.T("present.no-notes"), t.Quiet)
	}
	return nil
}

// writePages writes what the room sees, or will once nothing stands before it,
// and what comes next.
func (p *Page) writePages() {
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	in := ""
	if s.Width > easel.Measure(p.roomSize().W)+1 {
		in = "  " // there is room to set the room's lines in
	}
	now := "present.now"
	if p.covered() {
		now = "present.behind"
	}
	s.Put("", w.T(now), t.Heading)
	for _, l := range p.easel.Deck().Plain(p.easel.Spot().Step) {
		s.Put(in, l, t.Plain)
	}
	if p.easel.Choosing() {
		s.Put(in, p.marked(s.Width - len(in))[1], t.Plain)
	}
	s.Gap()
	s.Put("", w.T("present.next"), t.Heading)
	for _, l := range p.upcoming() {
		s.Put(in, l, t.Plain)
	}
}

// writeHead writes what comes first: how the time stands, the room, and what
// everybody sees before the page. Where there is room for little, that and
// whether the show is late come first, and the rest comes after the page.
func (p *Page) writeHead() {
	if p.leaf.Airy() {
		p.writeStanding()
		p.writeCover()
		return
	}
	p.writeSaid()
	p.writeCover()
	if lines := p.times(); len(lines) > 1 {
		for _, line := range lines[1:] {
			p.leaf.Sheet.Put("", line, p.env.Theme.Accent)
		}
	}
}

// writeStanding writes how the time stands, and the room.
func (p *Page) writeStanding() {
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	lines := p.times()
	if !p.leaf.Airy() {
		lines = lines[:min(1, len(lines))] // the others come first
	}
	for _, line := range lines {
		s.Put("", line, t.Accent)
	}
	if p.leaf.Airy() {
		p.writeSaid()
	}
	p.writeRoom()
	if p.easel.Show().Foreign {
		s.Put("", w.T("present.foreign"), t.Quiet)
	}
}

// upcoming is what the next step adds, or the part that follows.
func (p *Page) upcoming() []string {
	at, parts := p.easel.Spot(), p.easel.Show().Parts
	switch w := p.env.Words; {
	case !p.easel.Last():
		return p.easel.Deck().Added(at.Step + 1)
	case p.easel.Choosing():
		return []string{w.T("present.lands")}
	case at.Part+1 < len(parts):
		return []string{w.F("present.next-part", locale.Args{"Title": parts[at.Part+1].Title})}
	default:
		return []string{w.T("present.end")}
	}
}
