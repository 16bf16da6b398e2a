package course

import (
	"cmp"
	"path"
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
	tracks     yamlFile[[]lessons.Track]
	sources    yamlFile[[]lessons.Source]
	terms      yamlFile[[]lessons.Term]
	help       yamlFile[lessons.Help]
	categories yamlFile[[]lessons.Category]
	lessons    []*lessonFile // by name
	banks      []*bankFile   // by name
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
		lang, file := path.Split(name)
		edit(path.Clean(lang)).readLessons(reading, name, file)
	}
	for _, name := range asking.Names() {
		lang, file := path.Split(name)
		edit(path.Clean(lang)).readBank(asking, name, file)
	}
	e := p.english()
	p.sourceIDs = pluck(e.sources.value, func(s lessons.Source) lessons.SourceID { return s.ID })
	p.termIDs = pluck(e.terms.value, func(t lessons.Term) lessons.TermID { return t.ID })
	slices.SortFunc(p.editions[1:], func(a, b *edition) int { return cmp.Compare(a.lang, b.lang) })
	return p
}

// readLessons reads one file of the lessons folder.
func (e *edition) readLessons(files *packfile.Files, name, file string) {
	data, _ := files.ReadFile(name) // it is in memory: the name came from files
	full := path.Join(lessons.Folder, name)
	yaml := func() *packfile.Doc { return packfile.ParseYAML(full, data) }
	switch id, isLesson := strings.CutSuffix(file, ".md"); {
	case isLesson && packfile.IsSlug(id):
		e.readLesson(lessons.ID(id), packfile.ParseMarkdown(full, data))
	case isLesson:
		e.pack.report(full, "the name of this lesson cannot be an id", slugNames, false)
	case file == lessons.TracksFile:
		e.tracks = readYAML(yaml(), lessons.ReadTracks)
	case file == lessons.SourcesFile:
		e.sources = readYAML(yaml(), lessons.ReadSources)
	case file == lessons.GlossaryFile:
		e.terms = readYAML(yaml(), lessons.ReadTerms)
	case file == lessons.CategoriesFile:
		e.categories = readYAML(yaml(), lessons.ReadCategories)
	case file == lessons.HelpFile:
		e.help = readYAML(yaml(), func(d *packfile.Doc) lessons.Help { return lessons.ReadHelp(d, e.lang) })
	default:
		e.pack.report(full, "this file is not read", didYouMean(file, knownFiles)+"A lesson ends in .md; docs/authoring.md lists the other files.", true)
	}
}

const slugNames = "Rename it with small letters, digits and hyphens, as in helping-or-enabling."

// knownFiles are the files of lessons/LANG beside the lessons.
var knownFiles = []string{lessons.TracksFile, lessons.SourcesFile, lessons.GlossaryFile, lessons.HelpFile, lessons.CategoriesFile}

func readYAML[T any](doc *packfile.Doc, read func(*packfile.Doc) T) yamlFile[T] {
	return yamlFile[T]{doc, read(doc)}
}

func (e *edition) readLesson(id lessons.ID, doc *packfile.Doc) {
	l := &lessonFile{edition: e, name: id, doc: doc, lesson: lessons.ReadLesson(doc, e.lang)}
	l.body = readBody(doc, e.pack.patterns)
	e.lessons = append(e.lessons, l)
}

// readBank reads one file of the quiz folder.
func (e *edition) readBank(files *packfile.Files, name, file string) {
	data, _ := files.ReadFile(name) // it is in memory: the name came from files
	full := path.Join(quiz.Folder, name)
	id, isBank := strings.CutSuffix(file, ".yaml")
	switch {
	case !isBank:
		e.pack.report(full, "this file is not read", "A bank of questions ends in .yaml. Lessons belong in the folder lessons.", true)
	case !packfile.IsSlug(id):
		e.pack.report(full, "the name of this bank cannot be an id", slugNames, false)
	default:
		doc := packfile.ParseYAML(full, data)
		b := &bankFile{edition: e, name: lessons.ID(id), doc: doc, bank: quiz.ReadBank(doc, quiz.Lang(e.lang))}
		e.banks = append(e.banks, b)
	}
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
	docs := []*packfile.Doc{e.tracks.doc, e.sources.doc, e.terms.doc, e.help.doc, e.categories.doc}
	for _, l := range e.lessons {
		docs = append(docs, l.doc)
	}
	for _, b := range e.banks {
		docs = append(docs, b.doc)
	}
	return slices.DeleteFunc(docs, func(d *packfile.Doc) bool { return d == nil })
}

// kinds counts the questions of the edition by kind.
func (e *edition) kinds() map[quiz.Kind]int {
	kinds := map[quiz.Kind]int{quiz.Single: 0, quiz.Multiple: 0, quiz.TrueFalse: 0}
	for _, b := range e.banks {
		for _, q := range b.bank.Questions {
			kinds[q.Kind]++
		}
	}
	return kinds
}
