package pdf

import (
	"fmt"

	"porchlight/internal/handout"
)

// A frame is where on the page blocks are set, and what they belong to.
type frame struct {
	left, width float64
	parent      *element
	bar         bool // a bar stands at the left edge
	barAt       float64
}

// in is the frame moved in from the left.
func (f frame) in(by float64) frame {
	f.left, f.width = f.left+by, f.width-by
	return f
}

// A setter turns blocks into rows.
type setter struct {
	ink  *ink
	doc  string // the document's language
	rows []row
}

// leading is the distance of lines as a part of the size of the letters.
const leading = 1.38

func (s *setter) blocks(blocks []handout.Block, f frame) {
	for _, b := range blocks {
		s.block(b, f)
	}
}

func (s *setter) block(b handout.Block, f frame) {
	size := s.ink.size
	switch b := b.(type) {
	case handout.Heading:
		s.heading(b, f)
	case handout.Paragraph:
		s.text(b.Words, f, f.parent.child("P"), size*0.45, s.body)
	case handout.Check:
		s.check(b, f)
	case handout.Lines:
		s.lines(b.N, f)
	case handout.List:
		s.list(b, f)
	case handout.Table:
		s.table(b, f)
	case handout.Note:
		f.parent = f.parent.child("BlockQuote")
		f.bar, f.barAt = true, f.left
		s.blocks(b.Blocks, f.in(size))
	case handout.Slips:
		s.slips(b, f)
	case handout.Group:
		s.together(func() { s.blocks(b.Blocks, f) })
	case handout.Section:
		f.parent = f.parent.child("Sect")
		if b.Lang != s.doc {
			f.parent.lang = b.Lang
		}
		s.blocks(b.Blocks, f)
	case handout.Break:
		s.rows = append(s.rows, row{breaks: true, draw: nothing})
	}
}

func nothing(*press, float64) {}

// together keeps the rows that do adds on one page.
func (s *setter) together(do func()) {
	from := len(s.rows)
	do()
	for i := from; i < len(s.rows)-1; i++ {
		s.rows[i].keep = true
	}
}

func (s *setter) body(span handout.Span) face { return s.ink.body(span.Strong, span.Emph) }

// heading stays with the first lines of what follows.
func (s *setter) heading(h handout.Heading, f frame) {
	from := len(s.rows)
	style := s.ink.heading(h.Level)
	before := s.ink.size * 1.15
	if h.Level == 1 {
		before = 0
	}
	s.text(h.Words, f, f.parent.child(fmt.Sprintf("H%d", h.Level)), before, func(handout.Span) face { return style })
	for i := from; i < len(s.rows); i++ {
		s.rows[i].keep = true
	}
	if from < len(s.rows) && h.Level <= 3 {
		s.rows[from].mark = &mark{s.ink.known(handout.Said(h.Words)), h.Level - 1}
	}
}

// text sets words in rows of one element. The first two lines and the last two
// are not parted.
func (s *setter) text(words []handout.Span, f frame, e *element, before float64, look func(handout.Span) face) {
	from := len(s.rows)
	lines := s.ink.wrap(words, f.width, look)
	for i, l := range lines {
		s.rows = append(s.rows, s.line(l, f, e, i == len(lines)-1))
	}
	if from == len(s.rows) {
		return
	}
	s.rows[from].before = before
	if n := len(s.rows); n-from > 1 {
		s.rows[from].keep, s.rows[n-2].keep = true, true
	}
}

// line is the row of one line of text.
func (s *setter) line(l line, f frame, e *element, last bool) row {
	size := 0.0
	for _, p := range l {
		size = max(size, p.face.size)
	}
	return row{height: size * leading, draw: func(p *press, y float64) {
		p.bar(f, y, size*leading)
		p.inside(e)
		p.text(l, f.left, y+size*1.05, last)
	}}
}

// lines is room to write by hand.
func (s *setter) lines(n int, f frame) {
	gap := s.ink.size*0.9 + 14
	s.together(func() {
		for range n {
			s.rows = append(s.rows, row{height: gap, draw: func(p *press, y float64) {
				p.inside(nil)
				p.rule(f.left, y+gap-2, f.width)
			}})
		}
	})
}

// check is a box before words.
func (s *setter) check(c handout.Check, f frame) {
	from := len(s.rows)
	e := f.parent.child("P")
	size := s.ink.size
	s.text(c.Words, f.in(size*1.7), e, size*0.6, s.body)
	if from == len(s.rows) {
		return
	}
	draw := s.rows[from].draw
	s.rows[from].draw = func(p *press, y float64) {
		p.inside(nil)
		p.box(f.left, y+size*0.2, size*0.95)
		if c.Ticked {
			p.inside(e)
			tick := line{{handout.Ticked, face{"B", size * 0.9}}}
			p.text(tick, f.left+(size*0.95-s.ink.width(handout.Ticked, tick[0].face))/2, y+size*1.02, false)
		}
		draw(p, y)
	}
}

// list is items behind their marks.
func (s *setter) list(l handout.List, f frame) {
	list := f.parent.child("L")
	size := s.ink.size
	wide := size * 1.2
	if l.Ordered {
		wide = s.ink.width(l.Mark(len(l.Items))+" ", s.ink.body(false, false)) + size*0.3
	}
	for i, item := range l.Items {
		e := list.child("LI")
		label, body := e.child("Lbl"), e.child("LBody")
		inner := f.in(wide)
		inner.parent = body
		from := len(s.rows)
		s.blocks(item, inner)
		if from == len(s.rows) {
			continue
		}
		mark := line{{l.Mark(i), s.ink.body(false, false)}}
		draw := s.rows[from].draw
		s.rows[from].draw = func(p *press, y float64) {
			p.inside(label)
			p.text(mark, f.left, y+size*1.05, false)
			draw(p, y)
		}
	}
}
