package kit

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/keys"
	"porchlight/tui/theme"
)

// Tight is the height up to which a list leaves no line blank.
const Tight = 12

// A Listing is a menu that fills a page: blank lines between its groups where
// there is room, framed, with the keys that work in it.
type Listing struct {
	Menu
	theme         *theme.Theme
	width, height int
	limit         int // the widest a line may be
}

// NewListing returns an empty list whose lines are at most limit cells wide.
func NewListing(t *theme.Theme, limit int) Listing {
	return Listing{Menu: NewMenu(t), theme: t, limit: limit}
}

// SetSize changes the size of the page in cells.
func (l *Listing) SetSize(width, height int) { l.width, l.height = width, height }

// Ready reports whether the page has a size, so that items can be laid.
func (l *Listing) Ready() bool { return l.width > 0 }

// Lay makes the items: with blank lines between the groups where all of them
// are in view then, or the page is not small.
func (l *Listing) Lay(write func(*Entries)) {
	room := Room(l.width, l.limit)
	l.Menu.SetSize(room, l.height)
	lay := func(airy bool) {
		e := NewEntries(room, airy)
		write(e)
		l.SetItems(e.Items)
	}
	if lay(true); l.Len() > l.height && l.height <= Tight {
		lay(false)
	}
}

// View draws the list on its page.
func (l *Listing) View() string {
	return Framed(l.Menu.View(), l.More(), l.width, l.limit, l.theme)
}

// Chosen moves by a message, and returns the item that it opens, if it opens
// one: by Enter or a click.
func (l *Listing) Chosen(msg tea.Msg, k keys.Map) (id string, ok bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if !l.Update(msg, k) && key.Matches(msg, k.Enter) {
			return l.Selected()
		}
	case tea.MouseWheelMsg:
		l.Update(msg, k)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && l.Click(msg.Y) {
			return l.Selected()
		}
	}
	return "", false
}

// Keys lists what works in a list that has a page below it.
func (l *Listing) Keys(k keys.Map) keys.Hints {
	if _, any := l.Selected(); !any {
		return keys.Hints{k.Back}
	}
	return keys.Hints{k.Move, k.Enter, k.Back}
}

// Entries are the items of a list as they are made.
type Entries struct {
	Items []Item
	Airy  bool // there is room for blank lines and for words that explain
	Width int  // of the list, in cells
}

// NewEntries returns none yet, for a list of so many cells.
func NewEntries(width int, airy bool) *Entries {
	return &Entries{Items: make([]Item, 0, usual), Airy: airy, Width: width}
}

// usual is as many items as most lists have.
const usual = 16

// Add adds items.
func (e *Entries) Add(items ...Item) { e.Items = append(e.Items, items...) }

// Gap adds a blank line between groups where there is room.
func (e *Entries) Gap() {
	if e.Airy && len(e.Items) > 0 {
		e.Add(Item{Head: true})
	}
}

// Head adds a heading, with words under it where there is room.
func (e *Entries) Head(text, under string) {
	if !e.Airy {
		under = ""
	}
	e.Add(Item{Head: true, Text: text, Under: under})
}

// Say adds words that cannot be chosen.
func (e *Entries) Say(text string, style func(string) string) {
	lines := Wrap(text, e.Width)
	for i := range lines {
		lines[i] = style(lines[i])
	}
	e.Add(Item{Head: true, Lines: lines})
}

// Short is as much of a text as two lines of an item show, cut between words.
func (e *Entries) Short(text string) string {
	limit, out := 2*e.Width-8, ""
	for _, word := range strings.Fields(text) {
		if out != "" && len([]rune(out))+1+len([]rune(word)) > limit {
			return out + " ..."
		}
		out = strings.TrimSpace(out + " " + word)
	}
	return out
}

// Failed says that what the list shows could not be read, and offers to try
// again under the id given.
func (e *Entries) Failed(what, retry, id string) {
	e.Add(Item{Head: true, Lines: Wrap(what, e.Width)}, Item{Head: true}, Item{ID: id, Text: retry})
}
