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
	q.Kind = Kind(m.OneOf("kind", kindWords()...))
	q.Ask = m.Prose("ask")
	if q.Kind == Matching {
		m.Each("matches", "match", func(m *packfile.Map) {
			defer m.Done()
			q.Matches = append(q.Matches, Match{ID: MatchID(m.Slug("id")), Text: m.Text("text")})
		})
	}
	m.Each("options", "option", func(m *packfile.Map) {
		defer m.Done()
		q.Options = append(q.Options, readOption(m, q))
	})
	if q.Kind == ShortText {
		q.Otherwise = m.Text("otherwise")
	}
	q.Sources = m.OptionalSlugs("sources")
	return q
}

// readOption reads the option that follows those q has. Only keys that mean
// something to the kind are read: Done reports the others.
func readOption(m *packfile.Map, q Question) Option {
	o := Option{ID: OptionID(m.Slug("id")), Text: m.Text("text")}
	switch q.Kind {
	case Order:
		o.Place = readPlace(m, q)
	case Matching:
		o.Match = MatchID(m.Slug("match"))
	case Situation:
		o.Grade = Grade(m.OneOf("grade", gradeWords()...))
		o.Best = o.Grade == BestReply
	case ShortText:
		o.Also = m.OptionalTexts("also")
		o.Best = m.True("best")
	default:
		o.Best = m.True("best")
	}
	o.Reason = m.Text("reason")
	return o
}

// readPlace reads where the next option of an Order belongs: behind the one
// before it, or beside that one.
func readPlace(m *packfile.Map, q Question) int {
	n, beside := len(q.Options), m.True("either-way")
	switch {
	case beside && n == 0:
		m.Report("either-way", "the first option has none before it", "Take the line out, or put it in the option that may come before or after the one above it.")
	case beside:
		return q.Options[n-1].Place
	}
	return n + 1
}

func kindWords() []string {
	var words []string
	for _, k := range Kinds() {
		words = append(words, string(k))
	}
	return words
}

// QuestionID joins a lesson's id and a question's own id.
func QuestionID(lesson LessonID, question string) ID { return ID(string(lesson) + "/" + question) }
