package typeset

import "strings"

// mark is the parameters that mark a match; empty where the style is plain. A
// match is never told by colour alone.
func (p *pens) mark(always string) string {
	if p.style.bare() {
		return ""
	}
	if own := params(p.style.Mark); own != "" {
		return own + ";" + always
	}
	return always
}

// Marked is a styled line with the spans that lie on it marked: reversed for
// the current match, bold and underlined for the others. In a plain style the
// line stays as it is: there is no mark without an escape.
func (t Text) Marked(line int, spans []Span, current bool) string {
	if line < 0 || line >= len(t.Lines) {
		return ""
	}
	m := marking{mark: t.other}
	if current {
		m.mark = t.current
	}
	if m.mark == "" {
		return t.Lines[line]
	}
	col := -t.indent
	for s := t.Lines[line]; s != ""; {
		n := escapeLen(s)
		if n > 0 {
			m.escape(s[:n])
		} else {
			var cells int
			n, cells = cluster(s)
			m.turn(covered(spans, line, col))
			m.out.WriteString(s[:n])
			col += cells
		}
		s = s[n:]
	}
	m.turn(false)
	return m.out.String()
}

// marking copies a line and lays a mark over the line's own pens.
type marking struct {
	mark, pen string
	on        bool
	out       strings.Builder
}

// turn starts or ends the mark.
func (m *marking) turn(on bool) {
	if m.on != on {
		m.on = on
		m.set()
	}
}

// set takes up the pen of the line, and the mark with it if it is on.
func (m *marking) set() {
	m.out.WriteString("\x1b[")
	pen := m.pen
	if m.on && pen != "" {
		pen += ";"
	}
	if m.on {
		pen += m.mark
	}
	if pen != "" {
		m.out.WriteString("0;")
	}
	m.out.WriteString(pen + "m")
}

// escape copies a sequence. The sheet's pens are whole: each says all that is
// in force, so the last one read is the pen.
func (m *marking) escape(s string) {
	pen, ok := strings.CutPrefix(s, "\x1b[")
	if !ok {
		m.out.WriteString(s)
		return
	}
	m.pen = strings.TrimPrefix(strings.TrimSuffix(pen, "m"), "0;")
	m.set()
}

// escapeLen is the length of the sequence s starts with, of the two a line can
// hold; 0 if it starts with text.
func escapeLen(s string) int {
	end := ""
	switch {
	case strings.HasPrefix(s, "\x1b["):
		end = "m"
	case strings.HasPrefix(s, "\x1b]"):
		end = "\x1b\\"
	default:
		return 0
	}
	return strings.Index(s, end) + len(end)
}

// covered reports whether a cell of a line lies in one of the spans.
func covered(spans []Span, line, col int) bool {
	for _, s := range spans {
		if s.Line == line && s.From <= col && col < s.To {
			return true
		}
	}
	return false
}
