package providers

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be done with one program.
const (
	toOne        = "one/"
	doCall       = toOne + "call"
	doName       = toOne + "name"
	doPhone      = toOne + "phone"
	doNote       = toOne + "note"
	doRemove     = toOne + "remove"
	doReallyNot  = toOne + "keep"
	doReallyGone = toOne + "gone"
)

// oneEntries is one program, as the learner wrote it down.
func (p *Providers) oneEntries(e *kit.Entries) {
	w, t := p.env.Words, p.env.Theme
	o, ok := p.one()
	if !ok {
		return
	}
	e.Add(kit.Item{Head: true, Text: o.Name})
	if o.Phone != "" {
		e.Say(w.T("call.phone")+" "+o.Phone, t.Strong.Render)
	}
	if o.Note != "" {
		e.Say(w.T("checklist.note-is")+" "+o.Note, t.Plain.Render)
	}
	e.Gap()
	either := func(is bool, yes, no string) string {
		if is {
			return w.T(yes)
		}
		return w.T(no)
	}
	e.Add(
		kit.Item{ID: doCall, Text: either(o.Asked > 0, "providers.go-on", "providers.call"), Under: w.T("providers.call-is")},
		kit.Item{ID: doPhone, Text: either(o.Phone != "", "providers.change-phone", "providers.add-phone")},
		kit.Item{ID: doNote, Text: either(o.Note != "", "checklist.do-change-note", "checklist.do-note")},
		kit.Item{ID: doName, Text: w.T("providers.change-name")},
		kit.Item{ID: doRemove, Text: w.T("providers.remove")},
		kit.Item{ID: toBack, Text: w.T("checklist.do-back")},
	)
}

// removeEntries asks before anything is removed. The answer that removes
// nothing comes first.
func (p *Providers) removeEntries(e *kit.Entries) {
	w := p.env.Words
	o, _ := p.one()
	e.Say(w.F("providers.remove-ask", map[string]any{"Name": o.Name}), p.env.Theme.Strong.Render)
	e.Say(w.T("providers.remove-what"), p.env.Theme.Plain.Render)
	e.Gap()
	e.Add(kit.Item{ID: doReallyNot, Text: w.T("providers.remove-not")}, kit.Item{ID: doReallyGone, Text: w.T("providers.remove-yes")})
}

func (p *Providers) onOneChosen(what string) tea.Cmd {
	o, ok := p.one()
	if !ok {
		return nil
	}
	switch toOne + what {
	case doCall:
		return page.Go(page.Call{Provider: o.ID})
	case doName:
		p.write(typing{what: name, id: o.ID}, o.Name)
	case doPhone:
		p.write(typing{what: phone, id: o.ID}, o.Phone)
	case doNote:
		p.write(typing{what: note, id: o.ID}, o.Note)
	case doRemove:
		p.move(spot{level: onRemove, provider: o.ID})
	case doReallyNot:
		return p.back()
	case doReallyGone:
		return p.keep(nothing(func(ctx context.Context, d *study.Desk) error { return d.RemoveProvider(ctx, o.ID) }),
			func(p *Providers, _ string) { p.move(spot{}) })
	}
	return nil
}
