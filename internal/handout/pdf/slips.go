package pdf

import "porchlight/internal/handout"

// tallest is the most of a page that a slip may take, in points. Taller ones
// are set as other text is, across the page.
const tallest = 600

// inset is the space between a slip's edge and what is on it.
const inset = 10

// slips sets slips to cut out, two beside each other. A slip is never parted.
func (s *setter) slips(b handout.Slips, f frame) {
	wide := f.width / 2
	for i := 0; i < b.N; i += 2 {
		var pair [][]row
		tall := 0.0
		for j := range min(2, b.N-i) {
			one := &setter{ink: s.ink, doc: s.doc}
			one.blocks(b.Each, frame{left: f.left + wide*float64(j) + inset, width: wide - 2*inset, parent: f.parent})
			pair, tall = append(pair, one.rows), max(tall, height(one.rows)+2*inset)
		}
		if tall > tallest {
			for range pair {
				s.together(func() { s.blocks(b.Each, f) })
				s.gap()
			}
			continue
		}
		s.rows = append(s.rows, row{height: tall, draw: func(p *press, y float64) {
			p.cuts(f, y, tall)
			for _, rows := range pair {
				p.rows(rows, y+inset)
			}
		}})
	}
}

// height is how tall rows are, one below the other.
func height(rows []row) float64 {
	tall := 0.0
	for i, r := range rows {
		if i > 0 {
			tall += r.before
		}
		tall += r.height
	}
	return tall
}

// rows draws rows one below the other.
func (p *press) rows(rows []row, y float64) {
	for i, r := range rows {
		if i > 0 {
			y += r.before
		}
		r.draw(p, y)
		y += r.height
	}
}

// cuts draws the lines to cut along.
func (p *press) cuts(f frame, y, tall float64) {
	p.inside(nil)
	p.file.SetDashPattern([]float64{4, 3}, 0)
	if p.first(y) {
		p.rule(f.left, y, f.width)
	}
	p.rule(f.left, y+tall, f.width)
	for i := range 3 {
		p.upright(f.left+f.width/2*float64(i), y, tall)
	}
	p.file.SetDashPattern(nil, 0)
}
