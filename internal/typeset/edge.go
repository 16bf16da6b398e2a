package typeset

// deco is a mark at the left of a line that is no word: a bullet, a bar, an
// indent.
type deco struct {
	text  string
	attr  attr
	width int
}

// edge is the left side of the lines of one block, within that of the block
// around it: first stands on its first line, rest on the others.
type edge struct {
	up          *edge
	first, rest deco
	fresh       bool // the first line is still to come
}

// least is the room for words that no nesting may take away.
const least = 10

// within makes the edge of a block inside e. Where a screen is so narrow that
// words would have no room, the lines after the first are not indented further.
func (e *edge) within(first, rest deco, width int) *edge {
	if e.later()+rest.width > width-least {
		if first == rest {
			first = deco{}
		}
		rest = deco{}
	}
	return &edge{up: e, first: first, rest: rest, fresh: true}
}

// next is the indent of the line to come, later that of the lines after it.
func (e *edge) next() int {
	switch {
	case e == nil:
		return 0
	case e.fresh:
		return e.up.next() + e.first.width
	}
	return e.up.next() + e.rest.width
}

func (e *edge) later() int {
	if e == nil {
		return 0
	}
	return e.up.later() + e.rest.width
}

// draw starts a line with the edge's marks.
func (e *edge) draw(sh *sheet) {
	if e == nil {
		return
	}
	e.up.draw(sh)
	d := e.rest
	if e.fresh {
		d, e.fresh = e.first, false
	}
	sh.write(d.text, d.attr, none)
}

// blank draws the marks of a line without words: bars, no bullets.
func (e *edge) blank(sh *sheet) {
	if e != nil {
		e.up.blank(sh)
		sh.write(e.rest.text, e.rest.attr, none)
	}
}
