package course

import (
	"fmt"
	"path"
	"slices"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// translationRules hold the other languages against English. What is missing
// is shown in English, so it is a warning; what does not match is an error,
// because a learner may change the language between two answers.
func translationRules() []rule {
	return []rule{
		forTranslations("translated lessons", translatedLessons),
		forTranslations("translated banks", translatedBanks),
		forTranslations("translated files", translatedFiles),
		forTranslations("translated entries", translatedEntries),
	}
}

func forTranslations(name string, run func(english, e *edition)) rule {
	return rule{name, func(p *pack) {
		for _, e := range p.editions[1:] {
			run(p.english(), e)
		}
	}}
}

// missing reports a file that is not translated, unless the translation is in
// parts on purpose.
func (e *edition) missing(file, what string) {
	if !e.partial() {
		e.pack.report(file, what+" is not translated", untranslated, true)
	}
}

// untranslated is what happens to what is missing.
const untranslated = "It is shown in English until it is."

// lacks reports an entry of a translated file that is not translated, unless
// the translation is in parts on purpose.
func (e *edition) lacks(doc *packfile.Doc, at packfile.Pos, noun string, id any) {
	if !e.partial() {
		doc.Warn(at, fmt.Sprintf("the %s %q is not translated", noun, id), untranslated)
	}
}

func translatedLessons(english, e *edition) {
	for _, l := range english.lessons {
		if e.lesson(l.name) == nil {
			e.missing(path.Join(lessons.Folder, string(e.lang), string(l.name)+".md"), "this lesson")
		}
	}
	for _, l := range e.lessons {
		original := english.lesson(l.name)
		switch {
		case original == nil:
			unknown(l.doc, packfile.Pos{}, "there is no English lesson %q", l.name, lessonIDs(english),
				"A translation has the name of the English file.")
		case !original.doc.Readable() || !l.doc.Readable():
		default:
			l.matches("track", l.lesson.Track == original.lesson.Track, original.lesson.Track)
			l.matches("order", l.lesson.Order == original.lesson.Order, original.lesson.Order)
			l.marksAs(original)
		}
	}
}

// matches reports a key of a translation that differs from the English one.
func (l *lessonFile) matches(key string, same bool, english any) {
	if !same {
		l.doc.Report(l.doc.At(key), fmt.Sprintf("%s differs from the English lesson", key), fmt.Sprintf("Write %v, as there.", english))
	}
}

// marksAs reports a translation whose sections are not for the same people as
// the English ones, in the same order.
func (l *lessonFile) marksAs(english *lessonFile) {
	if l.body == nil || english.body == nil {
		return
	}
	want, have := english.body.marks(), l.body.marks()
	if !slices.Equal(want, have) {
		l.doc.Report(packfile.Pos{Line: 1, Column: 1}, fmt.Sprintf("the sections are for %q, and the English ones for %q", have, want),
			"Write {for=...} and {#example-...} behind the same headings as there.")
	}
}

func translatedBanks(english, e *edition) {
	for _, b := range english.banks {
		other := e.bank(b.name)
		switch {
		case other == nil:
			e.missing(path.Join(quiz.Folder, string(e.lang), string(b.name)+".yaml"), "this bank of questions")
		case b.doc.Readable() && other.doc.Readable():
			other.against(b)
		}
	}
}

// against holds a translated bank against the English one. The bank is
// translated whole or not at all, so a missing question is missed.
func (b *bankFile) against(english *bankFile) {
	for _, q := range english.bank.Questions {
		if !slices.ContainsFunc(b.bank.Questions, func(t quiz.Question) bool { return t.ID == q.ID }) {
			b.doc.Report(b.doc.At("questions"), fmt.Sprintf("question %q is missing", english.own(q)),
				"Translate it, or leave the whole bank out.")
		}
	}
	for i, t := range b.bank.Questions {
		j := slices.IndexFunc(english.bank.Questions, func(q quiz.Question) bool { return t.ID == q.ID })
		if j < 0 {
			b.doc.Report(b.doc.At("questions", i, "id"), fmt.Sprintf("there is no English question %q", b.own(t)),
				"Questions have the ids of the English ones.")
			continue
		}
		if !sameAnswers(english.bank.Questions[j], t) {
			b.doc.Report(b.doc.At("questions", i, "id"), fmt.Sprintf("the kind or the options of question %q differ from the English ones", b.own(t)),
				`Give it the same kind, the same ids, and the same "best", "grade", "match" and order. Translate words only.`)
		}
	}
}

// sameAnswers reports whether an answer to one is the same answer to the
// other. Options may be written in another order where none is asked for; a
// typed word is written in other ways.
func sameAnswers(a, b quiz.Question) bool {
	if a.Kind != b.Kind || len(a.Options) != len(b.Options) || len(a.Matches) != len(b.Matches) {
		return false
	}
	for _, o := range a.Options {
		if t, ok := b.Option(o.ID); !ok || t.Best != o.Best || t.Grade != o.Grade || t.Match != o.Match || t.Place != o.Place {
			return false
		}
	}
	for _, m := range a.Matches {
		if _, ok := b.MatchOf(m.ID); !ok {
			return false
		}
	}
	return true
}

func translatedFiles(english, e *edition) {
	for _, f := range []struct {
		name         string
		english, doc *packfile.Doc
	}{
		{lessons.TracksFile, english.tracks.doc, e.tracks.doc},
		{lessons.GlossaryFile, english.terms.doc, e.terms.doc},
		{lessons.HelpFile, english.help.doc, e.help.doc},
		{lessons.CategoriesFile, english.categories.doc, e.categories.doc},
		{lessons.PathsFile, english.paths.doc, e.paths.doc},
	} {
		if f.english != nil && f.doc == nil {
			e.missing(path.Join(lessons.Folder, string(e.lang), f.name), "this file")
		}
	}
}

// translatedEntries looks through the files whose entries are translated one
// by one.
func translatedEntries(english, e *edition) {
	entries(e, e.tracks.doc, "tracks", "track", english.tracks.value, e.tracks.value, func(t lessons.Track) lessons.TrackID { return t.ID })
	entries(e, e.terms.doc, "terms", "term", english.terms.value, e.terms.value, func(t lessons.Term) lessons.TermID { return t.ID })
	entries(e, e.categories.doc, "categories", "category", english.categories.value, e.categories.value, func(c lessons.Category) string { return c.ID })
	for i, c := range e.categories.value {
		j := slices.IndexFunc(english.categories.value, func(o lessons.Category) bool { return o.ID == c.ID })
		if j >= 0 {
			questions(e, i, english.categories.value[j], c)
		}
	}
}

// questions holds the questions of a translated category, the ith, against the
// English ones.
func questions(e *edition, i int, english, translated lessons.Category) {
	doc := e.categories.doc
	id := func(q lessons.ProviderQuestion) lessons.QuestionID { return q.ID }
	here, there := pluck(translated.Questions, id), pluck(english.Questions, id)
	for j, k := range here {
		if k != "" && !slices.Contains(there, k) {
			unknown(doc, doc.At("categories", i, "questions", j, "id"), "there is no English question %q in this category", k, there,
				"Use the ids of the English file.")
		}
	}
	for _, k := range there {
		if !slices.Contains(here, k) {
			e.lacks(doc, doc.At("categories", i, "id"), "question", k)
		}
	}
}

// entries reports entries of a translated list without an English one, and the
// other way round.
func entries[T any, K ~string](e *edition, doc *packfile.Doc, key, noun string, english, translated []T, id func(T) K) {
	if doc == nil || !doc.Readable() {
		return
	}
	here, there := pluck(translated, id), pluck(english, id)
	for i, k := range here {
		if k != "" && !slices.Contains(there, k) {
			unknown(doc, doc.At(key, i, "id"), "there is no English "+noun+" %q", k, there, "Use the ids of the English file.")
		}
	}
	for _, k := range there {
		if !slices.Contains(here, k) {
			e.lacks(doc, doc.At(key), noun, k)
		}
	}
}
