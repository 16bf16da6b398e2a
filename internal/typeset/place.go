package typeset

import (
	"slices"
	"strings"
)

// before reports whether p comes before q.
func (p Place) before(q Place) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Word < q.Word
}

// place is the word a piece belongs to.
func (p piece) place() Place { return Place{int(p.block), int(p.word)} }

// starts finds the first word of each line. A line without one has the place
// of the next that has.
func starts(pieces []piece, lines int) []Place {
	const empty = -1
	at := make([]Place, lines)
	for i := range at {
		at[i].Block = empty
	}
	for _, p := range pieces {
		if p.label {
			continue
		}
		if here := &at[p.line]; here.Block == empty || p.place().before(*here) {
			*here = p.place()
		}
	}
	var next Place
	if i := lastCounted(pieces); i >= 0 {
		next = pieces[i].place()
	}
	for i := lines - 1; i >= 0; i-- {
		if at[i].Block == empty {
			at[i] = next
		}
		next = at[i]
	}
	return at
}

// lastCounted is the index of the last piece that is no label, or -1.
func lastCounted(pieces []piece) int {
	for i := len(pieces) - 1; i >= 0; i-- {
		if !pieces[i].label {
			return i
		}
	}
	return -1
}

// PlaceAt is the place of the first word on a line; on a line without words,
// that of the next word. A line beyond the text is its last or first.
func (t Text) PlaceAt(line int) Place {
	if len(t.starts) == 0 {
		return Place{}
	}
	return t.starts[min(max(line, 0), len(t.starts)-1)]
}

// LineOf is the line on which the word of a place starts: the line to put at
// the top of the screen. A word beyond its block's end is the block's last, and
// a place beyond the text's end the text's last.
func (t Text) LineOf(p Place) int {
	i, found := slices.BinarySearchFunc(t.pieces, p, func(piece piece, p Place) int {
		switch at := piece.place(); {
		case at.before(p):
			return -1
		case p.before(at):
			return 1
		}
		return 0
	})
	for found && i < len(t.pieces) && t.pieces[i].label {
		i++ // a column's name has the place of the cell after it
	}
	if i < len(t.pieces) && (found || int(t.pieces[i].block) == p.Block) {
		return int(t.pieces[i].line)
	}
	if i > 0 && (i == len(t.pieces) || int(t.pieces[i-1].block) == p.Block) {
		i--
	}
	if i >= len(t.pieces) {
		return 0
	}
	return int(t.pieces[i].line)
}

// oneLine makes every run of space in s one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
