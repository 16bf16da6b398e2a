package course

import (
	"fmt"
	"strings"

	"porchlight/internal/packfile"
	"porchlight/quiz"
)

const (
	// mostToType is how many words anyone should have to type.
	mostToType = 4
	// mostForms is how many ways to write the answers of one question.
	mostForms = 60
)

// A form is one way to write an option of a typed answer.
type form struct {
	option int
	best   bool
	text   string // plain words, as the answer typed is compared
	at     packfile.Pos
}

// forms returns every way to write the answers of a question.
func (a asked) forms() (list []form) {
	for j, o := range a.q.Options {
		list = append(list, form{j, o.Best, quiz.PlainWords(o.Text), a.doc.At("questions", a.at, "options", j, "text")})
		for k, also := range o.Also {
			list = append(list, form{j, o.Best, quiz.PlainWords(also), a.doc.At("questions", a.at, "options", j, "also", k)})
		}
	}
	return list
}

// canBeTyped reports answers that nobody could type.
func canBeTyped(a asked) {
	forms := a.forms()
	if len(forms) > mostForms {
		a.report(fmt.Sprintf("question %q has %d ways to write its answers", a.own(a.q), len(forms)), fmt.Sprintf("Keep the %d most likely.", mostForms), "options")
		return
	}
	for _, f := range forms {
		switch n := len(strings.Fields(f.text)); {
		case n == 0 && a.q.Options[f.option].Text != "":
			a.doc.Report(f.at, "the answer has no letter and no digit", "Write the word to be typed.")
		case n > mostToType:
			a.doc.Report(f.at, fmt.Sprintf("the answer has %s", count(n, "word")), fmt.Sprintf("Ask for %d or fewer, or let the learner choose.", mostToType))
		}
	}
}

// typedDiffer reports answers that are the same for the program, which looks
// past case, accents and signs, and right and wrong ones a typo apart.
func typedDiffer(a asked) {
	forms := a.forms()
	if len(forms) > mostForms {
		return // which is an error of its own
	}
	for i, f := range forms {
		for _, g := range forms[:i] {
			switch {
			case f.text == "":
			case f.text == g.text:
				a.doc.Report(f.at, fmt.Sprintf("the answer %q stands twice", f.text), fmt.Sprintf("Case, accents and signs do not count. Keep one; the other is in line %d.", g.at.Line))
			case f.best != g.best && (quiz.OneTypo(f.text, g.text) || quiz.OneTypo(g.text, f.text)):
				a.doc.Report(f.at, fmt.Sprintf("%q is one typo away from %q, and one of them is right", f.text, g.text), "Ask for another word: one typo is forgiven.")
			}
		}
	}
}
