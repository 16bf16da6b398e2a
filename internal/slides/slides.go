// Package slides turns a text that was set for a screen into pages for a room:
// a heading begins a page, a section too long for one goes on at a paragraph,
// and pages are shown step by step, at the items of a list and at pauses. It
// draws nothing. Every line of the text is on one page; of a question that is too
// long for one, the heading is on none, and what is asked may be on several.
package slides

import (
	"strings"

	"porchlight/internal/typeset"
)

// A Step is what the room sees at one time: some lines of the text, of one page
// of it.
type Step struct {
	Page, Of int    // the page's number, from 1, of how many
	From, To int    // the lines shown: From up to, not with, To
	End      int    // where the page ends once all of it is shown
	Whole    int    // how many lines it takes then
	Title    string // the heading that the page stands under
	// Goes says that the page goes on with a section begun on the one before.
	Goes bool
	// New is the first line that the step before did not show.
	New int

	of part
}

// The widest line of a page for a room: short enough to be read from the back.
const roomWidth = 60

// Measure is the width of a line on a screen of that many cells.
func Measure(width int) int {
	if width > 48 {
		width -= 4 // a margin at each side
	}
	return max(1, min(width, roomWidth))
}

// Height is how many lines a page may have on a screen of that many: two fewer
// where the reply that is marked stands below.
func Height(height int, choices bool) int {
	if choices {
		height -= 2
	}
	return height
}

// A Deck is a text as steps. It never changes.
type Deck struct {
	text  typeset.Text
	steps []Step
}

// New makes pages of at most height lines. A deck has one step at least.
func New(text typeset.Text, height int) Deck {
	d := Deck{text: text}
	pages := paged(text, max(1, height))
	for i, p := range pages {
		d.addPage(p, i+1, len(pages))
	}
	if len(d.steps) == 0 {
		d.steps = []Step{{Page: 1, Of: 1}}
	}
	return d
}

// addPage cuts a page where its steps begin.
func (d *Deck) addPage(p part, number, of int) {
	first := p.from - p.left
	from, whole := first, p.lines(d.text)
	add := func(to int) {
		if shown := lastWritten(d.text, p.from, to); shown > from || from == first {
			d.steps = append(d.steps, Step{
				Page: number, Of: of, From: p.from, To: shown, End: p.to, Whole: whole, Title: p.title, Goes: p.goes, New: from, of: p,
			})
			from = to
		}
	}
	for _, at := range d.text.Steps {
		if at > p.from && at < p.to {
			add(at)
		}
	}
	add(p.to)
}

// Len is how many steps there are.
func (d Deck) Len() int { return len(d.steps) }

// Step is the step of that number, from 0; the nearest one where there is none.
func (d Deck) Step(i int) Step { return d.steps[min(max(i, 0), len(d.steps)-1)] }

// Lines is what the room sees at a step.
func (d Deck) Lines(i int) []string {
	s := d.Step(i)
	return d.drawn(s, d.text.Lines)
}

// Plain is Lines without escapes.
func (d Deck) Plain(i int) []string {
	s := d.Step(i)
	return d.drawn(s, d.text.Plain)
}

// drawn is the lines of a step, out of all lines of the text.
func (d Deck) drawn(s Step, all []string) []string {
	if !s.of.tight {
		return all[s.From:s.To]
	}
	lines := make([]string, 0, s.Whole)
	for _, line := range s.of.again {
		lines = append(lines, all[line])
	}
	for line := s.From; line < s.To; line++ {
		if line == s.of.apart && line > 0 || strings.TrimSpace(d.text.Plain[line]) != "" {
			lines = append(lines, all[line])
		}
	}
	return lines
}

// Added is what a step shows that the one before did not.
func (d Deck) Added(i int) []string {
	s := d.Step(i)
	return d.text.Plain[s.New:s.To]
}

// Place is where a step is, at any width and in any language: its block, and in
// Word how many entries of the block have begun there and how many words came
// since. Only At reads it: people who follow may have the same text in other
// words, with as many blocks and entries.
func (d Deck) Place(i int) typeset.Place {
	at := d.text.PlaceAt(d.Step(i).New)
	entries, since := 0, at.Word
	for _, line := range d.text.Steps {
		if entry := d.text.PlaceAt(line); entry.Block == at.Block && entry.Word <= at.Word {
			entries, since = entries+1, at.Word-entry.Word
		}
	}
	return typeset.Place{Block: at.Block, Word: min(entries, mostEntries)*entryWords + min(since, entryWords-1)}
}

// What a place can tell apart: words of one entry or paragraph, and entries of
// one list. With more of them, it is the last one.
const (
	entryWords  = 500
	mostEntries = 19
)

// At is the step that a place is at: the last one that begins there or before.
func (d Deck) At(p typeset.Place) int {
	at := 0
	for i := range d.steps {
		if start := d.Place(i); start.Block < p.Block || start.Block == p.Block && start.Word <= p.Word {
			at = i
		}
	}
	return at
}

// lastWritten is the line after the last one of a stretch that is not empty.
func lastWritten(text typeset.Text, from, to int) int {
	for to > from+1 && strings.TrimSpace(text.Plain[to-1]) == "" {
		to--
	}
	return to
}
