package course

import (
	"fmt"
	"regexp"
	"strings"

	"porchlight/internal/packfile"
)

// wordRules are about words that put a label in place of a person.
func wordRules() []rule {
	return []rule{forEditions("person-first words", personFirst)}
}

// personFirst reports words that are said better, outside names and short
// quotations: a lesson may say which word not to use.
func personFirst(e *edition) {
	v := e.voice()
	if v == nil {
		return
	}
	for _, p := range e.prose() {
		small := strings.ToLower(p.text)
		for _, w := range v.wordings {
			if w.near(small) {
				p.words(w, v.names, e.pack.patterns.mention)
			}
		}
	}
}

// words reports what a wording finds in the passage.
func (p passage) words(w wording, names, mention *regexp.Regexp) {
	text := mask(mask(p.text, names), mention)
	for _, m := range w.pattern.FindAllStringIndex(text, manyMatches) {
		if m[1]-m[0] < len(p.text) { // a glossary may list the word itself
			p.wording(w, m[0], m[1])
		}
	}
}

// manyMatches is how often one paragraph is told of one word.
const manyMatches = 20

// near reports whether a text in small letters holds a stem of the wording. It
// is many times faster than the pattern, and nearly always says no.
func (w wording) near(small string) bool {
	for stem := range strings.FieldsSeq(w.stems) {
		if strings.Contains(small, stem) {
			return true
		}
	}
	return false
}

// prose returns all text of the edition for readers.
func (e *edition) prose() []passage {
	list := e.passages()
	for _, l := range e.lessons {
		list = append(list, l.bodyPassages()...)
	}
	return list
}

// wording reports the words p.text[start:end].
func (p passage) wording(w wording, start, end int) {
	found, at := p.text[start:end], p.place(start, end)
	what, do := fmt.Sprintf("the words %q", found), fmt.Sprintf("Write %s. To speak about the words themselves, put them in quotation marks.", w.say)
	if w.warning {
		p.doc.Warn(at, what, do)
		return
	}
	p.doc.Report(at, what, do)
}

// place returns where the words p.text[start:end] stand in the file.
func (p passage) place(start, end int) packfile.Pos {
	word, _, _ := strings.Cut(p.text[start:end], " ")
	return p.find(word, 1+strings.Count(p.text[:start], word))
}

// mask blots out what pattern finds, keeping every byte's place.
func mask(text string, pattern *regexp.Regexp) string {
	return pattern.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(".", len(s)) })
}
