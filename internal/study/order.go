package study

import (
	"strings"

	"porchlight/internal/course"
	"porchlight/lessons"
)

// An Order says where the blocks of a lesson as it is written stand in the
// sheet that one learner reads: a heading, paragraph, list or table each,
// counted from 0 at the title. The zero Order is the one they are written in.
type Order struct{ runs []run }

// A run is blocks that stand together in both.
type run struct{ written, drawn, blocks int }

// Drawn is where a block as written stands in the sheet.
func (o Order) Drawn(written int) int {
	for _, r := range o.runs {
		if n := written - r.written; n >= 0 && n < r.blocks {
			return r.drawn + n
		}
	}
	return written
}

// Written is where a block of the sheet stands as written. Places and marks
// are kept by it, so that they stay with their words when the learner's answers
// change the order.
func (o Order) Written(drawn int) int {
	for _, r := range o.runs {
		if n := drawn - r.drawn; n >= 0 && n < r.blocks {
			return r.written + n
		}
	}
	return drawn
}

// arranged is a lesson with the sections for one relationship first, wherever
// sections for several people follow one another. The others keep their order
// and nothing else moves. The lesson's text begins with a certain block of the
// sheet.
func arranged(l lessons.Lesson, who lessons.Relationship, block int) (lessons.Lesson, Order) {
	if who == "" || !strings.Contains(l.Body, "{") {
		return l, Order{}
	}
	body := strings.TrimRight(l.Body, "\n") + "\n\n"
	var order Order
	var out strings.Builder
	for _, p := range ownFirst(cut(body, block), who) {
		order.runs = append(order.runs, run{p.written, block, p.blocks})
		out.WriteString(p.text)
		block += p.blocks
	}
	l.Body = out.String()
	return l, order
}

// A piece is a section of a lesson and the block it begins with.
type piece struct {
	who             lessons.Relationship
	text            string
	written, blocks int
}

// cut takes a text apart that begins with a certain block of the sheet.
func cut(body string, block int) []piece {
	sections := course.Sections(body)
	pieces := make([]piece, len(sections))
	for i, s := range sections {
		end := len(body)
		if i+1 < len(sections) {
			end = sections[i+1].Start
		}
		pieces[i] = piece{who: s.For, text: body[s.Start:end], written: block, blocks: s.Blocks}
		block += s.Blocks
	}
	return pieces
}

// ownFirst moves the pieces for one relationship to the front of each row of
// pieces for some.
func ownFirst(pieces []piece, who lessons.Relationship) []piece {
	var out []piece
	for i := 0; i < len(pieces); {
		end := i + 1
		for pieces[i].who != "" && end < len(pieces) && pieces[end].who != "" {
			end++
		}
		for _, own := range []bool{true, false} {
			for _, p := range pieces[i:end] {
				if (p.who == who) == own {
					out = append(out, p)
				}
			}
		}
		i = end
	}
	return out
}
