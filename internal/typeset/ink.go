package typeset

import (
	"bytes"
	"fmt"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
)

// leaf is the words of one paragraph, heading or table cell as Glamour drew
// them, before they are set in lines. A newline in the text is a line break
// the author asked for.
type leaf struct {
	text string
	runs []run
}

// run is the look of the text up to end, from where the run before it ended.
type run struct {
	end  int
	attr attr
	link int // index of the link, or none
}

const none = -1

// ink draws words with Glamour's elements. Glamour is asked for signs, not for
// looks: each kind of text gets a mark of its own, and what the marks mean is
// the style's affair. So one drawing serves every style, and no colour of a
// terminal is Glamour's to choose.
type ink struct {
	tidy    tidy
	glamour *ansi.ANSIRenderer
	ctx     ansi.RenderContext
	buf     bytes.Buffer
	said    int // bytes of addresses shown so far
}

func newInk(source []byte) *ink {
	on := true
	opts := ansi.Options{Styles: ansi.StyleConfig{
		Strong:   ansi.StylePrimitive{Bold: &on},
		Emph:     ansi.StylePrimitive{Italic: &on},
		LinkText: ansi.StylePrimitive{Underline: &on},
		Link:     ansi.StylePrimitive{Blink: &on},
		Code:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Inverse: &on}},
	}}
	return &ink{
		tidy: tidy{src: source}, glamour: ansi.NewRenderer(opts), ctx: ansi.NewRenderContext(opts),
	}
}

// leaf draws the inline text of a node.
func (k *ink) leaf(n ast.Node) (leaf, error) {
	k.tidy.inline(n)
	k.buf.Reset()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if err := k.glamour.NewElement(c, k.tidy.src).Renderer.Render(&k.buf, k.ctx); err != nil {
			return leaf{}, fmt.Errorf("typeset: %w", err)
		}
	}
	r := reader{links: k.tidy.links, link: none, last: none}
	r.read(k.buf.String())
	if k.said += r.said; k.said > maxDrawn {
		return leaf{}, ErrTooLong
	}
	return r.leaf(), nil
}
