package lead

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// endOf is the room once it has ended: what everybody saw, how to keep it, and
// whether it is erased at once.
func (l *Lead) endOf(e *kit.Entries, v group.LeadView) {
	w, t := l.env.Words, l.env.Theme
	e.Say(w.T("lead.after"), t.Plain.Render)
	e.Gap()
	l.sheet(e, func(s *kit.Sheet) { l.summary(s, l.desk.Named(l.seat.Now().Summary())) })
	e.Gap()
	e.Say(w.F("lead.keep", locale.Args{"Entry": l.entry}), t.Plain.Render)
	e.Gap()
	l.choice(e, "leave", "lead.leave", func() tea.Cmd { return page.Back })
	if v.Role == group.Facilitator {
		l.choice(e, "erase", "lead.do-erase-now", func() tea.Cmd { return l.to(sureErase) })
	}
}

// summary writes the totals that everybody has seen.
func (l *Lead) summary(s *kit.Sheet, all group.Summary) {
	w, t, lang := l.env.Words, l.env.Theme, l.env.Words.Lang()
	s.Put("", w.T("room.summary"), t.Heading)
	if len(all.Polls) == 0 {
		s.Put("", w.T("lead.nothing-shown"), t.Plain)
	}
	for _, p := range all.Polls {
		s.Gap()
		s.Put("", p.Text.In(lang), t.Strong)
		for _, c := range p.Choices {
			s.Put("- ", w.F("room.bar", locale.Args{"Text": c.Text.In(lang), "Count": c.Count, "Of": p.People, "Percent": c.Percent}), t.Plain)
		}
	}
	for _, sh := range all.Shifts {
		s.Gap()
		seat.Shift(s, l.env, sh)
	}
	for _, part := range []struct {
		head  string
		lines []string
	}{{"room.summary-box", all.Box}, {"room.summary-covered", titles(all.Read, lang)}, {"room.summary-give", titles(all.Give, lang)}} {
		if len(part.lines) > 0 {
			s.Gap()
			s.Put("", w.T(part.head), t.Heading)
		}
		for _, line := range part.lines {
			s.Put("- ", line, t.Plain)
		}
	}
}

// titles are what pages are called in a language.
func titles(pages []group.Page, lang string) []string {
	out := make([]string, len(pages))
	for i, p := range pages {
		out[i] = p.Title.In(lang)
	}
	return out
}
