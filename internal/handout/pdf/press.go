package pdf

import (
	"codeberg.org/go-pdf/fpdf"

	"porchlight/internal/handout"
)

// A press draws rows on pages and notes which words belong to which element.
type press struct {
	file   *fpdf.Fpdf
	ink    *ink
	tags   *tags
	bottom float64  // where the foot begins
	at     *element // whose words are being drawn
	open   bool     // a stretch of marked content is open
	level  int      // of the last bookmark
}

// thin is the width of rules.
const thin = 0.7

// page draws one page.
func (p *press) page(rows []row, foot footer, number string) {
	p.file.AddPage()
	p.ink.now = face{}
	p.file.SetLineWidth(thin)
	p.tags.page()
	y := float64(margin)
	for _, r := range rows {
		y += r.before
		if r.mark != nil {
			p.level = min(r.mark.level, p.level+1)
			p.ink.use(p.ink.body(false, false)) // a font of UTF-8 is in use
			p.file.Bookmark(r.mark.text, p.level, y)
		}
		r.draw(p, y)
		y += r.height
	}
	p.inside(nil)
	foot.draw(p, number)
	p.close()
}

// inside says whose words come next; nil is for what is no word: rules, boxes,
// the foot.
func (p *press) inside(e *element) {
	if p.open && e == p.at {
		return
	}
	p.close()
	p.file.RawWriteStr(p.tags.begin(e))
	p.at, p.open = e, true
}

func (p *press) close() {
	if p.open {
		p.file.RawWriteStr("EMC")
		p.open = false
	}
}

// text draws a line from x on. A line that the text goes on after ends in a
// space, so that its last word and the next are two.
func (p *press) text(l line, x, y float64, last bool) {
	for i, piece := range l {
		text := piece.text
		width := p.ink.width(text, piece.face)
		if i == len(l)-1 && !last {
			text += " "
		}
		p.ink.use(piece.face)
		p.file.Text(x, y, text)
		x += width
	}
}

func (p *press) rule(x, y, width float64)     { p.file.Line(x, y, x+width, y) }
func (p *press) upright(x, y, height float64) { p.file.Line(x, y, x, y+height) }
func (p *press) box(x, y, size float64)       { p.file.Rect(x, y, size, size, "D") }

// bar draws a bar beside a line of a note.
func (p *press) bar(f frame, y, height float64) {
	if f.bar {
		p.inside(nil)
		p.file.SetLineWidth(2)
		p.upright(f.barAt+2, y, height)
		p.file.SetLineWidth(thin)
	}
}

// first reports whether y is the top of the page.
func (p *press) first(y float64) bool { return y == margin }

// A footer is the lines under every page.
type footer struct {
	lines []line
	size  float64
	width float64
}

// foot sets the lines under every page.
func (s *setter) foot(text string, width float64) footer {
	f := footer{size: s.ink.size * 0.8, width: width}
	small := face{size: f.size}
	f.lines = s.ink.wrap(handout.Plain(text), width-s.ink.width("888 / 888  ", small), func(handout.Span) face { return small })
	return f
}

func (f footer) height() float64 { return float64(max(1, len(f.lines))) * f.size * leading }

// draw draws the foot and, at its right, the number of the page.
func (f footer) draw(p *press, number string) {
	y := p.bottom - f.height() + 14
	p.rule(margin, y, f.width)
	small := face{size: f.size}
	for i, l := range f.lines {
		p.text(l, margin, y+4+f.size*leading*float64(i)+f.size, i == len(f.lines)-1)
	}
	p.text(line{{number, small}}, margin+f.width-p.ink.width(number, small), y+4+f.size, true)
}
