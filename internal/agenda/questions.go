package agenda

import (
	"strings"

	"porchlight/internal/course"
	"porchlight/internal/group"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
)

// Questions makes polls of the questions of a lesson that a room can answer, in
// every language of the course. It returns quiz.ErrNoBank where the lesson has
// none.
func Questions(c *course.Course, id lessons.ID) ([]group.Poll, error) { return questions(c, id, "") }

// questions makes polls of a lesson's questions, or of the one that is named.
func questions(c *course.Course, id lessons.ID, only string) ([]group.Poll, error) {
	var polls []group.Poll
	at := map[quiz.ID]int{}
	for _, lang := range c.Langs() {
		bank, err := c.Questions(id, lang)
		if err != nil {
			return nil, err
		}
		for _, q := range bank.Questions {
			if !Answerable(q) || only != "" && only != string(q.ID) {
				continue
			}
			i, known := at[q.ID]
			if !known {
				i = len(polls)
				at[q.ID] = i
				polls = append(polls, wordless(q))
			}
			say(&polls[i], q, string(bank.Lang))
		}
	}
	return polls, nil
}

// Answerable reports whether a room can answer a question on its devices: by
// one or several choices out of a few. What is to be put in order, matched or
// typed is asked aloud.
func Answerable(q quiz.Question) bool {
	switch q.Kind {
	case quiz.Order, quiz.Matching, quiz.ShortText:
		return false
	}
	return len(q.Options) >= 2 && len(q.Options) <= group.MaxChoices
}

// wordless is a question without its words.
func wordless(q quiz.Question) group.Poll {
	p := group.Poll{ID: string(q.ID), Many: q.Kind == quiz.Multiple, Text: group.Text{}}
	for _, o := range q.Options {
		p.Choices = append(p.Choices, group.Choice{ID: string(o.ID), Right: o.Best, Text: group.Text{}, Why: group.Text{}})
	}
	return p
}

// say puts the words of a question into a poll, in one language.
func say(p *group.Poll, q quiz.Question, lang string) {
	p.Text[lang] = inOneLine(q.Ask)
	for i, c := range p.Choices {
		if o, ok := q.Option(quiz.OptionID(c.ID)); ok {
			p.Choices[i].Text[lang], p.Choices[i].Why[lang] = inOneLine(o.Text), inOneLine(o.Reason)
		}
	}
}

// inOneLine is Markdown of a few lines as words alone.
func inOneLine(markdown string) string {
	set, err := typeset.Set(markdown, 10_000, typeset.Style{})
	if err != nil {
		return markdown
	}
	return strings.Join(strings.Fields(strings.Join(set.Lines, " ")), " ")
}
