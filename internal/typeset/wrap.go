package typeset

import "strings"

// frag is a word, or a part of one too long for a line, on its line.
type frag struct {
	lo, hi, width int
	word          int  // index of the word in its leaf
	space         bool // a space before it
	rest          bool // it goes on a word begun on the line before
}

// rows are lines of fragments.
type rows struct {
	frags []frag
	ends  []int
}

func (r *rows) reset() { r.frags, r.ends = r.frags[:0], r.ends[:0] }

// row is the i-th line.
func (r *rows) row(i int) []frag {
	from := 0
	if i > 0 {
		from = r.ends[i-1]
	}
	return r.frags[from:r.ends[i]]
}

// wrapper breaks the words of one leaf into lines.
type wrapper struct {
	text string
	ws   []word
	out  *rows
	room int // cells of the line at hand
	rest int // cells of every line after it
	used int
}

// chain is the most words that are held together: enough for any phone number
// and its citation, few enough that a flood of them costs nothing.
const chain = 16

// wrap sets words in lines: the first of first cells, the others of rest. A
// word is broken only if it is longer than a line.
func wrap(text string, ws []word, first, rest int, out *rows) {
	w := wrapper{text: text, ws: ws, out: out, room: first, rest: rest}
	for i := 0; i < len(ws); {
		j := i + 1
		for j < len(ws) && j-i < chain && (ws[j].join == firm || ws[j].join == soft) {
			j++
		}
		if ws[i].join == broken {
			w.next()
		}
		w.place(i, j, soft)
		i = j
	}
	w.next()
}

// next ends the line at hand.
func (w *wrapper) next() {
	w.out.ends = append(w.out.ends, len(w.out.frags))
	w.room, w.used = w.rest, 0
}

// put adds a fragment to the line at hand.
func (w *wrapper) put(f frag) {
	f.space = w.used > 0
	if f.space {
		w.used++
	}
	w.used += f.width
	w.out.frags = append(w.out.frags, f)
}

// whole is a word in one piece.
func (w *wrapper) whole(k int) frag {
	return frag{lo: w.ws[k].lo, hi: w.ws[k].hi, width: w.ws[k].width, word: k}
}

// span is the cells that words i to j take on one line.
func (w *wrapper) span(i, j int) int {
	n := j - i - 1
	for _, word := range w.ws[i:j] {
		n += word.width
	}
	return n
}

// place sets the words i to j, which hold together, on one line if that can
// be; if not, it lets soft bonds go before firm ones.
func (w *wrapper) place(i, j int, hold join) {
	need := w.span(i, j)
	if w.used > 0 && w.used+1+need > w.room || w.used == 0 && need > w.room && w.room < w.rest {
		w.next()
	}
	switch {
	case w.used+need+min(w.used, 1) <= w.room:
		for k := i; k < j; k++ {
			w.put(w.whole(k))
		}
	case hold == soft:
		for k := i; k < j; {
			end := k + 1
			for end < j && w.ws[end].join == firm {
				end++
			}
			w.place(k, end, firm)
			k = end
		}
	default:
		w.chop(i, j)
	}
}

// seam is where a line of n bytes may best end in a word that is too long for
// it, of which begun is all so far: behind a slash, or, in a web address, behind
// one of the marks between its words. It is 0 where none is far enough on.
func seam(begun string, n int) int {
	head := begun[len(begun)-n:]
	if at := strings.LastIndexByte(head, '/') + 1; at > n/2 {
		return at
	}
	if at := strings.LastIndexAny(head, "-_.,?&=/") + 1; at > n/3 && strings.Contains(begun, "://") {
		return at
	}
	return 0
}

// chop sets words that hold together and are longer than a line. The first is
// broken so that its end stays with the words that must not start a line.
func (w *wrapper) chop(i, j int) {
	tail := w.span(i, j) - w.ws[i].width
	if tail+2 > w.room {
		tail = 0
	}
	rest := w.ws[i]
	for rest.width+tail > w.room {
		keep := 1
		if tail > 0 { // what stays with its tail should look like a word
			keep = min((rest.width+1)/2, w.room-tail)
		}
		n, cells := head(w.text[rest.lo:rest.hi], min(w.room, rest.width-keep))
		if n >= rest.hi-rest.lo {
			break
		}
		if at := seam(w.text[w.ws[i].lo:rest.lo+n], n); at > 0 {
			n, cells = at, width(w.text[rest.lo:rest.lo+at])
		}
		w.put(frag{lo: rest.lo, hi: rest.lo + n, width: cells, word: i, rest: rest.lo > w.ws[i].lo})
		w.next()
		rest.lo, rest.width = rest.lo+n, rest.width-cells
	}
	w.put(frag{lo: rest.lo, hi: rest.hi, width: rest.width, word: i, rest: rest.lo > w.ws[i].lo})
	if tail == 0 && i+1 < j {
		w.place(i+1, j, firm)
		return
	}
	for k := i + 1; k < j; k++ {
		w.put(w.whole(k))
	}
}
