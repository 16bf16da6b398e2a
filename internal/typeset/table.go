package typeset

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	astext "github.com/yuin/goldmark/extension/ast"
)

// A grid is drawn where it fits without wrapping; with wrapping only from
// gridWidth cells on and if no column falls below columnWidth.
const (
	gridWidth   = 60
	columnWidth = 12
	gutter      = 3 // " │ "
)

// table is a table's cells as drawn, before they are set in a grid or as a list
// of rows. Words are counted cell by cell, the head first, whatever the layout:
// so a place holds when the screen is turned or the text made larger.
type table struct {
	head  []leaf
	rows  [][]leaf
	align []astext.Alignment
}

// table draws a table. Nothing of it is ever cut.
func (sh *sheet) table(n *astext.Table, e *edge, base attr) {
	t := table{align: n.Alignments}
	for row := n.FirstChild(); row != nil && sh.err == nil; row = row.NextSibling() {
		cells := sh.cells(row)
		if row.Kind() == astext.KindTableHeader {
			t.head = cells
			continue
		}
		t.rows = append(t.rows, cells)
	}
	if sh.err != nil {
		return
	}
	sh.noteTable(t)
	if sh.pens.style.Grid && len(t.head) > 0 {
		if widths := t.fit(sh.width - max(e.next(), e.later())); widths != nil {
			sh.grid(t, widths, e, base)
			return
		}
	}
	sh.roll(t, e, base)
}

// noteTable notes that the block is a table, and how many words its head has.
func (sh *sheet) noteTable(t table) {
	if sh.tables == nil {
		sh.tables = make(map[int]int)
	}
	sh.tables[sh.block] = 0
	if len(t.rows) == 0 {
		return // the head is all there is
	}
	for _, c := range t.head {
		sh.tables[sh.block] += len(split(c.text, nil))
	}
}

// cells draws the cells of one row.
func (sh *sheet) cells(row ast.Node) []leaf {
	var out []leaf
	for c := row.FirstChild(); c != nil && sh.err == nil; c = c.NextSibling() {
		out = append(out, sh.leaf(c))
	}
	return out
}

// fit finds the widths of the columns of a grid in room cells, or nil where a
// grid would be cramped.
func (t table) fit(room int) []int {
	natural, least := make([]int, len(t.head)), make([]int, len(t.head))
	for _, row := range append([][]leaf{t.head}, t.rows...) {
		for i, c := range row[:min(len(row), len(natural))] {
			full, longest := c.measure()
			natural[i] = max(natural[i], full)
			least[i] = max(least[i], longest)
		}
	}
	room -= gutter * (len(natural) - 1)
	spare := room
	for i, n := range natural {
		least[i] = max(least[i], min(n, columnWidth))
		spare -= least[i]
	}
	if sum(natural) <= room {
		return natural
	}
	if room+gutter*(len(natural)-1) < gridWidth || spare < 0 {
		return nil
	}
	return share(natural, least, spare)
}

// roll draws each row as a small list: the first cell, then the others below
// it, each after the name of its column.
func (sh *sheet) roll(t table, e *edge, base attr) {
	if len(t.rows) == 0 {
		for _, c := range t.head {
			sh.flow(c, e, base|isStrong, 0)
		}
		return
	}
	for _, c := range t.head { // counted as words, so that a place holds in a grid too
		sh.word += len(split(c.text, nil))
	}
	for k, row := range t.rows {
		look, at := base|isStrong, e
		for i, c := range row {
			if c.text == "" && (k > 0 || !t.idle(i)) {
				continue
			}
			named, skip := c, 0
			if i < len(t.head) {
				named, skip = c.named(t.head[i])
			}
			sh.flow(named, at, look, skip)
			look = base
			at = e.within(deco{"  ", 0, 2}, deco{"    ", 0, 4}, sh.width)
		}
	}
}

// idle reports whether a column has a name and nothing else. It is named in the
// first row, so that nothing of the table is lost.
func (t table) idle(column int) bool {
	return !slices.ContainsFunc(t.rows, func(row []leaf) bool {
		return column < len(row) && row[column].text != ""
	})
}

// named puts the name of its column before a cell, and tells of how many words
// it is made.
func (l leaf) named(name leaf) (leaf, int) {
	if name.text == "" {
		return l, 0
	}
	between := ": "
	if strings.ContainsAny(name.text[len(name.text)-1:], ":?!.") {
		between = " "
	}
	out := leaf{text: name.text + between + l.text, runs: slices.Clone(name.runs)}
	out.runs = append(out.runs, run{len(name.text) + len(between), 0, none})
	for _, r := range l.runs {
		r.end += len(name.text) + len(between)
		out.runs = append(out.runs, r)
	}
	return out, len(split(name.text, nil))
}

// share gives the columns their least widths and then cell by cell to the
// narrowest that can use one: short columns stay whole, long ones wrap.
func share(natural, least []int, spare int) []int {
	widths := slices.Clone(least)
	for ; spare > 0; spare-- {
		thin := -1
		for i, w := range widths {
			if w < natural[i] && (thin < 0 || w < widths[thin]) {
				thin = i
			}
		}
		if thin < 0 {
			break
		}
		widths[thin]++
	}
	return widths
}

func sum(ns []int) (total int) {
	for _, n := range ns {
		total += n
	}
	return total
}

// measure is the width of a leaf on one line, and of the longest stretch of it
// that a line must not break.
func (l leaf) measure() (full, longest int) {
	line, held := 0, 0
	for i, w := range split(l.text, nil) {
		switch {
		case i == 0 || w.join == broken:
			line = w.width
		default:
			line += 1 + w.width
		}
		held++
		if w.join == firm || w.join == soft {
			held += w.width
		} else {
			held = w.width
		}
		full, longest = max(full, line), max(longest, held)
	}
	return full, longest
}
