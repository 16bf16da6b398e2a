package find

import (
	"math"
	"math/bits"
	"slices"
	"strings"
)

// mostWords is how many words of a query count; the rest are passed over.
const mostWords = 12

// quality is how well a word of the index answers a word of the query.
type quality uint8

const (
	misspelt quality = iota + 1 // with a typo
	begun                       // it begins so
	exact
)

// asked is a word of the query.
type asked struct {
	text   []byte
	hits   []hit
	weight int  // how much it tells: more, the fewer entries have it
	common bool // so many entries have it that it tells nothing
	last   bool
	urgent bool // it is said in an emergency
}

// hit is a word of the index that answers.
type hit struct {
	word uint32
	how  quality
}

// tally is how an entry answers the whole query.
type tally struct {
	own    uint16 // the words that it has itself, a bit each
	titled uint16 // those in its title or another name of it
	sharp  uint16 // those without a typo
	exact  uint16 // those that are the very word
	fields uint8  // how far up those stand that are not common
	whole  uint8  // how many words of its title they are; all, where they are another name of it
}

// scratch is what one search writes to. It is cleaned when it is given back.
type scratch struct {
	asked   []asked
	tallies []tally
	best    []uint8  // of each entry, for the word at hand: how well, and where
	touched []uint32 // entries of the word at hand
	any     []uint32 // entries that have any word
	marks   []uint16 // of each word of the index, the words of the query it answers
	telling uint16   // the words of the query that tell something
	keys    []uint64
	scan    scanner
	typed   []byte
}

func newScratch(entries, words int) *scratch {
	return &scratch{tallies: make([]tally, entries), best: make([]uint8, entries), marks: make([]uint16, words)}
}

// Search finds query, the best first, and says how many findings there are in
// all. The same query always has the same answer.
func (x *Index) Search(query string, limits Limits) (found []Finding, total int) {
	s := x.scratch.Get().(*scratch)
	defer x.scratch.Put(s)
	defer s.clean()
	s.split(query)
	for i := range s.asked {
		x.answer(&s.asked[i])
		s.count(x, i)
	}
	s.rank(x)
	return s.list(x, limits), len(s.keys)
}

// split takes the query apart. The last word may not be typed to its end.
func (s *scratch) split(query string) {
	for s.scan.read(query); len(s.asked) < mostWords && s.scan.next(); {
		from := len(s.typed)
		s.typed = append(s.typed, s.scan.word...)
		var hits []hit
		if n := len(s.asked); n < cap(s.asked) {
			hits = s.asked[:n+1][n].hits[:0] // of a search before this one
		}
		s.asked = append(s.asked, asked{text: s.typed[from:len(s.typed):len(s.typed)], hits: hits})
	}
	if n := len(s.asked); n > 0 {
		s.asked[n-1].last = true
	}
}

func (s *scratch) clean() {
	for _, a := range s.asked {
		for _, h := range a.hits {
			s.marks[h.word] = 0
		}
	}
	for _, e := range s.any {
		s.tallies[e] = tally{}
	}
	s.asked, s.any, s.keys, s.typed = s.asked[:0], s.any[:0], s.keys[:0], s.typed[:0]
}

// answer finds the words of the index that answer a word of the query. Typos
// are looked for only where the word itself is not there.
func (x *Index) answer(a *asked) {
	x.begins(a)
	if len(a.hits) > 0 {
		return
	}
	k := typos(a.text)
	if k == 0 {
		return
	}
	x.near(a, k, false)
	if len(a.hits) == 0 && a.last {
		x.near(a, 1, true)
	}
}

// begins finds the word, and those that begin with it.
func (x *Index) begins(a *asked) {
	text := string(a.text)
	from, _ := slices.BinarySearch(x.texts, text)
	for i := from; i < len(x.texts) && strings.HasPrefix(x.texts[i], text); i++ {
		switch {
		case len(x.texts[i]) == len(text):
			a.hits = append(a.hits, hit{uint32(i), exact})
		case len(text) > 1:
			a.hits = append(a.hits, hit{uint32(i), begun})
		}
	}
}

// near finds the words that are a typo or two away, the nearest only.
func (x *Index) near(a *asked, k int, goesOn bool) {
	mask := letters(a.text)
	for i := range x.words {
		w := &x.words[i]
		if goesOn {
			if int(w.size) < len(a.text)-k {
				continue
			}
		} else if apart(w.letters, mask, k) {
			continue
		}
		d := distance(a.text, x.texts[i], k, goesOn)
		if d < k { // nearer than those before
			k, a.hits = d, a.hits[:0]
		}
		if d <= k {
			a.hits = append(a.hits, hit{uint32(i), misspelt})
		}
	}
}

