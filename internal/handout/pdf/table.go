package pdf

import (
	"slices"

	"porchlight/internal/handout"
)

// pad is the space between the words of a cell and its edges.
const pad = 4

// A cell is the lines of one cell and the element they belong to.
type cell struct {
	frame frame
	lines []line
	e     *element
}

// table sets a table in columns of one width. The lines of its rows stay
// together where they fit on a page, and its head with the first row.
func (s *setter) table(t handout.Table, f frame) {
	if len(t.Head) == 0 {
		return
	}
	table := f.parent.child("Table")
	s.gap()
	head := s.cells(t.Head, "TH", table.child("TR"), f)
	from := len(s.rows)
	s.row(head, f)
	for i := from; i < len(s.rows); i++ {
		s.rows[i].keep = true
	}
	for _, r := range t.Rows {
		s.row(s.cells(r, "TD", table.child("TR"), f), f)
	}
}

// gap is space above a table.
func (s *setter) gap() {
	s.rows = append(s.rows, row{height: s.ink.size * 0.4, keep: true, draw: nothing})
}

// cells sets the words of one row of a table, in as many columns as its head
// has.
func (s *setter) cells(words []handout.Cell, kind string, tr *element, f frame) []cell {
	cells := make([]cell, len(words))
	wide := f.width / float64(len(words))
	for i, w := range words {
		c := &cells[i]
		c.frame = frame{left: f.left + wide*float64(i) + pad, width: wide - 2*pad}
		c.e = tr.child(kind)
		look := s.body
		if kind == "TH" {
			look = func(handout.Span) face { return s.ink.body(true, false) }
		}
		c.lines = s.ink.wrap(w, c.frame.width, look)
	}
	return cells
}

// row adds the rows of one row of a table: one for each line of its tallest
// cell.
func (s *setter) row(cells []cell, f frame) {
	tall := 1
	for _, c := range cells {
		tall = max(tall, len(c.lines))
	}
	s.together(func() {
		for i := range tall {
			r := row{height: s.ink.size * leading}
			top, end := i == 0, i == tall-1
			if top {
				r.height += pad
			}
			if end {
				r.height += pad
			}
			r.draw = func(p *press, y float64) { s.drawCells(p, cells, f, y, r.height, i, top, end) }
			s.rows = append(s.rows, r)
		}
	})
}

// drawCells draws line i of every cell, and the edges around it.
func (s *setter) drawCells(p *press, cells []cell, f frame, y, height float64, i int, top, end bool) {
	p.inside(nil)
	first := p.first(y)
	if top || first {
		p.rule(f.left, y, f.width)
	}
	if end {
		p.rule(f.left, y+height, f.width)
	}
	edges := []float64{f.left + f.width}
	for _, c := range cells {
		edges = append(edges, c.frame.left-pad)
	}
	for _, x := range slices.Sorted(slices.Values(edges)) {
		p.upright(x, y, height)
	}
	if top {
		y += pad
	}
	for _, c := range cells {
		if i < len(c.lines) {
			p.inside(c.e)
			p.text(c.lines[i], c.frame.left, y+s.ink.size*1.05, i == len(c.lines)-1)
		}
	}
}
