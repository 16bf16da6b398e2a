package course

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"porchlight/internal/packfile"
)

// A body is the Markdown of a lesson, taken apart for the rules.
type body struct {
	doc    *packfile.Doc
	source []byte
	root   ast.Node
	blocks []*block // in the order of the text

	patterns *patterns
}

// A block is one paragraph, heading or table cell.
type block struct {
	kind    blockKind
	level   int    // of a heading
	id      string // of a heading, from {#id}
	who     string // of a heading: who its section is for, from {for=who}
	offset  int    // of its first character in the source
	text    string // what a reader sees, in one line, without [@ids]
	cites   []cite
	example bool // in a worked example
	list    int  // which list of the body it stands in, from 1; 0 for none
	table   int  // which table, likewise
	row     int  // of a cell: the row in its table, 0 the head
}

type blockKind int

const (
	paragraph blockKind = iota
	heading
	cell
)

// A cite is one [@id].
type cite struct {
	id     string // as written, which may be no id
	offset int    // of the id in the source
}

// readBody takes the Markdown of doc apart. It returns nil, and has reported
// why, for a text that is nested too deep to be parsed in good time.
func readBody(doc *packfile.Doc, patterns *patterns) *body {
	if at, what := tooNested(doc.Body); what != "" {
		doc.Report(doc.AtOffset(at), what, "Take levels out. Headings and short paragraphs read better than deep lists.")
		return nil
	}
	b := &body{doc: doc, source: []byte(doc.Body), patterns: patterns}
	b.root = markdown().Parser().Parse(text.NewReader(b.source))
	b.collect()
	return b
}

// markdown is the kind of Markdown that lessons are written in.
func markdown() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAttribute()))
}

// at returns the place of an offset in the source.
func (b *body) at(offset int) packfile.Pos { return b.doc.AtOffset(offset) }

// walk calls visit for each node, parents first.
func (b *body) walk(visit func(ast.Node)) {
	_ = ast.Walk(b.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // visit cannot fail
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
}

// collect fills blocks.
func (b *body) collect() {
	lists, tables, rows, example := 0, 0, 0, 0
	b.walk(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.List:
			if n.Parent() == b.root {
				lists++
			}
		case *extast.Table:
			tables, rows = tables+1, -1
		case *extast.TableHeader, *extast.TableRow:
			rows++
		case *ast.Heading:
			h := b.block(n, heading)
			h.level, h.id, h.who = n.Level, attribute(n, "id"), attribute(n, "for")
			example = exampleAfter(example, h)
			h.example = example > 0
		case *ast.Paragraph, *ast.TextBlock:
			p := b.block(n, paragraph)
			p.example = example > 0
			if inside(n, ast.KindList) {
				p.list = lists
			}
		case *extast.TableCell:
			c := b.block(n, cell)
			c.example, c.table, c.row = example > 0, tables, rows
		}
	})
}

// exampleAfter returns the level of the worked example that the text under
// heading h belongs to, given that of the text above, 0 for none.
func exampleAfter(level int, h *block) int {
	switch {
	case strings.HasPrefix(h.id, examplePrefix):
		return h.level
	case level > 0 && h.level <= level:
		return 0
	}
	return level
}

// block adds the block of n.
func (b *body) block(n ast.Node, kind blockKind) *block {
	out := &block{kind: kind, offset: b.start(n)}
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		for _, m := range b.patterns.cite.FindAllSubmatchIndex(s.Value(b.source), -1) {
			out.cites = append(out.cites, cite{string(s.Value(b.source)[m[2]:m[3]]), s.Start + m[2]})
		}
	}
	var text strings.Builder
	b.flatten(n, &text)
	plain := b.patterns.cite.ReplaceAllString(text.String(), "")
	out.text = strings.Join(strings.Fields(html.UnescapeString(plain)), " ")
	b.blocks = append(b.blocks, out)
	return out
}

// start returns where the text of n begins.
func (b *body) start(n ast.Node) int {
	if lines := n.Lines(); n.Kind() != ast.KindHeading && lines.Len() > 0 {
		return lines.At(0).Start
	}
	return max(0, n.Pos())
}

// flatten writes the words in n without any marks.
func (b *body) flatten(n ast.Node, out *strings.Builder) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			out.Write(c.Value(b.source))
			if c.SoftLineBreak() || c.HardLineBreak() {
				out.WriteByte('\n')
			}
		case *ast.AutoLink, *ast.RawHTML:
			// An address is not prose, and HTML is an error of its own.
		default:
			b.flatten(c, out)
		}
	}
}

// inside reports whether n stands in a node of the kind.
func inside(n ast.Node, kind ast.NodeKind) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == kind {
			return true
		}
	}
	return false
}

// attribute returns what a heading says in {name=value} or, of its id, in
// {#value}; "" where it says nothing.
func attribute(n ast.Node, name string) string {
	value, ok := n.AttributeString(name)
	if !ok {
		return ""
	}
	if raw, ok := value.([]byte); ok {
		return string(raw)
	}
	return fmt.Sprint(value)
}
