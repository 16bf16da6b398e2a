package course

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"porchlight/lessons"
)

// termRules are about the glossary.
func termRules() []rule {
	return []rule{
		forEditions("forms of terms differ", termForms),
		{"terms used", unusedTerms},
	}
}

// forms returns the ways a term is written.
func forms(t lessons.Term) []string { return append([]string{t.Term}, t.Also...) }

// termForms reports a word that two terms claim.
func termForms(e *edition) {
	doc, owner := e.terms.doc, map[string]lessons.TermID{}
	for i, t := range e.terms.value {
		for j, form := range forms(t) {
			form = strings.ToLower(form)
			other, taken := owner[form]
			if !taken || form == "" {
				owner[form] = t.ID
				continue
			}
			at := doc.At("terms", i, "term")
			if j > 0 {
				at = doc.At("terms", i, "also", j-1)
			}
			doc.Report(at, fmt.Sprintf("the word %q belongs to the term %q already", form, other), "Keep it in one term.")
		}
	}
}

// unusedTerms reports English terms that no lesson links to and no text uses.
func unusedTerms(p *pack) {
	e := p.english()
	linked, text := e.linkedTerms(), e.allText()
	p.unused(e.terms.doc, "term", pluck(e.terms.value, func(t lessons.Term) bool {
		return t.ID == "" || linked[t.ID] || usesAny(text, forms(t))
	}), func(i int) string { return string(e.terms.value[i].ID) })
}

func (e *edition) linkedTerms() map[lessons.TermID]bool {
	linked := map[lessons.TermID]bool{}
	for _, l := range e.lessons {
		if l.body == nil {
			continue
		}
		l.body.walk(func(n ast.Node) {
			if link, ok := n.(*ast.Link); ok {
				id, _ := strings.CutPrefix(string(link.Destination), "term:")
				linked[lessons.TermID(id)] = true
			}
		})
	}
	return linked
}

// allText is what the edition says to readers outside the glossary, in small
// letters.
func (e *edition) allText() string {
	var b strings.Builder
	for _, p := range e.passages() {
		if p.doc != e.terms.doc {
			b.WriteString(p.text + "\n")
		}
	}
	for _, l := range e.lessons {
		for _, block := range l.blocks() {
			b.WriteString(block.text + "\n")
		}
	}
	return strings.ToLower(b.String())
}

// blocks returns the blocks of the body, none where it was refused.
func (l *lessonFile) blocks() []*block {
	if l.body == nil {
		return nil
	}
	return l.body.blocks
}

// bodyPassages returns the blocks of the body as passages, for the rules that
// read all text alike.
func (l *lessonFile) bodyPassages() []passage {
	return pluck(l.blocks(), func(b *block) passage {
		return passage{doc: l.doc, at: l.body.at(b.offset), text: b.text, told: b.example}
	})
}

// usesAny reports whether text, in small letters, has one of the words or
// phrases whole.
func usesAny(text string, words []string) bool {
	for _, w := range words {
		if w != "" && uses(text, strings.ToLower(w)) {
			return true
		}
	}
	return false
}

func uses(text, word string) bool {
	for {
		before, after, found := strings.Cut(text, word)
		if !found {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if !unicode.IsLetter(last) && !unicode.IsLetter(next) {
			return true
		}
		text = after
	}
}
