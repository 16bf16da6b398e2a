package kit

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/keys"
	"porchlight/tui/theme"
)

// An Item is one entry of a Menu.
type Item struct {
	ID    string
	Mark  string // before Text, whose lines hang behind it: "[x] "
	Text  string
	Right string // a word or two at the right end, or under Text when narrow
	Under string // a quiet line below
	// Head marks a heading: it is shown, and the cursor passes over it.
	Head bool
	// Lines are shown instead of Text, Right and Under when they are set. They
	// must fit the menu's width less its mark.
	Lines []string
}

// MarkWidth is the width of the mark before the chosen item, in cells.
const MarkWidth = 2

// A Menu is a column of items with a cursor. The item under the cursor has a
// mark before it, so that it is known without colour.
type Menu struct {
	theme  *theme.Theme
	items  []Item
	at     int
	scroll Scroll
	from   []int // first line of each item
	owner  []int // item of each line
	width  int
	drawn  []drawnItem // as they were last, so that only what changes is drawn
}

// NewMenu returns an empty menu.
func NewMenu(t *theme.Theme) Menu { return Menu{theme: t} }

// SetItems changes the items. The cursor stays on the item it was on, by id.
func (m *Menu) SetItems(items []Item) {
	was, had := m.Selected()
	m.items = items
	m.at = -1
	for i, it := range items {
		if !it.Head && (m.at < 0 || had && it.ID == was) {
			m.at = i
		}
	}
	m.layout()
}

// SetSize changes the size in cells.
func (m *Menu) SetSize(width, height int) {
	m.width = width
	m.scroll.SetSize(width, height)
	m.layout()
}

// Selected is the id of the item under the cursor; false for an empty menu.
func (m *Menu) Selected() (string, bool) {
	if m.at < 0 || m.at >= len(m.items) {
		return "", false
	}
	return m.items[m.at].ID, true
}

// Select moves the cursor to the item with that id, if there is one.
func (m *Menu) Select(id string) {
	for i, it := range m.items {
		if it.ID == id && !it.Head {
			m.at = i
			m.layout()
			return
		}
	}
}

// Update moves the cursor by the shared keys and the wheel, and reports
// whether it took the message.
func (m *Menu) Update(msg tea.Msg, k keys.Map) bool {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		return m.scroll.Update(msg, k)
	case tea.KeyPressMsg:
		return m.onKey(msg, k)
	}
	return false
}

// Click moves the cursor to the item at line y of the menu's view and reports
// whether there is one.
func (m *Menu) Click(y int) bool {
	line := m.scroll.Top() + y
	if y < 0 || y >= m.scroll.Height() || line >= len(m.owner) {
		return false
	}
	i := m.owner[line]
	if m.items[i].Head {
		return false
	}
	m.at = i
	m.layout()
	return true
}

func (m *Menu) onKey(msg tea.KeyPressMsg, k keys.Map) bool {
	switch {
	case matches(msg, k.Up):
		m.step(-1)
	case matches(msg, k.Down):
		m.step(1)
	case matches(msg, k.PageUp):
		m.page(-1)
	case matches(msg, k.PageDown):
		m.page(1)
	case matches(msg, k.Top):
		m.at = m.next(-1, 1)
		m.layout()
	case matches(msg, k.Bottom):
		m.at = m.next(len(m.items), -1)
		m.layout()
	default:
		return false
	}
	return true
}

// step moves the cursor one item. Where an item is taller than the window, or
// headings lie beyond the last item, the window moves instead.
func (m *Menu) step(by int) {
	if m.at < 0 {
		m.scroll.SetTop(m.scroll.Top() + by)
		return
	}
	first, end := m.lines(m.at)
	switch {
	case by > 0 && end > m.scroll.Top()+m.scroll.Height():
		m.scroll.SetTop(m.scroll.Top() + 1)
		return
	case by < 0 && first < m.scroll.Top():
		m.scroll.SetTop(m.scroll.Top() - 1)
		return
	}
	to := m.next(m.at, by)
	if to == m.at {
		m.scroll.SetTop(m.scroll.Top() + by)
		return
	}
	m.at = to
	m.layout()
}

// page moves the cursor by about a window.
func (m *Menu) page(by int) {
	goal := m.scroll.Height() - 1
	for moved := 0; moved < goal; {
		first, end := m.lines(max(0, m.at))
		to := m.next(m.at, by)
		if to == m.at {
			break
		}
		m.at = to
		moved += end - first
	}
	m.layout()
}

// next is the nearest item in that direction that can be chosen, or from.
func (m *Menu) next(from, by int) int {
	for i := from + by; i >= 0 && i < len(m.items); i += by {
		if !m.items[i].Head {
			return i
		}
	}
	return from
}

// lines is the range of lines of an item.
func (m *Menu) lines(i int) (first, end int) {
	if i >= len(m.from) {
		return 0, 0
	}
	first = m.from[i]
	end = m.scroll.Len()
	if i+1 < len(m.from) {
		end = m.from[i+1]
	}
	return first, end
}

// layout draws all items into lines and brings the cursor into view, with the
// heading above it where both fit.
func (m *Menu) layout() {
	var lines []string
	m.from, m.owner = m.from[:0], m.owner[:0]
	for i, it := range m.items {
		m.from = append(m.from, len(lines))
		lines = append(lines, m.linesOf(i, it)...)
		for len(m.owner) < len(lines) {
			m.owner = append(m.owner, i)
		}
	}
	m.scroll.SetLines(lines)
	if m.at < 0 || m.at >= len(m.items) {
		return
	}
	first, end := m.lines(m.at)
	m.scroll.Reveal(end - 1)
	for i := m.at - 1; i >= 0 && m.items[i].Head; i-- {
		if end-m.from[i] <= m.scroll.Height() {
			first = m.from[i]
		}
	}
	m.scroll.Reveal(first)
}

// View draws the menu in at most its height.
func (m *Menu) View() string { return m.scroll.View(nil) }

// More says in a word whether there is more above or below: "", "↑", "↓", "↑↓".
func (m *Menu) More() string { return m.scroll.More() }

// Len is how many lines the items take, seen and unseen.
func (m *Menu) Len() int { return m.scroll.Len() }

func matches(msg tea.KeyPressMsg, b key.Binding) bool { return key.Matches(msg, b) }
