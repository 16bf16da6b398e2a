package typeset

import "strings"

// sheet collects the lines of a text as they are drawn, styled and plain, and
// where each word came to stand.
type sheet struct {
	width int
	bare  bool // no escapes: the styled lines are the plain ones
	pens  pens
	ink   *ink

	plain, styled         []byte
	plainEnds, styledEnds []int
	pieces                []piece
	spans                 [][]Span // of each link
	heads                 []Head
	steps                 []int       // lines that a step begins on
	choices               []int       // lines that choices begin on
	tables                map[int]int // words of the head of each block that is a table
	err                   error

	col     int    // cells on the line at hand
	pen     string // parameters in force
	link    int    // link in force
	pending blank  // spaces not yet drawn: a line never ends in one
	gap     gap    // empty lines before the next line

	block int // the block of the document being drawn
	word  int // words of it drawn so far

	ws   []word
	rows rows
}

type blank struct {
	n    int
	attr attr
	link int
}

type gap struct {
	n    int
	edge *edge
}

func newSheet(source []byte, width int, s Style) *sheet {
	return &sheet{
		width: width, bare: s.bare(), pens: newPens(s), ink: newInk(source),
		link: none, plain: make([]byte, 0, len(source)+len(source)/4),
	}
}

// apart asks for n empty lines before whatever comes next.
func (sh *sheet) apart(e *edge, n int) { sh.gap = gap{n, e} }

// begin starts a line at an edge.
func (sh *sheet) begin(e *edge) {
	if g := sh.gap; len(sh.plainEnds) > 0 {
		sh.gap = gap{}
		for range g.n {
			g.edge.blank(sh)
			sh.end()
		}
	}
	sh.gap = gap{}
	e.draw(sh)
}

// end ends the line: no space at its end, every pen put down.
func (sh *sheet) end() {
	sh.pending = blank{}
	sh.use(0, none)
	sh.col = 0
	sh.plainEnds = append(sh.plainEnds, len(sh.plain))
	sh.styledEnds = append(sh.styledEnds, len(sh.styled))
	if len(sh.plain) > maxDrawn {
		sh.err = ErrTooLong
	}
}

// use takes up the pen and the link for what is drawn next.
func (sh *sheet) use(a attr, link int) {
	if sh.bare {
		return
	}
	if p := sh.pens.of(a); p != sh.pen {
		switch {
		case p == "":
			sh.styled = append(sh.styled, "\x1b[m"...)
		case sh.pen == "":
			sh.styled = append(append(append(sh.styled, "\x1b["...), p...), 'm')
		default:
			sh.styled = append(append(append(sh.styled, "\x1b[0;"...), p...), 'm')
		}
		sh.pen = p
	}
	if link != none && (!sh.pens.style.Links || sh.ink.tidy.links[link].osc == "") {
		link = none
	}
	if link != sh.link {
		osc := ""
		if link != none {
			osc = sh.ink.tidy.links[link].osc
		}
		sh.styled = append(append(append(sh.styled, "\x1b]8;;"...), osc...), "\x1b\\"...)
		sh.link = link
	}
}

// pad leaves n cells empty.
func (sh *sheet) pad(n int, a attr, link int) {
	if sh.pending.n > 0 && (sh.pending.attr != a || sh.pending.link != link) {
		sh.flush()
	}
	sh.pending = blank{sh.pending.n + n, a, link}
	sh.col += n
}

// flush draws the spaces that turned out not to end the line.
func (sh *sheet) flush() {
	p := sh.pending
	sh.pending = blank{}
	if p.n == 0 {
		return
	}
	sh.use(p.attr, p.link)
	for range p.n {
		sh.plain = append(sh.plain, ' ')
		if !sh.bare {
			sh.styled = append(sh.styled, ' ')
		}
	}
}

// write draws s; spaces at its end wait until something follows.
func (sh *sheet) write(s string, a attr, link int) {
	text := strings.TrimRight(s, " ")
	if text != "" {
		sh.flush()
		sh.use(a, link)
		sh.plain = append(sh.plain, text...)
		if !sh.bare {
			sh.styled = append(sh.styled, text...)
		}
		sh.col += width(text)
	}
	if n := len(s) - len(text); n > 0 {
		sh.pad(n, a, link)
	}
}
