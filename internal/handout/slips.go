package handout

import (
	"context"
	"fmt"
	"slices"

	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// aPage is about how many slips of a question fill a page: it is printed again
// for more people.
func aPage(a study.Slip) int {
	lines := 1 + len([]rune(a.Text))/36
	for _, c := range a.Choices {
		lines += 1 + len([]rune(c))/32
	}
	if lines <= 9 {
		return 6
	}
	return 4
}

// SlipsOf makes a document of slips for voting on paper: a page on how to do it
// in secret, and then slips of each question, to cut out.
func SlipsOf(w *locale.Words, desk *study.Desk, asks []study.Slip) Document {
	m := maker{desk: desk, words: w}
	d := Document{Lang: w.Lang(), Foot: m.foot(), Made: desk.Now()}
	d.one(m.slips(asks))
	return d
}

// slipsFor are the slips of a lesson's questions, or of a run sheet's.
func (m maker) slipsFor(ctx context.Context, id string) (part, error) {
	asks, err := m.desk.Slips(ctx, id)
	if err != nil {
		return part{}, err
	}
	if len(asks) == 0 {
		return part{}, fmt.Errorf("%q has no question for slips: %w", id, ErrNothing)
	}
	return m.slips(asks), nil
}

// slips is a page for whoever leads, and slips of each question from a new page
// on.
func (m maker) slips(asks []study.Slip) part {
	p := part{title: m.t("slips.title"), blocks: []Block{Say(m.t("slips.intro"))}}
	if slices.ContainsFunc(asks, m.other) {
		p.blocks = append(p.blocks, m.foreign())
	}
	var how, all []Block
	for _, id := range []string{"slips.no-name", "slips.fold", "slips.count", "slips.floor", "slips.tear"} {
		how = append(how, Say(m.t(id)))
	}
	steps := listed(how)
	steps.Ordered = true
	for i, a := range asks {
		all = append(all, m.spoken(a, Paragraph{m.asked(i, a)})...)
	}
	p.blocks = append(p.blocks, steps, Head(2, m.t("slips.questions")), listed(all))
	p.blocks = append(p.blocks, m.numbers()...)
	for i, a := range asks {
		p.blocks = append(p.blocks, Break{}, Slips{Each: m.slip(i, a), N: aPage(a)})
	}
	return p
}

// other reports whether a question is not in the language of the document.
func (m maker) other(a study.Slip) bool { return a.Lang != m.words.Lang() }

// spoken is blocks in the language of a question.
func (m maker) spoken(a study.Slip, blocks ...Block) []Block {
	if m.other(a) {
		return []Block{Section{a.Lang, blocks}}
	}
	return blocks
}

// asked is a question with its number.
func (m maker) asked(i int, a study.Slip) []Span {
	label := m.f("slips.question", locale.Args{"N": i + 1})
	if a.Part != "" {
		label += " " + m.t("slips."+a.Part)
	}
	return []Span{{Text: label, Strong: true}, {Text: " " + a.Text}}
}

// slip is one slip: the question, and a box for each choice.
func (m maker) slip(i int, a study.Slip) []Block {
	mark := "slips.mark-one"
	if a.Many {
		mark = "slips.mark-many"
	}
	var choices []Block
	for _, c := range a.Choices {
		choices = append(choices, Check{State: m.t("slips.empty"), Words: Plain(c)})
	}
	blocks := m.spoken(a, append([]Block{Paragraph{m.asked(i, a)}}, choices...)...)
	return append(blocks, Paragraph{Emph(m.t(mark) + " " + m.t("slips.nobody"))})
}
