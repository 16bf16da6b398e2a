package handout

import (
	_ "embed" // print.css stands inside the page
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
)

//go:embed print.css
var printStyle string

// HTML writes a document as one page that needs nothing beside it: no script,
// no picture, no font, no request. It is for the eyes, for a screen reader and
// for a printer, black on white.
func HTML(w io.Writer, d Document, look Look) error {
	p := &page{}
	p.f("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", html.EscapeString(d.Lang))
	p.f("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.f("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	p.f("<title>%s</title>\n<style>\n%s%s</style>\n</head>\n<body>\n", html.EscapeString(flat(d.Title)), printStyle, sized(look, d.Foot))
	p.f("<main>\n")
	p.blocks(d.Blocks)
	p.f("</main>\n")
	if d.Foot != "" {
		p.f("<footer>\n<p>%s</p>\n</footer>\n", broken(d.Foot))
	}
	p.f("</body>\n</html>\n")
	_, err := io.WriteString(w, p.b.String())
	return err
}

// sized is what of the style depends on the paper, on the size of the print,
// and on what stands under every page.
func sized(look Look, foot string) string {
	paper := "letter"
	if look.Paper == A4 {
		paper = "A4"
	}
	return fmt.Sprintf("body { font-size: %gpt; }\n@page { size: %s; margin: 2cm; "+
		"@bottom-left { content: \"%s\"; font: 8pt sans-serif; } @bottom-right { content: counter(page); font: 9pt sans-serif; } }\n",
		look.Points(), paper, quoted(foot))
}

// quoted is text as it may stand in a string of a style: whatever is no plain
// letter is written as its number.
func quoted(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || r == '.' || r == ':' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "\\%06x", r)
	}
	return b.String()
}

// A page writes HTML.
type page struct{ b strings.Builder }

// f writes; what comes from outside has been escaped by whoever calls it.
func (p *page) f(format string, args ...any) { fmt.Fprintf(&p.b, format, args...) }

func (p *page) blocks(blocks []Block) {
	for i, b := range blocks {
		if _, after := b.(Break); after {
			continue
		}
		if i > 0 {
			if _, now := blocks[i-1].(Break); now {
				p.f("<div class=\"page\"></div>\n")
			}
		}
		p.block(b)
	}
}

func (p *page) block(b Block) {
	switch b := b.(type) {
	case Heading:
		p.f("<h%d>%s</h%d>\n", b.Level, spans(b.Words), b.Level)
	case Paragraph:
		p.f("<p>%s</p>\n", spans(b.Words))
	case Check:
		p.check(b)
	case Lines:
		for range b.N {
			p.f("<div class=\"write\"></div>\n")
		}
	case List:
		p.list(b)
	case Table:
		p.table(b)
	case Note:
		p.f("<aside>\n")
		p.blocks(b.Blocks)
		p.f("</aside>\n")
	case Slips:
		p.f("<div class=\"slips\">\n")
		for range b.N {
			p.f("<div class=\"slip\">\n")
			p.blocks(b.Each)
			p.f("</div>\n")
		}
		p.f("</div>\n")
	case Group:
		p.f("<div class=\"together\">\n")
		p.blocks(b.Blocks)
		p.f("</div>\n")
	case Section:
		p.f("<div lang=\"%s\">\n", html.EscapeString(b.Lang))
		p.blocks(b.Blocks)
		p.f("</div>\n")
	}
}

// check is a box and its words. To a screen reader the box is a picture with a
// name.
func (p *page) check(c Check) {
	tick := "&nbsp;"
	if c.Ticked {
		tick = Ticked
	}
	p.f("<p class=\"check\"><span class=\"box\" role=\"img\" aria-label=\"%s\">%s</span>%s</p>\n",
		html.EscapeString(c.State), tick, spans(c.Words))
}

func (p *page) list(l List) {
	kind, start := "ul", ""
	if l.Ordered {
		kind = "ol"
		if l.Start != 1 {
			start = fmt.Sprintf(" start=\"%d\"", l.Start)
		}
	}
	p.f("<%s%s>\n", kind, start)
	for _, item := range l.Items {
		if only, ok := paragraphOf(item); ok {
			p.f("<li>%s</li>\n", spans(only.Words))
			continue
		}
		p.f("<li>\n")
		p.blocks(item)
		p.f("</li>\n")
	}
	p.f("</%s>\n", kind)
}

// paragraphOf is the only paragraph of an item that is no more than that.
func paragraphOf(item []Block) (Paragraph, bool) {
	if len(item) != 1 {
		return Paragraph{}, false
	}
	only, ok := item[0].(Paragraph)
	return only, ok
}

func (p *page) table(t Table) {
	p.f("<table>\n<thead>\n<tr>")
	for _, c := range t.Head {
		p.f("<th scope=\"col\">%s</th>", spans(c))
	}
	p.f("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.f("<tr>")
		for _, c := range row {
			p.f("<td>%s</td>", spans(c))
		}
		p.f("</tr>\n")
	}
	p.f("</tbody>\n</table>\n")
}

// spans is words with the elements of their looks.
func spans(words []Span) string {
	var b strings.Builder
	for _, s := range words {
		text := broken(s.Text)
		if s.Emph {
			text = "<em>" + text + "</em>"
		}
		if s.Strong {
			text = "<strong>" + text + "</strong>"
		}
		if s.Link != "" {
			text = fmt.Sprintf("<a href=\"%s\">%s</a>", html.EscapeString(s.Link), text)
		}
		b.WriteString(text)
	}
	return b.String()
}

// phone is a number whose hyphens are no place to break a line.
var phone = regexp.MustCompile(`[0-9]+(-[0-9]+)+`)

// broken is text with its line ends as elements, and its phone numbers whole.
func broken(text string) string {
	text = phone.ReplaceAllString(html.EscapeString(text), `<span class="whole">$0</span>`)
	return strings.ReplaceAll(text, "\n", "<br>\n")
}

// flat is text on one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
