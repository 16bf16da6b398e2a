package course

import (
	"fmt"
	"slices"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// activityRules are about what practices, reflections, worksheets and paths
// have in common: ids, and the lessons they name.
func activityRules() []rule {
	return []rule{
		forPractices("practice id is file name", func(p *practiceFile) { p.idIsName(p.value.ID) }),
		forReflections("reflection id is file name", func(r *reflectionFile) { r.idIsName(r.value.ID) }),
		forWorksheets("worksheet id is file name", func(w *worksheetFile) { w.idIsName(w.value.ID) }),
		forPractices("known lesson of a practice", func(p *practiceFile) {
			p.edition.pack.namesLesson(p.doc, p.doc.At("lesson"), lessons.ID(p.value.Lesson))
		}),
		forReflections("known lessons of items", func(r *reflectionFile) {
			for i, item := range r.value.Items {
				r.edition.pack.namesLesson(r.doc, r.doc.At("items", i, "lesson"), lessons.ID(item.Lesson))
			}
		}),
		forWorksheets("known lesson of a worksheet", func(w *worksheetFile) {
			w.edition.pack.namesLesson(w.doc, w.doc.At("lesson"), w.value.Lesson)
		}),
		forWorksheets("field ids", fieldIDs),
	}
}

// forActivities makes a rule of what looks at one file of a kind that can be
// read.
func forActivities[K ~string, T any](name string, list func(*edition) []*activity[K, T], run func(*activity[K, T])) rule {
	return forEditions(name, func(e *edition) {
		for _, a := range list(e) {
			if a.doc.Readable() {
				run(a)
			}
		}
	})
}

func forReflections(name string, run func(*reflectionFile)) rule {
	return forActivities(name, func(e *edition) []*reflectionFile { return e.reflections }, run)
}

func forWorksheets(name string, run func(*worksheetFile)) rule {
	return forActivities(name, func(e *edition) []*worksheetFile { return e.worksheets }, run)
}

// idIsName reports an id in the file that is not the name of the file.
func (a *activity[K, T]) idIsName(id K) {
	if id != "" && id != a.name {
		a.doc.Report(a.doc.At("id"), fmt.Sprintf("the id %q is not the name of the file", id),
			fmt.Sprintf("Write %q here, or rename the file to %s.yaml.", a.name, id))
	}
}

// namesLesson reports a lesson that the pack does not have.
func (p *pack) namesLesson(doc *packfile.Doc, at packfile.Pos, id lessons.ID) {
	if e := p.english(); id != "" && len(e.lessons) > 0 && e.lesson(id) == nil {
		unknown(doc, at, "there is no lesson %q", id, lessonIDs(e), "Write the name of a lesson's file without .md.")
	}
}

func fieldIDs(w *worksheetFile) {
	ids := pluck(w.value.Fields, func(f lessons.Field) lessons.FieldID { return f.ID })
	twice(w.doc, "field id", ids, func(i int) packfile.Pos { return w.doc.At("fields", i, "id") })
}

// activityOf returns the file with the given id, or nil.
func activityOf[K ~string, T any](list []*activity[K, T], id K) *activity[K, T] {
	i := slices.IndexFunc(list, func(a *activity[K, T]) bool { return a.name == id })
	if i < 0 {
		return nil
	}
	return list[i]
}

// items counts the items of all reflections.
func (e *edition) items() int {
	n := 0
	for _, r := range e.reflections {
		n += len(r.value.Items)
	}
	return n
}

// replies counts the replies of all practices.
func (e *edition) replies() int {
	n := 0
	for _, p := range e.practices {
		for _, s := range p.value.Steps {
			n += len(s.Replies)
		}
	}
	return n
}

// itemIDs returns the ids of a reflection's items.
func itemIDs(r quiz.Reflection) []quiz.ItemID {
	return pluck(r.Items, func(i quiz.Item) quiz.ItemID { return i.ID })
}
