package lessons

import "porchlight/internal/packfile"

type (
	// WorksheetID names a worksheet for ever: a slug, "one-limit-i-can-keep".
	WorksheetID string
	// FieldID names a field within its worksheet.
	FieldID string
)

// A Worksheet is a page to fill in, on the screen or on paper.
type Worksheet struct {
	ID     WorksheetID
	Lang   Lang // the language it is written in
	Title  string
	Lesson ID // the lesson it belongs to
	Intro  string
	Safety string // said before the fields; often empty
	Fields []Field
}

// A Field is one thing to write down.
type Field struct {
	ID      FieldID
	Ask     string
	Help    string // often empty
	Example string // what someone might write
	Lines   int    // room on paper, from 1 to MostLines
}

// MostLines is how many lines on paper a field may have.
const MostLines = 8

// Field returns the field with the given id.
func (w Worksheet) Field(id FieldID) (Field, bool) {
	for _, f := range w.Fields {
		if f.ID == id {
			return f, true
		}
	}
	return Field{}, false
}

// ReadWorksheet reads a worksheet that is written in lang. What is wrong with
// its shape is reported to doc; the worksheet is of use only while doc is not
// Broken.
func ReadWorksheet(doc *packfile.Doc, lang Lang) Worksheet {
	root := doc.Root("worksheet")
	defer root.Done()
	w := Worksheet{
		ID: WorksheetID(root.Slug("id")), Lang: lang, Title: root.Text("title"), Lesson: ID(root.Slug("lesson")),
		Intro: root.Prose("intro"), Safety: root.OptionalText("safety"),
	}
	root.Each("fields", "field", func(m *packfile.Map) {
		defer m.Done()
		w.Fields = append(w.Fields, Field{
			ID: FieldID(m.Slug("id")), Ask: m.Text("ask"), Help: m.OptionalText("help"),
			Example: m.Prose("example"), Lines: m.Count("lines", MostLines),
		})
	})
	return w
}
