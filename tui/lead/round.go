package lead

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

// round is one keyboard that goes from person to person: who answers sees the
// question alone, and nothing of it is left for the next.
func (l *Lead) round(e *kit.Entries, v group.LeadView) {
	w, t := l.env.Words, l.env.Theme
	switch {
	case l.at.level == several:
		e.Say(w.T("lead.several"), t.Plain.Render)
		e.Gap()
		l.choice(e, "one", "lead.several-no", func() tea.Cmd { return l.askOwn(false) })
		l.choice(e, "many", "lead.several-yes", func() tea.Cmd { return l.askOwn(true) })
	case v.Front == nil:
	case v.Front.Status != group.Open:
		e.Say(w.T("room.not-open"), t.Plain.Render)
		e.Gap()
		l.choice(e, "done", "lead.pass-done", func() tea.Cmd { return l.to(now) })
	case l.at.level == passing:
		e.Say(w.T("lead.pass-how"), t.Plain.Render)
		e.Gap()
		l.choice(e, "next", "lead.pass-take", l.nextPerson)
		l.choice(e, "done", "lead.pass-done", func() tea.Cmd { return l.to(now) })
	case l.at.level == keeping:
		l.keepOf(e, *v.Front)
	default:
		l.answerOf(e, *v.Front)
	}
}

// nextPerson begins with a clean ballot.
func (l *Lead) nextPerson() tea.Cmd {
	l.own.pass, l.own.chosen = l.seat.Sitting().Pass(), nil
	return l.to(answering)
}

// answerOf asks one person.
func (l *Lead) answerOf(e *kit.Entries, p group.PollView) {
	w, t := l.env.Words, l.env.Theme
	e.Say(p.Text.In(w.Lang()), t.Strong.Render)
	if p.Many {
		e.Say(w.T("lead.pass-many"), t.Quiet.Render)
	}
	e.Gap()
	for i, c := range p.Choices {
		it := kit.Item{ID: "c " + c.ID, Text: seat.Choice(l.env, p.Choices, i)}
		if slices.Contains(l.own.chosen, c.ID) {
			it.Right = w.T("lead.pass-chosen")
		}
		l.add(e, it, func() tea.Cmd { return l.mark(p, c.ID) })
	}
	if len(l.own.chosen) > 0 {
		l.choice(e, "look", "lead.pass-that", func() tea.Cmd { return l.to(keeping) })
	}
	l.choice(e, "none", "lead.pass-nothing", func() tea.Cmd { l.own.pass, l.own.chosen = nil, nil; return l.to(passing) })
}

// mark chooses, or takes a choice back where several can be made.
func (l *Lead) mark(p group.PollView, id string) tea.Cmd {
	if !p.Many {
		l.own.chosen = []string{id}
		return l.to(keeping)
	}
	if i := slices.Index(l.own.chosen, id); i >= 0 {
		l.own.chosen = slices.Delete(slices.Clone(l.own.chosen), i, i+1)
	} else {
		l.own.chosen = append(slices.Clone(l.own.chosen), id)
	}
	return nil
}

// keepOf shows the answer once more before it is kept.
func (l *Lead) keepOf(e *kit.Entries, p group.PollView) {
	w, t := l.env.Words, l.env.Theme
	var chosen []string
	for _, c := range p.Choices {
		if slices.Contains(l.own.chosen, c.ID) {
			chosen = append(chosen, c.Text.In(w.Lang()))
		}
	}
	e.Say(w.F("lead.pass-yours", locale.Args{"Text": strings.Join(chosen, "; ")}), t.Strong.Render)
	e.Gap()
	l.choice(e, "keep", "lead.pass-keep", func() tea.Cmd { return l.keep(p) })
	l.choice(e, "other", "lead.pass-other", func() tea.Cmd { return l.to(answering) })
}

// keep puts the answer into the room. Tried again, it is the same answer.
func (l *Lead) keep(p group.PollView) tea.Cmd {
	who, chosen := l.own.pass, l.own.chosen
	if who == nil {
		return l.to(passing)
	}
	cmd := l.seat.Do(did{l.env.Words.T("lead.pass-kept"), passing}, func(ctx context.Context, _ *group.Sitting) (group.Snapshot, error) {
		return who.Vote(ctx, p, chosen)
	})
	if l.seat.Waits() { // behind the answer of the one before
		l.onWaits()
	}
	return cmd
}
