package handout

import (
	"context"
	"slices"
	"strings"

	"porchlight/internal/checklist"
	"porchlight/internal/locale"
	"porchlight/internal/study"
)

// FirstCall is the id of the questions for a first call.
const FirstCall = "first-call"

// room is how many lines there are for the answer to a question.
const room = 2

// checklist is the questions to ask a program: all of them, those for a first
// call, or those of one category.
func (m maker) checklist(ctx context.Context, id string) (part, error) {
	groups, err := m.desk.Checklist(ctx)
	if err != nil {
		return part{}, err
	}
	p := part{title: m.t("handout.checklist"), blocks: []Block{Say(m.t("checklist.first-call-why"))}}
	found := false
	for _, g := range groups {
		var blocks []Block
		for _, c := range g.Checks {
			if id == "" || id == g.Category.ID || id == FirstCall && c.Question.FirstCall {
				if m.blank {
					c.Asked, c.Note = false, ""
				}
				p.own = p.own || c.Asked || c.Note != ""
				blocks = append(blocks, Group{m.check(c)})
			}
		}
		if len(blocks) > 0 {
			found = true
			p.blocks = append(p.blocks, Head(2, g.Category.Title))
			p.blocks = append(p.blocks, blocks...)
		}
	}
	if !found {
		return part{}, ErrNothing
	}
	return p, nil
}

func (m maker) check(c study.Check) []Block {
	blocks := m.question(study.Ask{Question: c.Question}, c.Asked)
	return append(blocks, m.noted(c.Note)...)
}

// question is what to ask, why, and what to listen for.
func (m maker) question(a study.Ask, ticked bool) []Block {
	q := a.Question
	blocks := []Block{m.box(ticked, Strong(q.Ask))}
	for _, only := range q.Only {
		blocks = append(blocks, Paragraph{Emph(m.t("checklist.only-" + only))})
	}
	for _, b := range []struct{ label, text string }{
		{"checklist.why", q.Why}, {"checklist.good", q.Good}, {"checklist.warning", q.Warning},
	} {
		if b.text != "" {
			blocks = append(blocks, Labelled(m.t(b.label), b.text))
		}
	}
	return blocks
}

// box is a box to tick before a question.
func (m maker) box(ticked bool, words []Span) Check {
	state := m.t("line.not-asked")
	if ticked {
		state = m.t("line.asked")
	}
	return Check{ticked, strings.Trim(state, "[]"), words}
}

// noted is a note, or room for one.
func (m maker) noted(note string) []Block {
	blocks := paragraphs(note)
	if len(blocks) == 0 {
		return []Block{Lines{room}}
	}
	first := blocks[0].(Paragraph)
	blocks[0] = Labelled(m.t("checklist.note-is"), Said(first.Words))
	return blocks
}

// call is the questions for one provider, with what was heard.
func (m maker) call(ctx context.Context, id string) (part, error) {
	provider, err := m.desk.ProviderNamed(ctx, id)
	if err != nil {
		return part{}, err
	}
	c, err := m.desk.Call(ctx, provider.ID)
	if err != nil {
		return part{}, err
	}
	p := part{title: m.f("handout.call", locale.Args{"Name": c.Provider.Name}), own: true}
	if c.Provider.Phone != "" {
		p.blocks = append(p.blocks, Labelled(m.t("call.phone"), c.Provider.Phone))
	}
	if !m.blank {
		p.blocks = append(p.blocks, paragraphs(c.Provider.Note)...)
	}
	category := ""
	for _, a := range c.Asks {
		if m.blank {
			a.Answer = checklist.Answer{}
		}
		if a.Category.Title != category {
			category = a.Category.Title
			p.blocks = append(p.blocks, Head(2, category))
		}
		blocks := m.question(a, !a.Answer.Open())
		if !a.Answer.Open() {
			blocks = append(blocks, Labelled(m.t("call.marked"), m.t("call.is-"+a.Answer.State())))
		}
		p.blocks = append(p.blocks, Group{append(blocks, m.noted(a.Answer.Note)...)})
	}
	return p, nil
}

// widest is how many providers stand side by side on paper; more are a list.
const widest = 3

// compare is the providers side by side: no score and no rank.
func (m maker) compare(ctx context.Context) (part, error) {
	c, err := m.desk.Comparison(ctx)
	if err != nil {
		return part{}, err
	}
	p := part{title: m.t("compare.title"), own: true, blocks: []Block{Say(m.t("compare.no-score"))}}
	if len(c.Providers) == 0 {
		p.own, p.blocks = false, []Block{Say(m.t("providers.none"))}
		return p, nil
	}
	for _, which := range checklist.Parts() {
		rows := slices.DeleteFunc(slices.Clone(c.Rows), func(r study.ComparedRow) bool { return r.Part != which })
		if which == checklist.Nobody || len(rows) == 0 {
			continue // what nobody was asked stands under what to ask next
		}
		p.blocks = append(p.blocks, Head(2, m.t("compare."+which.Word())), m.rows(c.Providers, rows))
	}
	p.blocks = append(p.blocks, Head(2, m.t("compare.next")))
	for i, provider := range c.Providers {
		p.blocks = append(p.blocks, m.next(provider, c.Next[i])...)
	}
	return p, nil
}

// rows is questions with everyone's answers: a table where there is room.
func (m maker) rows(providers []study.Provider, rows []study.ComparedRow) Block {
	if len(providers) > widest {
		l := List{Start: 1}
		for _, r := range rows {
			var said []Block
			for i, a := range r.Answers {
				said = append(said, Labelled(providers[i].Name+":", m.said(a)))
			}
			l.Items = append(l.Items, []Block{Paragraph{Strong(r.Ask.Question.Ask)}, listed(said)})
		}
		return l
	}
	t := Table{Head: []Cell{Plain(m.t("handout.question"))}}
	for _, p := range providers {
		t.Head = append(t.Head, Plain(p.Name))
	}
	for _, r := range rows {
		row := []Cell{Plain(r.Ask.Question.Ask)}
		for _, a := range r.Answers {
			row = append(row, Plain(m.said(a)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (m maker) said(a checklist.Answer) string {
	said := m.t("call.is-" + a.State())
	if note := flat(a.Note); note != "" {
		said = m.f("compare.with-note", locale.Args{"Said": said, "Note": note})
	}
	return said
}

// mostNext is how many of the next questions are listed for a provider.
const mostNext = 12

// next is what to ask a provider next.
func (m maker) next(p study.Provider, asks []study.Ask) []Block {
	blocks := []Block{Head(3, p.Name)}
	if len(asks) == 0 {
		return append(blocks, Say(m.t("compare.all-asked")))
	}
	for _, a := range asks[:min(len(asks), mostNext)] {
		blocks = append(blocks, m.box(false, Plain(a.Question.Ask)))
	}
	if more := len(asks) - mostNext; more > 0 {
		blocks = append(blocks, Say(m.words.N("compare.more", more)))
	}
	return blocks
}
