package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A fault in a page must not end the program, and nobody is to read a stack
// trace. What the learner did is on disk; the page that failed is left.

// Update handles a message, and goes back to home if a page fails at it.
func (p *Program) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	defer func() {
		if fault := recover(); fault != nil {
			model, cmd = p, p.leaveFailed()
		}
	}()
	return p, p.update(msg)
}

// View draws the frame, or a plain sentence if a page fails at it.
func (p *Program) View() tea.View {
	lines, mouse := p.Lines()
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen = true
	if mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// Lines is what View draws, line by line, and whether it wants the mouse. The
// lines are the caller's until the next call.
func (p *Program) Lines() (lines []string, mouse bool) {
	defer func() {
		if fault := recover(); fault != nil {
			lines, mouse = kit.Wrap(p.failedWords(), max(1, p.w)), false
		}
	}()
	p.drawn = p.draw(p.drawn[:0])
	return p.drawn, p.o.Settings.Mouse
}

func (p *Program) failedWords() string {
	return p.env.Words.F("app.failed", locale.Args{"Key": p.env.Keys.Back.Help().Key})
}

// leaveFailed opens home anew and says that something went wrong.
func (p *Program) leaveFailed() tea.Cmd {
	p.dialog, p.hail = nil, hail{}
	p.stack = []frame{p.frame(page.Home{}, nil)}
	p.notice = p.failedWords()
	return p.layout()
}
