package typeset

import "strings"

// narrowest is the least width that is honoured: below it not even a bullet
// and a wide letter fit.
const narrowest = 4

// Set draws markdown in lines of at most width cells. It returns ErrTooLong,
// ErrTooDeep or ErrTooMany for text that no course has.
func Set(markdown string, width int, style Style) (Text, error) {
	doc, source, err := Parse(markdown)
	if err != nil {
		return Text{}, err
	}
	sh := newSheet(source, max(width, narrowest), style)
	sh.document(doc)
	if sh.err != nil {
		return Text{}, sh.err
	}
	t := sh.text()
	t.Markdown = markdown
	return t, nil
}

// text hands over what was drawn. The lines share one string.
func (sh *sheet) text() Text {
	t := Text{
		Width: sh.width, Heads: sh.heads, pieces: sh.pieces, plain: string(sh.plain), tables: sh.tables, Steps: sh.steps, Choices: sh.choices,
		current: sh.pens.mark("7"), other: sh.pens.mark("1;4"),
	}
	t.Plain = cut(t.plain, sh.plainEnds)
	t.Lines = t.Plain
	if !sh.bare {
		t.Lines = cut(string(sh.styled), sh.styledEnds)
	}
	if t.indent = sh.pens.style.Indent; t.indent > 0 {
		t.Lines = indented(t.Lines, t.indent)
	}
	for i, to := range sh.ink.tidy.links {
		if i < len(sh.spans) && len(sh.spans[i]) > 0 {
			t.Links = append(t.Links, Link{Address: to.address, Words: oneLine(to.words), Spans: sh.spans[i]})
		}
	}
	t.starts = starts(t.pieces, len(t.Plain))
	return t
}

// indented is lines with spaces before those that are not empty.
func indented(lines []string, by int) []string {
	pad, out := strings.Repeat(" ", by), make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			out[i] = pad + line
		}
	}
	return out
}

// cut divides s at ends.
func cut(s string, ends []int) []string {
	lines := make([]string, len(ends))
	from := 0
	for i, to := range ends {
		lines[i] = s[from:to]
		from = to
	}
	return lines
}
