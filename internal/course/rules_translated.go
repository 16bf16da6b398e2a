package course

import (
	"fmt"
	"path"
	"slices"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// translatedRules hold practices, reflections, worksheets and paths against the
// English ones: only words are translated. A learner may change the language in
// the middle of one.
func translatedRules() []rule {
	return []rule{
		forTranslations("translated practices", func(english, e *edition) {
			compare(e, english.practices, e.practices, "practice", path.Join(quiz.Folder, string(e.lang), quiz.PracticeFolder), practiceFeatures)
		}),
		forTranslations("translated reflections", func(english, e *edition) {
			compare(e, english.reflections, e.reflections, "reflection", path.Join(quiz.Folder, string(e.lang), quiz.ReflectionFolder), reflectionFeatures)
		}),
		forTranslations("translated worksheets", func(english, e *edition) {
			compare(e, english.worksheets, e.worksheets, "worksheet", path.Join(lessons.Folder, string(e.lang), lessons.WorksheetFolder), worksheetFeatures)
		}),
		forTranslations("translated run sheets", func(english, e *edition) {
			compare(e, english.runSheets, e.runSheets, "run sheet", path.Join(lessons.Folder, string(e.lang), lessons.RunSheetFolder), runSheetFeatures)
		}),
		forTranslations("translated paths", translatedPaths),
	}
}

// A feature is something of a file that is the same in every language.
type feature struct {
	name  string // `the step "door"`
	value string // what is the same beside its being there; may be empty
	path  []any
}

// compare holds the files of one kind against the English ones.
func compare[K ~string, T any](e *edition, english, translated []*activity[K, T], noun, folder string, features func(T) []feature) {
	for _, a := range english {
		if activityOf(translated, a.name) == nil {
			e.missing(path.Join(folder, string(a.name)+".yaml"), "this "+noun)
		}
	}
	known := pluck(english, func(a *activity[K, T]) K { return a.name })
	for _, a := range translated {
		original := activityOf(english, a.name)
		switch {
		case original == nil:
			unknown(a.doc, packfile.Pos{}, "there is no English "+noun+" %q", a.name, known, "A translation has the name of the English file.")
		case original.doc.Readable() && a.doc.Readable():
			differ(a.doc, features(original.value), features(a.value))
		}
	}
}

// manyFeatures bounds the work on a file that is nothing but entries.
const manyFeatures = 500

// differ reports the features that are not the same in both files.
func differ(doc *packfile.Doc, english, translated []feature) {
	const words = "Translate words only. Ids, grades, the answers that count and lessons stay as in English."
	if len(english) > manyFeatures || len(translated) > manyFeatures {
		doc.Report(packfile.Pos{}, "the file is too long to be held against the English one", "Make two of it, in every language.")
		return
	}
	for _, f := range translated {
		switch original, ok := featureOf(english, f.name); {
		case !ok:
			doc.Report(doc.At(f.path...), "the English file does not have "+f.name, words)
		case original.value != f.value:
			doc.Report(doc.At(f.path...), f.name+" differs from the English file", "Write "+original.value+", as there. "+words)
		}
	}
	for _, f := range english {
		if _, ok := featureOf(translated, f.name); !ok {
			doc.Report(packfile.Pos{Line: 1, Column: 1}, f.name+" is missing", words)
		}
	}
}

func featureOf(list []feature, name string) (feature, bool) {
	i := slices.IndexFunc(list, func(f feature) bool { return f.name == name })
	if i < 0 {
		return feature{}, false
	}
	return list[i], true
}

func practiceFeatures(p quiz.Practice) []feature {
	list := []feature{
		{"the lesson", string(p.Lesson), []any{"lesson"}},
		{"the relationship", p.Relationship, []any{"relationship"}},
		{"the start", string(p.Start), []any{"start"}},
	}
	for i, s := range p.Steps {
		list = append(list, feature{fmt.Sprintf("the step %q", s.ID), "", []any{"steps", i, "id"}})
		for j, r := range s.Replies {
			list = append(list, feature{fmt.Sprintf("the reply %q of step %q", r.ID, s.ID),
				fmt.Sprintf("grade %s and to %s", r.Grade, r.To), []any{"steps", i, "replies", j, "id"}})
		}
	}
	for i, e := range p.Endings {
		list = append(list, feature{fmt.Sprintf("the ending %q", e.ID), "", []any{"endings", i, "id"}})
	}
	return list
}

func reflectionFeatures(r quiz.Reflection) []feature {
	list := []feature{{"the scale", count(len(r.Scale), "answer"), []any{"scale"}}}
	for i, item := range r.Items {
		list = append(list, feature{fmt.Sprintf("the item %q", item.ID),
			fmt.Sprintf("look-at %v, unsafe %v and lesson %s", item.LookAt, item.Unsafe, item.Lesson), []any{"items", i, "id"}})
	}
	return list
}

func worksheetFeatures(w lessons.Worksheet) []feature {
	list := []feature{{"the lesson", string(w.Lesson), []any{"lesson"}}}
	for i, f := range w.Fields {
		list = append(list, feature{fmt.Sprintf("the field %q", f.ID), "", []any{"fields", i, "id"}})
	}
	return list
}

// translatedPaths looks at the entries of paths.yaml. Only titles are
// translated; the program reads the rest in English.
func translatedPaths(english, e *edition) {
	doc := e.paths.doc
	entries(e, doc, "paths", "path", english.paths.value, e.paths.value, func(p lessons.Path) lessons.PathID { return p.ID })
	for i, p := range e.paths.value {
		j := slices.IndexFunc(english.paths.value, func(q lessons.Path) bool { return q.ID == p.ID })
		if j >= 0 && !samePath(english.paths.value[j], p) {
			doc.Report(doc.At("paths", i, "id"), fmt.Sprintf("path %q is for others, or has other lessons, than the English one", p.ID),
				`Copy "when" and "lessons" from there. Only the title is translated.`)
		}
	}
}

func samePath(a, b lessons.Path) bool {
	return covers(a.When, b.When) && covers(b.When, a.When) && slices.Equal(a.Lessons, b.Lessons)
}
