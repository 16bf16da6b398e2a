package packfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxDepth is how deep lists and keys may nest, in YAML and in Markdown. The
// format itself needs six.
const maxDepth = 8

// maxTokens bounds the work on one file. The YAML parser takes quadratic time
// on some inputs; a hundred long banks of questions stay below this.
const maxTokens = 30_000

// parseYAML reads text, whose first line is line first of the file, into nodes.
// It returns nil where the text is not YAML of the plain kind a pack may use,
// and has reported why.
func (d *Doc) parseYAML(text string, first int) (root *node) {
	// The parser is a library that reads text from strangers. Should it fail
	// on some odd input, the author hears of the file instead of seeing the
	// program fall over.
	defer func() {
		if recover() != nil {
			d.Report(Pos{first, 1}, "this is not YAML that can be read", yamlRemedy)
			root = nil
		}
	}()
	tokens := lexer.Tokenize(text)
	c := converter{doc: d, shift: first - 1}
	if !c.admit(tokens) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		c.syntax(err)
		return nil
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil
	}
	return c.node(file.Docs[0].Body, 1)
}

// A converter turns the library's tree into nodes.
type converter struct {
	doc   *Doc
	shift int // lines of the file before the YAML
}

func (c *converter) pos(t *token.Token) Pos {
	if t == nil || t.Position == nil {
		return Pos{1 + c.shift, 1}
	}
	return Pos{max(1, t.Position.Line) + c.shift, max(1, t.Position.Column)}
}

// node converts n, which stands depth levels deep. It returns nil, and has
// reported why, for what a pack may not hold.
func (c *converter) node(n ast.Node, depth int) *node {
	if depth > maxDepth {
		c.tooDeep(c.pos(n.GetToken()))
		return nil
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return c.dict(n, n.Values, depth)
	case *ast.MappingValueNode:
		return c.dict(n, []*ast.MappingValueNode{n}, depth)
	case *ast.SequenceNode:
		return c.list(n, depth)
	case *ast.LiteralNode:
		return &node{Pos: c.pos(n.Start), kind: scalar, text: n.Value.Value}
	case *ast.NullNode:
		return &node{Pos: c.pos(n.Token), kind: empty}
	case *ast.CommentGroupNode, *ast.CommentNode:
		return nil
	case ast.ScalarNode:
		// The text as written, not the library's idea of its type: a phone
		// number may start with 0, and an id may be "true".
		return &node{Pos: c.pos(n.GetToken()), kind: scalar, text: n.GetToken().Value}
	}
	c.doc.Report(c.pos(n.GetToken()), "YAML of a kind a pack does not use", yamlRemedy)
	return nil
}

func (c *converter) dict(n ast.Node, values []*ast.MappingValueNode, depth int) *node {
	out := &node{kind: dict, Pos: c.pos(n.GetToken())}
	if len(values) > 0 {
		out.Pos = c.pos(values[0].Key.GetToken())
	}
	for _, v := range values {
		key, at := v.Key.GetToken().Value, c.pos(v.Key.GetToken())
		if e := out.entry(key); e != nil {
			c.doc.Report(at, fmt.Sprintf("the key %q stands twice", key),
				fmt.Sprintf("Keep one. The first is in line %d.", e.at.Line))
			continue
		}
		value := c.node(v.Value, depth+1)
		if value == nil {
			value = &node{Pos: at, kind: empty}
		}
		out.entries = append(out.entries, entry{key, at, value})
	}
	return out
}

func (c *converter) list(n *ast.SequenceNode, depth int) *node {
	out := &node{kind: list, Pos: c.pos(n.Start)}
	for _, v := range n.Values {
		item := c.node(v, depth+1)
		if item == nil {
			item = &node{Pos: out.Pos, kind: empty}
		}
		out.items = append(out.items, item)
	}
	return out
}

func (c *converter) tooDeep(at Pos) {
	c.doc.Report(at, fmt.Sprintf("nested deeper than %d levels", maxDepth),
		"Take out levels. See docs/authoring.md for the shape of this file.")
}

const yamlRemedy = "Check the spaces at the start of the line, the colons and the quotes, here and in the line above."

// A located error is what the YAML parser returns.
type located interface {
	GetToken() *token.Token
	GetMessage() string
}

// syntax reports an error of the YAML parser in plain words.
func (c *converter) syntax(err error) {
	var l located
	if !errors.As(err, &l) {
		c.doc.Report(Pos{1 + c.shift, 1}, "this is not YAML that can be read", yamlRemedy)
		return
	}
	what, do := plainSyntax(l.GetMessage())
	c.doc.Report(c.pos(l.GetToken()), what, do)
}

// plainSyntax says in plain words what the parser means by message.
func plainSyntax(message string) (what, do string) {
	for _, p := range syntaxWords {
		if strings.Contains(message, p.part) {
			return p.what, p.do
		}
	}
	return "this is not valid YAML (" + message + ")", yamlRemedy
}

// syntaxWords is read from the top: the first part found counts.
var syntaxWords = []struct{ part, what, do string }{
	{"end character of double-quoted", `a double quote is opened and not closed`, `Add the closing " at the end of the text.`},
	{"end character of single-quoted", `a single quote is opened and not closed`, `Add the closing ' at the end of the text. An apostrophe inside single quotes is written twice.`},
	{"mapping value is not allowed", `a colon and a space inside a text, or a line set in too far`, `Put the whole text in double quotes, or line the key up with the one above.`},
	{"value is not allowed", `this does not fit what stands above it`, `Line it up with the entries it belongs to, and look for a missing quote or colon above.`},
	{"could not find flow map", `a { is opened and not closed`, `Put the text in double quotes, or add the closing }.`},
	{"unknown escape", `a backslash inside double quotes with a letter it does not go with`, `Write two backslashes, or single quotes around the text.`},
	{"']' not found", `a list is opened with [ and not closed`, `Add the closing ].`},
	{"corresponding to ']'", `a ] without its [`, `Put the text in double quotes, or add the [.`},
	{"corresponding to '}'", `a } without its {`, `Put the text in double quotes, or add the {.`},
	{"',' or ']'", `a comma or ] is missing in a list`, `Put a comma between the entries and a ] at the end, here or in the line above.`},
	{"sequence entries are not allowed", `a list entry (-) where none can stand`, `Start the list in a line of its own under its key, or put the text in quotes.`},
	{"non-map value", `a line without "key:"`, `Write "key: value", or set the line in by two spaces if it belongs to the one above.`},
	{"unexpected key name", `a line without "key:"`, `Write "key: value", or set the line in by two spaces if it belongs to the one above.`},
	{"cannot start any token", `a text cannot start with this character`, `Put the text in double quotes.`},
	{"reserved character", `a text cannot start with this character`, `Put the text in double quotes.`},
}
