package typeset

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"porchlight/internal/safetext"
)

// reader reads what Glamour drew. It knows two sequences, SGR and OSC 8, and
// lets no other through, nor any control but the line end.
type reader struct {
	links []target
	text  []byte
	runs  []run
	marks mark
	link  int
	last  int // the link whose words were read last
	words int // where they start
	said  int // bytes of addresses shown
}

// mark is the set of Glamour's signs in force.
type mark uint8

const (
	markStrong mark = 1 << iota
	markEmph
	markLink
	markAddress // of a link, which Glamour puts after the words
	markCode
)

func (r *reader) read(s string) {
	for s != "" {
		switch n := strings.IndexByte(s, '\x1b'); {
		case n < 0:
			r.take(s)
			return
		case n > 0:
			r.take(s[:n])
			s = s[n:]
		default:
			s = s[r.escape(s):]
		}
	}
}

// escape reads the sequence s starts with and returns its length.
func (r *reader) escape(s string) int {
	if p, ok := strings.CutPrefix(s, "\x1b["); ok {
		n := 0
		for n < len(p) && (p[n] >= '0' && p[n] <= '9' || p[n] == ';') {
			n++
		}
		if n < len(p) && p[n] == 'm' {
			r.sgr(p[:n])
			return n + 3
		}
	}
	if p, ok := strings.CutPrefix(s, "\x1b]8;"); ok {
		if n := strings.IndexByte(p, '\a'); n >= 0 {
			_, uri, _ := strings.Cut(p[:n], ";")
			r.osc(uri)
			return n + 5
		}
	}
	return 1
}

// sgr takes Glamour's signs up.
func (r *reader) sgr(params string) {
	for p := range strings.SplitSeq(params, ";") {
		switch p {
		case "", "0":
			r.marks = 0
		case "1":
			r.marks |= markStrong
		case "3":
			r.marks |= markEmph
		case "4":
			r.marks |= markLink
		case "5":
			r.marks |= markAddress
		case "7":
			r.marks |= markCode
		}
	}
}

// osc notes which link is entered; an empty one is a link left.
func (r *reader) osc(uri string) {
	r.link = none
	num, ok := strings.CutPrefix(uri, "l:")
	if !ok {
		return
	}
	if n, err := strconv.Atoi(num); err == nil && n < len(r.links) {
		r.link = n
	}
}

// take adds a stretch of words.
func (r *reader) take(s string) {
	if r.marks&markAddress != 0 {
		r.address()
		return
	}
	if r.link != none && r.link != r.last {
		r.last, r.words = r.link, len(r.text)
	}
	r.add(s, r.attr(), r.link)
}

// attr is what Glamour's signs mean.
func (r *reader) attr() attr {
	var a attr
	for _, is := range []struct {
		m mark
		a attr
	}{{markStrong, isStrong}, {markEmph, isEmph}, {markCode, isCode}} {
		if r.marks&is.m != 0 {
			a |= is.a
		}
	}
	if r.link != none {
		a |= r.links[r.link].attr
	}
	return a
}

// address puts the address of a link after its words, where the words do not
// say it already. Glamour gave the link's number, after a space.
func (r *reader) address() {
	if r.link == none {
		return
	}
	r.cut(1)
	words := ""
	if r.last == r.link {
		words = string(r.text[min(r.words, len(r.text)):])
	}
	to := r.links[r.link]
	if to.says(words) {
		return
	}
	if len(r.text) > 0 {
		r.add(" ", 0, none)
	}
	r.add("(", 0, none)
	r.add(to.shown, isAddress, r.link)
	r.add(")", 0, none)
	r.said += len(to.shown)
}

// add appends text that is safe to show, line ends included.
func (r *reader) add(s string, a attr, link int) {
	for line := range strings.Lines(s) {
		line, ended := strings.CutSuffix(line, "\n")
		r.text = append(r.text, safetext.Line(line, 0)...)
		if ended {
			r.text = append(r.text, '\n')
		}
	}
	if n := len(r.runs); n > 0 && r.runs[n-1].attr == a && r.runs[n-1].link == link {
		r.runs[n-1].end = len(r.text)
		return
	}
	r.runs = append(r.runs, run{len(r.text), a, link})
}

// cut takes n bytes off the end, and the runs that end with them.
func (r *reader) cut(n int) {
	end := max(0, len(r.text)-n)
	r.text = r.text[:end]
	for i := len(r.runs) - 1; i >= 0; i-- {
		if end > 0 && (i == 0 || r.runs[i-1].end < end) {
			r.runs[i].end = min(r.runs[i].end, end)
			return
		}
		r.runs = r.runs[:i]
	}
}

// leaf is what was read, its citations made quiet.
func (r *reader) leaf() leaf {
	r.cut(len(r.text) - len(bytes.TrimRightFunc(r.text, unicode.IsSpace)))
	l := leaf{text: string(r.text), runs: r.runs}
	lo := 0
	for _, run := range r.runs {
		if run.link != none && run.attr&isAddress == 0 {
			r.links[run.link].words += l.text[lo:run.end]
		}
		lo = run.end
	}
	l.runs = quiet(l.text, l.runs)
	return l
}

// quiet makes the citations of a text faint.
func quiet(text string, runs []run) []run {
	from, to := citation(text, 0)
	if from < 0 {
		return runs
	}
	out := make([]run, 0, len(runs)+2)
	lo := 0
	add := func(r run, end int, a attr) {
		if end > lo {
			out = append(out, run{end, r.attr | a, r.link})
			lo = end
		}
	}
	for _, r := range runs {
		for from >= 0 && from < r.end {
			add(r, from, 0)
			add(r, min(to, r.end), isFaint)
			if to > r.end {
				break
			}
			from, to = citation(text, to)
		}
		add(r, r.end, 0)
	}
	return out
}

// citation finds the next "[1]" or "[1, 2]" in s from at.
func citation(s string, at int) (from, to int) {
	for {
		n := strings.IndexByte(s[at:], '[')
		if n < 0 {
			return -1, -1
		}
		from = at + n
		to = from + 1
		for to < len(s) && (s[to] >= '0' && s[to] <= '9' || to > from+1 && (s[to] == ',' || s[to] == ' ')) {
			to++
		}
		if to > from+1 && to < len(s) && s[to] == ']' {
			return from, to + 1
		}
		at = from + 1
	}
}
