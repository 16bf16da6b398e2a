package handout

import (
	"context"
	"strings"

	"porchlight/internal/study"
)

// plan is the week of a program beside one's own, and what it may cost: what
// was filled in, what it comes to, and what to know beside it. What is not
// filled in has a line to write on.
func (m maker) plan(ctx context.Context) (part, error) {
	kept, err := m.desk.Plan(ctx)
	if err != nil {
		return part{}, err
	}
	if m.blank {
		kept = study.Plan{}
	}
	p := part{title: m.t("plan.title")}
	add := func(title string, fields []study.PlanField, said []string) {
		p.blocks = append(p.blocks, Head(2, m.t(title)))
		for _, f := range fields {
			value := kept.Value(m.words, f)
			if value == "" {
				p.blocks = append(p.blocks, Group{[]Block{Paragraph{Strong(m.t("plan." + string(f)))}, Lines{1}}})
				continue
			}
			p.own = true
			p.blocks = append(p.blocks, Labelled(m.t("plan."+string(f))+":", value))
		}
		for _, text := range said {
			p.blocks = append(p.blocks, Say(strings.TrimPrefix(text, "- ")))
		}
	}
	add("plan.week", study.WeekFields(), kept.WeekWords(m.words))
	var sum []string
	if kept.Reckons() {
		sum = kept.CostWords(m.words)
	}
	add("plan.cost", study.CostFields(), sum)
	p.blocks = append(p.blocks, Head(2, m.t("plan.beside")))
	for _, c := range m.desk.Beside() {
		text, source := c.Says(m.words)
		blocks := []Block{Say(text)}
		if source != "" {
			blocks = append(blocks, Paragraph{Emph(source)})
		}
		p.blocks = append(p.blocks, Group{blocks})
	}
	return p, nil
}
