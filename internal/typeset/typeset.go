// Package typeset turns a lesson's Markdown into lines for a terminal. Glamour
// draws the words (emphasis, links, code, the escapes of Markdown); this
// package sets them: it breaks lines, hangs lists, draws quotes and tables,
// and keeps account of which word stands on which line, so that a place in a
// lesson means the same at every width.
//
// It refuses to be a path for anything but words: whatever Glamour gives back
// is read against a list of what is allowed, and the escapes in a line are
// written here. It reads no file, no clock and no environment.
package typeset

// A Style says how each part of a lesson looks. The zero Style is plain text:
// not one escape, marks of ASCII only, tables as lists of rows. It is what a
// pipe, a dumb terminal and a screen reader get.
//
// Body text has no face: it keeps the terminal's own foreground.
type Style struct {
	Name string // for people and logs; two styles of one name may differ

	Heading    Face // levels one and two
	Subheading Face // level three and deeper
	Strong     Face
	Emph       Face
	Code       Face
	Link       Face // words that lead somewhere
	Term       Face // words the glossary explains
	Quote      Face // the bar of a quotation; its text too, but for the colour
	Faint      Face // addresses, citations, rules, bullets, labels
	Mark       Face // a match of Find, besides the underline or reverse it always has

	Bullet string // before a list item, one cell; "-" where empty
	Bar    string // before a quotation and between columns, one cell; "|" where empty
	Rule   string // repeated for a thematic break and under a table's head; "-" where empty
	Grid   bool   // draw a table as a grid where it fits; else each row as a small list
	Links  bool   // mark links to the web, phone and mail with OSC 8
	Indent int    // cells to leave free before each line that is not empty, in Lines alone
}

// A Face is the look of some words.
type Face struct {
	Color     string // "#b8860b", or "0" to "255"; empty is the terminal's own
	Bold      bool
	Italic    bool
	Underline bool
	Faint     bool
}

// A Text is Markdown set for one width and style. Texts are shared between
// sessions: nothing in one may be changed.
type Text struct {
	Lines []string // styled, behind the style's indent; each starts and ends in the terminal's default
	Plain []string // the same without escapes
	// Markdown is what was set. From a Cache it is one string for all who asked
	// for the same.
	Markdown string
	Heads    []Head
	Links    []Link
	Width    int // no line is wider, its indent aside
	// Steps are the lines, in order, on which an item of a list begins that
	// stands by itself, or what follows a pause.
	Steps []int
	// Choices are the lines, in order, on which begins what may be chosen of the
	// question above it: see ChoicesMark.
	Choices []int

	indent  int         // of Lines
	plain   string      // the plain lines, end to end
	pieces  []piece     // the words in reading order, and where they stand
	starts  []Place     // of each line
	tables  map[int]int // words of the head of each block that is a table
	current string      // how the match at hand is marked
	other   string      // how the others are
}

// A Head is a heading and the line it starts on.
type Head struct {
	Level int
	Title string
	ID    string // as in {#example-parent}; empty where none was given
	Line  int
}

// A Link is words that lead somewhere, in reading order.
type Link struct {
	Address string // "term:tolerance", "lesson:naloxone", "https://…", "tel:988"
	Words   string
	Spans   []Span
}

// A Span is a stretch of one line, in cells: From up to, not with, To.
type Span struct{ Line, From, To int }

// A Match is one finding; it has several spans where it runs over a line's end.
type Match struct{ Spans []Span }

// A Place is a word of a lesson, free of any width: a block (a heading,
// paragraph, list, table, quotation) and a word within it, both from 0.
type Place struct{ Block, Word int }
