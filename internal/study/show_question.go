package study

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/typeset"
	"porchlight/quiz"
)

// showSeed decides the order of what is mixed, the same on every screen of a
// room.
const showSeed = 1

// questionPart asks the room a question; the answer and the reasons stand on a
// page of their own behind it.
func questionPart(q quiz.Question, w *locale.Words) Part {
	title := w.T("present.question")
	return Part{Kind: ShowQuestion, Title: title, Question: string(q.ID), Markdown: questionPage(q, title, w) + answerPage(q, w)}
}

// questionPage is the question as the room sees it first.
func questionPage(q quiz.Question, title string, w *locale.Words) string {
	var b strings.Builder
	b.WriteString("## " + title + "\n\n" + strings.TrimSpace(q.Ask) + "\n\n")
	if q.Kind == quiz.ShortText {
		return b.String()
	}
	b.WriteString(typeset.ChoicesMark + "\n\n")
	for i, o := range mixed(q) {
		b.WriteString(lettered(i, o.Text))
	}
	for _, m := range q.Matches {
		b.WriteString("\\- " + literal(m.Text) + "\n\n")
	}
	if hint := "present.ask-" + string(q.Kind); q.Kind == quiz.Multiple || q.Kind == quiz.Order || q.Kind == quiz.Matching {
		b.WriteString("*" + w.T(hint) + "*\n\n")
	}
	return b.String()
}

// mixed is the options as a room sees them: those to be put in order are mixed.
func mixed(q quiz.Question) []quiz.Option {
	if q.Kind != quiz.Order {
		return q.Options
	}
	a := quiz.NewAttempt("room", quiz.Bank{Questions: []quiz.Question{q}}, showSeed, nil)
	return a.Questions()[0].Options
}

// answerPage is the page that says what fits, and why.
func answerPage(q quiz.Question, w *locale.Words) string {
	var b strings.Builder
	b.WriteString("## " + w.T("present.answer") + "\n\n")
	for i, o := range q.Options {
		args := locale.Args{"Letter": letter(i), "Text": literal(o.Text), "Reason": literal(o.Reason)}
		words := "present.reason"
		switch {
		case q.Kind == quiz.Matching:
			m, _ := q.MatchOf(o.Match)
			args["Match"] = literal(m.Text)
			words = "present.reason-match"
		case q.Kind == quiz.Order:
			args["Letter"] = letter(placeIn(mixed(q), o.ID))
		case q.Kind == quiz.Situation:
			args["Grade"] = w.T("line.grade-" + string(o.Grade))
			words = "present.reason-graded"
		case o.Best:
			words = "present.reason-best"
		}
		b.WriteString(w.F(words, args) + "\n\n")
	}
	if q.Otherwise != "" {
		b.WriteString(literal(q.Otherwise) + "\n\n")
	}
	return b.String()
}

func placeIn(options []quiz.Option, id quiz.OptionID) int {
	for i, o := range options {
		if o.ID == id {
			return i
		}
	}
	return 0
}

func lettered(i int, text string) string { return "**" + letter(i) + ".** " + literal(text) + "\n\n" }

// letter is the name a room calls an option by: A, B and so on.
func letter(i int) string { return string(rune('A' + i)) }
