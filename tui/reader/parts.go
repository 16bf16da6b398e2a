package reader

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/typeset"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A part is a heading of the lesson and what follows it up to the next.
type part struct {
	title string
	level int
	line  int // of the lesson's text
	words int
}

// minutes is how long the part takes at the pace a lesson is reckoned with; 0
// for less than one.
func (p part) minutes() int { return (p.words + 85) / 170 }

// partsOf counts the words from each heading to the next.
func partsOf(text typeset.Text) []part {
	out := make([]part, len(text.Heads))
	for i, h := range text.Heads {
		end := len(text.Plain)
		if i+1 < len(text.Heads) {
			end = text.Heads[i+1].Line
		}
		out[i] = part{title: h.Title, level: h.Level, line: h.Line}
		for _, line := range text.Plain[h.Line:end] {
			out[i].words += len(strings.Fields(line))
		}
	}
	return out
}

// parts is the outline of the lesson, in front of the text while it is open.
type parts struct {
	open bool
	menu kit.Menu
}

func newParts(env page.Env) parts { return parts{menu: kit.NewMenu(env.Theme)} }

// fillParts lists the parts of the lesson as it is set now.
func (r *Reader) fillParts() {
	w := r.env.Words
	whole := w.N("reader.parts-whole", r.sheet.reading.Lesson.Minutes())
	items := []kit.Item{{Head: true, Text: w.T("reader.parts"), Under: whole}, {Head: true}}
	for i, p := range r.sheet.parts {
		length := w.T("reader.part-short")
		if n := p.minutes(); n > 0 {
			length = w.N("reader.part-minutes", n)
		}
		items = append(items, kit.Item{
			ID: strconv.Itoa(i), Mark: strings.Repeat(" ", 2*max(0, p.level-2)), Text: p.title, Right: length,
		})
	}
	if reading := r.sheet.reading; reading.HasQuiz && reading.Place.Done.IsZero() && !reading.Paired {
		// Here it is in nobody's way: who wants to read has no need to come here.
		items = append(items, kit.Item{Head: true}, kit.Item{ID: toPair, Text: w.T("reader.before")})
	}
	r.parts.menu.SetItems(items)
}

// relistParts lists the parts anew where they are in view.
func (r *Reader) relistParts() {
	if r.parts.open {
		r.fillParts()
	}
}

// openParts shows the outline, its mark on the part being read.
func (r *Reader) openParts() {
	r.parts.open = true
	r.fillParts()
	r.parts.menu.Select(strconv.Itoa(r.partAt(r.body.Top() - len(r.sheet.above))))
}

// partAt is the part that a line of the text belongs to.
func (r *Reader) partAt(line int) int {
	at := 0
	for i, p := range r.sheet.parts {
		if p.line <= line {
			at = i
		}
	}
	return at
}

func (r *Reader) onPartsKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case r.parts.menu.Update(msg, k):
	case key.Matches(msg, k.Back), key.Matches(msg, r.keys.parts):
		r.parts.open = false
	case key.Matches(msg, k.Enter):
		return r.toPart()
	}
	return nil
}

// toPart puts the chosen heading first, or goes where else the outline leads.
func (r *Reader) toPart() tea.Cmd {
	r.parts.open = false
	id, _ := r.parts.menu.Selected()
	if id == toPair {
		return r.choose(id)
	}
	i, err := strconv.Atoi(id)
	if err != nil || i >= len(r.sheet.parts) {
		return nil
	}
	line := r.sheet.parts[i].line
	if line > 0 {
		line += len(r.sheet.above)
	}
	r.body.SetTop(line)
	return r.jumped()
}
