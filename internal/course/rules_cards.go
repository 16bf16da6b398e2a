package course

import (
	"fmt"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
)

// cardRules are about the Help now card and the questions to ask a provider.
func cardRules() []rule {
	return []rule{
		forEditions("numbers can be used", numbersWork),
		forEditions("one first-call question a category", firstCalls),
		forEditions("letters of categories", letters),
	}
}

func numbersWork(e *edition) {
	for i, n := range e.help.value.Numbers {
		doc := e.help.doc
		if n.Call == "" && n.Text == "" {
			doc.Report(doc.At("numbers", i), fmt.Sprintf("number %q has neither call nor text", n.ID), "Add one of them.")
		}
		if n.Keyword != "" && n.Text == "" {
			doc.Report(doc.At("numbers", i, "keyword"), fmt.Sprintf("number %q has a word to text and no number to text it to", n.ID), `Add "text".`)
		}
		for _, f := range [...]struct{ key, value string }{{"call", n.Call}, {"text", n.Text}} {
			if f.value != "" && !canDial(f.value) {
				doc.Report(doc.At("numbers", i, f.key), fmt.Sprintf("%q cannot be dialed", f.value), "Write digits, with hyphens or spaces between them.")
			}
		}
	}
}

// canDial reports whether s is digits and what people write between them.
func canDial(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "+0123456789 ()./-") == ""
}

// firstCalls holds each category to exactly one question for a first call:
// together they are the short list a family takes to the phone.
func firstCalls(e *edition) {
	for i, c := range e.categories.value {
		n := 0
		for _, q := range c.Questions {
			if q.FirstCall {
				n++
			}
		}
		if n != 1 && len(c.Questions) > 0 {
			e.categories.doc.Report(e.categories.doc.At("categories", i, "id"), fmt.Sprintf("category %q has %s for a first call", c.ID, count(n, "question")),
				`Write "first-call: true" in exactly one question.`)
		}
	}
}

func isLetter(s string) bool { return len(s) == 1 && s >= "A" && s <= "Z" }

func letters(e *edition) {
	doc := e.categories.doc
	for i, c := range e.categories.value {
		if c.Letter != "" && !isLetter(c.Letter) {
			doc.Report(doc.At("categories", i, "letter"), fmt.Sprintf("%q is not a letter", c.Letter), "Write one capital letter, A for the first category.")
		}
	}
	found := pluck(e.categories.value, func(c lessons.Category) string { return c.Letter })
	twice(doc, "letter", found, func(i int) packfile.Pos { return doc.At("categories", i, "letter") })
}
