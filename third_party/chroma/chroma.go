// Package chroma stands in for the module of the same path, which colours
// source code. Glamour links it for code blocks; a lesson has none, and
// Porchlight sets Glamour's styles so that it is never called. The real module
// reads 270 language definitions before main runs, on every start of the
// program. This one has the few names Glamour asks for, and does nothing.
// ARCHITECTURE.md tells how to go back to the real one.
package chroma

// TokenType names a kind of token.
type TokenType int

// The token types Glamour names.
const (
	Text TokenType = iota
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
	Background
)

// StyleEntries maps token types to styles.
type StyleEntries map[TokenType]string

// Style is a named set of entries.
type Style struct{ Name string }

// MustNewStyle returns a style of that name.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{Name: name} }
