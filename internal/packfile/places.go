package packfile

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// AtOffset returns the place of the byte Body[offset].
func (d *Doc) AtOffset(offset int) Pos {
	offset = min(max(0, offset), len(d.Body))
	return d.place(len(d.text) - len(d.Body) + offset)
}

// place returns the place of the byte text[i].
func (d *Doc) place(i int) Pos {
	line := sort.SearchInts(d.lines, i+1)
	return Pos{line, 1 + utf8.RuneCountInString(d.text[d.lines[line-1]:i])}
}

// offset returns where p stands in text, or the end of its line.
func (d *Doc) offset(p Pos) int {
	if p.Line < 1 || p.Line > len(d.lines) {
		return len(d.text)
	}
	i := d.lines[p.Line-1]
	for column := 1; column < p.Column && i < len(d.text) && d.text[i] != '\n'; column++ {
		_, n := utf8.DecodeRuneInString(d.text[i:])
		i += n
	}
	return i
}

// Find returns where word stands for the nth time, from 1, at or after p, or p
// itself where it does not.
func (d *Doc) Find(p Pos, word string, nth int) Pos {
	i := d.offset(p)
	for ; nth > 0 && word != ""; nth-- {
		found := strings.Index(d.text[i:], word)
		if found < 0 {
			return p
		}
		if i += found; nth == 1 {
			return d.place(i)
		}
		i += len(word)
	}
	return p
}
