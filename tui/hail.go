package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A hail is what a page beneath the one in front has to say, in one line above
// the key hints. It takes nothing away from whoever reads: the page in front is
// one line lower while it stands, and a key leads to the page that calls.
type hail struct {
	at    int // where on the stack that page is
	words string
}

// calls finds the nearest page beneath that calls.
func (p *Program) calls() hail {
	for i := len(p.stack) - 2; i >= 0; i-- {
		c, ok := p.stack[i].page.(page.Caller)
		if !ok || !p.stack[i].began {
			continue
		}
		if words := c.Calls(); words != "" {
			return hail{i, words}
		}
	}
	return hail{}
}

// heard looks whether a page calls now, and makes room for what it says.
func (p *Program) heard() tea.Cmd {
	was := p.hail
	if p.hail = p.calls(); (p.hail.words == "") == (was.words == "") {
		return nil
	}
	return p.layout()
}

// hailLines is how many lines a hail takes.
func (p *Program) hailLines() int {
	if p.hail.words == "" {
		return 0
	}
	return 1
}

// hailLine draws it.
func (p *Program) hailLine() string {
	return p.env.Theme.Strong.Render(kit.Clip(p.hail.words, p.w))
}

// answers reports whether a key answers the hail.
func (p *Program) answers(msg tea.KeyPressMsg) bool {
	return p.hail.words != "" && p.inFront() == nil && key.Matches(msg, p.env.Keys.Called)
}

// onHailLine reports whether a row of the screen is that of the hail.
func (p *Program) onHailLine(y int) bool {
	return p.hail.words != "" && p.inFront() == nil && y == p.headLines()+p.bodyHeight()
}

// answer goes to the page that calls, when the page in front has written what it
// holds.
func (p *Program) answer() tea.Cmd {
	if k, ok := p.top().(page.Keeper); ok {
		return k.Keep(page.By(p.top(), func() tea.Msg { return answered{} }))
	}
	return p.onAnswered()
}

// answered says that the page in front has nothing left to write, and the
// learner goes to the page that calls.
type answered struct{}

// onAnswered leaves the pages above the one that calls. Where nobody calls any
// more, they stay.
func (p *Program) onAnswered() tea.Cmd {
	to := p.calls()
	if to.words == "" {
		return nil
	}
	p.notice, p.stack = "", p.stack[:to.at+1]
	return p.returned()
}
