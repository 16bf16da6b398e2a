// Package handout turns what the course and the record hold into paper: one
// model of a document, made once, and written as Markdown or as a page of HTML
// that prints well. Package pdf beside it writes the same model as PDF.
//
// It draws nothing on a screen, opens no file and reads no clock. Every word
// in a document, a stranger's or the learner's own, reaches the paper as words:
// no writer lets one become markup.
package handout

import "time"

// A Document is one handout.
type Document struct {
	Title string
	Lang  string // of its own words: "en", "es"
	Foot  string // stands under every page
	Made  time.Time
	// Own says that it holds what the learner wrote, so that whoever keeps it
	// keeps it from others.
	Own    bool
	Blocks []Block // the first is the heading of level 1, and the only one
}

// A Block is one part of a document: one of the types below.
type Block interface{ block() }

type (
	// Heading has a level from 1 to 6.
	Heading struct {
		Level int
		Words []Span
	}
	// Paragraph is some sentences.
	Paragraph struct{ Words []Span }
	// List is items one under the other, each of blocks.
	List struct {
		Ordered bool
		Start   int // the first number of an ordered list
		Items   [][]Block
	}
	// Table has a head and rows of as many cells.
	Table struct {
		Head []Cell
		Rows [][]Cell
	}
	// Lines is room to write by hand.
	Lines struct{ N int }
	// Check is a box to tick, and what it stands for.
	Check struct {
		Ticked bool
		State  string // says whether it is ticked, for who cannot see the box
		Words  []Span
	}
	// Note is set apart from the text around it: what is said for safety, or
	// quoted.
	Note struct{ Blocks []Block }
	// Slips are N slips of paper to cut out, each with the same on it.
	Slips struct {
		Each []Block
		N    int
	}
	// Group stays together on one page where it fits on one.
	Group struct{ Blocks []Block }
	// Section is a part in a language of its own: a lesson that is not yet
	// translated.
	Section struct {
		Lang   string
		Blocks []Block
	}
	// Break begins a new page.
	Break struct{}
)

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Lines) block()     {}
func (Check) block()     {}
func (Note) block()      {}
func (Slips) block()     {}
func (Group) block()     {}
func (Section) block()   {}
func (Break) block()     {}

// A Cell is the words of one cell of a table.
type Cell []Span

// A Span is words of one look. A line end in Text is a line end on paper.
type Span struct {
	Text   string
	Strong bool
	Emph   bool
	Link   string // an address of the web, of mail, or of a phone; often empty
}

// Plain is words without a look of their own.
func Plain(text string) []Span { return []Span{{Text: text}} }

// Strong is words that stand out.
func Strong(text string) []Span { return []Span{{Text: text, Strong: true}} }

// Emph is words set apart from those around them.
func Emph(text string) []Span { return []Span{{Text: text, Emph: true}} }

// Say is a paragraph of plain words.
func Say(text string) Paragraph { return Paragraph{Plain(text)} }

// Labelled is a paragraph that begins with a label.
func Labelled(label, text string) Paragraph {
	return Paragraph{[]Span{{Text: label, Strong: true}, {Text: " " + text}}}
}

// Head is a heading of plain words.
func Head(level int, text string) Heading { return Heading{level, Plain(text)} }

// lowered returns the blocks with every heading some levels further down, six
// at most.
func lowered(blocks []Block, by int) []Block {
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		switch b := b.(type) {
		case Heading:
			b.Level = min(6, b.Level+by)
			out[i] = b
		case Group:
			out[i] = Group{lowered(b.Blocks, by)}
		case Section:
			out[i] = Section{b.Lang, lowered(b.Blocks, by)}
		case Note:
			out[i] = Note{lowered(b.Blocks, by)}
		default:
			out[i] = b
		}
	}
	return out
}
