package course

import (
	"fmt"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// idRules are about ids: a learner's progress hangs on them.
func idRules() []rule {
	return []rule{
		forLessons("lesson id is file name", lessonIDIsName),
		forBanks("bank lesson is file name", bankLessonIsName),
		forBanks("question ids", questionIDs),
		forBanks("option ids", optionIDs),
		forEditions("track ids", trackIDs),
		forEditions("source ids", sourceIDs),
		forEditions("term ids", termIDs),
		forEditions("card ids", cardIDs),
		forEditions("provider question ids", providerIDs),
	}
}

func lessonIDIsName(l *lessonFile) {
	if id := l.lesson.ID; id != "" && id != l.name {
		l.doc.Report(l.doc.At("id"), fmt.Sprintf("the id %q is not the name of the file", id),
			fmt.Sprintf("Write %q here, or rename the file to %s.md.", l.name, id))
	}
}

func bankLessonIsName(b *bankFile) {
	if id := b.bank.Lesson; id != "" && string(id) != string(b.name) {
		b.doc.Report(b.doc.At("lesson"), fmt.Sprintf("the lesson %q is not the name of the file", id),
			fmt.Sprintf("Write %q here, or rename the file to %s.yaml.", b.name, id))
	}
}

func questionIDs(b *bankFile) {
	ids := pluck(b.bank.Questions, func(q quiz.Question) string { return b.own(q) })
	twice(b.doc, "question id", ids, func(i int) packfile.Pos { return b.doc.At("questions", i, "id") })
}

func optionIDs(b *bankFile) {
	for i, q := range b.bank.Questions {
		ids := pluck(q.Options, func(o quiz.Option) quiz.OptionID { return o.ID })
		twice(b.doc, "option id", ids, func(j int) packfile.Pos { return b.doc.At("questions", i, "options", j, "id") })
		matches := pluck(q.Matches, func(m quiz.Match) quiz.MatchID { return m.ID })
		twice(b.doc, "match id", matches, func(j int) packfile.Pos { return b.doc.At("questions", i, "matches", j, "id") })
	}
}

func trackIDs(e *edition) {
	ids := pluck(e.tracks.value, func(t lessons.Track) lessons.TrackID { return t.ID })
	twice(e.tracks.doc, "track", ids, func(i int) packfile.Pos { return e.tracks.doc.At("tracks", i, "id") })
}

func sourceIDs(e *edition) {
	ids := pluck(e.sources.value, func(s lessons.Source) lessons.SourceID { return s.ID })
	twice(e.sources.doc, "source", ids, func(i int) packfile.Pos { return e.sources.doc.At("sources", i, "id") })
}

func termIDs(e *edition) {
	ids := pluck(e.terms.value, func(t lessons.Term) lessons.TermID { return t.ID })
	twice(e.terms.doc, "term", ids, func(i int) packfile.Pos { return e.terms.doc.At("terms", i, "id") })
}

func cardIDs(e *edition) {
	doc := e.help.doc
	steps := pluck(e.help.value.Steps, func(s lessons.Step) string { return s.ID })
	twice(doc, "step", steps, func(i int) packfile.Pos { return doc.At("steps", i, "id") })
	numbers := pluck(e.help.value.Numbers, func(n lessons.Number) string { return n.ID })
	twice(doc, "number", numbers, func(i int) packfile.Pos { return doc.At("numbers", i, "id") })
}

// providerIDs looks at questions across categories: a learner's answers are
// kept by the question's id alone.
func providerIDs(e *edition) {
	doc := e.categories.doc
	categories := pluck(e.categories.value, func(c lessons.Category) string { return c.ID })
	twice(doc, "category", categories, func(i int) packfile.Pos { return doc.At("categories", i, "id") })
	var ids []lessons.QuestionID
	var places [][2]int
	for i, c := range e.categories.value {
		for j, q := range c.Questions {
			ids, places = append(ids, q.ID), append(places, [2]int{i, j})
		}
	}
	twice(doc, "question id", ids, func(i int) packfile.Pos {
		return doc.At("categories", places[i][0], "questions", places[i][1], "id")
	})
}
