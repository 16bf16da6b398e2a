package plan

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// The parts of the page, and the ids of items.
const (
	partWeek   = "week"
	partCost   = "cost"
	partBeside = "beside"

	toField  = "field/"
	toPart   = "part/"
	toRetry  = "/retry"
	toLesson = "/lesson"
	toBack   = "/back"
)

// drawn is the width from which the week is drawn, half an hour to a letter.
const drawn = 60

// draw sets the part that the learner is on.
func (p *Plan) draw() {
	if p.width == 0 || p.have == nil && !p.failed {
		return
	}
	w := p.env.Words
	p.sheet.SetSize(p.room(), p.height)
	s := kit.Sheet{Width: p.room()}
	var items []kit.Item
	switch {
	case p.have == nil:
		s.Say(w.T("load.failed"), p.env.Theme.Plain)
		items = []kit.Item{{ID: toRetry, Text: w.T("load.again")}}
	case p.at.part == partWeek:
		p.week(&s)
		items = p.fields(study.WeekFields())
	case p.at.part == partCost:
		p.cost(&s)
		items = append(p.fields(study.CostFields()), kit.Item{ID: toPart + partBeside, Text: w.T("plan.to-beside")})
	case p.at.part == partBeside:
		p.beside(&s)
		items = p.lesson()
	default:
		s.Say(w.T("plan.start"), p.env.Theme.Plain)
		items = []kit.Item{
			{ID: toPart + partWeek, Text: w.T("plan.week")},
			{ID: toPart + partCost, Text: w.T("plan.cost")},
			{ID: toPart + partBeside, Text: w.T("plan.to-beside")},
		}
	}
	p.sheet.SetText(s.Lines)
	p.sheet.SetItems(append(items, kit.Item{ID: toBack, Text: w.T("plan.back")}))
	if p.at.row != "" {
		p.sheet.Select(p.at.row)
		p.at.row = ""
	}
	p.sheet.Mark()
}

// week is what the week comes to, in words first; then the drawing, where there
// is room for one.
func (p *Plan) week(s *kit.Sheet) {
	w, t := p.env.Words, p.env.Theme
	said := p.have.WeekWords(w)
	if len(said) == 0 {
		s.Say(w.T("plan.start"), t.Plain)
		return
	}
	for _, text := range said {
		mark := ""
		if rest, ok := strings.CutPrefix(text, "- "); ok {
			mark, text = "- ", rest
		}
		s.Under(mark, text, t.Plain)
	}
	s.Gap()
	if p.width >= drawn {
		s.Lines = append(s.Lines, p.have.Letters(w, 30)...)
		s.Say(w.T("plan.legend"), t.Quiet)
	}
}

// cost is the sum, step by step.
func (p *Plan) cost(s *kit.Sheet) {
	said := p.have.CostWords(p.env.Words)
	for i, text := range said {
		style := p.env.Theme.Plain
		if i == len(said)-2 && p.have.Reckons() {
			style = p.env.Theme.Strong // what it comes to
		}
		s.Under("", text, style)
	}
	s.Gap()
}

// beside is what to know beside the sum, each claim with its source.
func (p *Plan) beside(s *kit.Sheet) {
	for _, c := range p.have.beside {
		p.cited(s, c)
	}
}

func (p *Plan) cited(s *kit.Sheet, c study.Cited) {
	text, source := c.Says(p.env.Words)
	s.Under("", text, p.env.Theme.Plain)
	if source != "" {
		s.Under("  ", source, p.env.Theme.Quiet)
	}
	s.Gap()
}

// fields is what can be filled in, with what was.
func (p *Plan) fields(of []study.PlanField) []kit.Item {
	w := p.env.Words
	var items []kit.Item
	for _, f := range of {
		value := p.have.Value(w, f)
		if value == "" {
			value = w.T("plan.empty")
		}
		under := ""
		if piece, wrong := p.have.Wrong[f]; wrong {
			under = p.wrong(f, piece)
		}
		items = append(items, kit.Item{ID: toField + string(f), Text: w.T("plan." + string(f)), Right: value, Under: under})
	}
	return items
}

func (p *Plan) wrong(f study.PlanField, piece string) string {
	w := p.env.Words
	return w.F("plan.wrong", locale.Args{"Piece": piece, "Hint": w.T("plan.hint-" + string(f))})
}

func (p *Plan) lesson() []kit.Item {
	if l := p.have.lesson; l.ID != "" {
		return []kit.Item{{ID: toLesson, Text: p.env.Words.F("plan.to-lesson", locale.Args{"Title": l.Title})}}
	}
	return nil
}

// choose does what an item stands for.
func (p *Plan) choose(id string) tea.Cmd {
	if f, ok := strings.CutPrefix(id, toField); ok {
		return p.change(study.PlanField(f))
	}
	if part, ok := strings.CutPrefix(id, toPart); ok {
		p.move(spot{part: part})
		return nil
	}
	switch id {
	case toRetry:
		return p.load()
	case toLesson:
		return page.Go(page.Lesson{ID: string(p.have.lesson.ID)})
	case toBack:
		return p.back()
	}
	return nil
}

// move goes to another part, from its top.
func (p *Plan) move(to spot) {
	p.at = to
	p.sheet = kit.NewPassage(p.env.Theme)
	p.draw()
}

// back leaves the part the learner is on.
func (p *Plan) back() tea.Cmd {
	if p.at.part == "" {
		return page.Back
	}
	p.move(spot{row: toPart + p.at.part})
	return nil
}
