package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/cells"
	"porchlight/tui/keys"
	"porchlight/tui/theme"
)

// A spot is a stretch of the screen that stands for a key.
type spot struct {
	x, end, y int
	press     tea.KeyPressMsg
}

func (p *Program) spotAt(x, y int) (tea.KeyPressMsg, bool) {
	for _, s := range p.hints.spots {
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
	front, typing := p.inFront() != nil, typing(p.top())
	all := append(p.hints.always[:0], k.Now, k.Exit)
	must := 2
	if !front && typing {
		all[0] = k.NowTyping
	}
	if p.o.Public {
		all, must = append(all, k.Hide), 3
	}
	switch {
	case front:
		all = append(all, k.Quit)
	case !typing:
		all = append(all, k.Keys, k.Quit)
	}
	if !front && !typing && p.prints() != "" {
		all = append(all, k.Print)
	}
	for i := must - 1; i >= 0 && measure(all[:must]) > p.w; i-- {
		all[i] = keys.With(all[i], "")
	}
	p.hints.always = all
	return all
}

// hints is the foot of the frame as it was drawn last. A key rarely changes
// which keys work, so it is drawn anew only where it would be another.
type hints struct {
	of     []hint // the page's own, and those that work everywhere
	own    int    // how many of them are the page's
	width  int
	height int
	theme  *theme.Theme
	lines  []string
	spots  []spot        // where the hints stand, for the mouse
	always []key.Binding // room for them
}

// A hint is what can be seen of a key.
type hint struct {
	help key.Help
	key  string // the first that does it
}

func hintOf(b key.Binding) hint {
	h := hint{help: b.Help()}
	if names := b.Keys(); len(names) > 0 {
		h.key = names[0]
	}
	if !b.Enabled() {
		h.help.Key = ""
	}
	return h
}

// stands reports whether the hints drawn are those of the keys that work now,
// and takes these for the next time.
func (h *hints) stands(own, always []key.Binding) bool {
	same := h.own == len(own) && len(h.of) == len(own)+len(always)
	for i, some := range [2][]key.Binding{own, always} {
		for j, b := range some {
			at, is := i*len(own)+j, hintOf(b)
			if at < len(h.of) && h.of[at] == is {
				continue
			}
			same = false
			h.of = append(h.of[:min(at, len(h.of))], is)
		}
	}
	h.own, h.of = len(own), h.of[:len(own)+len(always)]
	return same
}

// foot draws the hints: the page's own keys, as many as fit, and those that
// work everywhere, Help now and quick exit always among them.
func (p *Program) foot() []string {
	var own []key.Binding
	if d := p.inFront(); d != nil {
		own = d.keys()
	} else {
		own = p.top().Keys().ShortHelp()
	}
	h, always := &p.hints, p.always()
	if h.stands(own, always) && h.width == p.w && h.height == p.h && h.theme == p.env.Theme {
		return h.lines
	}
	h.width, h.height, h.theme, h.spots = p.w, p.h, p.env.Theme, h.spots[:0]
	if p.hintLines() == 1 {
		room := p.w - measure(always) - 3
		line, used := p.hintRow(own, 0, p.h-1, room)
		if used > 0 {
			line += p.env.Theme.Quiet.Render(" | ")
			used += 3
		}
		rest, _ := p.hintRow(always, used, p.h-1, p.w-used)
		h.lines = append(h.lines[:0], line+rest)
		return h.lines
	}
	first, _ := p.hintRow(own, 0, p.h-2, p.w)
	second, _ := p.hintRow(always, 0, p.h-1, p.w)
	h.lines = append(h.lines[:0], first, second)
	return h.lines
}

// hintGap is the space between two hints.
const hintGap = "  "

func measure(bs []key.Binding) int {
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
			p.hints.spots = append(p.hints.spots, spot{x: x + used, end: x + used + width, y: y, press: press})
		}
		out += t.Accent.Render(b.Help().Key) + " " + t.Quiet.Render(b.Help().Desc)
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
