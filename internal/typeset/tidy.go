package typeset

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"porchlight/internal/safetext"
)

// tidy readies a parsed document for Glamour, which cannot be given it as it
// is: Glamour decodes "&#27;" into an escape, shows half of Markdown's own
// escapes, loses emphasis around links and prints every address. Text that
// needs it is decoded and cleaned here, and written behind the source in a form
// that Glamour gives back unchanged; a link's address becomes its number.
type tidy struct {
	src   []byte
	links []target
}

// target is where a link leads, and what to show of it.
type target struct {
	address string
	shown   string // the address as it is shown after the words; may be empty
	attr    attr
	osc     string // the address for OSC 8; empty for links within the course
	words   string // as drawn
}

// inline readies what stands in one paragraph, heading or cell.
func (t *tidy) inline(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; {
		c = t.node(parent, c)
	}
}

// node readies one node and returns the one to go on with.
func (t *tidy) node(parent, c ast.Node) ast.Node {
	next := c.NextSibling()
	switch n := c.(type) {
	case *ast.Text:
		t.text(n)
	case *ast.CodeSpan:
		t.code(n)
	case *ast.Emphasis:
		t.inline(n)
		sink(parent, n)
	case *ast.Link:
		if !t.link(n) {
			return splice(parent, n)
		}
		t.inline(n)
	case *ast.AutoLink:
		return t.auto(parent, n)
	case *ast.RawHTML:
		t.tag(parent, n)
	default: // a picture is its words
		return splice(parent, c)
	}
	return next
}

// piece writes clean text behind the source, escaped for Glamour.
func (t *tidy) piece(s string) text.Segment {
	start := len(t.src)
	for i := range len(s) {
		switch s[i] {
		case '&':
			t.src = append(t.src, "&amp;"...)
		case '\\':
			t.src = append(t.src, `\\`...)
		default:
			t.src = append(t.src, s[i])
		}
	}
	return text.NewSegment(start, len(t.src))
}

// text decodes and cleans one stretch. A line end of the source is a space;
// one that was asked for stays, and Glamour gives it back as such.
func (t *tidy) text(n *ast.Text) {
	v := n.Segment.Value(t.src)
	soft := n.SoftLineBreak()
	if n.HardLineBreak() {
		soft = false
	}
	n.SetSoftLineBreak(false)
	if !soft && verbatim(v) {
		return
	}
	s := safetext.Line(string(decoded(v, !n.IsRaw())), 0)
	if soft {
		s += " "
	}
	n.Segment = t.piece(s)
}

// code cleans a code span, in which nothing is decoded. Glamour decodes it all
// the same, but leaves its backslashes alone.
func (t *tidy) code(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if n, ok := c.(*ast.Text); ok {
			s := safetext.Line(string(n.Segment.Value(t.src)), 0)
			start := len(t.src)
			t.src = append(t.src, strings.ReplaceAll(s, "&", "&amp;")...)
			n.Segment = text.NewSegment(start, len(t.src))
			n.SetSoftLineBreak(false)
		}
	}
}

// link gives a link its number in place of its address, or reports that it
// leads nowhere we go and only its words are to be shown.
func (t *tidy) link(n *ast.Link) bool {
	to, ok := lead(safetext.Line(string(decoded(n.Destination, true)), 0))
	if !ok {
		return false
	}
	n.Destination = strconv.AppendInt([]byte("l:"), int64(len(t.links)), 10)
	t.links = append(t.links, to)
	return true
}

// auto makes an address in the text a link with the address as its words.
func (t *tidy) auto(parent ast.Node, n *ast.AutoLink) ast.Node {
	words := safetext.Line(string(n.Label(t.src)), 0)
	link := ast.NewLink()
	link.Destination = n.URL(t.src)
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(words), "mailto:") {
		link.Destination = append([]byte("mailto:"), link.Destination...)
	}
	next := n.NextSibling()
	inner := ast.NewTextSegment(t.piece(words))
	if t.link(link) {
		link.AppendChild(link, inner)
		parent.ReplaceChild(parent, n, link)
	} else {
		parent.ReplaceChild(parent, n, inner)
	}
	return next
}

