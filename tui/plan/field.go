package plan

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// change begins to write a field. What the price is for goes round instead:
// there are three things to choose from.
func (p *Plan) change(f study.PlanField) tea.Cmd {
	if f == study.PlanPer {
		return p.keep(f, p.have.NextPer())
	}
	p.write(f, p.have.Text[f])
	return nil
}

func (p *Plan) write(f study.PlanField, text string) {
	p.typing = f
	p.field = kit.NewField(p.env.Theme, "> ", study.PlanLimit)
	if p.width > 0 {
		p.field.SetWidth(p.room())
	}
	p.field.SetValue(text)
	p.field.Focus()
}

// onField types into the field. Only Enter and Esc mean anything else.
func (p *Plan) onField(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.saving != nil: // what is on its way to the record stays as it is
	case key.Matches(msg, p.keys.keep):
		return p.keep(p.typing, p.field.Value())
	case key.Matches(msg, p.keys.drop):
		p.typing = ""
	default:
		p.field.Update(msg)
	}
	return nil
}

// fieldLines is what the field is for, the line to type in, and how to write it.
func (p *Plan) fieldLines() []string {
	w, t := p.env.Words, p.env.Theme
	s := kit.Sheet{Width: p.room()}
	s.Under("", w.T("plan."+string(p.typing)), t.Strong)
	s.Lines = append(s.Lines, p.field.View())
	s.Under("", w.T("plan.hint-"+string(p.typing)), t.Quiet)
	if p.field.Cut() {
		s.Under("", w.T("providers.cut"), t.Plain)
	}
	return s.Lines
}

// An act is a field on its way to the record.
type act struct {
	field study.PlanField
	text  string
	after tea.Cmd // the learner is leaving
}

// saved says that the record has an act.
type saved struct{ act *act }

// keep sends a field to the record. While another is on its way it does
// nothing: the two could overtake each other.
func (p *Plan) keep(f study.PlanField, text string) tea.Cmd {
	if p.saving != nil {
		return nil
	}
	p.saving = &act{field: f, text: text}
	return save(p.env, p.desk, p.saving)
}

func save(env page.Env, desk *study.Desk, a *act) tea.Cmd {
	return env.Save(func(ctx context.Context) error { return desk.SavePlan(ctx, a.field, a.text) }, saved{a})
}

func (p *Plan) onSaved(msg saved) tea.Cmd {
	if msg.act != p.saving {
		return nil // of a page before this one
	}
	p.saving, p.typing = nil, ""
	if msg.act.after != nil {
		return msg.act.after
	}
	return p.load()
}

// Keep writes what stands in the field before the program closes.
func (p *Plan) Keep(then tea.Cmd) tea.Cmd {
	if !p.Typing() || p.saving != nil {
		return then
	}
	cmd := p.keep(p.typing, p.field.Value())
	p.saving.after = then
	return cmd
}
