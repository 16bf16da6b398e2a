package kit

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/keys"
	"porchlight/tui/theme"
)

// A Passage is text with a menu at its end: a lesson and what can follow it, a
// question and its options. The keys move through the text first. The menu
// gets its mark only when a key moves on at the end, so that one press too many,
// meant for the page before, chooses nothing.
type Passage struct {
	menu   Menu     // drawn whole; the passage scrolls, the menu does not
	scroll Scroll   // through the text, and then the menu
	lines  []string // the text
	text   int      // how many lines that is
}

// unmarked is Menu.at while no item has the mark.
const unmarked = -1

// NewPassage returns an empty passage.
func NewPassage(t *theme.Theme) Passage {
	p := Passage{menu: NewMenu(t)}
	p.menu.at = unmarked
	return p
}

// SetText changes the text; the lines are shared. The window stays where it
// can, and so does the mark.
func (p *Passage) SetText(lines []string) {
	p.lines, p.text = lines, len(lines)
	p.draw()
	p.reveal()
}

// SetItems changes the menu. An item with the mark keeps it, by id.
func (p *Passage) SetItems(items []Item) {
	was, had := p.menu.Selected()
	p.menu.SetItems(items)
	p.menu.at = unmarked
	if had {
		p.menu.Select(was)
	}
	p.draw()
	p.reveal()
}

// SetSize changes the size in cells.
func (p *Passage) SetSize(width, height int) {
	p.scroll.SetSize(width, height)
	p.menu.SetSize(width, 0)
	p.draw()
	p.reveal()
}

// Lay changes size, text and menu at once, as SetSize, SetItems and SetText do
// one after the other, and sets the menu once for all of them.
func (p *Passage) Lay(width, height int, lines []string, items []Item) {
	was, had := p.menu.Selected()
	p.scroll.SetSize(width, height)
	p.menu.width = width
	p.menu.scroll.SetSize(width, 0)
	p.menu.items, p.menu.at = items, unmarked
	for i, it := range items {
		if had && it.ID == was && !it.Head {
			p.menu.at = i
		}
	}
	p.lines = append(make([]string, 0, len(lines)+len(items)), lines...)
	p.text = len(lines)
	p.draw()
	p.reveal()
}

// draw puts the menu, as it is now, behind the text.
func (p *Passage) draw() {
	p.menu.layout()
	p.scroll.setLines(p.lines, p.menu.scroll.lines)
}

// Top is the number of the first line shown, from 0.
func (p *Passage) Top() int { return p.scroll.Top() }

// SetTop puts a line first, or the nearest that leaves no empty space, and
// takes the mark away.
func (p *Passage) SetTop(line int) {
	p.unmark()
	p.scroll.SetTop(min(line, p.limit()))
}

// Show brings a line into view, with some lines above it, and takes the mark
// away.
func (p *Passage) Show(line int) {
	if line < p.Top() || line >= p.Top()+p.scroll.Height() {
		p.SetTop(line - p.scroll.Height()/3)
		p.scroll.Reveal(line)
		return
	}
	p.unmark()
}

// Seen is the share of the first lines of the text that lie above and in the
// window, in hundredths.
func (p *Passage) Seen(lines int) int {
	end := p.Top() + p.scroll.Height()
	if end >= min(lines, p.text) {
		return 100
	}
	return end * 100 / lines
}

// More says in a word whether there is more above or below: "", "↑", "↓", "↑↓".
func (p *Passage) More() string { return p.scroll.More() }

// Marked reports whether an item has the mark.
func (p *Passage) Marked() bool { return p.menu.at >= 0 }

// Mark gives the first item the mark, where the window has reached it.
func (p *Passage) Mark() {
	if !p.Marked() && p.reached() {
		p.menu.at = p.menu.next(unmarked, 1)
		p.draw()
		p.reveal()
	}
}

// reached reports whether the window shows the whole of the first item, or as
// much as it can.
func (p *Passage) reached() bool {
	first := p.menu.next(unmarked, 1)
	if first < 0 {
		return false
	}
	_, end := p.menu.lines(first)
	return p.Top() >= p.limit() || p.text+end <= p.Top()+p.scroll.Height()
}

// Selected is the id of the item with the mark; false while there is none.
func (p *Passage) Selected() (string, bool) { return p.menu.Selected() }

// Select gives the mark to the item with that id, if there is one.
func (p *Passage) Select(id string) {
	p.menu.Select(id)
	p.draw()
	p.reveal()
}

// Choose is what Enter does: it returns the item with the mark. While there is
// none, or its last line is out of view, it moves on by a window instead.
func (p *Passage) Choose() (string, bool) {
	if !p.Marked() {
		p.forward(p.window())
		return "", false
	}
	first, end := p.span()
	switch {
	case end > p.Top()+p.scroll.Height():
		p.scroll.SetTop(min(p.Top()+p.window(), max(first, end-p.scroll.Height())))
		return "", false
	case first < p.Top() && end-first <= p.scroll.Height():
		p.reveal()
		return "", false
	}
	return p.menu.Selected()
}

