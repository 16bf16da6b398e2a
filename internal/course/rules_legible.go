package course

import (
	"fmt"

	"porchlight/internal/packfile"
)

// legibleRules are about how hard a Spanish text is to read, as readingRules are
// for English.
func legibleRules() []rule {
	return []rule{forEditions("legible Spanish", legible)}
}

const (
	// leastLegible is the perspicuity that a text needs: rather easy.
	leastLegible = 65.0
	// leastLegibleCrisis is the same for each part of the Help now card: very easy.
	leastLegibleCrisis = 80.0
	// leastLegibleParagraph is the same for one paragraph, where a reader may stop: normal.
	leastLegibleParagraph = 55.0
)

// legible warns of Spanish texts that are hard to read.
func legible(e *edition) {
	if e.base() != "es" {
		return
	}
	for _, l := range e.lessons {
		e.legible(l.doc, l.bodyPassages(), packfile.Pos{Line: max(1, l.doc.BodyLine), Column: 1}, leastLegible)
		for _, text := range l.bodyPassages() {
			e.legible(l.doc, []passage{text}, text.at, leastLegibleParagraph)
		}
	}
	legibleFiles(e, e.practices, practicePassages)
	legibleFiles(e, e.reflections, reflectionPassages)
	legibleFiles(e, e.worksheets, worksheetPassages)
	legibleFiles(e, e.runSheets, runSheetPassages)
	for _, b := range e.banks {
		e.legible(b.doc, texts(b.doc, bankTexts, b.ownWords), b.doc.At("questions"), leastLegible)
	}
	e.legible(e.terms.doc, termPassages(e.terms), packfile.Pos{Line: 1, Column: 1}, leastLegible)
	e.legibleCard()
}

func (e *edition) legibleCard() {
	if e.help.doc == nil {
		return
	}
	for i := range e.help.value.Steps {
		e.legible(e.help.doc, helpStepPassages(e.help, i), e.help.doc.At("steps", i, "title"), leastLegibleCrisis)
	}
	e.legible(e.help.doc, helpNumberPassages(e.help), e.help.doc.At("numbers"), leastLegible)
}

func legibleFiles[K ~string, T any](e *edition, list []*activity[K, T], texts func(*activity[K, T]) []passage) {
	for _, a := range list {
		e.legible(a.doc, texts(a), packfile.Pos{Line: 1, Column: 1}, leastLegible)
	}
}

// legible warns of texts that together are harder to read than they may be.
func (e *edition) legible(doc *packfile.Doc, texts []passage, at packfile.Pos, least float64) {
	if doc == nil {
		return
	}
	t := e.tallyEs(texts)
	if p := t.perspicuity(); t.words > fewWords && p < least {
		doc.Warn(at, fmt.Sprintf("the text has a perspicuity of %.0f, and %.0f is the least here", p, least),
			"Shorter sentences, shorter words. A term of the glossary counts as easy.")
	}
}

// tallyEs counts what perspicuity needs. A term of the glossary counts as easy,
// as it does in English.
func (e *edition) tallyEs(texts []passage) (t tally) {
	if e.glossed == nil {
		e.glossed = e.easyWords()
	}
	for _, p := range texts {
		t.count(p.text, syllablesEs, e.glossed)
	}
	return t
}