// shortestUrgent is how many letters of a word said in an emergency are enough
// to know it by.
const shortestUrgent = 4

// count adds a word of the query to the tally of each entry that has it.
func (s *scratch) count(x *Index, i int) {
	a, bit := &s.asked[i], uint16(1)<<i
	s.touched = s.touched[:0]
	for _, h := range a.hits {
		w := &x.words[h.word]
		s.marks[h.word] |= bit
		a.urgent = a.urgent || w.urgent && (h.how != begun || len(a.text) >= shortestUrgent && a.hits[0].how == begun)
		for _, p := range x.postings[w.begin:w.end] {
			e := p.entry()
			if s.best[e] == 0 {
				s.touched = append(s.touched, uint32(e))
			}
			s.best[e] = max(s.best[e], uint8(h.how)<<4|uint8(p.field()))
		}
	}
	a.weight = bits.Len(uint(x.Len() / (len(s.touched) + 1)))
	a.common = len(s.touched) > max(x.Len()/commonPart, neverCommon)
	for _, e := range s.touched {
		s.tally(e, bit, a.common)
	}
}

// tally adds a word to what an entry has.
func (s *scratch) tally(e uint32, bit uint16, common bool) {
	how, in := quality(s.best[e]>>4), field(s.best[e]&15)
	s.best[e] = 0
	t := &s.tallies[e]
	if t.own == 0 {
		s.any = append(s.any, e)
	}
	t.own |= bit
	if !common {
		t.fields += uint8(in)
	}
	if in > inText {
		t.titled |= bit
	}
	switch {
	case how == exact && in == inTitle:
		t.whole++
	case how == exact && in == inName && len(s.asked) == 1:
		t.whole = math.MaxUint8
	}
	if how > misspelt {
		t.sharp |= bit
	}
	if how == exact {
		t.exact |= bit
	}
}

// tell is the words of the query that are found and are not common: an entry
// that has none of them is no finding. Where all are common, all count.
func (s *scratch) tell() (bits uint16) {
	for i, a := range s.asked {
		if len(a.hits) > 0 && !a.common {
			bits |= 1 << i
		}
	}
	if bits == 0 {
		return ^uint16(0)
	}
	return bits
}

// weigh is how much some words of the query tell together.
func (s *scratch) weigh(words uint16) (sum int) {
	for i, a := range s.asked {
		if words&(1<<i) != 0 {
			sum += a.weight
		}
	}
	return sum
}

// rank gives each finding a key and sorts the keys. A key holds, from its top:
// whether it is an emergency; whether it answers all telling words of the
// query, its surroundings included, and how much those tell that it answers;
// how much those tell that are without a typo; whether the words are its whole
// title; how far up they stand; how many are exact; how many words it has
// itself, common ones too; its kind; and its order.
func (s *scratch) rank(x *Index) {
	telling, urgent := s.tell(), s.urgent()
	all := telling & (1<<len(s.asked) - 1)
	s.telling = telling
	for _, e := range s.any {
		t, entry := &s.tallies[e], &x.entries[e]
		first := entry.Urgent != "" && t.titled&urgent != 0
		if t.own&telling == 0 && !first {
			continue
		}
		around := t.own
		for in := entry.Within; in != 0; in = x.entries[in-1].Within {
			around |= s.tallies[in-1].titled
		}
		key := uint64(0)
		put := func(n, width int) { key = key<<width | uint64(min(n, 1<<width-1)) }
		put(flag(first), 1)
		put(flag(around&all == all), 1)
		put(s.weigh(around&telling), 7)
		put(s.weigh(t.sharp&telling), 7)
		put(flag(x.sizes[e] > 0 && t.whole >= x.sizes[e]), 1)
		put(int(t.fields), 6)
		put(bits.OnesCount16(t.exact&telling), 4)
		put(bits.OnesCount16(t.own), 4)
		put(15-int(entry.Kind), 4)
		s.keys = append(s.keys, key<<24|uint64(0xffffff-e))
	}
	slices.SortFunc(s.keys, func(a, b uint64) int {
		if a > b {
			return -1
		}
		return 1
	})
}

// urgent is the words of the query that are said in an emergency.
func (s *scratch) urgent() (bits uint16) {
	for i, a := range s.asked {
		if a.urgent {
			bits |= 1 << i
		}
	}
	return bits
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
