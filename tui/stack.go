package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/page"
)

// A frame is a page and the route that opened it, so that it can be opened
// anew in another language or theme.
type frame struct {
	route page.Route
	page  page.Page
	began bool
}

func (p *Program) top() page.Page { return p.stack[len(p.stack)-1].page }

func (p *Program) frame(r page.Route, below page.Page) frame {
	return frame{route: r, page: p.open(r, below)}
}

func (p *Program) push(to page.Route) tea.Cmd {
	if len(p.stack) > 0 && p.stack[len(p.stack)-1].route == to {
		return nil // Help now on Help now
	}
	p.notice = ""
	if _, home := to.(page.Home); home {
		p.stack = p.stack[:1]
		return p.returned()
	}
	p.stack = append(p.stack, p.frame(to, p.top()))
	return p.layout()
}

// replace opens a place instead of the page in front. A place still open
// beneath is come back to; a quiz takes the lesson it was opened from with it.
func (p *Program) replace(to page.Route) tea.Cmd {
	left := p.stack[len(p.stack)-1].route
	p.stack = p.stack[:len(p.stack)-1]
	if q, ok := left.(page.Quiz); ok && len(p.stack) > 1 {
		if l, ok := p.stack[len(p.stack)-1].route.(page.Lesson); ok && l.ID == q.Lesson {
			p.stack = p.stack[:len(p.stack)-1]
		}
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		if same(p.stack[i].route, to) {
			p.notice, p.stack = "", p.stack[:i+1]
			return p.returned()
		}
	}
	return p.push(to)
}

// same reports whether a place still open serves one asked for: the list of
// lessons is the one the learner came from, be it of one track or of all.
func same(open, to page.Route) bool {
	if _, list := open.(page.Lessons); list && to == (page.Lessons{}) {
		return true
	}
	return open == to
}

// asked hears what a page asked that had something to finish first.
func (p *Program) asked(msg page.Asked) (tea.Cmd, bool) {
	if msg.By != p.top() {
		return nil, true
	}
	cmd, _ := p.own(msg.For)
	return cmd, true
}

// pop leaves the page in front. Leaving home does nothing: closing the program
// is a key of its own, so that one key too many loses no place.
func (p *Program) pop() tea.Cmd {
	p.notice = ""
	if len(p.stack) == 1 {
		return nil
	}
	p.stack = p.stack[:len(p.stack)-1]
	return p.returned()
}

// returned lets the page in front look again at what may have changed.
func (p *Program) returned() tea.Cmd {
	cmds := []tea.Cmd{p.layout()}
	if r, ok := p.top().(page.Returner); ok {
		cmds = append(cmds, r.Return())
	}
	return tea.Batch(cmds...)
}

// close quits when every page has written what it holds. Asked again, it waits
// for nothing.
func (p *Program) close() tea.Cmd {
	if p.closed {
		return tea.Quit
	}
	p.closed = true
	cmd := tea.Cmd(tea.Quit)
	for _, f := range p.stack {
		if k, ok := f.page.(page.Keeper); ok && f.began {
			cmd = k.Keep(cmd)
		}
	}
	return cmd
}

// letGo closes what the pages held that are not on the stack any more.
func (p *Program) letGo() tea.Cmd {
	var cmds []tea.Cmd
	for _, was := range p.closer {
		if !slices.ContainsFunc(p.stack, func(f frame) bool { return f.page == was }) {
			cmds = append(cmds, was.(page.Closer).Close())
		}
	}
	p.closer = p.closer[:0]
	for _, f := range p.stack {
		if _, ok := f.page.(page.Closer); ok {
			p.closer = append(p.closer, f.page)
		}
	}
	return tea.Batch(cmds...)
}
