package typeset

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"porchlight/internal/safetext"
)

// Parse reads Markdown as Set does, for whoever sets it on something else than
// a terminal. It returns the document and the source that its nodes point to,
// or ErrTooLong, ErrTooDeep or ErrTooMany.
func Parse(markdown string) (ast.Node, []byte, error) {
	if err := guard(markdown); err != nil {
		return nil, nil, err
	}
	source := []byte(markdown)
	if bytes.IndexByte(source, '\r') >= 0 {
		source = bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
		source = bytes.ReplaceAll(source, []byte("\r"), []byte("\n"))
	}
	doc := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Linkify),
		goldmark.WithParserOptions(parser.WithAttribute()),
	).Parser().Parse(text.NewReader(source))
	if deep(doc, 0) {
		return nil, nil, ErrTooDeep
	}
	return doc, source, nil
}

// Said is a stretch of a parsed source as a reader sees it: escapes and
// entities resolved unless it is raw, and cleaned.
func Said(v []byte, raw bool) string { return safetext.Line(string(decoded(v, !raw)), 0) }
