package group

import (
	"encoding/json"
	"iter"
	"maps"
)

// Ballots are the answers to a poll that are not yet shown: the choices of
// each, joined by spaces. A value is never changed: an answer more makes
// another, which shares most of what it keeps with the one before, so that a
// thousand people who answer at once do not each copy the answers of all.
type Ballots struct {
	boxes *[boxes]map[Token]string
	n     int
}

// boxes is into how many parts ballots are sorted, by the first letter of their
// names: as many as there are letters.
const boxes = 32

// box is the part where a ballot lies.
func box(t Token) int {
	if t == "" {
		return 0
	}
	return int(t[0]) % boxes
}

// BallotsOf are ballots by their names.
func BallotsOf(all map[Token]string) Ballots {
	if len(all) == 0 {
		return Ballots{}
	}
	b := Ballots{boxes: new([boxes]map[Token]string), n: len(all)}
	for t, marks := range all {
		i := box(t)
		if b.boxes[i] == nil {
			b.boxes[i] = map[Token]string{}
		}
		b.boxes[i][t] = marks
	}
	return b
}

// Len is how many there are.
func (b Ballots) Len() int { return b.n }

// IsZero reports whether there are none: they are not written then.
func (b Ballots) IsZero() bool { return b.n == 0 }

// Get is what stands on a ballot, and whether there is one.
func (b Ballots) Get(t Token) (marks string, ok bool) {
	if b.boxes == nil {
		return "", false
	}
	marks, ok = b.boxes[box(t)][t]
	return marks, ok
}

// All goes through them, in no order.
func (b Ballots) All() iter.Seq2[Token, string] {
	return func(yield func(Token, string) bool) {
		if b.boxes == nil {
			return
		}
		for _, part := range b.boxes {
			for t, marks := range part {
				if !yield(t, marks) {
					return
				}
			}
		}
	}
}

// with is these and one more, or one changed.
func (b Ballots) with(t Token, marks string) Ballots {
	next := b.apart()
	if _, had := b.Get(t); !had {
		next.n++
	}
	next.boxes[box(t)] = with(next.boxes[box(t)], t, marks)
	return next
}

// without is these and one less.
func (b Ballots) without(t Token) Ballots {
	if _, had := b.Get(t); !had {
		return b
	}
	next := b.apart()
	next.boxes[box(t)] = without(next.boxes[box(t)], t)
	if next.n--; next.n == 0 {
		return Ballots{}
	}
	return next
}

// apart is a copy in which a part may be put in the place of another.
func (b Ballots) apart() Ballots {
	next := Ballots{boxes: new([boxes]map[Token]string), n: b.n}
	if b.boxes != nil {
		*next.boxes = *b.boxes
	}
	return next
}

// MarshalJSON writes them by their names.
func (b Ballots) MarshalJSON() ([]byte, error) { return json.Marshal(maps.Collect(b.All())) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (b *Ballots) UnmarshalJSON(text []byte) error {
	var all map[Token]string
	if err := json.Unmarshal(text, &all); err != nil {
		return err
	}
	*b = BallotsOf(all)
	return nil
}
