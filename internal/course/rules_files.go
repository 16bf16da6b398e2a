package course

import (
	"fmt"
	"path"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// fileRules are about which files a pack has.
func fileRules() []rule {
	return []rule{
		{"needed files", neededFiles},
		forEditions("a bank for each lesson", bankForLesson),
		forEditions("a lesson for each bank", lessonForBank),
	}
}

// neededFiles reports the English files that are not there. A learner is
// helped by a course without a glossary, but not by one without the Help now
// card.
func neededFiles(p *pack) {
	e := p.english()
	for _, f := range []struct {
		name    string
		doc     *packfile.Doc
		warning bool
	}{
		{lessons.TracksFile, e.tracks.doc, false},
		{lessons.SourcesFile, e.sources.doc, false},
		{lessons.HelpFile, e.help.doc, false},
		{lessons.GlossaryFile, e.terms.doc, true},
		{lessons.CategoriesFile, e.categories.doc, true},
		{lessons.PathsFile, e.paths.doc, true},
	} {
		if f.doc == nil {
			p.report(path.Join(lessons.Folder, packfile.English, f.name), "this file is missing",
				"Write it. docs/authoring.md shows its shape.", f.warning)
		}
	}
	if len(e.lessons) == 0 {
		p.report(path.Join(lessons.Folder, packfile.English), "there is no lesson", "Write one. docs/authoring.md shows its shape.", false)
	}
}

// bankForLesson reports lessons without questions. What is not translated is
// shown in English, so only English has to be whole.
func bankForLesson(e *edition) {
	if e.lang != lessons.English {
		return
	}
	for _, l := range e.lessons {
		if e.bank(l.name) == nil {
			l.doc.Report(packfile.Pos{}, "the lesson has no questions",
				fmt.Sprintf("Write %s.", path.Join(quiz.Folder, packfile.English, string(l.name)+".yaml")))
		}
	}
}

// lessonForBank reports questions without a lesson.
func lessonForBank(e *edition) {
	known := lessonIDs(e.pack.english())
	for _, b := range e.banks {
		if e.pack.english().lesson(b.name) == nil {
			unknown(b.doc, packfile.Pos{}, "there is no lesson %q for these questions", b.name, known,
				"The file takes the name of its lesson. Rename it, or write the lesson.")
		}
	}
}

func lessonIDs(e *edition) []lessons.ID {
	return pluck(e.lessons, func(l *lessonFile) lessons.ID { return l.name })
}
