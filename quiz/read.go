package quiz

import "porchlight/internal/packfile"

// ReadBank reads a bank that is written in lang. What is wrong with its shape
// is reported to doc; the bank is of use only while doc is not Broken.
func ReadBank(doc *packfile.Doc, lang Lang) Bank {
	root := doc.Root("bank")
	defer root.Done()
	b := Bank{Lesson: LessonID(root.Slug("lesson")), Lang: lang}
	root.Each("questions", "question", func(m *packfile.Map) {
		b.Questions = append(b.Questions, readQuestion(m, b.Lesson))
	})
	return b
}

func readQuestion(m *packfile.Map, lesson LessonID) Question {
	defer m.Done()
	q := Question{ID: QuestionID(lesson, m.Slug("id"))}
	q.Kind = Kind(m.OneOf("kind", string(Single), string(Multiple), string(TrueFalse)))
	q.Ask = m.Prose("ask")
	m.Each("options", "option", func(m *packfile.Map) {
		defer m.Done()
		q.Options = append(q.Options, Option{
			ID: OptionID(m.Slug("id")), Text: m.Text("text"), Best: m.True("best"), Reason: m.Text("reason"),
		})
	})
	q.Sources = m.OptionalSlugs("sources")
	return q
}

// QuestionID joins a lesson's id and a question's own id.
func QuestionID(lesson LessonID, question string) ID { return ID(string(lesson) + "/" + question) }
