package course

import (
	"path"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// partialRules tell a translation that is in parts on purpose from one that has
// lost a part. What is there must serve by itself.
func partialRules() []rule {
	return []rule{
		{"English is whole", englishIsWhole},
		forTranslations("the card of a partial edition", func(_, e *edition) {
			if e.partial() && e.help.doc == nil {
				e.pack.report(path.Join(lessons.Folder, string(e.lang), lessons.HelpFile), "a translation has no Help now card",
					"Translate the card first. It is what a reader in need can least do without.", false)
			}
		}),
		forTranslations("a lesson and its questions", func(_, e *edition) {
			for _, l := range e.lessons {
				if e.partial() && e.bank(l.name) == nil {
					l.doc.Warn(packfile.Pos{Line: 1, Column: 1}, "the lesson is translated, and its questions are not", "Translate "+e.bankPath(l.name)+".")
				}
			}
		}),
		forTranslations("what a translated session needs", sessionsNeed),
	}
}

// partial reports whether the edition says that it is in parts on purpose.
func (e *edition) partial() bool { return e.about.value.Partial }

func (e *edition) bankPath(id lessons.ID) string {
	return path.Join(quiz.Folder, string(e.lang), string(id)+".yaml")
}

func englishIsWhole(p *pack) {
	if doc := p.english().about.doc; doc != nil {
		doc.Report(packfile.Pos{Line: 1, Column: 1}, "English is never in parts", "Take this file out. All other languages fall back to English.")
	}
}

// sessionsNeed warns of a translated run sheet with a step that is not
// translated: a session should not change its language on the way.
func sessionsNeed(_, e *edition) {
	for _, r := range e.runSheets {
		for i, s := range r.value.Steps {
			key, file := e.needs(s)
			if key != "" {
				r.doc.Warn(r.doc.At("steps", i, key), "this run sheet is translated, and what this step shows is not", "Translate "+file+", or leave the run sheet out.")
			}
		}
	}
}

// needs names what a step shows and the edition lacks: the key of the step, and
// the file.
func (e *edition) needs(s lessons.RunStep) (key, file string) {
	bank, _, _ := strings.Cut(s.Question, "/")
	switch {
	case s.Lesson != "" && e.lesson(s.Lesson) == nil:
		return "lesson", path.Join(lessons.Folder, string(e.lang), string(s.Lesson)+".md")
	case s.Question != "" && e.bank(lessons.ID(bank)) == nil:
		return "question", e.bankPath(lessons.ID(bank))
	case s.Practice != "" && activityOf(e.practices, quiz.PracticeID(s.Practice)) == nil:
		return "practice", path.Join(quiz.Folder, string(e.lang), quiz.PracticeFolder, s.Practice+".yaml")
	}
	return "", ""
}
