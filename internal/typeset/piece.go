package typeset

// piece is a word, or a part of one, where it stands.
type piece struct {
	lo, hi      int32 // bytes of the plain text
	line        int32
	from, to    int32 // cells
	block, word int32
	starts      start
	label       bool // a column's name before a cell: shown, not counted
}

// start says how a piece joins what was read before it.
type start uint8

const (
	goesOn start = iota // the same word, broken over a line's end
	spaced              // the next word
	opens               // the first word of a paragraph or cell
)

// words draws the fragments of one line of a leaf. The leaf's first skip words
// are a label.
func (sh *sheet) words(l leaf, frags []frag, base attr, skip int) {
	for _, f := range frags {
		at := l.at(f.lo)
		if f.space {
			before := l.runs[l.at(f.lo-1)]
			sh.pad(1, before.attr|base, before.link)
		}
		sh.flush()
		p := sh.piece(f, skip)
		for lo := f.lo; lo < f.hi; at++ {
			r := l.runs[at]
			hi := min(r.end, f.hi)
			from := sh.col
			sh.write(l.text[lo:hi], r.attr|base, r.link)
			sh.lead(r, from)
			lo = hi
		}
		// A grapheme may be spread over runs; the whole word's width counts.
		sh.col = int(p.from) + f.width
		p.hi, p.to = int32(len(sh.plain)), int32(sh.col)
		sh.pieces = append(sh.pieces, p)
	}
}

// piece is the account of a fragment about to be drawn.
func (sh *sheet) piece(f frag, skip int) piece {
	p := piece{
		lo: int32(len(sh.plain)), line: int32(len(sh.plainEnds)), from: int32(sh.col),
		block: int32(sh.block), word: int32(sh.word + max(0, f.word-skip)),
		label: f.word < skip,
	}
	switch {
	case f.rest:
		p.starts = goesOn
	case f.word == 0:
		p.starts = opens
	default:
		p.starts = spaced
	}
	return p
}

// lead notes where the words of a link stand.
func (sh *sheet) lead(r run, from int) {
	if r.link == none || r.attr&isAddress != 0 {
		return
	}
	for len(sh.spans) <= r.link {
		sh.spans = append(sh.spans, nil)
	}
	line, spans := len(sh.plainEnds), sh.spans[r.link]
	if n := len(spans) - 1; n >= 0 && spans[n].Line == line && spans[n].To+1 >= from {
		spans[n].To = sh.col
		return
	}
	sh.spans[r.link] = append(spans, Span{line, from, sh.col})
}

// at is the run that byte i of the text belongs to.
func (l leaf) at(i int) int {
	lo, hi := 0, len(l.runs)-1
	for lo < hi {
		if mid := (lo + hi) / 2; l.runs[mid].end > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
