package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/page"
)

// input gives keys, paste and mouse to the dialog in front, else to the page
// in front, after the keys that work everywhere. Nobody else sees them.
func (p *Program) input(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.onKey(msg), true
	case tea.PasteMsg:
		if p.inFront() != nil {
			return nil, true
		}
		return p.top().Update(msg), true
	case tea.MouseMsg:
		return p.onMouse(msg), true
	}
	return nil, false
}

// typing reports whether letters go into a text field of a page.
func typing(p page.Page) bool {
	t, ok := p.(page.Typist)
	return ok && t.Typing()
}

func (p *Program) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := p.env.Keys
	switch {
	case key.Matches(msg, k.Exit):
		p.fled = true
		return tea.Quit
	case msg.String() == "ctrl+c":
		return p.close()
	case key.Matches(msg, k.NowTyping):
		return p.push(page.HelpNow{})
	case p.tooSmall():
		return nil
	case p.answers(msg):
		return p.answer()
	case p.inFront() != nil:
		return p.inDialog(msg)
	case !typing(p.top()):
		if cmd, took := p.letter(msg); took {
			return cmd
		}
	}
	return p.top().Update(msg)
}

// inDialog gives the dialog a key, after the two shortcuts that its hints name.
func (p *Program) inDialog(msg tea.KeyPressMsg) tea.Cmd {
	if k := p.env.Keys; key.Matches(msg, k.Now, k.Quit) {
		cmd, _ := p.letter(msg)
		return cmd
	}
	return p.inFront().onKey(p, msg)
}

// letter handles the shortcuts that are letters when nobody is typing.
func (p *Program) letter(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := p.env.Keys
	switch {
	case key.Matches(msg, k.Now):
		return p.push(page.HelpNow{}), true
	case key.Matches(msg, k.Keys):
		return p.push(page.KeyHelp{}), true
	case key.Matches(msg, k.Quit):
		return p.close(), true
	case key.Matches(msg, k.Before) && p.inFront() == nil:
		return p.travel(-1), true
	case key.Matches(msg, k.After) && p.inFront() == nil:
		return p.travel(1), true
	case key.Matches(msg, k.Print) && p.inFront() == nil && p.env.Paper:
		return p.toPaper()
	case key.Matches(msg, k.Find):
		if _, own := p.top().(page.Finder); !own && p.inFront() == nil {
			return p.push(page.Search{}), true
		}
	}
	return nil, false
}

// onMouse turns a click on a hint into its key, and gives the page the rest,
// counted from its own first line.
func (p *Program) onMouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if m.X < 0 || m.Y < 0 || m.X >= p.w || m.Y >= p.h {
		return nil
	}
	if click, ok := msg.(tea.MouseClickMsg); ok && click.Button == tea.MouseLeft {
		if press, ok := p.spotAt(m.X, m.Y); ok {
			return p.onKey(press)
		}
		if p.onHailLine(m.Y) {
			return p.answer()
		}
	}
	y := m.Y - p.headLines()
	if y < 0 || y >= p.bodyHeight() {
		return nil
	}
	m.Y = y
	switch msg.(type) {
	case tea.MouseClickMsg:
		return p.point(tea.MouseClickMsg(m))
	case tea.MouseWheelMsg:
		return p.point(tea.MouseWheelMsg(m))
	}
	return nil
}

// point gives the mouse to what is in front.
func (p *Program) point(msg tea.MouseMsg) tea.Cmd {
	if d := p.inFront(); d != nil {
		return d.onMouse(p, msg)
	}
	return p.top().Update(msg)
}

// toPaper asks how to print what is in front, or, where that is nothing, what to
// print.
func (p *Program) toPaper() (tea.Cmd, bool) {
	if _, there := p.stack[len(p.stack)-1].route.(page.Handouts); there {
		return nil, false
	}
	return p.push(page.Handouts{What: p.prints()}), true
}

// prints is what the page in front can put on paper, or empty.
func (p *Program) prints() string {
	if sheet, ok := p.top().(page.Printable); ok && p.env.Paper {
		return sheet.Prints()
	}
	return ""
}
