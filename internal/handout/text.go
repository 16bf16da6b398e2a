package handout

import (
	"fmt"
	"strings"
)

// Ticked is what a box that is ticked holds.
const Ticked = "X"

// Bullet stands before the items of a list without numbers.
const Bullet = "•"

// Text is what a document says on paper in reading order, one block a line: its
// words, the marks of its lists and its ticks.
func (d Document) Text() string {
	var b strings.Builder
	text(&b, d.Blocks)
	return b.String()
}

func text(b *strings.Builder, blocks []Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case Heading:
			line(b, block.Words)
		case Paragraph:
			line(b, block.Words)
		case Check:
			if block.Ticked {
				b.WriteString(Ticked + " ")
			}
			line(b, block.Words)
		case List:
			for i, item := range block.Items {
				b.WriteString(block.Mark(i) + " ")
				text(b, item)
			}
		case Table:
			cells(b, block)
		case Note:
			text(b, block.Blocks)
		case Slips:
			for range block.N {
				text(b, block.Each)
			}
		case Group:
			text(b, block.Blocks)
		case Section:
			text(b, block.Blocks)
		}
	}
}

func cells(b *strings.Builder, t Table) {
	for _, row := range append([][]Cell{t.Head}, t.Rows...) {
		for _, c := range row {
			line(b, c)
		}
	}
}

func line(b *strings.Builder, words []Span) {
	b.WriteString(Said(words))
	b.WriteByte('\n')
}

// Said is the words of spans without their looks.
func Said(words []Span) string {
	var b strings.Builder
	for _, s := range words {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Mark is what stands before an item of a list.
func (l List) Mark(item int) string {
	if l.Ordered {
		return fmt.Sprintf("%d.", l.Start+item)
	}
	return Bullet
}
