package course

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"porchlight/lessons"
)

// A Section is a heading of level two in a lesson's text and what follows it,
// up to the next such heading.
type Section struct {
	// For is who it is for, as the heading says in {for=partner} or
	// {#example-partner}; empty where it is for everyone.
	For    lessons.Relationship
	Start  int // the byte its heading begins at
	Blocks int // headings, paragraphs, lists, tables and the like in it
}

// Sections takes the text of a lesson apart. The first section is what stands
// above all headings of level two: it may be empty.
func Sections(body string) []Section {
	source := []byte(body)
	sections := []Section{{}}
	root := markdown().Parser().Parse(text.NewReader(source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
			sections = append(sections, Section{For: lessons.Relationship(meantFor(h)), Start: lineStart(source, n.Pos())})
		}
		sections[len(sections)-1].Blocks++
	}
	return sections
}

// lineStart is where the line begins in which a byte stands.
func lineStart(source []byte, at int) int {
	return bytes.LastIndexByte(source[:max(0, min(at, len(source)))], '\n') + 1
}

// meantFor says who a heading's section is for, or "".
func meantFor(h ast.Node) string {
	if who := attribute(h, "for"); who != "" {
		return who
	}
	who, _ := strings.CutPrefix(attribute(h, "id"), examplePrefix)
	if who == attribute(h, "id") {
		return ""
	}
	return who
}
