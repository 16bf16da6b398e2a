package handout_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gmtext "github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
)

// elements are all that a page is made of.
var elements = []string{"html", "head", "meta", "title", "style", "body", "main", "footer", "p", "br", "span", "h1", "h2", "h3",
	"h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "aside", "div", "em", "strong", "a"}

// hostile is a document in which words of a learner and of a pack stand
// wherever words can stand.
func hostile(text string) handout.Document {
	words := []handout.Span{{Text: text}, {Text: text, Strong: true}, {Text: text, Emph: true}}
	return handout.Document{
		Title: text, Lang: "en", Foot: text, Made: noon,
		Blocks: []handout.Block{
			handout.Head(1, text), handout.Say(text), handout.Paragraph{Words: words},
			handout.Check{Ticked: true, State: text, Words: words},
			handout.List{Start: 1, Items: [][]handout.Block{{handout.Say(text)}, {handout.Say(text), handout.Say(text)}}},
			handout.Table{Head: []handout.Cell{words, handout.Plain(text)}, Rows: [][]handout.Cell{{words, handout.Plain(text)}}},
			handout.Note{Blocks: []handout.Block{handout.Say(text)}},
			handout.Section{Lang: text, Blocks: []handout.Block{handout.Say(text)}},
		},
	}
}

// mean is text that means something to one form or another.
func mean() []string {
	return []string{
		"plain", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\nb\n\nc", "=HYPERLINK(\"https://x\")",
		"[a](javascript:alert(1)) **b** `c` ![d](e)", "# head\n- item\n1. one\n> quote\n---\n```\ncode", "| a | b |\n|---|---|\n| c | d |",
		"&lt;b&gt; &#27; </style><script>", "\\) Tj ET Q (", "\u202eright\u202c to left", "\x1b[2J\x00\x9b", "é́ñ 日本語 🙂 \U0010ffff",
		strings.Repeat("word", 2000), "http://example.org www.example.org a@b.c", "\xff\xfe", "]]> endstream endobj %%EOF", "~~a~~ <!-- -->",
	}
}

// kept is text as every note is kept.
func kept(raw string) string { return strings.TrimSpace(safetext.Block(raw, 4096)) }

// FuzzHandout holds that words stay words, whatever they say: no element, no
// script, no address and no mark comes from them.
func FuzzHandout(f *testing.F) {
	for _, s := range mean() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		d := hostile(kept(raw))
		inHTML(t, d, kept(raw))
		inMarkdown(t, d)
	})
}

// FuzzPDF holds the same for PDF: whatever the words say, the file is made, and
// ends where it should.
func FuzzPDF(f *testing.F) {
	for _, s := range mean() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var out bytes.Buffer
		if err := press.Write(&out, hostile(kept(raw)), press.PDF, handout.Look{}); err != nil {
			t.Fatal(err)
		}
		// The file ends once, and once more behind the structure: what is
		// written is compressed, so no words can say it ends.
		if n := bytes.Count(out.Bytes(), []byte("%%EOF")); n != 2 {
			t.Errorf("the PDF ends %d times", n)
		}
	})
}

// inHTML parses a page as a browser does.
func inHTML(t *testing.T, d handout.Document, text string) {
	var out bytes.Buffer
	if err := handout.HTML(&out, d, handout.Look{}); err != nil {
		t.Fatal(err)
	}
	page, err := html.Parse(&out)
	if err != nil {
		t.Fatalf("as HTML: %v", err)
	}
	said := ""
	for n := range page.Descendants() {
		switch {
		case n.Type == html.ElementNode && !slices.Contains(elements, n.Data), n.Type == html.CommentNode:
			t.Errorf("%q became <%s>", text, n.Data)
		case n.Type == html.TextNode && n.Parent.Data == "style" && strings.Contains(n.Data, "<"):
			t.Errorf("%q stands in the style: %s", text, n.Data)
		case n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "title":
			said += n.Data
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" {
				t.Errorf("%q became %s=%q", text, a.Key, a.Val)
			}
		}
	}
	want := d.Text() + d.Foot
	for _, mark := range []string{handout.Bullet, "\u00a0"} {
		want, said = strings.ReplaceAll(want, mark, ""), strings.ReplaceAll(said, mark, "")
	}
	if got := strings.Join(strings.Fields(said), ""); got != strings.Join(strings.Fields(want), "") {
		t.Errorf("%q: the page says %q, not %q", text, got, want)
	}
}

// inMarkdown parses Markdown as others do.
func inMarkdown(t *testing.T, d handout.Document) {
	var out bytes.Buffer
	if err := handout.Markdown(&out, d); err != nil {
		t.Fatal(err)
	}
	doc := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(gmtext.NewReader(out.Bytes()))
	_ = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindHTMLBlock, ast.KindRawHTML, ast.KindLink, ast.KindImage, ast.KindAutoLink, ast.KindCodeSpan,
			ast.KindFencedCodeBlock, ast.KindCodeBlock:
			if in {
				t.Errorf("a note became a %s in\n%s", n.Kind(), out.String())
			}
		}
		if h, ok := n.(*ast.Heading); ok && in && h.Level != 1 {
			t.Errorf("a note became a heading in\n%s", out.String())
		}
		return ast.WalkContinue, nil
	})
}

// TestHostileNoteInARealHandout: the same by way of the record.
func TestHostileNoteInARealHandout(t *testing.T) {
	store := record.NewGuest()
	desk, w := learner(t, store, "en")
	const note = "<script>alert(1)</script>\n# not a title\n=cmd|'/c calc'!A1"
	must(t, desk.SaveField(t.Context(), "one-limit-i-can-keep", "behavior", note), desk.SaveCheck(t.Context(), "a1", true, note))
	d, err := handout.Make(t.Context(), desk, w, handout.Request{What: []string{"worksheet/one-limit-i-can-keep", "checklist"}})
	must(t, err)
	inHTML(t, d, note)
	var out bytes.Buffer
	must(t, handout.Markdown(&out, d))
	if strings.Contains(out.String(), "\n# not") || strings.Count(out.String(), "<script") != strings.Count(out.String(), `\<script`) {
		t.Errorf("as Markdown:\n%s", out.String())
	}
}
