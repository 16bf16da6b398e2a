package kit

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/keys"
	"porchlight/tui/theme"
)

// A Leaf is a passage that fills a page and is written anew at each width. It
// keeps the paragraph that the learner was reading at the top, however often
// the window changes.
type Leaf struct {
	Passage
	Sheet  Sheet // what is written, before the items
	theme  *theme.Theme
	limit  int // the widest a line may be
	width  int
	height int
	anchor int // the paragraph at the top
}

// NewLeaf returns an empty leaf whose lines are at most limit cells wide.
func NewLeaf(t *theme.Theme, limit int) Leaf {
	return Leaf{Passage: NewPassage(t), theme: t, limit: limit}
}

// SetSize changes the size of the page in cells. What stands on it is as it was
// until it is written anew.
func (l *Leaf) SetSize(width, height int) { l.width, l.height = width, height }

// Ready reports whether the page has a size, so that it can be written on.
func (l *Leaf) Ready() bool { return l.width > 0 }

// Room is the width of a line on the page, in cells.
func (l *Leaf) Room() int { return Room(l.width, l.limit) }

// Airy reports whether there is room for blank lines between choices.
func (l *Leaf) Airy() bool { return l.height >= 14 }

// Write writes the page anew: write fills the sheet and returns the items below
// it. The paragraph that was at the top stays there, unless an item has the
// mark, which then stays in view.
func (l *Leaf) Write(write func() []Item) {
	l.Sheet = Sheet{Width: l.Room()}
	items := write()
	l.Lay(l.Sheet.Width, l.height, l.Sheet.Lines, items)
	if !l.Marked() {
		l.SetTop(l.Sheet.lineOf(l.anchor))
	}
}

// Turn begins at the top, for something else to be written.
func (l *Leaf) Turn() {
	l.anchor = 0
	l.SetTop(0)
}

// Show has another part written, and begins at its top. With mark its first item
// has the mark at once, where it is in view: do so where nothing can be chosen by
// one press too many, meant for the part before.
func (l *Leaf) Show(write func(), mark bool) {
	l.Turn()
	write()
	l.Turn()
	if mark {
		l.Mark()
	}
}

// GoTo puts the paragraph of a line first, where there is enough below it.
func (l *Leaf) GoTo(line int) {
	l.anchor = l.Sheet.BlockAt(line)
	l.SetTop(line)
}

// Update moves by the shared keys and the wheel, and reports whether it took
// the message.
func (l *Leaf) Update(msg tea.Msg, k keys.Map) bool {
	took := l.Passage.Update(msg, k)
	if took {
		l.anchor = l.Sheet.BlockAt(l.Top())
	}
	return took
}

// Press moves by a key, and returns the item that Enter chooses, if it is one.
func (l *Leaf) Press(msg tea.KeyPressMsg, k keys.Map) (id string, ok bool) {
	if !l.Update(msg, k) && key.Matches(msg, k.Enter) {
		return l.Choose()
	}
	return "", false
}

// Choose is what Enter does: see Passage.
func (l *Leaf) Choose() (string, bool) {
	id, ok := l.Passage.Choose()
	l.anchor = l.Sheet.BlockAt(l.Top())
	return id, ok
}

// Inherit takes the place in the text, and the mark, of a leaf that shows the
// same at another width or in another theme.
func (l *Leaf) Inherit(was *Leaf) {
	l.anchor = was.anchor
	l.width, l.height = was.width, was.height
}

// KeepMark puts the mark where a leaf with the same items had it.
func (l *Leaf) KeepMark(was *Leaf) {
	if id, marked := was.Selected(); marked {
		l.Select(id)
	}
}

// Framed draws the page.
func (l *Leaf) Framed() string { return strings.Join(l.Lines(nil), "\n") }

// Lines adds to out the lines that Framed joins.
func (l *Leaf) Lines(out []string) []string {
	from := len(out)
	if out = l.Window(out, l.clipped, l.clipped); len(out) == from {
		out = append(out, "")
	}
	frame(out[from:], l.More(), l.width, l.limit, l.theme)
	return out
}

func (l *Leaf) clipped(_ int, line string) string { return Clip(line, l.Sheet.Width) }

// Over adds to out the lines of the page, and those of a foot that stands at its
// bottom, in so many lines.
func (l *Leaf) Over(out, foot []string, height int) []string {
	from, above := len(out), max(0, height-len(foot))
	out = l.Lines(out)
	for len(out)-from < above {
		out = append(out, "")
	}
	return append(out[:from+above], foot...)
}

// Writing draws the page while a line is written on it: what stands above it,
// the field, and a hint.
func (l *Leaf) Writing(above Sheet, f *Field, hint string) string {
	return Framed(Writing(above.Lines, f, hint, l.theme, l.Room(), l.height), "", l.width, l.limit, l.theme)
}
