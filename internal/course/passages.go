package course

import (
	"fmt"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A passage is a text for readers that stands in a YAML file, in front matter,
// or in a block of a lesson.
type passage struct {
	doc  *packfile.Doc
	at   packfile.Pos
	text string
	// told is set where the course does not say this itself: someone in a story
	// does, or it is an answer that is not the best.
	told bool
}

// find returns where word stands in the passage for the nth time.
func (p passage) find(word string, nth int) packfile.Pos { return p.doc.Find(p.at, word, nth) }

// Where each kind of file has its texts for readers. What stands behind "~" is
// told, and what stands behind "?" is told or not, from case to case. Titles of
// sources are left out: they are other people's words.
const (
	lessonTexts   = "title summary objectives.* in-short try-today key-points.* discussion.*.prompt discussion.*.safety content-note"
	bankTexts     = "~questions.*.ask questions.*.matches.*.text ?questions.*.options.*.text questions.*.options.*.reason questions.*.otherwise"
	practiceTexts = "title you they scene safety ~steps.*.they ?steps.*.replies.*.say ~steps.*.replies.*.lands steps.*.replies.*.why " +
		"~endings.*.text endings.*.why"
	reflectionTexts = "title intro scale.* items.*.area items.*.ask items.*.word closing"
	worksheetTexts  = "title intro safety fields.*.ask fields.*.help fields.*.example"
	trackTexts      = "tracks.*.title tracks.*.summary"
	pathTexts       = "paths.*.title"
	termTexts       = "terms.*.term terms.*.plain"
	helpTexts       = "note steps.*.title steps.*.do.* " + numberTexts
	numberTexts     = "numbers.*.hours numbers.*.for"
	providerTexts   = "categories.*.title categories.*.questions.*.ask categories.*.questions.*.why categories.*.questions.*.good " +
		"~categories.*.questions.*.warning"
)

// texts returns what a file says to readers, in the places given. Own reports,
// of a place marked "?", whether the course itself says what stands there.
func texts(doc *packfile.Doc, places string, own func(in []int) bool) (list []passage) {
	for place := range strings.FieldsSeq(places) {
		path := strings.TrimLeft(place, "~?")
		for _, s := range doc.Said(path) {
			told := place[0] == '~' || place[0] == '?' && !own(s.In)
			list = append(list, passage{doc, s.Pos, s.Text, told})
		}
	}
	return list
}

// passages returns what the YAML files and the front matter of an edition say
// to readers.
func (e *edition) passages() (list []passage) {
	for _, l := range e.lessons {
		list = append(list, texts(l.doc, lessonTexts, nil)...)
	}
	for _, b := range e.banks {
		list = append(list, texts(b.doc, bankTexts, b.ownWords)...)
	}
	for _, p := range e.practices {
		list = append(list, practicePassages(p)...)
	}
	for _, r := range e.reflections {
		list = append(list, reflectionPassages(r)...)
	}
	for _, w := range e.worksheets {
		list = append(list, worksheetPassages(w)...)
	}
	for _, r := range e.runSheets {
		list = append(list, runSheetPassages(r)...)
	}
	list = append(list, texts(e.paths.doc, pathTexts, nil)...)
	list = append(list, texts(e.tracks.doc, trackTexts, nil)...)
	list = append(list, termPassages(e.terms)...)
	list = append(list, helpPassages(e.help)...)
	return append(list, texts(e.categories.doc, providerTexts, nil)...)
}

// ownWords reports whether the course itself says what an option says.
func (b *bankFile) ownWords(in []int) bool {
	list := b.bank.Questions
	if in[0] >= len(list) || in[1] >= len(list[in[0]].Options) {
		return true // an entry that could not be read is an error of its own
	}
	q := list[in[0]]
	o := q.Options[in[1]]
	return o.Best || q.Kind == quiz.Order || o.Grade.Good()
}

// practicePassages tells what people in the story say and do. The scene and the
// reasons, and what a good reply says, are the course's own words.
func practicePassages(p *practiceFile) []passage {
	return texts(p.doc, practiceTexts, func(in []int) bool {
		steps := p.value.Steps
		return in[0] >= len(steps) || in[1] >= len(steps[in[0]].Replies) || steps[in[0]].Replies[in[1]].Grade.Good()
	})
}

func reflectionPassages(r *reflectionFile) []passage { return texts(r.doc, reflectionTexts, nil) }

func worksheetPassages(w *worksheetFile) []passage { return texts(w.doc, worksheetTexts, nil) }

func termPassages(f yamlFile[[]lessons.Term]) []passage { return texts(f.doc, termTexts, nil) }

func helpPassages(f yamlFile[lessons.Help]) []passage { return texts(f.doc, helpTexts, nil) }

// helpStepPassages returns what one emergency of the card says.
func helpStepPassages(f yamlFile[lessons.Help], i int) []passage {
	return texts(f.doc, fmt.Sprintf("steps.%d.title steps.%d.do.*", i, i), nil)
}

func helpNumberPassages(f yamlFile[lessons.Help]) []passage { return texts(f.doc, numberTexts, nil) }
