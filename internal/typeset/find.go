package typeset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cell is where a byte of the folded text stands.
type cell struct{ line, from, to int32 }

// Find returns where query stands in the text, in reading order. Case, accents
// and the curl of quotation marks make no difference; a space in the query is
// any space or line end within a paragraph.
func (t Text) Find(query string) []Match {
	want := []byte(strings.Join(strings.Fields(string(folded(nil, query))), " "))
	if len(want) == 0 {
		return nil
	}
	text, cells := t.folded()
	var found []Match
	for at := 0; ; {
		i := bytes.Index(text[at:], want)
		if i < 0 {
			return found
		}
		at += i
		found = append(found, Match{spans(cells[at : at+len(want)])})
		at += len(want)
	}
}

// folded is the whole text for searching, and where each byte of it stands. A
// newline parts paragraphs and cells: nothing is found across it.
func (t Text) folded() ([]byte, []cell) {
	text := make([]byte, 0, len(t.plain)+16)
	cells := make([]cell, 0, len(t.plain)+16)
	for _, p := range t.pieces {
		switch p.starts {
		case opens:
			text, cells = append(text, '\n'), append(cells, cell{})
		case spaced:
			text = append(text, ' ')
			cells = append(cells, cell{p.line, p.from, p.from})
		}
		col := p.from
		for s := t.plain[p.lo:p.hi]; s != ""; {
			n, w := cluster(s)
			text = folded(text, s[:n])
			for len(cells) < len(text) {
				cells = append(cells, cell{p.line, col, col + int32(w)})
			}
			col, s = col+int32(w), s[n:]
		}
	}
	return text, cells
}

// spans joins the cells of a match, a span for each stretch of a line.
func spans(cells []cell) []Span {
	var out []Span
	for _, c := range cells {
		line, from, to := int(c.line), int(c.from), int(c.to)
		if n := len(out) - 1; n >= 0 && out[n].Line == line && from-out[n].To <= 1 {
			out[n].To = max(out[n].To, to)
			continue
		}
		if to > from || len(out) == 0 {
			out = append(out, Span{line, from, to})
		}
	}
	return out
}

// folded adds s to b with case, accents and typography taken off.
func folded(b []byte, s string) []byte {
	if len(s) == 1 && s[0] < utf8.RuneSelf {
		c := s[0]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		return append(b, c)
	}
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == '\u2018' || r == '\u2019':
			r = '\''
		case r == '\u201c' || r == '\u201d':
			r = '"'
		case r == '\u2010' || r == '\u2011' || r == '\u2013' || r == '\u2014':
			r = '-'
		case unicode.IsSpace(r):
			r = ' '
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}
