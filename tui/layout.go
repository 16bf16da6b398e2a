package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/cells"
	"porchlight/tui/kit"
)

// The smallest window in which a lesson can be read.
const (
	minWidth  = 20
	minHeight = 6
)

func (p *Program) tooSmall() bool { return p.w < minWidth || p.h < minHeight }

// layout is the one place that decides who gets how many cells. It starts a
// page that is laid out for the first time.
func (p *Program) layout() tea.Cmd {
	if p.tooSmall() {
		return nil
	}
	var cmds []tea.Cmd
	if p.dialog != nil {
		p.dialog.resize(p.w, p.bodyHeight())
	}
	for i := range p.stack {
		f := &p.stack[i]
		cmds = append(cmds, f.page.Resize(p.w, p.bodyHeight()))
		if !f.began {
			f.began = true
			cmds = append(cmds, f.page.Init())
		}
	}
	return tea.Batch(cmds...)
}

// airy reports whether there is room for blank lines around the page.
func (p *Program) airy() bool { return p.h >= 20 }

// hintLines is how many lines the hints get, so that the page's height does
// not jump as the hints change.
func (p *Program) hintLines() int {
	if p.w >= 100 {
		return 1
	}
	return 2
}

// headLines is the title line, and a blank one where there is room.
func (p *Program) headLines() int {
	if p.airy() {
		return 2
	}
	return 1
}

func (p *Program) footLines() int {
	if p.airy() {
		return p.hintLines() + 1
	}
	return p.hintLines()
}

func (p *Program) bodyHeight() int { return max(1, p.h-p.headLines()-p.footLines()) }

// view draws the frame: title, page, hints.
func (p *Program) view() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	if p.o.Settings.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	switch {
	case p.fled, p.w == 0:
		return v
	case p.tooSmall():
		v.SetContent(strings.Join(clipped(kit.Wrap(p.env.Words.T("app.small"), p.w), p.h), "\n"))
		return v
	}
	lines := make([]string, 0, p.h)
	lines = append(lines, p.titleLine())
	if p.airy() {
		lines = append(lines, "")
	}
	lines = append(lines, p.body()...)
	for len(lines) < p.h-p.footLines() {
		lines = append(lines, "")
	}
	if p.airy() {
		lines = append(lines, "")
	}
	lines = append(lines, p.foot()...)
	v.SetContent(strings.Join(lines, "\n"))
	return v
}

// body is the page, or the dialog in front of it.
func (p *Program) body() []string {
	height := p.bodyHeight()
	view := p.top().View
	if d := p.inFront(); d != nil {
		view = d.view
	}
	lines := strings.Split(view(), "\n")
	if said := strings.TrimSpace(p.notice + "\n" + p.banner); said != "" {
		notice := kit.Wrap(said, p.w)
		lines = append(clipped(lines, max(0, height-len(notice))), notice...)
	}
	lines = clipped(lines, height)
	for i := range lines {
		lines[i] = kit.Clip(lines[i], p.w)
	}
	return lines
}

// titleLine says where the learner is, and whether anything is kept.
func (p *Program) titleLine() string {
	w, t := p.env.Words, p.env.Theme
	name := w.T("app.name")
	if title := p.top().Title(); title != "" {
		name += " > " + title
	}
	right := ""
	switch {
	case p.o.Desk.Waiting():
		right = w.T("app.waiting")
	case p.o.Desk.Guest():
		right = w.T("app.guest")
	}
	room := p.w
	if cells.Width(right) > 0 && p.w >= cells.Width(name)+cells.Width(right)+2 {
		room -= cells.Width(right)
	} else {
		right = ""
	}
	return kit.Pad(t.Title.Render(ansi.Truncate(name, room, "...")), room) + t.Quiet.Render(right)
}

// clipped returns at most n of the lines.
func clipped(lines []string, n int) []string { return lines[:min(len(lines), max(0, n))] }
