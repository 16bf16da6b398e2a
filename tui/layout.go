package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/cells"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/theme"
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

func (p *Program) bodyHeight() int {
	return max(1, p.h-p.headLines()-p.footLines()-p.hailLines())
}

// draw adds the frame to out, line by line: title, page, hints.
func (p *Program) draw(out []string) []string {
	switch {
	case p.fled, p.w == 0:
		return out
	case p.tooSmall():
		return append(out, clipped(kit.Wrap(p.env.Words.T("app.small"), p.w), p.h)...)
	}
	out = append(out, p.titleLine())
	if p.airy() {
		out = append(out, "")
	}
	out = p.body(out)
	for len(out) < p.h-p.footLines()-p.hailLines() {
		out = append(out, "")
	}
	if p.hailLines() > 0 {
		out = append(out, p.hailLine())
	}
	if p.airy() {
		out = append(out, "")
	}
	return append(out, p.foot()...)
}

// body adds the page, or the dialog in front of it, and what there is to say
// below.
func (p *Program) body(out []string) []string {
	from, height := len(out), p.bodyHeight()
	out = p.inBody(out)
	if said := strings.TrimSpace(p.notice + "\n" + p.banner); said != "" {
		notice := kit.Wrap(said, p.w)
		out = append(out[:from+len(clipped(out[from:], height-len(notice)))], notice...)
	}
	out = out[:from+len(clipped(out[from:], height))]
	for i := from; i < len(out); i++ {
		out[i] = kit.Clip(out[i], p.w)
	}
	return out
}

func (p *Program) inBody(out []string) []string {
	view := p.top().View
	if d := p.inFront(); d != nil {
		view = d.view
	} else if lined, ok := p.top().(page.Lined); ok {
		return lined.Lines(out)
	}
	for line := range strings.SplitSeq(view(), "\n") {
		out = append(out, line)
	}
	return out
}

// A heading is what the title line says, and the line once it is drawn: most
// keys change nothing of it.
type heading struct {
	title, right string
	width        int
	theme        *theme.Theme
	words        *locale.Words
	line         string
}

// titleLine says where the learner is, and whether anything is kept.
func (p *Program) titleLine() string {
	w := p.env.Words
	now := heading{title: p.top().Title(), width: p.w, theme: p.env.Theme, words: w, line: p.head.line}
	switch {
	case p.o.Desk.Waiting():
		now.right = w.T("app.waiting")
	case p.o.Desk.Guest():
		now.right = w.T("app.guest")
	}
	if now != p.head {
		now.draw(w.T("app.name"))
		p.head = now
	}
	return p.head.line
}

func (h *heading) draw(name string) {
	if h.title != "" {
		name += " > " + h.title
	}
	room, right := h.width, h.right
	if taken := cells.Width(right); taken > 0 && h.width >= cells.Width(name)+taken+2 {
		room -= taken
	} else {
		right = ""
	}
	h.line = kit.Pad(h.theme.Title.Render(ansi.Truncate(name, room, "...")), room) + h.theme.Quiet.Render(right)
}

// clipped returns at most n of the lines.
func clipped(lines []string, n int) []string { return lines[:min(len(lines), max(0, n))] }