// Enter is what Enter is called on a passage now: it reads on while there is more
// below, goes onward to the items that are in view, or does what the item with the
// mark says.
func (p *Passage) Enter(k keys.Map, onward, act key.Binding) key.Binding {
	switch {
	case p.Marked():
		return act
	case strings.Contains(p.More(), "↓"):
		return k.ReadOn
	}
	return onward
}

// Click gives the mark to the item at line y of the view and reports whether
// there is one. It also reports whether the item had the mark before.
func (p *Passage) Click(y int) (on, had bool) {
	line := p.Top() + y - p.text
	if y < 0 || y >= p.scroll.Height() || line < 0 || line >= len(p.menu.owner) {
		return false, false
	}
	i := p.menu.owner[line]
	if p.menu.items[i].Head {
		return false, false
	}
	had = p.menu.at == i
	p.menu.at = i
	p.draw()
	p.reveal()
	return true, had
}

// Update moves by the shared keys and the wheel, and reports whether it took
// the message.
func (p *Passage) Update(msg tea.Msg, k keys.Map) bool {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		return p.scroll.Update(msg, k)
	case tea.KeyPressMsg:
		if p.Marked() {
			return p.inMenu(msg, k)
		}
		return p.inText(msg, k)
	}
	return false
}

func (p *Passage) inText(msg tea.KeyPressMsg, k keys.Map) bool {
	switch {
	case matches(msg, k.Up):
		p.scroll.SetTop(p.Top() - 1)
	case matches(msg, k.Down):
		p.forward(1)
	case matches(msg, k.PageUp):
		p.scroll.SetTop(p.Top() - p.window())
	case matches(msg, k.PageDown):
		p.forward(p.window())
	case matches(msg, k.Top):
		p.scroll.SetTop(0)
	case matches(msg, k.Bottom):
		p.forward(p.scroll.Len())
	default:
		return false
	}
	return true
}

func (p *Passage) inMenu(msg tea.KeyPressMsg, k keys.Map) bool {
	switch {
	case matches(msg, k.Up):
		p.step(-1)
	case matches(msg, k.Down):
		p.step(1)
	case matches(msg, k.PageUp):
		p.SetTop(p.Top() - p.window())
	case matches(msg, k.PageDown):
		for range p.window() {
			p.step(1)
		}
	case matches(msg, k.Top):
		p.SetTop(0)
	case matches(msg, k.Bottom):
		p.menu.at = p.menu.next(len(p.menu.items), -1)
		p.draw()
		p.reveal()
	default:
		return false
	}
	return true
}

// window is how far a page goes: two lines stay, to keep one's place.
func (p *Passage) window() int { return max(1, p.scroll.Height()-2) }

// limit is the furthest line that the text is scrolled to: either all of the
// menu is in view then, or as much of it as there is room for.
func (p *Passage) limit() int {
	return max(0, min(p.scroll.Len()-p.scroll.Height(), p.text))
}

// forward gives the menu its mark where the window has reached it, and else
// moves on in the text.
func (p *Passage) forward(by int) {
	if p.Mark(); p.Marked() {
		return
	}
	p.scroll.SetTop(max(p.Top(), min(p.Top()+by, p.limit())))
	if p.Top() >= p.limit() {
		p.Mark()
	}
}

// step moves the mark by one item. An item taller than the window is scrolled
// through; above the first item lies the text.
func (p *Passage) step(by int) {
	first, end := p.span()
	switch {
	case by > 0 && end > p.Top()+p.scroll.Height(), by < 0 && first < p.Top():
		p.scroll.SetTop(p.Top() + by)
		return
	}
	to := p.menu.next(p.menu.at, by)
	if to != p.menu.at {
		p.menu.at = to
		p.draw()
		p.reveal()
		return
	}
	if by < 0 {
		p.unmark()
		p.scroll.SetTop(p.Top() - 1)
	}
}

func (p *Passage) unmark() {
	if p.Marked() {
		p.menu.at = unmarked
		p.draw()
	}
}

// span is the range of lines of the item with the mark.
func (p *Passage) span() (first, end int) {
	first, end = p.menu.lines(p.menu.at)
	return p.text + first, p.text + end
}

// reveal moves the window as little as it takes to show the item with the
// mark, or the beginning of one that is taller.
func (p *Passage) reveal() {
	if !p.Marked() {
		return
	}
	first, end := p.span()
	p.scroll.Reveal(end - 1)
	p.scroll.Reveal(first)
}

// View draws the window; line changes a line of the text on its way to the
// screen, and may be nil.
func (p *Passage) View(line func(i int, text string) string) string {
	return p.scroll.View(func(i int, text string) string {
		if line == nil || i >= p.text {
			return text
		}
		return line(i, text)
	})
}

// Window adds the lines in view to out, as they are: text changes a line of
// the text on its way, and item one of the menu.
func (p *Passage) Window(out []string, text, item func(i int, line string) string) []string {
	for i := p.Top(); i < min(p.Top()+p.scroll.Height(), p.scroll.Len()); i++ {
		line := p.scroll.line(i)
		if i < p.text {
			out = append(out, text(i, line))
			continue
		}
		out = append(out, item(i, line))
	}
	return out
}
