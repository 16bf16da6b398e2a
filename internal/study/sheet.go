package study

import (
	"fmt"
	"regexp"
	"strings"

	"porchlight/internal/locale"
	"porchlight/lessons"
)

// Sheet is a whole lesson as Markdown, in the order it is read: the lesson in
// short first, for someone who reads no further, then the text, what to try,
// what to remember, and the sources by number.
func (d *Desk) Sheet(l lessons.Lesson, w *locale.Words) string {
	return sheetOf(d.course.Pack, l, w)
}

func sheetOf(pack *lessons.Pack, l lessons.Lesson, w *locale.Words) string {
	var b strings.Builder
	body, cited := number(l.Body, l.Sources)
	for _, block := range above(l, w) {
		fmt.Fprintf(&b, "%s\n\n", block)
	}
	b.WriteString(strings.TrimSpace(body))
	fmt.Fprintf(&b, "\n\n## %s\n\n%s\n\n", w.T("sheet.try-today"), oneLine(l.TryToday))
	fmt.Fprintf(&b, "## %s\n\n", w.T("sheet.key-points"))
	for _, k := range l.KeyPoints {
		fmt.Fprintf(&b, "- %s\n", oneLine(k))
	}
	writeSources(&b, pack, l, cited, w)
	return b.String()
}

// above is the blocks of a sheet that stand above the lesson's text.
func above(l lessons.Lesson, w *locale.Words) []string {
	blocks := []string{"# " + l.Title}
	if l.ContentNote != "" {
		blocks = append(blocks, fmt.Sprintf("> **%s** %s", w.T("sheet.note"), oneLine(l.ContentNote)))
	}
	return append(blocks, fmt.Sprintf("**%s** %s", w.T("sheet.in-short"), oneLine(l.InShort)))
}

// writeSources lists the sources in the order of their numbers.
func writeSources(b *strings.Builder, pack *lessons.Pack, l lessons.Lesson, cited []lessons.SourceID, w *locale.Words) {
	fmt.Fprintf(b, "\n## %s\n\n", w.T("sheet.sources"))
	fmt.Fprintf(b, "%s\n\n", w.F("sheet.checked", locale.Args{"Date": l.Checked.Format("2006-01-02")}))
	for i, id := range cited {
		s, err := pack.Source(id)
		if err != nil {
			continue // the checker tells the author; the reader is not stopped
		}
		fmt.Fprintf(b, "%d. %s %s, %s%s\n", i+1, sentence(s.Title), s.Publisher, sentence(s.Year), whereabouts(s))
	}
}

// getting is the address of a source or, of one that has none, how to get it.
func getting(s lessons.Source) string {
	if s.Address == "" {
		return oneLine(s.Where)
	}
	return s.Address
}

// whereabouts is the address of a source, on a line of its own, or how to get
// a source that has none.
func whereabouts(s lessons.Source) string {
	if s.Address == "" {
		return " " + getting(s)
	}
	return "\\\n   <" + s.Address + ">"
}

// sentence ends s with a full stop, unless it has its own end.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

var citation = regexp.MustCompile(`\s*\[@([a-z0-9-]+)\]`)

// number replaces each [@source] with the source's number, in the order in
// which the text first names them; sources the text never names come last.
func number(body string, sources []lessons.SourceID) (string, []lessons.SourceID) {
	var order []lessons.SourceID
	place := map[lessons.SourceID]int{}
	add := func(id lessons.SourceID) int {
		if n, ok := place[id]; ok {
			return n
		}
		order = append(order, id)
		place[id] = len(order)
		return len(order)
	}
	body = citation.ReplaceAllStringFunc(body, func(m string) string {
		id := lessons.SourceID(citation.FindStringSubmatch(m)[1])
		return fmt.Sprintf(" \\[%d\\]", add(id))
	})
	for _, id := range sources {
		add(id)
	}
	return body, order
}

// oneLine folds the line ends of a front matter field into spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
