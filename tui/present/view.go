package present

import (
	"errors"
	"strings"

	"porchlight/internal/locale"
	"porchlight/lessons"
	"porchlight/tui/easel"
	"porchlight/tui/kit"
)

// View draws the room's view, or the facilitator's.
func (p *Page) View() string {
	switch {
	case p.notes || p.covered() || p.bare() || p.easel.Err() != nil:
		return p.leaf.Framed()
	case !p.easel.Ready():
		return ""
	}
	screen, made := easel.Size{W: p.w, H: p.h}, p.roomSize()
	if p.easel.Choosing() {
		return p.easel.Draw(screen, made, p.marked(easel.Measure(made.W))...)
	}
	return p.easel.Draw(screen, made)
}

// marked is the line that says which reply the room is about to choose.
func (p *Page) marked(width int) []string {
	r := p.easel.Screen().Choices[p.mark]
	text := p.env.Words.F("present.room-says", locale.Args{"N": p.mark + 1, "Text": strings.Join(strings.Fields(r.Say), " ")})
	line := kit.Wrap(text, width)[0]
	return []string{"", p.env.Theme.Selected.Render(line)}
}

// compose writes the facilitator's view, or why there is nothing to show.
func (p *Page) compose() {
	if !p.leaf.Ready() {
		return
	}
	switch {
	case p.live != nil && p.bare():
		p.leaf.Write(p.writeBare)
	case p.easel.Err() != nil:
		p.leaf.Write(p.writeStuck)
	case p.covered() && (!p.notes || !p.easel.Ready()):
		p.leaf.Write(p.writeAsked)
	case p.notes && p.easel.Ready():
		p.leaf.Write(p.writeNotes)
	}
}

func (p *Page) writeStuck() []kit.Item {
	words := "present.not-opened"
	if errors.Is(p.easel.Err(), lessons.ErrNoLesson) || errors.Is(p.easel.Err(), lessons.ErrNoRunSheet) {
		words = "present.none"
	}
	p.leaf.Sheet.Say(p.env.Words.T(words), p.env.Theme.Plain)
	return nil
}

// writeNotes writes what the facilitator needs now: the time, what everybody is
// asked, what the room sees, what comes next, and the notes.
func (p *Page) writeNotes() []kit.Item {
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	part, step := p.easel.Part(), p.easel.Spot().Step
	in := ""
	if s.Width > easel.Measure(p.roomSize().W)+1 {
		in = "  " // there is room to set the room's lines in
	}
	p.writeHead()
	if part.Optional {
		s.Put("", w.T("present.optional"), t.Quiet)
	}
	if p.link.failed && p.live == nil {
		s.Put("", w.T("present.alone"), t.Quiet)
	}
	s.Gap()
	now := "present.now"
	if p.covered() {
		now = "present.behind"
	}
	s.Put("", w.T(now), t.Heading)
	for _, l := range p.easel.Deck().Plain(step) {
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
