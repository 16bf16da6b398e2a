package course

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// tableRules are about tables on narrow screens.
func tableRules() []rule {
	return []rule{forBodies("tables fit", tablesFit)}
}

const (
	narrow       = 40 // columns of the narrowest screen
	maxColumns   = 3  // of a table
	maxCellLines = 3  // lines a row may take on a narrow screen
	gap          = 3  // columns between the columns of a table
)

// tablesFit lays each table out on a narrow screen.
func tablesFit(l *lessonFile, b *body) {
	for _, t := range b.tables() {
		at := b.at(t.offset)
		switch {
		case len(t.rows[0]) > maxColumns:
			l.doc.Warn(at, fmt.Sprintf("a table of %d columns", len(t.rows[0])), "Two or three columns fit a narrow screen. Split it, or make it a list.")
		case !t.fits():
			l.doc.Warn(at, fmt.Sprintf("a table too wide for a screen of %d columns", narrow), "Use fewer words in the cells, or make it a list.")
		}
	}
}

// A table is the text of its cells.
type table struct {
	offset int
	rows   [][]string
}

func (b *body) tables() (list []*table) {
	last := 0
	for _, c := range b.blocks {
		if c.kind != cell {
			continue
		}
		if c.table != last {
			list = append(list, &table{offset: c.offset})
			last = c.table
		}
		t := list[len(list)-1]
		for len(t.rows) <= c.row {
			t.rows = append(t.rows, nil)
		}
		t.rows[c.row] = append(t.rows[c.row], c.text)
	}
	return list
}

// fits reports whether some widths of the columns keep every row low.
func (t *table) fits() bool {
	columns := len(t.rows[0])
	return t.place(0, narrow-gap*(columns-1))
}

// place tries widths for the columns from the given one on, in the space left.
func (t *table) place(column, space int) bool {
	if column == len(t.rows[0]) {
		return true
	}
	for width := 1; width <= space; width++ {
		if t.low(column, width) {
			// The narrowest that will do leaves the most for the others.
			return t.place(column+1, space-width)
		}
	}
	return false
}

// low reports whether the cells of a column take few lines at a width.
func (t *table) low(column, width int) bool {
	for _, row := range t.rows {
		if column < len(row) && wrapped(row[column], width) > maxCellLines {
			return false
		}
	}
	return true
}

// wrapped returns how many lines text takes at a width, or more than any limit
// when a word is wider.
func wrapped(text string, width int) int {
	lines, used := 1, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case n > width:
			return maxCellLines + 1
		case used > 0 && used+1+n <= width:
			used += 1 + n
		case used > 0:
			lines++
			used = n
		default:
			used = n
		}
	}
	return lines
}
