package providers

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
)

// ownEntries is the learner's own questions.
func (p *Providers) ownEntries(e *kit.Entries) {
	w := p.env.Words
	e.Head(w.T("providers.own"), w.T("providers.own-why"))
	e.Gap()
	for _, q := range p.have.own {
		e.Add(kit.Item{ID: toOwn + string(q.ID), Text: q.Ask})
	}
	if len(p.have.own) < study.MaxOwn {
		e.Add(kit.Item{ID: toAsk, Text: w.T("providers.own-add")})
	} else {
		e.Say(w.N("providers.own-full", study.MaxOwn), p.env.Theme.Quiet.Render)
	}
	e.Add(kit.Item{ID: toBack, Text: w.T("checklist.do-back")})
}

func (p *Providers) editOwn(id string) tea.Cmd {
	i := slices.IndexFunc(p.have.own, func(q lessons.ProviderQuestion) bool { return string(q.ID) == id })
	if i >= 0 {
		p.write(typing{what: question, id: id}, p.have.own[i].Ask)
	}
	return nil
}

// scopeEntries is what the learner can leave out of every list.
func (p *Providers) scopeEntries(e *kit.Entries) {
	w := p.env.Words
	e.Head(w.T("providers.scope"), w.T("providers.scope-why"))
	e.Gap()
	for _, s := range p.have.situations {
		box := "[x] "
		if s.Hidden {
			box = "[ ] "
		}
		e.Add(kit.Item{ID: toSituation + s.Only, Mark: box, Text: p.situation(s.Only)})
	}
	if len(p.have.hidden) > 0 {
		e.Gap()
		e.Head(w.T("providers.hidden"), w.T("providers.hidden-why"))
		for _, q := range p.have.hidden {
			e.Add(kit.Item{ID: toHidden + string(q.ID), Text: q.Ask})
		}
	}
	e.Gap()
	e.Add(kit.Item{ID: toBack, Text: w.T("checklist.do-back")})
}

// situation is what a situation is called; one that a pack made up is called
// by its own name.
func (p *Providers) situation(only string) string {
	switch only {
	case "teen", "opioid", "telehealth", "housing":
		return p.env.Words.T("providers.only-" + only)
	}
	return only
}

func (p *Providers) flipSituation(only string) tea.Cmd {
	for _, s := range p.have.situations {
		if s.Only == only {
			return p.keep(nothing(func(ctx context.Context, d *study.Desk) error {
				return d.HideSituation(ctx, only, !s.Hidden)
			}), nil)
		}
	}
	return nil
}

func (p *Providers) showAgain(id string) tea.Cmd {
	return p.keep(nothing(func(ctx context.Context, d *study.Desk) error {
		return d.HideQuestion(ctx, lessons.QuestionID(id), false)
	}), nil)
}
