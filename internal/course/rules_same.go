package course

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"porchlight/internal/packfile"
	"porchlight/lessons"
	"porchlight/quiz"
)

// sameRules hold a translation to the facts of the English text: numbers,
// sources, whom to call, and how much it says.
func sameRules() []rule {
	return []rule{
		forTranslations("same numbers and sections", func(english, e *edition) {
			pairs(english, e, func(original, here *part) {
				sameNumbers(e.pack.patterns.digits, original, here)
				sameSection(original, here)
			})
			sameHeadings(english, e)
		}),
		forTranslations("same sources of questions", sameSources),
		forTranslations("same facts of a lesson", sameFacts),
		forTranslations("same card", sameCard),
	}
}

const asInEnglish = "A translation says what the English text says, with the same numbers in digits."

// pairs calls yield for each part of a translation and its English twin. A part
// without one is told of by another rule.
func pairs(english, e *edition, yield func(english, here *part)) {
	type name struct{ file, key string }
	there := map[name]*part{}
	for _, t := range english.twins() {
		for _, p := range t.parts {
			there[name{t.file, p.key}] = p
		}
	}
	for _, t := range e.twins() {
		for _, here := range t.parts {
			if original := there[name{t.file, here.key}]; original != nil {
				yield(original, here)
			}
		}
	}
}

// sameNumbers reports a number that the English text has and the translation
// has not, and the other way round.
func sameNumbers(digits *regexp.Regexp, original, here *part) {
	want, _ := original.numbers(digits)
	have, at := here.numbers(digits)
	for _, n := range want {
		if !slices.Contains(have, n) {
			here.doc.Report(here.at, fmt.Sprintf("the number %s of the English text is missing in %s", n, here.key), asInEnglish)
		}
	}
	for _, n := range have {
		if !slices.Contains(want, n) {
			here.doc.Report(at[n], fmt.Sprintf("the English text of %s does not have the number %s", here.key, n), asInEnglish)
		}
	}
}

// sameSection holds a section of a lesson to the sources and to the length of
// the English one, so that no step of a list gets lost.
func sameSection(original, here *part) {
	if want, have := slices.Sorted(slices.Values(original.cites)), slices.Sorted(slices.Values(here.cites)); !slices.Equal(want, have) {
		here.doc.Report(here.at, fmt.Sprintf("%s names the sources [%s], and the English one [%s]", here.key, strings.Join(have, " "), strings.Join(want, " ")),
			"Put the same [@source-id] behind the same claims.")
	}
	if original.shape != here.shape {
		here.doc.Report(here.at, fmt.Sprintf("%s has %s, and the English one %s", here.key, here.shape, original.shape),
			"Translate paragraph by paragraph and entry by entry.")
	}
}

// sameHeadings reports a lesson with more sections than the English one, or
// with fewer.
func sameHeadings(english, e *edition) {
	for _, l := range e.lessons {
		original := english.lesson(l.name)
		if original == nil {
			continue
		}
		if have, want := len(l.sections()), len(original.sections()); have != want {
			l.doc.Report(packfile.Pos{Line: max(1, l.doc.BodyLine), Column: 1}, fmt.Sprintf("the text has %s, and the English one %d",
				count(have, "section"), want), "Write the same headings as there.")
		}
	}
}

func sameSources(english, e *edition) {
	for _, b := range e.banks {
		original := english.bank(b.name)
		if original == nil {
			continue
		}
		for i, q := range b.bank.Questions {
			j := slices.IndexFunc(original.bank.Questions, func(o quiz.Question) bool { return o.ID == q.ID })
			if j >= 0 && !slices.Equal(q.Sources, original.bank.Questions[j].Sources) {
				b.doc.Report(b.doc.At("questions", i), fmt.Sprintf("question %q has other sources than the English one", b.own(q)), "Copy them from there.")
			}
		}
	}
}

// sameFacts holds the front matter of a lesson to the English one: its sources,
// the day they were checked, and how many prompts and points it has.
func sameFacts(english, e *edition) {
	for _, l := range e.lessons {
		original := english.lesson(l.name)
		if original == nil || !original.doc.Readable() || !l.doc.Readable() {
			continue
		}
		a, b := original.lesson, l.lesson
		l.matches("sources", slices.Equal(a.Sources, b.Sources), a.Sources)
		l.matches("facts-checked", a.Checked.Equal(b.Checked), a.Checked.Format(time.DateOnly)+" once you have held the text against it")
		l.matches("objectives", len(a.Objectives) == len(b.Objectives), count(len(a.Objectives), "objective"))
		l.matches("key-points", len(a.KeyPoints) == len(b.KeyPoints), count(len(a.KeyPoints), "point"))
		l.matches("discussion", slices.EqualFunc(a.Discussion, b.Discussion, func(x, y lessons.Prompt) bool { return (x.Safety == "") == (y.Safety == "") }),
			"as many prompts, with a safety note at the same ones")
		l.matches("content-note", (a.ContentNote == "") == (b.ContentNote == ""), "a note if there is one")
	}
}

// sameCard holds the card to the English one: its steps in their order, its
// numbers, and what is dialed.
func sameCard(english, e *edition) {
	doc := e.help.doc
	if doc == nil || !doc.Readable() || english.help.doc == nil || !english.help.doc.Readable() {
		return
	}
	a, b := english.help.value, e.help.value
	differs := func(same bool, what string, path ...any) {
		if !same {
			doc.Report(doc.At(path...), what+" differs from the English card", "Copy it from there. Only words are translated, in the same order.")
		}
	}
	differs(a.Checked.Equal(b.Checked), "checked", "checked")
	differs(slices.EqualFunc(a.Steps, b.Steps, func(x, y lessons.Step) bool { return x.ID == y.ID && len(x.Do) == len(y.Do) }), "the order or the length of the steps", "steps")
	if len(a.Numbers) != len(b.Numbers) {
		differs(false, "the list of numbers", "numbers")
		return
	}
	for i, n := range b.Numbers {
		o := a.Numbers[i]
		same := n.ID == o.ID && n.Call == o.Call && n.Text == o.Text && n.Web == o.Web && slices.Equal(n.Sources, o.Sources)
		differs(same && sameKeyword(o.Keyword, n.Keyword), fmt.Sprintf("number %q", n.ID), "numbers", i)
	}
}

// sameKeyword reports whether a word to text can be the other's translation. A
// word in capitals is typed as it stands.
func sameKeyword(english, here string) bool {
	if english == strings.ToUpper(english) {
		return english == here
	}
	return here != ""
}