// tag takes an HTML tag out; a line break leaves a space.
func (t *tidy) tag(parent ast.Node, n *ast.RawHTML) {
	if n.Segments.Len() > 0 {
		at := n.Segments.At(0)
		if bytes.HasPrefix(bytes.ToLower(at.Value(t.src)), []byte("<br")) {
			parent.ReplaceChild(parent, n, ast.NewTextSegment(t.piece(" ")))
			return
		}
	}
	parent.RemoveChild(parent, n)
}

// splice puts a node's children in its place and returns the first of them, or
// what came after the node.
func splice(parent, n ast.Node) ast.Node {
	first := n.FirstChild()
	if first == nil {
		first = n.NextSibling()
	}
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		n.RemoveChild(n, c)
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
	return first
}

// sink moves emphasis into the links it holds: Glamour draws a link within
// emphasis as a link only.
func sink(parent ast.Node, e *ast.Emphasis) {
	found := false
	for c := e.FirstChild(); c != nil; c = c.NextSibling() {
		found = found || c.Kind() == ast.KindLink
	}
	if !found {
		return
	}
	var run *ast.Emphasis
	for c := e.FirstChild(); c != nil; c = e.FirstChild() {
		e.RemoveChild(e, c)
		if c.Kind() == ast.KindLink {
			inner := ast.NewEmphasis(e.Level)
			for w := c.FirstChild(); w != nil; w = c.FirstChild() {
				c.RemoveChild(c, w)
				inner.AppendChild(inner, w)
			}
			c.AppendChild(c, inner)
			parent.InsertBefore(parent, e, c)
			run = nil
			continue
		}
		if run == nil {
			run = ast.NewEmphasis(e.Level)
			parent.InsertBefore(parent, e, run)
		}
		run.AppendChild(run, c)
	}
	parent.RemoveChild(parent, e)
}

// verbatim reports whether Glamour shows v as it stands.
func verbatim(v []byte) bool {
	for i := 0; i < len(v); {
		if c := v[i]; c < utf8.RuneSelf {
			if c < ' ' || c == '&' || c == '\\' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(v[i:])
		if r == utf8.RuneError || safetext.Unsafe(r) {
			return false
		}
		i += n
	}
	return true
}

// decoded resolves Markdown's backslashes and HTML's entities, each once.
func decoded(v []byte, resolve bool) []byte {
	if !resolve || bytes.IndexByte(v, '\\') < 0 && bytes.IndexByte(v, '&') < 0 {
		return v
	}
	out := make([]byte, 0, len(v))
	for i := 0; i < len(v); i++ {
		switch {
		case v[i] == '\\' && i+1 < len(v) && util.IsPunct(v[i+1]):
			i++
			out = append(out, v[i])
		case v[i] == '&':
			s, n := entity(v[i:])
			out = append(out, s...)
			i += n - 1
		default:
			out = append(out, v[i])
		}
	}
	return out
}

// entity decodes the entity v starts with, "&amp;" or "&#8217;", and returns
// its length; what is none is an ampersand.
func entity(v []byte) (string, int) {
	end := bytes.IndexByte(v[:min(len(v), 40)], ';')
	if end < 2 {
		return "&", 1
	}
	name := string(v[1:end])
	if num, ok := strings.CutPrefix(name, "#"); ok {
		base := 10
		if hex, ok := strings.CutPrefix(strings.ToLower(num), "x"); ok {
			num, base = hex, 16
		}
		n, err := strconv.ParseUint(num, base, 21)
		if err != nil || len(num) > 7 {
			return "&", 1
		}
		return string(rune(n)), end + 1
	}
	if e, ok := util.LookUpHTML5EntityByName(name); ok {
		return string(e.Characters), end + 1
	}
	return "&", 1
}
