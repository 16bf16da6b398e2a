package typeset

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	astext "github.com/yuin/goldmark/extension/ast"

	"porchlight/internal/safetext"
)

// document draws the blocks of a document and counts those that show.
func (sh *sheet) document(doc ast.Node) {
	for c := doc.FirstChild(); c != nil && sh.err == nil; c = c.NextSibling() {
		sh.apart(nil, space(c, sh.pens.style))
		lines := len(sh.plainEnds)
		if sh.marked(c, "<!-- pause -->") {
			sh.steps = sh.note(sh.steps)
		}
		if sh.marked(c, ChoicesMark) {
			sh.choices = sh.note(sh.choices)
		}
		sh.node(c, nil, 0)
		if len(sh.plainEnds) > lines {
			sh.block, sh.word = sh.block+1, 0
		}
	}
}

// ChoicesMark, alone between two empty lines, stands before what may be chosen of
// the question above it.
const ChoicesMark = "<!-- choices -->"

// marked reports whether a mark stands right before a block, by itself or among
// others.
func (sh *sheet) marked(n ast.Node, mark string) bool {
	for n = n.PreviousSibling(); n != nil; n = n.PreviousSibling() {
		h, ok := n.(*ast.HTMLBlock)
		if !ok || h.Lines().Len() != 1 {
			return false
		}
		line := h.Lines().At(0)
		switch strings.TrimSpace(string(line.Value(sh.ink.tidy.src))) {
		case mark:
			return true
		case "<!-- pause -->", ChoicesMark:
		default:
			return false
		}
	}
	return false
}

// note adds the line about to be drawn to some, once.
func (sh *sheet) note(lines []int) []int {
	line := len(sh.plainEnds)
	if line > 0 {
		line += sh.gap.n
	}
	if n := len(lines); n > 0 && lines[n-1] >= line {
		return lines
	}
	return append(lines, line)
}

// children draws the blocks within another. Those of a tight list follow each
// other without an empty line.
func (sh *sheet) children(n ast.Node, e *edge, base attr, tight bool) {
	for c := n.FirstChild(); c != nil && sh.err == nil; c = c.NextSibling() {
		if c.PreviousSibling() != nil && !tight {
			sh.apart(e, 1)
		}
		sh.node(c, e, base)
	}
}

// space is the number of empty lines before a block. Where a heading cannot be
// told by its look (a pipe, a screen reader), a second one tells it.
func space(n ast.Node, s Style) int {
	if h, ok := n.(*ast.Heading); ok && !s.headed(h.Level).shows() {
		return 2
	}
	return 1
}

// headed is the face of headings of a level.
func (s Style) headed(level int) Face {
	if level > 2 {
		return s.Subheading
	}
	return s.Heading
}

// node draws one block.
func (sh *sheet) node(n ast.Node, e *edge, base attr) {
	switch n := n.(type) {
	case *ast.Heading:
		sh.heading(n, e, base)
	case *ast.Paragraph, *ast.TextBlock:
		sh.flow(sh.leaf(n), e, base, 0)
	case *ast.Blockquote:
		bar := deco{glyph(sh.pens.style.Bar, "|") + " ", isBar, 2}
		sh.children(n, e.within(bar, bar, sh.width), base|inQuote, false)
	case *ast.List:
		sh.list(n, e, base)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		sh.code(n, e, base)
	case *ast.HTMLBlock:
		sh.markup(n, e, base)
	case *ast.ThematicBreak:
		sh.rule(e)
	case *astext.Table:
		sh.table(n, e, base)
	}
}

// rule draws a thematic break: short, for it is read out dash by dash.
func (sh *sheet) rule(e *edge) {
	n := least
	if sh.pens.style.Rule == "" {
		n = 3
	}
	sh.begin(e)
	sh.write(strings.Repeat(glyph(sh.pens.style.Rule, "-"), min(n, max(1, sh.width-sh.col))), isFaint, none)
	sh.end()
}

// leaf draws the inline text of a block; what goes wrong ends the drawing.
func (sh *sheet) leaf(n ast.Node) leaf {
	l, err := sh.ink.leaf(n)
	if err != nil {
		sh.err = err
	}
	return l
}

// flow sets the words of a leaf in lines. Its first skip words are a label.
func (sh *sheet) flow(l leaf, e *edge, base attr, skip int) {
	sh.ws = split(l.text, sh.ws[:0])
	if len(sh.ws) == 0 {
		return
	}
	sh.rows.reset()
	wrap(l.text, sh.ws, sh.width-e.next(), sh.width-e.later(), &sh.rows)
	for i := range sh.rows.ends {
		sh.begin(e)
		sh.words(l, sh.rows.row(i), base, skip)
		sh.end()
	}
	sh.word += len(sh.ws) - skip
}

