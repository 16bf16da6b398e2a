package course

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A pack is everything in a pack, read once, for the rules to look at. Rules
// report to the doc of the file that has to change.
type pack struct {
	today    time.Time // zero: leave out what depends on the day
	editions []*edition
	// What English lists, for the rules about unknown ids.
	sourceIDs []lessons.SourceID
	termIDs   []lessons.TermID
	easyWords map[string]bool   // of the English glossary
	stray     packfile.Problems // of files that are not part of the pack or not there
	patterns  *patterns
}

// english returns the edition all others are held against.
func (p *pack) english() *edition { return p.editions[0] }

// report adds a problem with a file that has no doc.
func (p *pack) report(file, what, do string, warning bool) {
	p.stray = append(p.stray, packfile.Problem{File: file, What: what, Do: do, Warning: warning})
}

// An edition is a pack in one language. The docs of files that are not there
// are nil.
type edition struct {
	pack       *pack
	lang       lessons.Lang
	about      yamlFile[lessons.Edition]
	glossed    map[string]bool // the words of its own glossary, once they are asked for
	tracks     yamlFile[[]lessons.Track]
	sources    yamlFile[[]lessons.Source]
	terms      yamlFile[[]lessons.Term]
	help       yamlFile[lessons.Help]
	categories yamlFile[[]lessons.Category]
	paths      yamlFile[[]lessons.Path]
	lessons    []*lessonFile // by name
	banks      []*bankFile   // by name

	practices   []*practiceFile   // by name
	reflections []*reflectionFile // by name
	worksheets  []*worksheetFile  // by name
	runSheets   []*runSheetFile   // by name
}

// A yamlFile is one YAML file and what it holds.
type yamlFile[T any] struct {
	doc   *packfile.Doc
	value T
}

// ok reports whether the file is there and could be read, so that what it does
// not list can be called unknown.
func (f yamlFile[T]) ok() bool { return f.doc != nil && f.doc.Readable() }

// A lessonFile is one lesson.
type lessonFile struct {
	edition *edition
	name    lessons.ID // from the name of the file
	doc     *packfile.Doc
	lesson  lessons.Lesson
	body    *body // nil when the Markdown was refused
}

// A bankFile is one bank of questions.
type bankFile struct {
	edition *edition
	name    lessons.ID
	doc     *packfile.Doc
	bank    quiz.Bank
}

// A practiceFile is one practice.
type practiceFile = activity[quiz.PracticeID, quiz.Practice]

// A reflectionFile is one reflection.
type reflectionFile = activity[quiz.ReflectionID, quiz.Reflection]

// A worksheetFile is one worksheet.
type worksheetFile = activity[lessons.WorksheetID, lessons.Worksheet]

// An activity is a file that has an id and belongs to a lesson.
type activity[K ~string, T any] struct {
	edition *edition
	name    K // from the name of the file
	doc     *packfile.Doc
	value   T
}

// readPack reads all files of a pack. Only a pack with an English folder in
// both parts has editions.
func readPack(reading, asking *packfile.Files, today time.Time) *pack {
	p := &pack{today: today, patterns: newPatterns()}
	langs := map[string]*edition{}
	edit := func(lang string) *edition {
		if langs[lang] == nil {
			langs[lang] = &edition{pack: p, lang: lessons.Lang(lang)}
			p.editions = append(p.editions, langs[lang])
		}
		return langs[lang]
	}
	edit(packfile.English)
	for _, name := range reading.Names() {
		lang, file, _ := strings.Cut(name, "/")
		edit(lang).readLessons(reading, name, file)
	}
	for _, name := range asking.Names() {
		lang, file, _ := strings.Cut(name, "/")
		edit(lang).readAsking(asking, name, file)
	}
	e := p.english()
	p.sourceIDs = pluck(e.sources.value, func(s lessons.Source) lessons.SourceID { return s.ID })
	p.termIDs = pluck(e.terms.value, func(t lessons.Term) lessons.TermID { return t.ID })
	p.easyWords = e.easyWords()
	slices.SortFunc(p.editions[1:], func(a, b *edition) int { return cmp.Compare(a.lang, b.lang) })
	return p
}

// lesson returns the lesson with the given id in this edition, or nil.
func (e *edition) lesson(id lessons.ID) *lessonFile {
	for _, l := range e.lessons {
		if l.name == id {
			return l
		}
	}
	return nil
}

// bank returns the bank of the given lesson in this edition, or nil.
func (e *edition) bank(id lessons.ID) *bankFile {
	for _, b := range e.banks {
		if b.name == id {
			return b
		}
	}
	return nil
}

// docs returns the docs of all files.
func (e *edition) docs() []*packfile.Doc {
	docs := []*packfile.Doc{e.about.doc, e.tracks.doc, e.sources.doc, e.terms.doc, e.help.doc, e.categories.doc, e.paths.doc}
	for _, l := range e.lessons {
		docs = append(docs, l.doc)
	}
	for _, b := range e.banks {
		docs = append(docs, b.doc)
	}
	docs = slices.Concat(docs, activityDocs(e.practices), activityDocs(e.reflections), activityDocs(e.worksheets), activityDocs(e.runSheets))
	return slices.DeleteFunc(docs, func(d *packfile.Doc) bool { return d == nil })
}

func activityDocs[K ~string, T any](list []*activity[K, T]) []*packfile.Doc {
	return pluck(list, func(a *activity[K, T]) *packfile.Doc { return a.doc })
}

// kinds counts the questions of the edition by kind.
func (e *edition) kinds() map[quiz.Kind]int {
	kinds := map[quiz.Kind]int{}
	for _, k := range quiz.Kinds() {
		kinds[k] = 0
	}
	for _, b := range e.banks {
		for _, q := range b.bank.Questions {
			kinds[q.Kind]++
		}
	}
	return kinds
}
