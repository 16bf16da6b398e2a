package handout

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// ErrNothing says that there is nothing of that name to print.
var ErrNothing = errors.New("there is nothing of that name to print")

// A Request says what to print.
type Request struct {
	// What names places as the program does: "lesson/limits-that-hold", "now",
	// "worksheet/ID". They follow each other in one document.
	What []string
	// Blank leaves out what the learner wrote and ticked, so that it can be
	// filled in by hand.
	Blank bool
}

// A part is one thing of a document: its title, and blocks whose headings begin
// at level 2.
type part struct {
	title  string
	lang   string // where it differs from the document's
	own    bool
	blocks []Block
}

// A maker makes parts for one learner.
type maker struct {
	desk  *study.Desk
	words *locale.Words
	blank bool
}

// Make makes a document of what is asked for. It returns ErrNothing for what
// has no name here, and the course's and the record's errors.
func Make(ctx context.Context, desk *study.Desk, w *locale.Words, r Request) (Document, error) {
	m := maker{desk, w, r.Blank}
	var parts []part
	numbers := true
	for _, what := range r.What {
		p, err := m.part(ctx, what)
		if err != nil {
			return Document{}, err
		}
		parts = append(parts, p)
		numbers = numbers && what != "now" && !strings.HasPrefix(what, "slips/") // which have them within
	}
	d := Document{Lang: w.Lang(), Foot: m.foot(), Made: desk.Now()}
	switch len(parts) {
	case 0:
		return Document{}, ErrNothing
	case 1:
		d.one(parts[0])
	default:
		d.several(parts, w.T("handout.several"))
	}
	if numbers {
		d.Blocks = append(d.Blocks, m.numbers()...)
	}
	return d, nil
}

// one makes a document of one part.
func (d *Document) one(p part) {
	d.Title, d.Own = p.title, p.own
	if p.lang != "" {
		d.Blocks = []Block{Section{p.lang, append([]Block{Head(1, p.title)}, p.blocks...)}}
		return
	}
	d.Blocks = append([]Block{Head(1, p.title)}, p.blocks...)
}

// several makes a document of parts, each on a page of its own.
func (d *Document) several(parts []part, title string) {
	d.Title = title
	d.Blocks = []Block{Head(1, title)}
	for i, p := range parts {
		if i > 0 {
			d.Blocks = append(d.Blocks, Break{})
		}
		blocks := append([]Block{Head(2, p.title)}, lowered(p.blocks, 1)...)
		if p.lang != "" {
			blocks = []Block{Section{p.lang, blocks}}
		}
		d.Blocks = append(d.Blocks, blocks...)
		d.Own = d.Own || p.own
	}
}

// part makes one part.
func (m maker) part(ctx context.Context, what string) (part, error) {
	kind, id, _ := strings.Cut(what, "/")
	if alone[kind] != (id == "") && kind != "checklist" {
		return part{}, fmt.Errorf("%q: %w", what, ErrNothing)
	}
	switch kind {
	case "lesson":
		return m.lesson(ctx, id)
	case "now":
		return m.now(), nil
	case "checklist":
		return m.checklist(ctx, id)
	case "call":
		return m.call(ctx, id)
	case "compare":
		return m.compare(ctx)
	case "worksheet":
		return m.worksheet(ctx, id)
	case "plan":
		return m.plan(ctx)
	case "glossary":
		return m.glossary(), nil
	case "notes":
		return m.notes(ctx)
	case "slips":
		return m.slipsFor(ctx, id)
	case "today":
		return m.today(ctx)
	}
	return part{}, fmt.Errorf("%q: %w", what, ErrNothing)
}

// alone are the kinds that take no id.
var alone = map[string]bool{"now": true, "compare": true, "plan": true, "glossary": true, "notes": true, "today": true}

// t and f are the words of the document.
func (m maker) t(id string) string                   { return m.words.T(id) }
func (m maker) f(id string, args locale.Args) string { return m.words.F(id, args) }

// date is a day in a form that nobody reads the wrong way round.
const date = "2006-01-02"
