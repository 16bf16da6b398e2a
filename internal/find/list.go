package find

import "math/bits"

// place is what findings are counted by for Limits.Each.
type place struct {
	kind Kind
	id   string
}

// listed is how many findings of a place are listed, and the last of them.
type listed struct{ count, last int }

// list makes findings of the keys.
func (s *scratch) list(x *Index, limits Limits) []Finding {
	out := make([]Finding, 0, min(len(s.keys), max(limits.All, 8)))
	places := make(map[place]listed, cap(out))
	for _, key := range s.keys {
		e := 0xffffff - uint32(key&0xffffff)
		entry := &x.entries[e]
		p := place{entry.Kind, entry.ID}
		if entry.Kind == Part {
			p.kind = Paragraph
		}
		at, full := places[p], limits.All > 0 && len(out) == limits.All
		switch {
		case limits.Each > 0 && at.count == limits.Each || full && at.count > 0:
			out[at.last].More++
		case !full:
			places[p] = listed{at.count + 1, len(out)}
			out = append(out, s.finding(x, e))
		}
	}
	return out
}

// finding shows where in an entry the words are.
func (s *scratch) finding(x *Index, e uint32) Finding {
	entry := &x.entries[e]
	f := Finding{Entry: entry, Urgent: entry.Urgent != "" && s.tallies[e].titled&s.urgent() != 0}
	f.Titled = s.spans(x, entry.Title)
	best, most := -1, -1
	for i, line := range entry.Lines {
		if n := s.has(x, line); n > most {
			best, most = i, n
		}
	}
	if best >= 0 {
		f.Line = entry.Lines[best]
		f.Marks = s.spans(x, f.Line)
	}
	return f
}

// has is how many words of the query stand in a text.
func (s *scratch) has(x *Index, text string) int {
	got := uint16(0)
	for s.scan.read(text); s.scan.next(); {
		if i, ok := x.of[string(s.scan.word)]; ok {
			got |= s.marks[i] & s.telling
		}
	}
	return bits.OnesCount16(got)
}

// spans is where the words of the query stand in a text.
func (s *scratch) spans(x *Index, text string) (out []Span) {
	for s.scan.read(text); s.scan.next(); {
		if i, ok := x.of[string(s.scan.word)]; ok && s.marks[i]&s.telling != 0 {
			out = append(out, Span{s.scan.from, s.scan.to})
		}
	}
	return out
}
