package course

import (
	"fmt"

	"porchlight/internal/packfile"
)

// readingRules are about how hard a text is to read. They know English.
func readingRules() []rule {
	return []rule{
		{"reading grade", lessonGrades},
		{"reading grade of practices", func(p *pack) { gradesOf(p.english(), p.english().practices, practicePassages) }},
		{"reading grade of reflections", func(p *pack) { gradesOf(p.english(), p.english().reflections, reflectionPassages) }},
		{"reading grade of worksheets", func(p *pack) { gradesOf(p.english(), p.english().worksheets, worksheetPassages) }},
		{"reading grade of run sheets", func(p *pack) { gradesOf(p.english(), p.english().runSheets, runSheetPassages) }},
		{"reading grade of the glossary", func(p *pack) { p.english().easy(p.english().terms.doc, termPassages(p.english().terms), hardest) }},
		{"reading grade of the card", cardGrade},
	}
}

const (
	// hardest is the years of school a text may ask for. Half of all grown-up
	// readers are at home with eight, and fewer late at night.
	hardest = 8.0
	// hardestCrisis is the same for the Help now card. Fear takes reading away.
	hardestCrisis = 5.0
	// hardestParagraph is the same for one paragraph: a reader stops there, however
	// easy the rest of the lesson is.
	hardestParagraph = 11.0
	// fewWords is up to how many words say nothing about how hard a text is.
	fewWords = 20
)

// lessonGrades warns of English lessons that are hard to read, and of hard
// paragraphs in the others.
func lessonGrades(p *pack) {
	e := p.english()
	for _, g := range grades(e) {
		l := e.lesson(g.Lesson)
		if g.Grade > hardest {
			e.hard(l.doc, l.bodyPassages(), packfile.Pos{Line: max(1, l.doc.BodyLine), Column: 1}, g.Grade, hardest)
			continue
		}
		for _, text := range l.bodyPassages() {
			if t := e.tally([]passage{text}); t.words > fewWords && t.grade() > hardestParagraph {
				l.doc.Warn(text.at, fmt.Sprintf("this paragraph asks for %.1f years of school", t.grade()),
					"Make two sentences of one, and use shorter words. A term of the glossary counts as easy.")
			}
		}
	}
}

// gradesOf warns of files of one kind that are hard to read.
func gradesOf[K ~string, T any](e *edition, list []*activity[K, T], texts func(*activity[K, T]) []passage) {
	for _, a := range list {
		e.easy(a.doc, texts(a), hardest)
	}
}

// cardGrade looks at each step by itself: in need, one of them is read.
func cardGrade(p *pack) {
	e := p.english()
	for i := range e.help.value.Steps {
		e.easy(e.help.doc, helpStepPassages(e.help, i), hardestCrisis, "steps", i, "title")
	}
	e.easy(e.help.doc, helpNumberPassages(e.help), hardestCrisis, "numbers")
}

// easy warns of texts that together ask for more years of school than most, at
// the place given.
func (e *edition) easy(doc *packfile.Doc, texts []passage, most float64, at ...any) {
	if doc == nil {
		return
	}
	if t := e.tally(texts); t.words > fewWords && t.grade() > most {
		e.hard(doc, texts, doc.At(at...), t.grade(), most)
	}
}

// hard warns of texts that are hard to read, and says where to begin.
func (e *edition) hard(doc *packfile.Doc, texts []passage, at packfile.Pos, grade, most float64) {
	do := fmt.Sprintf("Aim for %.0f or fewer: shorter sentences, shorter words.", most)
	if line := e.hardestLine(texts); line > 0 {
		do += fmt.Sprintf(" Begin with line %d, the hardest.", line)
	}
	doc.Warn(at, fmt.Sprintf("the text asks for %.1f years of school", grade), do)
}

// hardestLine returns the line of the passage that is hardest to read, 0 where
// all are too short to say.
func (e *edition) hardestLine(texts []passage) int {
	line, grade := 0, 0.0
	for _, p := range texts {
		if t := e.tally([]passage{p}); t.words > fewWords/2 && t.grade() > grade {
			line, grade = p.at.Line, t.grade()
		}
	}
	return line
}

// grade returns the reading grade of texts together, 0 where there are none.
func (e *edition) grade(texts []passage) float64 {
	t := e.tally(texts)
	if t.words == 0 {
		return 0
	}
	return t.grade()
}

func (e *edition) tally(texts []passage) (t tally) {
	for _, p := range texts {
		t.read(p.text, e.pack.easyWords)
	}
	return t
}
