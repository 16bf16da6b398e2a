package present

import (
	"errors"
	"strings"

	"porchlight/internal/locale"
	"porchlight/lessons"
	"porchlight/tui/kit"
)

// View draws the room's view, or the facilitator's.
func (p *Page) View() string {
	if p.notes || p.stuck != nil {
		return p.leaf.Framed()
	}
	if p.laid.deck.Len() == 0 {
		return ""
	}
	return p.room()
}

// room draws the page in the middle of the screen. What is still to come on it
// has its space already, so nothing moves.
func (p *Page) room() string {
	lines := p.laid.deck.Lines(p.spot.step)
	step, size := p.step(), p.roomSize()
	whole := step.End - step.From
	if p.choosing() {
		lines = append(append([]string(nil), lines...), p.marked(measure(size.w))...)
		whole = len(lines)
	}
	top := max(0, (p.h-whole)/3)
	left := strings.Repeat(" ", max(0, (p.w-measure(size.w))/2))
	var b strings.Builder
	b.WriteString(strings.Repeat("\n", top))
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		if l != "" {
			b.WriteString(left + l)
		}
	}
	return b.String()
}

// marked is the line that says which reply the room is about to choose.
func (p *Page) marked(width int) []string {
	r := p.laid.screen.Choices[p.mark]
	text := p.env.Words.F("present.room-says", locale.Args{"N": p.mark + 1, "Text": strings.Join(strings.Fields(r.Say), " ")})
	line := kit.Wrap(text, width)[0]
	return []string{"", p.env.Theme.Selected.Render(line)}
}

// pageTitle is the heading that the page stands under, and which page of the
// part it is.
func (p *Page) pageTitle() string {
	s := p.step()
	title := s.Title
	if title == "" {
		title = p.show.Parts[p.spot.part].Title
	}
	if s.Of < 2 {
		return title
	}
	return p.env.Words.F("present.page", locale.Args{"Title": title, "Page": s.Page, "Of": s.Of})
}

// compose writes the facilitator's view, or why there is nothing to show.
func (p *Page) compose() {
	if !p.leaf.Ready() {
		return
	}
	switch {
	case p.stuck != nil:
		p.leaf.Write(p.writeStuck)
	case p.notes && p.laid.deck.Len() > 0:
		p.leaf.Write(p.writeNotes)
	}
}

func (p *Page) writeStuck() []kit.Item {
	words := "present.not-opened"
	if errors.Is(p.stuck, lessons.ErrNoLesson) || errors.Is(p.stuck, lessons.ErrNoRunSheet) {
		words = "present.none"
	}
	p.leaf.Sheet.Say(p.env.Words.T(words), p.env.Theme.Plain)
	return nil
}

// writeNotes writes what the facilitator needs now: the time, what the
// room sees, what comes next, and the notes.
func (p *Page) writeNotes() []kit.Item {
	w, t, s := p.env.Words, p.env.Theme, &p.leaf.Sheet
	part := p.show.Parts[p.spot.part]
	in := ""
	if s.Width > measure(p.roomSize().w)+1 {
		in = "  " // there is room to set the room's lines in
	}
	for _, line := range p.times() {
		s.Put("", line, t.Accent)
	}
	if p.show.Foreign {
		s.Put("", w.T("present.foreign"), t.Quiet)
	}
	if part.Optional {
		s.Put("", w.T("present.optional"), t.Quiet)
	}
	if p.link.failed {
		s.Put("", w.T("present.alone"), t.Quiet)
	}
	s.Gap()
	s.Put("", w.T("present.now"), t.Heading)
	for _, l := range p.laid.deck.Plain(p.spot.step) {
		s.Put(in, l, t.Plain)
	}
	if p.choosing() {
		s.Put(in, p.marked(s.Width - len(in))[1], t.Plain)
	}
	s.Gap()
	s.Put("", w.T("present.next"), t.Heading)
	for _, l := range p.upcoming() {
		s.Put(in, l, t.Plain)
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

// upcoming is what the next step adds, or the part that follows.
func (p *Page) upcoming() []string {
	switch w := p.env.Words; {
	case p.spot.step+1 < p.laid.deck.Len():
		return p.laid.deck.Added(p.spot.step + 1)
	case p.choosing():
		return []string{w.T("present.lands")}
	case p.spot.part+1 < len(p.show.Parts):
		return []string{w.F("present.next-part", locale.Args{"Title": p.show.Parts[p.spot.part+1].Title})}
	default:
		return []string{w.T("present.end")}
	}
}
