package takehome

import (
	"strings"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

// draw lays the page out. Everything is an item of one menu, so that all of it
// can be scrolled to; the cursor stops at what can be chosen.
func (t *TakeHome) draw() {
	if t.width == 0 {
		return
	}
	t.menu.SetSize(kit.Room(t.width, t.env.TextWidth), max(1, t.height))
	switch t.state {
	case choosing:
		t.menu.SetItems(t.choices())
	case typing:
		t.menu.SetItems(t.typed())
	case working:
		t.menu.SetItems([]kit.Item{t.text(t.env.Words.T("takehome.wait"))})
	case given:
		t.menu.SetItems(t.wordsShown())
	}
}

func (t *TakeHome) choices() []kit.Item {
	w := t.env.Words
	items := []kit.Item{t.text(w.T("takehome.intro")), {Head: true}}
	if t.said != "" {
		items = append(items, t.care(t.said), kit.Item{Head: true})
	}
	return append(items,
		kit.Item{ID: toGet, Text: w.T("takehome.get")},
		kit.Item{ID: toHave, Text: w.T("takehome.have")})
}

func (t *TakeHome) typed() []kit.Item {
	items := []kit.Item{{Head: true, Lines: []string{t.field.View()}}}
	if t.said != "" {
		items = append(items, kit.Item{Head: true}, t.care(t.said))
	}
	return append(items, kit.Item{Head: true}, t.text(t.env.Words.T("takehome.type-help")))
}

// wordsShown shows the words first, each on a line of its own: they are what must
// be seen on the smallest screen.
func (t *TakeHome) wordsShown() []kit.Item {
	w, look := t.env.Words, t.env.Theme
	if t.back {
		return []kit.Item{t.text(w.T("takehome.welcome")), {Head: true}, {ID: toGo, Text: w.T("takehome.on")}}
	}
	var lines []string
	for _, word := range strings.Fields(t.words) {
		lines = append(lines, "    "+look.Strong.Render(word))
	}
	items := []kit.Item{t.text(w.T("takehome.these")), {Head: true, Lines: lines}}
	if t.height > kit.Tight {
		items = []kit.Item{items[0], {Head: true}, items[1], {Head: true}}
	}
	return append(items,
		kit.Item{ID: toGo, Text: w.T("takehome.on")}, kit.Item{Head: true},
		t.text(w.T("takehome.only")),
		t.text(w.N("takehome.until", study.Days(t.desk.KeptFor()))), kit.Item{Head: true},
		t.text(w.T("takehome.home")))
}

func (t *TakeHome) text(s string) kit.Item { return t.lines(s, t.env.Theme.Plain) }

func (t *TakeHome) care(words string) kit.Item {
	return t.lines(t.env.Words.T(words), t.env.Theme.Care)
}

func (t *TakeHome) lines(s string, style theme.Brush) kit.Item {
	lines := kit.Wrap(s, kit.Room(t.width, t.env.TextWidth))
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return kit.Item{Head: true, Lines: lines}
}

// View draws what is in the window.
func (t *TakeHome) View() string {
	return kit.Framed(t.menu.View(), t.menu.More(), t.width, t.env.TextWidth, t.env.Theme)
}
