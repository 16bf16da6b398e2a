package handout

import (
	"fmt"
	"io"
	"strings"
)

// Markdown writes a document as Markdown.
func Markdown(w io.Writer, d Document) error {
	m := &marker{}
	m.blocks(d.Blocks, "")
	if d.Foot != "" {
		m.gap("")
		m.put("", "---")
		m.gap("")
		m.put("", escaped(d.Foot, true))
	}
	_, err := io.WriteString(w, m.b.String())
	return err
}

// A marker writes lines of Markdown. Each line of a block stands behind the
// lead of the blocks it is in: "> " of a note, the spaces of a list item.
type marker struct{ b strings.Builder }

func (m *marker) put(lead, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		m.b.WriteString(strings.TrimRight(lead+line, " ") + "\n")
	}
}

// gap leaves a line empty between blocks.
func (m *marker) gap(lead string) {
	if m.b.Len() > 0 {
		m.b.WriteString(strings.TrimRight(lead, " ") + "\n")
	}
}

func (m *marker) blocks(blocks []Block, lead string) {
	for i, b := range blocks {
		if i > 0 && !together(blocks[i-1], b) {
			m.gap(lead)
		}
		m.block(b, lead)
	}
}

// together reports whether two blocks follow each other without a gap, as
// boxes to tick do.
func together(a, b Block) bool {
	_, first := a.(Check)
	_, second := b.(Check)
	return first && second
}

func (m *marker) block(b Block, lead string) {
	switch b := b.(type) {
	case Heading:
		m.put(lead, strings.Repeat("#", b.Level)+" "+strings.ReplaceAll(marked(b.Words, false), "\\\n", " "))
	case Paragraph:
		m.put(lead, marked(b.Words, true))
	case Check:
		box := "- [ ] "
		if b.Ticked {
			box = "- [x] "
		}
		m.put(lead, box+strings.ReplaceAll(marked(b.Words, false), "\n", "\n      "))
	case Lines:
		for i := range b.N {
			if i > 0 {
				m.gap(lead)
			}
			m.put(lead, strings.Repeat("_", 40))
		}
	case List:
		m.list(b, lead)
	case Table:
		m.table(b, lead)
	case Note:
		m.blocks(b.Blocks, lead+"> ")
	case Slips:
		for i := range b.N {
			if i > 0 {
				m.gap(lead)
				m.put(lead, "---")
				m.gap(lead)
			}
			m.blocks(b.Each, lead)
		}
	case Group:
		m.blocks(b.Blocks, lead)
	case Section:
		m.blocks(b.Blocks, lead)
	case Break:
		m.put(lead, "---")
	}
}

func (m *marker) list(l List, lead string) {
	for i, item := range l.Items {
		mark := "- "
		if l.Ordered {
			mark = fmt.Sprintf("%d. ", l.Start+i)
		}
		inner := &marker{}
		inner.blocks(item, "")
		lines := strings.Split(strings.TrimRight(inner.b.String(), "\n"), "\n")
		for j, line := range lines {
			at := mark
			if j > 0 {
				at = strings.Repeat(" ", len(mark))
			}
			m.put(lead, at+line)
		}
	}
}

func (m *marker) table(t Table, lead string) {
	row := func(cells []Cell) {
		out := "|"
		for _, c := range cells {
			out += " " + strings.ReplaceAll(marked(c, false), "\\\n", " ") + " |"
		}
		m.put(lead, out)
	}
	row(t.Head)
	m.put(lead, "|"+strings.Repeat(" --- |", len(t.Head)))
	for _, r := range t.Rows {
		row(r)
	}
}

// marked is words with the marks of their looks; fresh says that they begin a
// line.
func marked(words []Span, fresh bool) string {
	var b strings.Builder
	for i, s := range words {
		text := strings.ReplaceAll(escaped(s.Text, fresh && i == 0), "\n", "\\\n")
		inner := strings.TrimSpace(text)
		if inner == "" || !s.Strong && !s.Emph && s.Link == "" {
			b.WriteString(text)
			continue
		}
		front, back, _ := strings.Cut(text, inner)
		mark := stars(s)
		inner = mark + inner + mark
		if s.Link != "" && s.Link != s.Text {
			inner = "[" + inner + "](" + s.Link + ")"
		}
		b.WriteString(front + inner + back)
	}
	return b.String()
}

// stars is the mark before and after words that stand out.
func stars(s Span) string {
	n := 0
	if s.Strong {
		n += 2
	}
	if s.Emph {
		n++
	}
	return strings.Repeat("*", n)
}

// escaped puts a backslash before whatever Markdown would take for a mark:
// signs anywhere, and at the start of a line those that begin a block.
func escaped(text string, fresh bool) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(escapedLine(strings.Join(strings.Fields(line), " "), spaced(line), i > 0 || fresh))
	}
	return b.String()
}

// spaced says which ends of a line had a space.
func spaced(line string) (ends [2]bool) {
	return [2]bool{strings.HasPrefix(line, " "), strings.HasSuffix(line, " ")}
}

func escapedLine(line string, ends [2]bool, fresh bool) string {
	var b strings.Builder
	if ends[0] && !fresh {
		b.WriteByte(' ')
	}
	lead := fresh // still among what a block could begin with
	for _, r := range line {
		switch {
		case strings.ContainsRune("\\`*_[]<>|~#&", r), lead && strings.ContainsRune("-+=.):", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		lead = lead && r >= '0' && r <= '9'
	}
	if ends[1] && line != "" {
		b.WriteByte(' ')
	}
	return b.String()
}
