package handout

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"porchlight/internal/typeset"
)

// FromMarkdown makes blocks of a lesson's Markdown. What a course does not have
// (pictures, markup) is its words.
func FromMarkdown(markdown string) ([]Block, error) {
	doc, source, err := typeset.Parse(markdown)
	if err != nil {
		return nil, err
	}
	r := reader{source}
	return r.blocks(doc), nil
}

// A reader makes blocks of a parsed document.
type reader struct{ source []byte }

func (r reader) blocks(n ast.Node) (blocks []Block) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if b := r.block(c); b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func (r reader) block(n ast.Node) Block {
	switch n := n.(type) {
	case *ast.Heading:
		return Heading{n.Level, r.words(n)}
	case *ast.Paragraph, *ast.TextBlock:
		if words := r.words(n); len(words) > 0 {
			return Paragraph{words}
		}
	case *ast.Blockquote:
		return Note{r.blocks(n)}
	case *ast.List:
		return r.list(n)
	case *extast.Table:
		return r.table(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		if text := r.lines(n); text != "" {
			return Say(text)
		}
	}
	return nil
}

func (r reader) list(n *ast.List) List {
	l := List{Ordered: n.IsOrdered(), Start: n.Start}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		l.Items = append(l.Items, r.blocks(c))
	}
	return l
}

func (r reader) table(n *extast.Table) Table {
	var t Table
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		var row []Cell
		for cell := c.FirstChild(); cell != nil; cell = cell.NextSibling() {
			row = append(row, r.words(cell))
		}
		if _, head := c.(*extast.TableHeader); head {
			t.Head = row
		} else {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// lines is text that stands as it is.
func (r reader) lines(n ast.Node) string {
	var lines []string
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		lines = append(lines, typeset.Said(at.Value(r.source), true))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// words is the inline text of a block.
func (r reader) words(n ast.Node) []Span {
	var words []Span
	r.inline(n, Span{}, &words)
	return joined(words)
}

// inline adds the text within a node, in the look of the nodes around it.
func (r reader) inline(n ast.Node, look Span, words *[]Span) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		look := look
		switch c := c.(type) {
		case *ast.Text:
			look.Text = typeset.Said(c.Segment.Value(r.source), c.IsRaw())
			if c.HardLineBreak() {
				look.Text += "\n"
			} else if c.SoftLineBreak() {
				look.Text += " "
			}
			*words = append(*words, look)
			continue
		case *ast.AutoLink:
			look.Text = typeset.Said(c.Label(r.source), true)
			look.Link = linked(string(c.URL(r.source)))
			*words = append(*words, look)
			continue
		case *ast.RawHTML:
			continue
		case *ast.CodeSpan:
		case *ast.Emphasis:
			look.Strong = look.Strong || c.Level == 2
			look.Emph = look.Emph || c.Level == 1
		case *ast.Link:
			look.Link = linked(typeset.Said(c.Destination, false))
		}
		r.inline(c, look, words)
	}
}

// joined puts together neighbours of one look.
func joined(words []Span) []Span {
	var out []Span
	for _, s := range words {
		if n := len(out); n > 0 && looks(out[n-1]) == looks(s) {
			out[n-1].Text += s.Text
			continue
		}
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

func looks(s Span) Span {
	s.Text = ""
	return s
}
