package find

import (
	"maps"
	"slices"
	"sync"
)

// field is where in an entry a word stands. More is better.
type field uint8

const (
	inText    field = iota + 1
	inNames         // one of several words of another name
	inHeading       // a title that is a sentence, or that of a part
	inName          // another name, of one word
	inTitle
)

// title is how much the title of a kind counts. Where it is a sentence, it
// counts as less.
func (k Kind) title() field {
	switch k {
	case Part, Ask:
		return inHeading
	case Question:
		return inText
	}
	return inTitle
}

// A posting is an entry and the best field of it that has a word.
type posting uint32

func post(e int, f field) posting { return posting(e)<<3 | posting(f) }
func (p posting) entry() int      { return int(p >> 3) }
func (p posting) field() field    { return field(p & 7) }

// commonPart is the part of all entries that have a common word, such as "the":
// a twentieth. A word that few entries have is never common.
const (
	commonPart  = 20
	neverCommon = 16
)

// word is a word of the index.
type word struct {
	begin, end uint32 // its postings
	letters    uint32
	size       uint8
	urgent     bool // it brings an emergency to the front
}

// mostEntries is how many entries an index can hold: a key has 24 bits for one.
const mostEntries = 1 << 24

// An Index is entries made ready to be found in. It never changes and is safe
// for many goroutines.
type Index struct {
	entries  []Entry
	sizes    []uint8 // how many words the title of each entry has
	texts    []string
	words    []word
	of       map[string]uint32 // words by their text
	postings []posting
	scratch  sync.Pool
}

// A Builder collects entries. The zero value is ready to use.
type Builder struct {
	entries []Entry
	sizes   []uint8
	found   map[string]*[]posting
	urgent  map[string]bool
	scan    scanner
}

// Add adds an entry and returns it for others to stand within.
func (b *Builder) Add(e Entry) Ref {
	if b.found == nil {
		b.found, b.urgent = make(map[string]*[]posting), make(map[string]bool)
	}
	if len(b.entries) == mostEntries-1 {
		return 0 // no course has so much
	}
	b.entries = append(b.entries, e)
	b.sizes = append(b.sizes, uint8(min(b.read(e.Title, e.Kind.title()), 255)))
	for _, line := range e.Lines {
		b.read(line, inText)
	}
	for _, name := range e.Also {
		b.also(name)
	}
	b.read(e.Urgent, inTitle)
	b.scan.read(e.Urgent)
	for b.scan.next() {
		b.urgent[string(b.scan.word)] = true
	}
	return Ref(len(b.entries))
}

// also adds another name of the last entry.
func (b *Builder) also(name string) {
	if b.read(name, inNames) == 1 {
		b.read(name, inName)
	}
}

// read adds the words of a text of the last entry and returns how many there
// are.
func (b *Builder) read(text string, f field) (n int) {
	at := len(b.entries) - 1
	b.scan.read(text)
	for ; b.scan.next(); n++ {
		in, ok := b.found[string(b.scan.word)]
		if !ok {
			in = new([]posting)
			b.found[string(b.scan.word)] = in
		}
		if i := len(*in) - 1; i >= 0 && (*in)[i].entry() == at {
			(*in)[i] = max((*in)[i], post(at, f))
			continue
		}
		*in = append(*in, post(at, f))
	}
	return n
}

// Index makes the entries ready. The builder is of no use after it.
func (b *Builder) Index() *Index {
	x := &Index{
		entries: b.entries, sizes: b.sizes,
		texts: slices.Sorted(maps.Keys(b.found)), of: make(map[string]uint32, len(b.found)),
	}
	for i, text := range x.texts {
		w := word{begin: uint32(len(x.postings)), letters: letters([]byte(text)), size: uint8(len(text)), urgent: b.urgent[text]}
		x.postings = append(x.postings, *b.found[text]...)
		w.end = uint32(len(x.postings))
		x.words, x.of[text] = append(x.words, w), uint32(i)
	}
	x.scratch.New = func() any { return newScratch(len(x.entries), len(x.words)) }
	return x
}

// Len is how many entries there are.
func (x *Index) Len() int { return len(x.entries) }
