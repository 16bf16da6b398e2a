package agenda

import (
	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// Words says in a line what is offered.
func (o Offer) Words(w *locale.Words) string {
	text := o.Said
	if o.Text != nil {
		text = o.Text.In(w.Lang())
	}
	switch o.Name {
	case "answered", "hold":
		if o.Said == "" {
			return w.T("lead.sort-" + o.Name)
		}
	case Box:
		if o.N == 0 {
			return w.T("lead.box-empty")
		}
		return w.N("lead.box-waits", o.N)
	case Screens:
		return w.N("lead.do-screens", o.N)
	case "leave-out", "take-in":
		text = size(w, o.Size)
	case "next", "begin":
		return w.F("lead.do-"+o.Name, locale.Args{"Text": text, "Minutes": w.N("present.minutes", o.N)})
	}
	return w.F("lead.do-"+o.Name, locale.Args{"Text": text, "N": o.N})
}

// Signs is what is to be known of a step besides its name: whether the room is
// there, may leave it out, or has to be asked aloud.
func (a Agenda) Signs(step int, here bool, w *locale.Words) []string {
	var all []string
	if here {
		all = append(all, w.T("lead.here"))
	}
	if a.Steps[step].Optional {
		all = append(all, w.T("lead.optional"))
	}
	if a.Steps[step].Aloud {
		all = append(all, w.T("lead.aloud"))
	}
	return all
}

// Stand says of the question that everybody sees what only who leads has to
// know: what was typed in, and whether its result could be shown.
func Stand(w *locale.Words, v group.LeadView) []string {
	p := v.Front
	if p == nil {
		return nil
	}
	var lines []string
	hands := v.Hands[p.ID].People
	if hands > 0 {
		lines = append(lines, w.N("room.hands-in", hands))
	}
	if !p.Shown && (p.Answers >= p.Floor || hands >= p.Floor) {
		lines = append(lines, w.T("lead.hidden"))
	}
	return lines
}
