package packfile

import (
	"fmt"

	"github.com/goccy/go-yaml/token"
)

// admit looks through the tokens before they are parsed, because the parser
// takes long over deep nesting, and refuses what a pack has no use for:
// anchors and aliases (a few lines of them can stand for gigabytes), tags,
// directives and second documents. It reports whether the parser may go on.
func (c *converter) admit(tokens token.Tokens) bool {
	if len(tokens) > maxTokens {
		c.doc.Report(Pos{1 + c.shift, 1}, "this file has too many entries", "Split it, or take entries out.")
		return false
	}
	ok, begun := true, false
	var d depth
	for _, t := range tokens {
		if what := refused(t); what != "" {
			c.doc.Report(c.pos(t), what, "Put the text in double quotes if you meant these characters. Otherwise write it out.")
			ok = false
		}
		if t.Type == token.DocumentHeaderType && begun && ok {
			c.doc.Report(c.pos(t), "a second document starts here (---)", "Keep one document in a file.")
			ok = false
		}
		begun = begun || t.Type != token.CommentType
		if d.step(t) > maxDepth {
			c.tooDeep(c.pos(t))
			return false
		}
	}
	return ok
}

// refused says what t is, where a pack may not hold it.
func refused(t *token.Token) string {
	switch t.Type {
	case token.AnchorType, token.AliasType, token.MergeKeyType:
		return fmt.Sprintf("a YAML anchor or alias (%s)", t.Value)
	case token.TagType:
		return fmt.Sprintf("a YAML tag (%s)", t.Value)
	case token.DirectiveType:
		return "a YAML directive (%)"
	case token.MappingKeyType:
		return "a YAML explicit key (?)"
	default:
		return ""
	}
}

// depth follows how deep tokens nest.
type depth struct {
	flow    int   // open [ and {
	columns []int // where the lists and keys around this place start
	last    *token.Token
}

// step takes the next token and returns how deep it stands. Keys are known by
// the colon behind them.
func (d *depth) step(t *token.Token) int {
	switch t.Type {
	case token.SequenceStartType, token.MappingStartType:
		d.flow++
	case token.SequenceEndType, token.MappingEndType:
		d.flow = max(0, d.flow-1)
	case token.SequenceEntryType:
		d.enter(t)
	case token.MappingValueType:
		d.enter(d.last)
	default:
	}
	d.last = t
	return d.flow + len(d.columns)
}

func (d *depth) enter(t *token.Token) {
	if t == nil || d.flow > 0 {
		return
	}
	column := t.Position.Column
	for len(d.columns) > 0 && d.columns[len(d.columns)-1] >= column {
		d.columns = d.columns[:len(d.columns)-1]
	}
	d.columns = append(d.columns, column)
}