// heading draws a heading and notes where it stands.
func (sh *sheet) heading(n *ast.Heading, e *edge, base attr) {
	l := sh.leaf(n)
	line := len(sh.plainEnds)
	if line > 0 {
		line += sh.gap.n
	}
	look := inHeading
	if n.Level > 2 {
		look = inSubheading
	}
	sh.flow(l, e, base|look, 0)
	if len(sh.plainEnds) <= line {
		return
	}
	h := Head{Level: n.Level, Title: strings.Join(strings.Fields(l.text), " "), Line: line}
	if id, ok := n.AttributeString("id"); ok {
		if id, ok := id.([]byte); ok {
			h.ID = safetext.Line(string(id), 0)
		}
	}
	sh.heads = append(sh.heads, h)
}

// list draws a list: its marks hang to the left of its text.
func (sh *sheet) list(n *ast.List, e *edge, base attr) {
	number := n.Start
	wide := len(strconv.Itoa(number + n.ChildCount() - 1))
	for c := n.FirstChild(); c != nil && sh.err == nil; c = c.NextSibling() {
		if c.PreviousSibling() != nil && !n.IsTight {
			sh.apart(e, 1)
		}
		if e == nil {
			sh.steps = sh.note(sh.steps)
		}
		mark := deco{glyph(sh.pens.style.Bullet, "-") + " ", isFaint, 2}
		if n.IsOrdered() {
			s := strconv.Itoa(number)
			s = strings.Repeat(" ", wide-len(s)) + s + string(n.Marker) + " "
			mark = deco{s, 0, len(s)}
			number++
		}
		item := e.within(mark, deco{strings.Repeat(" ", mark.width), 0, mark.width}, sh.width)
		if sh.width-item.next() < 2 { // no room beside the mark
			sh.begin(item)
			sh.end()
		}
		sh.children(c, item, base, n.IsTight)
		if item.fresh { // an empty item is its mark
			sh.begin(item)
			sh.end()
		}
	}
}

// code draws a code block as it stands; only a line too long is broken.
func (sh *sheet) code(n ast.Node, e *edge, base attr) {
	e = e.within(deco{"  ", 0, 2}, deco{"  ", 0, 2}, sh.width)
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		s := strings.ReplaceAll(string(at.Value(sh.ink.tidy.src)), "\t", "    ")
		s = strings.Map(evenly, safetext.Line(s, 0))
		sh.verbatim(strings.TrimRight(s, " "), e, base|isCode)
	}
}

// evenly makes every space one cell and one byte.
func evenly(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// verbatim draws one line of code, its spaces kept.
func (sh *sheet) verbatim(s string, e *edge, base attr) {
	if s == "" {
		sh.apart(e, sh.gap.n+1)
		return
	}
	l := leaf{text: s, runs: []run{{len(s), 0, none}}}
	sh.ws = split(s, sh.ws[:0])
	for at, k := 0, 0; k < len(sh.ws); {
		n, _ := head(s[at:], max(2, sh.width-e.next()))
		if end := at + n; sh.ws[k].lo < end { // a stretch of spaces draws nothing
			sh.begin(e)
			k = sh.stretch(l, at, end, k, base)
			sh.end()
		}
		at += n
	}
	sh.word += len(sh.ws)
}

// stretch draws a part of a line of code, from word k on, and returns the word
// that the next part starts with or goes on with.
func (sh *sheet) stretch(l leaf, at, end, k int, base attr) int {
	for ; k < len(sh.ws) && sh.ws[k].lo < end; k++ {
		w := sh.ws[k]
		f := frag{lo: max(at, w.lo), hi: min(end, w.hi), word: k, rest: at > w.lo}
		f.width = width(l.text[f.lo:f.hi])
		sh.pad(f.lo-at, base, none)
		sh.words(l, []frag{f}, base, 0)
		if at = f.hi; w.hi > end {
			break
		}
	}
	return k
}

// markup draws the words of an HTML block. A course has none; what stands
// between the tags is shown all the same, so that nothing goes missing.
func (sh *sheet) markup(n *ast.HTMLBlock, e *edge, base attr) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		b.Write(at.Value(sh.ink.tidy.src))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(sh.ink.tidy.src))
	}
	s := safetext.Line(string(decoded([]byte(untagged(b.String())), true)), 0)
	if s != "" {
		sh.flow(leaf{text: s, runs: []run{{len(s), 0, none}}}, e, base, 0)
	}
}

// untagged leaves a space for each tag and comment.
func untagged(s string) string {
	var b strings.Builder
	for {
		text, rest, ok := strings.Cut(s, "<")
		b.WriteString(text)
		if !ok {
			return b.String()
		}
		b.WriteByte(' ')
		closing := ">"
		if strings.HasPrefix(rest, "!--") {
			closing = "-->"
		}
		if _, s, ok = strings.Cut(rest, closing); !ok {
			return b.String()
		}
	}
}

// glyph is a mark of one cell, or the one that always can be shown.
func glyph(mark, plain string) string {
	if mark == "" || width(mark) != 1 || !safetext.Safe(mark) {
		return plain
	}
	return mark
}
