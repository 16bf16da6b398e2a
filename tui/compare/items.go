package compare

import (
	"fmt"
	"strings"

	"porchlight/internal/checklist"
	"porchlight/internal/study"
	"porchlight/tui/kit"
)

// items is the comparison: gaps and differences first.
func (c *Compare) items() []kit.Item {
	w := c.env.Words
	e := kit.Entries{Airy: c.height > kit.Tight, Width: c.room()}
	if c.have == nil {
		e.Failed(w.T("load.failed"), w.T("load.again"), toRetry)
		return e.Items
	}
	if len(c.have.Providers) == 0 {
		e.Say(w.T("providers.none"), c.env.Theme.Plain.Render)
		e.Gap()
		e.Add(kit.Item{ID: toProviders, Text: w.T("providers.add")})
		return e.Items
	}
	e.Add(kit.Item{ID: toNext, Text: w.T("compare.next")})
	if len(c.have.Providers) == 1 {
		e.Add(kit.Item{ID: toProviders, Text: w.T("compare.one")})
	}
	if c.have.More > 0 {
		e.Say(w.N("providers.more", c.have.More), c.env.Theme.Quiet.Render)
	}
	if e.Airy {
		e.Say(w.T("compare.no-score"), c.env.Theme.Quiet.Render)
	}
	var part checklist.Part = -1
	for _, r := range c.have.Rows {
		if r.Part != part {
			part = r.Part
			e.Gap()
			e.Add(kit.Item{Head: true, Text: w.T(c.have.Title(part))})
		}
		e.Add(kit.Item{ID: toRow + string(r.Ask.Question.ID), Lines: c.lines(r)})
	}
	return e.Items
}

// lines is one question with its answers. One that nobody was asked has none.
func (c *Compare) lines(r study.ComparedRow) []string {
	room := c.room() - kit.MarkWidth
	switch {
	case r.Part == checklist.Nobody:
		return kit.Wrap(r.Ask.Question.Ask, room)
	case c.columns() == 0:
		return c.listed(r, room)
	}
	question, answer := c.measures()
	cells := [][]string{kit.Wrap(r.Ask.Question.Ask, question)}
	for _, a := range r.Answers[c.left : c.left+c.columns()] {
		cell := []string{kit.Clip(c.said(a), answer)}
		if a.Note != "" {
			cell = append(cell, short(kit.Wrap(a.Note, answer))...)
		}
		cells = append(cells, cell)
	}
	return sideBySide(cells, question, answer)
}

// listed is one question with its answers under it, for a narrow window.
func (c *Compare) listed(r study.ComparedRow, room int) []string {
	lines := styled(kit.Wrap(r.Ask.Question.Ask, room), c.env.Theme.Strong.Render)
	for i, a := range r.Answers {
		name := c.have.Providers[i].Name
		said := kit.Hang("  ", name+": "+c.env.Words.T("compare.is-"+a.State()), room)
		lines = append(lines, said...)
		if a.Note != "" {
			lines = append(lines, short(kit.Hang("    ", a.Note, room))...)
		}
	}
	return lines
}

// short is the first lines of a note, and a mark where there is more of it.
func short(lines []string) []string {
	if len(lines) <= noteLines {
		return lines
	}
	lines = lines[:noteLines]
	lines[noteLines-1] = strings.TrimRight(lines[noteLines-1], " ")
	return append(lines, "...")
}

// entries is one question with whole notes, or what to ask next.
func (c *Compare) entries(e *kit.Entries) {
	switch r, ok := c.row(c.at.question); {
	case c.have == nil:
		e.Failed(c.env.Words.T("load.failed"), c.env.Words.T("load.again"), toRetry)
	case ok:
		c.oneEntries(e, r)
	default:
		c.nextEntries(e)
	}
}

func (c *Compare) oneEntries(e *kit.Entries, r study.ComparedRow) {
	w, q := c.env.Words, r.Ask.Question
	e.Say(q.Ask, c.env.Theme.Strong.Render)
	for _, part := range []struct{ label, text string }{{"checklist.good", q.Good}, {"checklist.warning", q.Warning}} {
		if part.text != "" {
			e.Say(w.T(part.label)+" "+part.text, c.env.Theme.Quiet.Render)
		}
	}
	e.Gap()
	for i, a := range r.Answers {
		p := c.have.Providers[i]
		e.Add(kit.Item{ID: toCallAt(p.ID, q.ID), Text: p.Name + ": " + w.T("compare.is-"+a.State()), Under: a.Note})
	}
	e.Gap()
	e.Say(w.T("compare.to-call"), c.env.Theme.Quiet.Render)
}

// few is how many questions are shown for one program: as many as a first call
// has.
const few = 12

func (c *Compare) nextEntries(e *kit.Entries) {
	w := c.env.Words
	for i, p := range c.have.Providers {
		e.Gap()
		e.Head(p.Name, p.Phone)
		next := c.have.Next[i]
		if len(next) == 0 {
			e.Say(w.T("compare.all-asked"), c.env.Theme.Plain.Render)
		}
		for _, a := range next[:min(len(next), few)] {
			right := ""
			if !a.Answer.Open() {
				right = w.T("compare.is-" + a.Answer.State())
			}
			e.Add(kit.Item{ID: toCallAt(p.ID, a.Question.ID), Text: a.Question.Ask, Right: right})
		}
		if more := len(next) - few; more > 0 {
			e.Say(w.N("compare.more", more), c.env.Theme.Quiet.Render)
		}
	}
}

func toCallAt[T ~string](provider string, q T) string { return fmt.Sprint(toCall, provider, "/", q) }
