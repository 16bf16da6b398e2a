package lessons

import (
	"io/fs"
	"path"
	"runtime"
	"sync"

	"porchlight/internal/packfile"
)

// The files of a language beside its lessons.
const (
	TracksFile     = "tracks.yaml"
	SourcesFile    = "sources.yaml"
	GlossaryFile   = "glossary.yaml"
	HelpFile       = "help-now.yaml"
	CategoriesFile = "provider-questions.yaml"
	PathsFile      = "paths.yaml"
)

// WorksheetFolder is the folder of a language that its worksheets are in.
const WorksheetFolder = "worksheets"

// RunSheetFolder is the folder of a language that its run sheets are in.
const RunSheetFolder = "runsheets"

// Folder is the folder of a pack that its lessons are in. Problems name files
// from the folder above it.
const Folder = "lessons"

// An edition is the pack in one language. Each of its functions reads its file
// once, when it is first called.
type edition struct {
	lang       Lang
	order      []ID // by name
	lessons    map[ID]func() (Lesson, error)
	tracks     func() []Track
	sources    func() []Source
	terms      func() []Term
	help       func() Help
	categories func() []Category
	paths      func() []Path
	sheets     map[WorksheetID]func() (Worksheet, error)
	runs       map[RunSheetID]func() (RunSheet, error)
}

func openEdition(fsys fs.FS, lang Lang) (*edition, error) {
	names, err := packfile.Names(fsys, string(lang), ".md")
	if err != nil {
		return nil, err
	}
	e := &edition{lang: lang, lessons: make(map[ID]func() (Lesson, error), len(names))}
	for _, name := range names {
		e.order = append(e.order, ID(name))
		e.lessons[ID(name)] = sync.OnceValues(func() (Lesson, error) { return load(fsys, lang, ID(name)) })
	}
	e.tracks = once(fsys, lang, TracksFile, ReadTracks)
	e.sources = once(fsys, lang, SourcesFile, ReadSources)
	e.terms = once(fsys, lang, GlossaryFile, ReadTerms)
	e.categories = once(fsys, lang, CategoriesFile, ReadCategories)
	e.help = once(fsys, lang, HelpFile, func(doc *packfile.Doc) Help { return ReadHelp(doc, lang) })
	e.paths = once(fsys, lang, PathsFile, ReadPaths)
	e.sheets, err = openFolder(fsys, lang, WorksheetFolder, func(doc *packfile.Doc, id WorksheetID) Worksheet {
		w := ReadWorksheet(doc, lang)
		w.ID = id
		return w
	})
	if err != nil {
		return nil, err
	}
	e.runs, err = openFolder(fsys, lang, RunSheetFolder, func(doc *packfile.Doc, id RunSheetID) RunSheet {
		s := ReadRunSheet(doc, lang)
		s.ID = id
		return s
	})
	return e, err
}

// openFolder returns what reads each file of a folder of a language once.
func openFolder[K ~string, T any](fsys fs.FS, lang Lang, folder string, read func(*packfile.Doc, K) T) (map[K]func() (T, error), error) {
	folder = path.Join(string(lang), folder)
	names, err := packfile.OptionalNames(fsys, folder, ".yaml")
	files := make(map[K]func() (T, error), len(names))
	for _, name := range names {
		file := path.Join(folder, name+".yaml")
		files[K(name)] = sync.OnceValues(func() (zero T, err error) {
			data, err := fs.ReadFile(fsys, file)
			if err != nil {
				return zero, err
			}
			doc := packfile.ParseYAML(path.Join(Folder, file), data)
			value := read(doc, K(name))
			return value, doc.Problems().AsError()
		})
	}
	return files, err
}

// load reads one lesson.
func load(fsys fs.FS, lang Lang, id ID) (Lesson, error) {
	name := path.Join(string(lang), string(id)+".md")
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Lesson{}, err
	}
	doc := packfile.ParseMarkdown(path.Join(Folder, name), data)
	lesson := ReadLesson(doc, lang)
	// The name of the file is the id: it is what the lesson was asked for by.
	lesson.ID = id
	return lesson, doc.Problems().AsError()
}

// once returns a function that reads a YAML file the first time it is called.
// A file that is missing or broken reads as the zero value.
func once[T any](fsys fs.FS, lang Lang, file string, read func(*packfile.Doc) T) func() T {
	return sync.OnceValue(func() (zero T) {
		name := path.Join(string(lang), file)
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return zero
		}
		doc := packfile.ParseYAML(path.Join(Folder, name), data)
		if value := read(doc); !doc.Broken() {
			return value
		}
		return zero
	})
}

// warm reads the lessons that have not been read, a few at a time: it stands
// between a learner and the first screen.
func warm(reads []func() (Lesson, error)) {
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), 4)
	for w := range workers {
		wg.Go(func() {
			defer func() { _ = recover() }() // the caller meets it again, where it is caught
			for i := w; i < len(reads); i += workers {
				_, _ = reads[i]() // kept by reads[i]; the caller asks again
			}
		})
	}
	wg.Wait()
}
