package reader

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// An aside is what the learner looks at within the lesson without leaving it:
// the words explained that are in view, or one paragraph after another to mark.
type aside struct {
	what  topic
	list  []int          // of the text's links, or of the lesson's paragraphs
	at    int            // which one of the list
	spans []typeset.Span // where that stands in the text
}

// topic is what an aside is about.
type topic int

const (
	nothing topic = iota
	words         // words explained, and lessons spoken of
	marking       // a paragraph to mark
)

// Addresses of links within a course.
const (
	aTerm   = "term:"
	aLesson = "lesson:"
)

// openWords lists what is explained in view; where nothing is, it says so.
func (r *Reader) openWords() {
	first := r.body.Top() - len(r.sheet.above)
	end := first + r.height - r.footLines()
	var list []int
	seen := map[string]bool{}
	for i, l := range r.sheet.text.Links {
		inside := strings.HasPrefix(l.Address, aTerm) || strings.HasPrefix(l.Address, aLesson)
		if inside && !seen[l.Address] && l.Spans[0].Line >= first && l.Spans[0].Line < end {
			list, seen[l.Address] = append(list, i), true
		}
	}
	r.aside = aside{what: words, list: list}
	r.turnTo(0)
}

// openMarking begins with the first paragraph that starts in view.
func (r *Reader) openMarking() {
	list, at := make([]int, 0, len(r.sheet.passages())), -1
	for i, p := range r.sheet.passages() {
		list = append(list, i)
		if at < 0 && r.lineOf(p.At) >= r.body.Top() {
			at = i
		}
	}
	r.aside = aside{what: marking, list: list}
	r.turnTo(max(at, 0))
}

func (r *Reader) closeAside() {
	r.aside = aside{}
	r.layout()
}

// turnTo looks at another one of the list, if there is one, and brings it into
// view.
func (r *Reader) turnTo(at int) {
	a := &r.aside
	if at >= 0 && at < len(a.list) {
		a.at = at
	}
	r.point()
	r.layout()
	r.showAside()
}

// showAside brings the one at hand into view.
func (r *Reader) showAside() {
	if spans := r.aside.spans; len(spans) > 0 {
		r.body.Show(len(r.sheet.above) + spans[0].Line)
	}
}

// point finds where the one at hand stands in the text as it is set now.
func (r *Reader) point() {
	a := &r.aside
	a.spans = nil
	switch {
	case len(a.list) == 0:
	case a.what == words:
		a.spans = r.sheet.text.Links[a.list[a.at]].Spans
	case a.what == marking:
		from, to := r.linesOf(a.list[a.at])
		for line := from; line < to; line++ {
			a.spans = append(a.spans, typeset.Span{Line: line, From: 0, To: r.sheet.text.Width})
		}
	}
}

// linesOf is the lines of a paragraph in the lesson's text.
func (r *Reader) linesOf(i int) (from, to int) {
	text, all := r.sheet.text, r.sheet.passages()
	from, to = text.LineOf(all[i].At), len(text.Lines)
	if i+1 < len(all) {
		to = text.LineOf(all[i+1].At)
	}
	for to > from+1 && text.Plain[to-1] == "" {
		to--
	}
	return from, to
}

func (r *Reader) onAsideKey(msg tea.KeyPressMsg) tea.Cmd {
	k, a := r.env.Keys, &r.aside
	switch {
	case key.Matches(msg, k.Up):
		r.turnTo(a.at - 1)
	case key.Matches(msg, k.Down):
		r.turnTo(a.at + 1)
	case key.Matches(msg, k.Enter):
		return r.enterAside()
	case key.Matches(msg, k.Back), key.Matches(msg, r.keys.words), key.Matches(msg, r.keys.mark):
		r.closeAside()
	}
	return nil
}

// enterAside opens the page of what is looked at.
func (r *Reader) enterAside() tea.Cmd {
	a := r.aside
	r.closeAside()
	r.skip()
	r.here() // to come back to
	switch {
	case a.what == marking:
		return r.leave(page.Go(page.Note{Lesson: string(r.id), At: r.markKey(a.list[a.at])}))
	case len(a.list) == 0:
		return r.leave(page.Go(page.Glossary{}))
	}
	address := r.sheet.text.Links[a.list[a.at]].Address
	if id, ok := strings.CutPrefix(address, aLesson); ok {
		return r.leave(page.Go(page.Lesson{ID: id}))
	}
	return r.leave(page.Go(page.Glossary{Term: strings.TrimPrefix(address, aTerm)}))
}

// asideLines is what stands under the text while there is an aside.
func (r *Reader) asideLines() []string {
	t, w, width := r.env.Theme, r.env.Words, r.measure()
	rule := t.Quiet.Render(strings.Repeat("─", width))
	var title, text string
	switch a := r.aside; {
	case a.what == marking:
		title, text = w.T("note.this-one"), r.sheet.passages()[a.list[a.at]].Text
		return []string{rule, t.Strong.Render(kit.Clip(title+" "+text, width))}
	case len(a.list) == 0:
		return []string{rule, kit.Clip(w.T("term.none-here"), width)}
	default:
		title, text = r.explained(r.sheet.text.Links[a.list[a.at]])
		if len(a.list) > 1 {
			count := "── " + w.F("reader.found", locale.Args{"At": a.at + 1, "Of": len(a.list)}) + " "
			rule = t.Quiet.Render(count + strings.Repeat("─", max(0, width-len([]rune(count)))))
		}
	}
	lines := []string{rule, t.Heading.Render(kit.Clip(title, width))}
	lines = append(lines, kit.Wrap(text, width)...)
	if most := max(2, r.height-2); len(lines) > most { // the rest is on the word's own page
		lines = append(lines[:most-1], t.Quiet.Render("..."))
	}
	return lines
}

// explained is a link's name, and what there is to say of it.
func (r *Reader) explained(l typeset.Link) (title, text string) {
	w := r.env.Words
	if strings.HasPrefix(l.Address, aLesson) {
		return l.Words, w.T("term.a-lesson")
	}
	term, ok := r.ending.is.Terms[lessons.TermID(strings.TrimPrefix(l.Address, aTerm))]
	if !ok {
		return l.Words, w.T("term.not-found")
	}
	return term.Term, term.Plain
}
