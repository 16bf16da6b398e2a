// Package find looks words up in all that a course holds, as they are typed:
// without accents, in any case, with a typo or two. It knows no course, reads
// nothing and keeps nothing; an Index is made of entries once and then never
// changes, so that any number of learners search it at the same time.
package find

// Kind is what an entry is. Kinds come in the order in which equal findings
// are shown.
type Kind uint8

const (
	Help       Kind = iota // an emergency on the Help now card
	Term                   // a word of the glossary
	Lesson                 // a lesson
	Part                   // a heading within a lesson
	Paragraph              // a paragraph within a lesson
	Ask                    // a question to ask a provider
	Practice               // a conversation to practise
	Worksheet              // a worksheet
	Question               // a question about a lesson
	Reflection             // a private look at how things are
)

// names are the kinds as a program outside reads them.
var names = [...]string{"help", "term", "lesson", "part", "paragraph", "ask", "practice", "worksheet", "question", "reflection"}

// String names the kind in one word.
func (k Kind) String() string { return names[k] }

// An Entry is one place that can be found and opened.
type Entry struct {
	Kind   Kind
	ID     string   // of the lesson, term, category, worksheet...
	At     string   // the paragraph or question within it
	Title  string   // what it is called; a paragraph has no name
	Trail  []string // what it stands in, from the outside in; shown, not searched
	Lines  []string // its text, a paragraph each
	Also   []string // other names that find it like its title, and are not shown
	Urgent string   // words that find it before all else, and are not shown
	// Within is the entry around this one, whose title counts for it where the
	// text of this one has some of the words.
	Within Ref
}

// A Ref is an entry that was added; 0 is none.
type Ref uint32

// A Finding is an entry with the line that was found.
type Finding struct {
	*Entry
	Urgent bool   // it is an emergency, and stands first
	Line   string // the line that holds most of the words; empty where there is none
	Marks  []Span // the words found on Line
	Titled []Span // the words found in Title
	More   int    // findings in the same place that are not listed
}

// A Span is a stretch of a text in bytes: From up to, not with, To.
type Span struct{ From, To int }

// Limits bound what Search returns; zero is no limit.
type Limits struct {
	All  int // findings in all
	Each int // findings of one kind in one place, such as one lesson
}
