package course

import (
	"path"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// readLessons reads one file of the lessons folder.
func (e *edition) readLessons(files *packfile.Files, name, file string) {
	data, _ := files.ReadFile(name) // it is in memory: the name came from files
	full := path.Join(lessons.Folder, name)
	yaml := func() *packfile.Doc { return packfile.ParseYAML(full, data) }
	folder, inner := path.Split(file)
	switch id, isLesson := strings.CutSuffix(file, ".md"); {
	case folder == lessons.WorksheetFolder+"/":
		e.worksheets = readActivity(e, e.worksheets, full, inner, data, func(d *packfile.Doc) lessons.Worksheet { return lessons.ReadWorksheet(d, e.lang) })
	case folder == lessons.RunSheetFolder+"/":
		e.runSheets = readActivity(e, e.runSheets, full, inner, data, func(d *packfile.Doc) lessons.RunSheet { return lessons.ReadRunSheet(d, e.lang) })
	case isLesson && packfile.IsSlug(id):
		e.readLesson(lessons.ID(id), packfile.ParseMarkdown(full, data))
	case isLesson:
		e.pack.report(full, "the name of this lesson cannot be an id", slugNames, false)
	case file == lessons.EditionFile:
		e.about = readYAML(yaml(), lessons.ReadEdition)
	case file == lessons.TracksFile:
		e.tracks = readYAML(yaml(), lessons.ReadTracks)
	case file == lessons.SourcesFile:
		e.sources = readYAML(yaml(), lessons.ReadSources)
	case file == lessons.GlossaryFile:
		e.terms = readYAML(yaml(), lessons.ReadTerms)
	case file == lessons.CategoriesFile:
		e.categories = readYAML(yaml(), lessons.ReadCategories)
	case file == lessons.PathsFile:
		e.paths = readYAML(yaml(), lessons.ReadPaths)
	case file == lessons.HelpFile:
		e.help = readYAML(yaml(), func(d *packfile.Doc) lessons.Help { return lessons.ReadHelp(d, e.lang) })
	default:
		e.pack.report(full, "this file is not read", didYouMean(file, knownFiles)+"A lesson ends in .md; docs/authoring.md lists the other files.", true)
	}
}

const slugNames = "Rename it with small letters, digits and hyphens, as in helping-or-enabling."

// knownFiles are the files of lessons/LANG beside the lessons.
var knownFiles = []string{lessons.EditionFile, lessons.TracksFile, lessons.SourcesFile, lessons.GlossaryFile, lessons.HelpFile, lessons.CategoriesFile, lessons.PathsFile}

func readYAML[T any](doc *packfile.Doc, read func(*packfile.Doc) T) yamlFile[T] {
	return yamlFile[T]{doc, read(doc)}
}

func (e *edition) readLesson(id lessons.ID, doc *packfile.Doc) {
	l := &lessonFile{edition: e, name: id, doc: doc, lesson: lessons.ReadLesson(doc, e.lang)}
	l.body = readBody(doc, e.pack.patterns)
	e.lessons = append(e.lessons, l)
}

// readAsking reads one file of the quiz folder.
func (e *edition) readAsking(files *packfile.Files, name, file string) {
	data, _ := files.ReadFile(name) // it is in memory: the name came from files
	full := path.Join(quiz.Folder, name)
	switch folder, inner := path.Split(file); folder {
	case quiz.PracticeFolder + "/":
		e.practices = readActivity(e, e.practices, full, inner, data, func(d *packfile.Doc) quiz.Practice { return quiz.ReadPractice(d, quiz.Lang(e.lang)) })
	case quiz.ReflectionFolder + "/":
		e.reflections = readActivity(e, e.reflections, full, inner, data, func(d *packfile.Doc) quiz.Reflection { return quiz.ReadReflection(d, quiz.Lang(e.lang)) })
	default:
		e.readBank(data, full, file)
	}
}

// readBank reads one bank of questions.
func (e *edition) readBank(data []byte, full, file string) {
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

// readActivity adds to the list one file of a folder that holds nothing but
// files of one kind.
func readActivity[K ~string, T any](e *edition, list []*activity[K, T], full, file string, data []byte, read func(*packfile.Doc) T) []*activity[K, T] {
	id, isYAML := strings.CutSuffix(file, ".yaml")
	switch {
	case !isYAML:
		e.pack.report(full, "this file is not read", "The files of this folder end in .yaml. Rename it, or take it out.", true)
		return list
	case !packfile.IsSlug(id):
		e.pack.report(full, "the name of this file cannot be an id", slugNames, false)
		return list
	}
	doc := packfile.ParseYAML(full, data)
	return append(list, &activity[K, T]{e, K(id), doc, read(doc)})
}
