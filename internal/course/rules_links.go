package course

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// linkRules are about where links lead.
func linkRules() []rule {
	return []rule{
		forBodies("links", links),
		forEditions("web addresses of numbers", helpLinks),
	}
}

func links(l *lessonFile, b *body) {
	b.walk(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			at := b.at(n.Pos())
			l.link(at, string(n.Destination))
			if n.FirstChild() == nil {
				l.doc.Report(at, "a link without words", "Write what it leads to between the square brackets.")
			}
		case *ast.AutoLink:
			l.link(b.at(n.Pos()), autoAddress(n, b.source))
		}
	})
}

// autoAddress returns where a bare address in the text leads.
func autoAddress(n *ast.AutoLink, source []byte) string {
	address := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(address, "mailto:") {
		return "mailto:" + address
	}
	return address
}

// link reports a link that leads nowhere, or where no link may lead.
func (l *lessonFile) link(at packfile.Pos, to string) {
	scheme, rest, _ := strings.Cut(to, ":")
	switch scheme {
	case "term":
		l.termLink(at, lessons.TermID(rest))
	case "lesson":
		l.lessonLink(at, lessons.ID(rest))
	case "tel", "mailto":
		if rest == "" {
			l.doc.Report(at, fmt.Sprintf("a link to %q leads nowhere", to), "Write the number or address behind the colon.")
		}
	case "https":
		if u, err := url.Parse(to); err != nil || u.Host == "" || u.User != nil {
			l.doc.Report(at, fmt.Sprintf("%q is not a web address", to), "Write the whole address, from https:// on.")
		}
	default:
		l.doc.Report(at, fmt.Sprintf("a link to %q is not allowed", to),
			"Links start with https:, tel:, mailto:, term: or lesson:.")
	}
}

func (l *lessonFile) termLink(at packfile.Pos, id lessons.TermID) {
	p := l.edition.pack
	terms := p.english().terms
	if slices.Contains(p.termIDs, id) || terms.doc != nil && !terms.ok() {
		return
	}
	unknown(l.doc, at, "there is no term %q in the glossary", id, p.termIDs, "The terms stand in lessons/en/glossary.yaml.")
}

func (l *lessonFile) lessonLink(at packfile.Pos, id lessons.ID) {
	if e := l.edition.pack.english(); e.lesson(id) == nil {
		unknown(l.doc, at, "there is no lesson %q", id, lessonIDs(e), "Write the name of a lesson's file without .md.")
	}
}

func helpLinks(e *edition) {
	for i, n := range e.help.value.Numbers {
		u, err := url.Parse(n.Web)
		if n.Web != "" && (err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil) {
			e.help.doc.Report(e.help.doc.At("numbers", i, "web"), fmt.Sprintf("%q is not a web address", n.Web),
				"Write the whole address, from https:// on.")
		}
	}
}
