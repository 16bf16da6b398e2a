package typeset

import (
	"slices"
	"strings"

	astext "github.com/yuin/goldmark/extension/ast"
)

// grid draws a table in columns: a rule under the head, and between the rows
// where a cell takes more than one line.
func (sh *sheet) grid(t table, widths []int, e *edge, base attr) {
	from := len(sh.pieces)
	sh.gridRow(t.head, t.align, widths, e, base|isStrong)
	sh.gridRule(widths, e)
	tall := slices.ContainsFunc(t.rows, func(row []leaf) bool { return isTall(row, widths) })
	for i, row := range t.rows {
		if i > 0 && tall {
			sh.gridRule(widths, e)
		}
		sh.gridRow(row, t.align, widths, e, base)
	}
	// Drawn line by line, read cell by cell.
	slices.SortStableFunc(sh.pieces[from:], func(a, b piece) int { return int(a.word - b.word) })
}

// isTall reports whether a row takes more than one line.
func isTall(row []leaf, widths []int) bool {
	for i, c := range row[:min(len(row), len(widths))] {
		if full, _ := c.measure(); full > widths[i] || strings.Contains(c.text, "\n") {
			return true
		}
	}
	return false
}

// gridCell is one cell of a row, set for the width of its column.
type gridCell struct {
	leaf
	rows
	word int // the word it starts with
}

// gridRow draws one row: its cells side by side, line by line.
func (sh *sheet) gridRow(cells []leaf, align []astext.Alignment, widths []int, e *edge, base attr) {
	set := make([]gridCell, len(widths))
	tall := 1
	for i := range min(len(cells), len(widths)) {
		set[i].leaf, set[i].word = cells[i], sh.word
		ws := split(cells[i].text, nil)
		if len(ws) > 0 {
			wrap(cells[i].text, ws, widths[i], widths[i], &set[i].rows)
		}
		sh.word += len(ws)
		tall = max(tall, len(set[i].ends))
	}
	after := sh.word
	for k := range tall {
		sh.gridLine(set, k, align, widths, e, base)
	}
	sh.word = after
}

// gridLine draws the k-th line of a row.
func (sh *sheet) gridLine(set []gridCell, k int, align []astext.Alignment, widths []int, e *edge, base attr) {
	sh.begin(e)
	left := sh.col
	for i, c := range set {
		if i > 0 {
			sh.pad(left-2-sh.col, 0, none)
			sh.write(glyph(sh.pens.style.Bar, "|")+" ", isFaint, none)
		}
		if k < len(c.ends) {
			frags := c.row(k)
			sh.pad(shift(align, i, widths[i]-cellsOf(frags)), 0, none)
			sh.word = c.word
			sh.words(c.leaf, frags, base, 0)
		}
		left += widths[i] + gutter
	}
	sh.end()
}

// gridRule draws the line under a table's head.
func (sh *sheet) gridRule(widths []int, e *edge) {
	rule, cross := glyph(sh.pens.style.Rule, "-"), "+"
	if rule == "─" && glyph(sh.pens.style.Bar, "|") == "│" {
		cross = "┼"
	}
	var b strings.Builder
	for i, w := range widths {
		if i > 0 {
			b.WriteString(rule + cross + rule)
		}
		b.WriteString(strings.Repeat(rule, w))
	}
	sh.begin(e)
	sh.write(b.String(), isFaint, none)
	sh.end()
}

// shift is how far a line of a cell moves right for its column's alignment.
func shift(align []astext.Alignment, column, spare int) int {
	if column >= len(align) {
		return 0
	}
	switch align[column] {
	case astext.AlignRight:
		return spare
	case astext.AlignCenter:
		return spare / 2
	}
	return 0
}

// cellsOf is the width of a line of fragments.
func cellsOf(frags []frag) (n int) {
	for _, f := range frags {
		n += f.width
		if f.space {
			n++
		}
	}
	return n
}
