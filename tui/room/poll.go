package room

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

// inFront is what stands before all else: a question from the box, and what
// everybody is asked.
type inFront struct {
	raised string
	poll   pollAt
}

// pollAt is as much of a question as makes it another one to whoever looks.
type pollAt struct {
	id          string
	round       int
	status      group.Status
	shown, told bool
}

// seen takes note of what is in front, and reports whether it is another
// question than before, or there is something new to see of it.
func (r *Room) seen(v group.View) bool {
	at := inFront{}
	if q := v.Raised; q != nil {
		at.raised = q.ID
	}
	if p := v.Front; p != nil {
		at.poll = pollAt{p.ID, p.Round, p.Status, p.Shown, p.Told}
	}
	if at == r.front {
		return false
	}
	if at.poll != r.front.poll {
		r.want = nil
	}
	r.front = at
	return true
}

// chosen is what stands on the person's own ballot, or is on its way there.
func (r *Room) chosen() []string {
	if r.want != nil {
		return r.want
	}
	return r.seat.Mine().Chosen
}

// question writes what everybody is asked: first the question, then what is
// known of the answers, and the choices where one can answer.
func (r *Room) question(s *kit.Sheet, e *kit.Entries, v group.View, p group.PollView) {
	w, t, mine := r.env.Words, r.env.Theme, r.seat.Mine()
	s.Say(p.Text.In(w.Lang()), t.Strong)
	if p.Text[w.Lang()] == "" {
		s.Say(w.T("room.foreign"), t.Quiet)
	}
	yours := func(id string) string {
		if slices.Contains(mine.Chosen, id) {
			return w.T("room.your-answer")
		}
		return ""
	}
	switch {
	case p.Result != nil:
		r.result(s, v, p, yours)
	case p.Status != group.Open:
		for i, c := range p.Choices {
			seat.Put(s, r.env, p.Choices, i)
			if yours(c.ID) != "" {
				s.Under("   ", yours(c.ID), t.Strong)
			}
		}
		s.Gap()
		s.Say(w.T("room.closed-soon"), t.Plain)
	}
	if p.Told {
		seat.Told(s, r.env, p.Choices)
	}
	switch {
	case mine.Counted:
		s.Say(w.T("room.counted"), t.Quiet)
	case p.Status == group.Open:
		r.choices(s, e, p)
	}
}

// result writes what was revealed: of a pair both, once both are.
func (r *Room) result(s *kit.Sheet, v group.View, p group.PollView, yours func(string) string) {
	if sh, ok := v.Shift(p); ok {
		seat.ShiftBars(s, r.env, sh)
		return
	}
	seat.Result(s, r.env, p.Choices, *p.Result, yours)
	s.Gap()
}

// choices writes how to answer, lists what can be chosen, and says below it what
// is known of the answers of all.
func (r *Room) choices(s *kit.Sheet, e *kit.Entries, p group.PollView) {
	w, t := r.env.Words, r.env.Theme
	how := "room.how-one"
	if p.Many {
		how = "room.how-many"
	}
	s.Say(w.T(how), t.Quiet)
	chosen := r.chosen()
	for i, c := range p.Choices {
		number, text := seat.Numbered(r.env, p.Choices, i)
		mark := "( ) "
		if p.Many {
			mark = "[ ] "
		}
		it := kit.Item{ID: c.ID, Mark: mark + number, Text: text}
		if slices.Contains(chosen, c.ID) {
			it.Mark = mark[:1] + "x" + mark[2:] + number
			it.Right = w.T("room.your-answer")
			if r.want != nil {
				it.Right = w.T("room.sending")
			}
		}
		e.Add(it)
	}
	if len(chosen) > 0 {
		e.Add(kit.Item{ID: toTakeBack, Text: w.T("room.do-take-back")})
	}
	e.Gap()
	e.Say(w.T("room.change")+" "+w.F("room.floor", locale.Args{"Floor": p.Floor})+" "+w.N("room.answers", p.Answers), t.Quiet.Render)
}

// answer answers the question with a choice. Where several may be made, one that
// was made is taken back.
func (r *Room) answer(p group.PollView, id string) tea.Cmd {
	chosen := []string{id}
	if p.Many {
		chosen = slices.Clone(r.chosen())
		if i := slices.Index(chosen, id); i >= 0 {
			chosen = slices.Delete(chosen, i, i+1)
		} else {
			chosen = append(chosen, id)
		}
	}
	return r.vote(p, chosen)
}

func (r *Room) vote(p group.PollView, chosen []string) tea.Cmd {
	r.want, r.said = append([]string{}, chosen...), ""
	name := "room.kept-short"
	if len(chosen) == 0 {
		name = "room.taken-back"
	}
	cmd := r.send("answer "+p.ID, name, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Vote(ctx, p, chosen) })
	r.stale = true
	return cmd
}
