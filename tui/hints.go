package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/cells"
	"porchlight/tui/keys"
)

// A spot is a stretch of the screen that stands for a key.
type spot struct {
	x, end, y int
	press     tea.KeyPressMsg
}

func (p *Program) spotAt(x, y int) (tea.KeyPressMsg, bool) {
	for _, s := range p.spots {
		if y == s.y && x >= s.x && x < s.end {
			return s.press, true
		}
	}
	return tea.KeyPressMsg{}, false
}

// always is the hints shown on every page: Help now and quick exit first, and
// on a public screen the key that hides it. Where there is no room for them
// with their words, their keys stay.
func (p *Program) always() []key.Binding {
	k := p.env.Keys
	all := []key.Binding{k.Now, k.Exit, k.Keys, k.Quit}
	switch {
	case p.inFront() != nil:
		all = []key.Binding{k.Now, k.Exit, k.Quit}
	case typing(p.top()):
		all = []key.Binding{k.NowTyping, k.Exit}
	}
	if p.inFront() == nil && !typing(p.top()) && p.prints() != "" {
		all = append(all, k.Print)
	}
	must := 2
	if p.o.Public {
		all, must = slices.Insert(all, must, k.Hide), 3
	}
	for i := must - 1; i >= 0 && p.measure(all[:must]) > p.w; i-- {
		all[i] = keys.With(all[i], "")
	}
	return all
}

// foot draws the hints: the page's own keys, as many as fit, and those that
// work everywhere, Help now and quick exit always among them.
func (p *Program) foot() []string {
	p.spots = p.spots[:0]
	var own []key.Binding
	if d := p.inFront(); d != nil {
		own = d.keys()
	} else {
		own = p.top().Keys().ShortHelp()
	}
	if p.hintLines() == 1 {
		always := p.always()
		room := p.w - p.measure(always) - 3
		line, used := p.hintRow(own, 0, p.h-1, room)
		if used > 0 {
			line += p.env.Theme.Quiet.Render(" | ")
			used += 3
		}
		rest, _ := p.hintRow(always, used, p.h-1, p.w-used)
		return []string{line + rest}
	}
	first, _ := p.hintRow(own, 0, p.h-2, p.w)
	second, _ := p.hintRow(p.always(), 0, p.h-1, p.w)
	return []string{first, second}
}

// hintGap is the space between two hints.
const hintGap = "  "

func (p *Program) measure(bs []key.Binding) int {
	total := 0
	for i, b := range bs {
		if i > 0 {
			total += len(hintGap)
		}
		total += cells.Width(b.Help().Key + " " + b.Help().Desc)
	}
	return total
}

// hintRow draws as many hints as fit into room cells from column x on line y,
// and returns the cells used.
func (p *Program) hintRow(bs []key.Binding, x, y, room int) (string, int) {
	t := p.env.Theme
	out, used := "", 0
	for _, b := range bs {
		if !b.Enabled() || b.Help().Key == "" {
			continue
		}
		gap := 0
		if used > 0 {
			gap = len(hintGap)
		}
		width := cells.Width(b.Help().Key + " " + b.Help().Desc)
		if used+gap+width > room {
			continue
		}
		if gap > 0 {
			out += hintGap
		}
		used += gap
		if press, ok := pressOf(b); ok {
			p.spots = append(p.spots, spot{x: x + used, end: x + used + width, y: y, press: press})
		}
		out += t.AccentInk.Draw(b.Help().Key) + " " + t.QuietInk.Draw(b.Help().Desc)
		used += width
	}
	return out, used
}

// pressOf is the key press that a click on a hint stands for: the first key of
// the binding.
func pressOf(b key.Binding) (tea.KeyPressMsg, bool) {
	names := b.Keys()
	if len(names) == 0 {
		return tea.KeyPressMsg{}, false
	}
	switch name := names[0]; name {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}, true
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}, true
	case "up":
		return tea.KeyPressMsg{Code: tea.KeyUp}, true
	case "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}, true
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}, true
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, true
	case "pgdown":
		return tea.KeyPressMsg{Code: tea.KeyPgDown}, true
	case "left":
		return tea.KeyPressMsg{Code: tea.KeyLeft}, true
	case "ctrl+x":
		return tea.KeyPressMsg{Code: 'x', Mod: tea.ModCtrl}, true
	case "ctrl+g":
		return tea.KeyPressMsg{Code: 'g', Mod: tea.ModCtrl}, true
	default:
		if r := []rune(name); len(r) == 1 {
			return tea.KeyPressMsg{Code: r[0], Text: name}, true
		}
	}
	return tea.KeyPressMsg{}, false
}
