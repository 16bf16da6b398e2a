package plan

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
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
	case p.saves.Saving(): // what is on its way to the record stays as it is
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

// keep sends a field to the record. While another is on its way it does
// nothing: the two could overtake each other.
func (p *Plan) keep(f study.PlanField, text string) tea.Cmd {
	if p.saves.Saving() {
		return nil
	}
	desk := p.desk
	return p.saves.Save(p.env, func(ctx context.Context) (study.PlanField, error) { return f, desk.SavePlan(ctx, f, text) },
		func(p *Plan, _ study.PlanField) tea.Cmd {
			p.typing = ""
			return p.load()
		})
}

// Keep writes what stands in the field before the program closes.
func (p *Plan) Keep(then tea.Cmd) tea.Cmd {
	var cmd tea.Cmd
	if p.Typing() && !p.saves.Saving() {
		cmd = p.keep(p.typing, p.field.Value())
	}
	return tea.Batch(cmd, p.saves.Keep(then))
}
