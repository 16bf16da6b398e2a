package course

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"porchlight/internal/packfile"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// markdownRules are about Markdown that a terminal cannot show or should not.
func markdownRules() []rule {
	return []rule{
		forBodies("some text", someText),
		forBodies("no images", noImages),
		forBodies("no HTML", noHTML),
		forBodies("no footnotes", noFootnotes),
		forBodies("nesting", nesting),
		forEditions("no dangerous entities", noDangerousEntities),
	}
}

func someText(l *lessonFile, b *body) {
	if len(b.blocks) == 0 && b.doc.BodyLine > 0 {
		l.doc.Report(packfile.Pos{Line: b.doc.BodyLine, Column: 1}, "the lesson has no text", `Write it under the second "---".`)
	}
}

func noImages(l *lessonFile, b *body) {
	b.walk(func(n ast.Node) {
		if n.Kind() == ast.KindImage {
			l.doc.Report(b.at(n.Pos()), "an image", "Say in words what it shows. Not every learner sees a picture, and a terminal has none.")
		}
	})
}

func noHTML(l *lessonFile, b *body) {
	b.walk(func(n ast.Node) {
		if (n.Kind() == ast.KindHTMLBlock || n.Kind() == ast.KindRawHTML) && !pauses(b, n) {
			l.doc.Report(b.at(n.Pos()), "HTML", `Take it out, or write \< if you meant the sign itself. A pause is <!-- pause --> alone between two empty lines.`)
		}
	})
}

// pauses reports whether a block is the mark for a pause, and stands where it
// is one.
func pauses(b *body, n ast.Node) bool {
	if n.Kind() != ast.KindHTMLBlock || n.Parent().Kind() != ast.KindDocument || n.Lines().Len() != 1 {
		return false
	}
	line := n.Lines().At(0)
	return strings.TrimSpace(string(line.Value(b.source))) == lessons.PauseMark
}

func noFootnotes(l *lessonFile, b *body) {
	for _, m := range b.patterns.footnote.FindAllIndex(b.source, -1) {
		l.doc.Report(b.at(m[0]), "a footnote", "Say it in the text, or put [@source-id] for a source.")
	}
}

// nesting counts what nests in the text as it was understood; tooNested has
// kept out what could not be parsed in good time.
func nesting(l *lessonFile, b *body) {
	b.walk(func(n ast.Node) {
		depth := 0
		for p := n; nests(n) && p != nil && depth <= maxNesting+1; p = p.Parent() {
			if nests(p) {
				depth++
			}
		}
		if depth == maxNesting+1 {
			l.doc.Report(b.at(n.Pos()), "nested deeper than 8 levels", "Take levels out.")
		}
	})
}

func nests(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindBlockquote, ast.KindList, ast.KindEmphasis, ast.KindLink:
		return true
	}
	return false
}

// noDangerousEntities looks through the Markdown of lessons and questions for
// entities such as &#27; that stand for a control character.
func noDangerousEntities(e *edition) {
	for _, l := range e.lessons {
		for _, m := range e.pack.patterns.entity.FindAllStringIndex(l.doc.Body, -1) {
			reportEntity(l.doc, l.doc.AtOffset(m[0]), l.doc.Body[m[0]:m[1]])
		}
	}
	for _, p := range e.passages() {
		for _, m := range e.pack.patterns.entity.FindAllString(p.text, -1) {
			reportEntity(p.doc, p.find(m, 1), m)
		}
	}
}

// reportEntity reports an entity that stands for a control character.
func reportEntity(doc *packfile.Doc, at packfile.Pos, entity string) {
	for _, r := range decode(entity) {
		if safetext.Unsafe(r) || r == utf8.RuneError {
			doc.Report(at, fmt.Sprintf("%s stands for an invisible or control character", entity), "Take it out.")
			return
		}
	}
}

// decode returns what an entity stands for. Numbers are taken at their word:
// browsers, and the library that follows them, read &#155; as a quotation
// mark, but a terminal may be sent the control character.
func decode(entity string) string {
	digits, numeric := strings.CutPrefix(strings.TrimSuffix(entity, ";"), "&#")
	if !numeric {
		return html.UnescapeString(entity)
	}
	base := 10
	if hex := strings.TrimLeft(digits, "xX"); hex != digits {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return string(utf8.RuneError)
	}
	return string(rune(n))
}
