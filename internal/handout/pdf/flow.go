package pdf

import (
	"strings"

	"porchlight/internal/handout"
)

// A word is text between two spaces, in pieces where its look changes within.
type word struct {
	pieces []piece
	width  float64
	breaks bool // a line ends before it, whatever room there is
}

// A piece is text of one face.
type piece struct {
	text string
	face face
}

// A line is pieces to draw one after the other, spaces included.
type line []piece

// wrap breaks words into lines of a width. A word that is wider is cut.
func (k *ink) wrap(words []handout.Span, width float64, look func(handout.Span) face) []line {
	var lines []line
	var now line
	used := 0.0
	end := func() {
		lines, now, used = append(lines, now), nil, 0
	}
	for _, w := range k.words(words, width, look) {
		space := 0.0
		if used > 0 {
			space = k.width(" ", w.pieces[0].face)
		}
		if w.breaks || used > 0 && used+space+w.width > width {
			end()
			space = 0
		}
		if space > 0 {
			now = add(now, piece{" ", w.pieces[0].face})
		}
		for _, p := range w.pieces {
			now = add(now, p)
		}
		used += space + w.width
	}
	if now != nil {
		end()
	}
	return lines
}

// add puts a piece at the end of a line, joined to one of the same face.
func add(l line, p piece) line {
	if n := len(l); n > 0 && l[n-1].face == p.face {
		l[n-1].text += p.text
		return l
	}
	return append(l, p)
}

// words splits spans at spaces and line ends. Faces may change within a word.
func (k *ink) words(spans []handout.Span, width float64, look func(handout.Span) face) []word {
	var words []word
	var now word
	breaks := false
	end := func() {
		if len(now.pieces) > 0 {
			words = append(words, k.cut(now, width)...)
		}
		now = word{breaks: breaks}
		breaks = false
	}
	for _, s := range spans {
		f := look(s)
		for part := range strings.SplitAfterSeq(k.known(s.Text), "") {
			switch part {
			case "\n":
				breaks = true
				end()
			case " ":
				end()
			default:
				now.pieces = add(now.pieces, piece{part, f})
			}
		}
	}
	end()
	return words
}

// cut measures a word, and cuts it where it is wider than a line.
func (k *ink) cut(w word, width float64) []word {
	for _, p := range w.pieces {
		w.width += k.width(p.text, p.face)
	}
	if w.width <= width {
		return []word{w}
	}
	var out []word
	now := word{breaks: w.breaks}
	for _, p := range w.pieces {
		for r := range strings.SplitSeq(p.text, "") {
			size := k.width(r, p.face)
			if now.width > 0 && now.width+size > width {
				out = append(out, now)
				now = word{breaks: true}
			}
			now.pieces = add(now.pieces, piece{r, p.face})
			now.width += size
		}
	}
	return append(out, now)
}
