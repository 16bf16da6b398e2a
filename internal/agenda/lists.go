package agenda

import (
	"porchlight/internal/group"
	"porchlight/internal/locale"
)

// Under lists what an offer leads to, where that is other offers.
func Under(name string, v group.LeadView) (offers []Offer, lists bool) {
	switch name {
	case More:
		return Question(v), true
	case Box:
		return Boxed(v), true
	case Ask:
		return Asking(v), true
	case Screens:
		return Walls(v), true
	case Leading:
		return Leads(v), true
	}
	return nil, false
}

// Above is what to say before the list of what an offer leads to.
func Above(w *locale.Words, name string, v group.LeadView) []string {
	switch {
	case name == Box && len(v.Questions) == 0:
		return []string{w.T("lead.box-none")}
	case name == Box:
		return []string{w.T("lead.box-care")}
	case name == Screens && v.Wall == group.Wall{}:
		return []string{w.T("lead.screens-none")}
	case name == Screens:
		return []string{w.F("lead.screens-fit", locale.Args{"Size": size(w, v.Wall)}), w.T("lead.screens-why")}
	}
	return nil
}

// Walls lists what can be done about the screens that all look at.
func Walls(v group.LeadView) []Offer {
	var all []Offer
	for _, s := range v.Screens {
		name := "leave-out"
		if s.Out {
			name = "take-in"
		}
		all = append(all, Offer{Name: name, Of: s.ID, Size: s.Wall, Do: []group.Action{group.LeaveOut{Screen: s.ID, Out: !s.Out}}})
	}
	if v.Largest {
		return append(all, Offer{Name: "fit-all", Do: []group.Action{group.FitTo{}}})
	}
	if len(v.Screens) > 1 {
		all = append(all, Offer{Name: "fit-largest", Do: []group.Action{group.FitTo{Largest: true}}})
	}
	return all
}

// size says how large a screen is.
func size(w *locale.Words, of group.Wall) string {
	return w.F("lead.size", locale.Args{"Width": of.Width, "Height": of.Height})
}
