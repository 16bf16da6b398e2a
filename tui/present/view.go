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
	switch lines := p.leaf.Sheet.Lines; {
	case p.covered() && !p.notes && !p.bare() && p.easel.Err() == nil && p.leaf.More() == "":
		return easel.Centered(lines, len(lines), p.leaf.Room(), easel.Size{W: p.w, H: p.h}) // as the wall has it
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
