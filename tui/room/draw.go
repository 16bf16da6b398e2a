package room

import (
	"slices"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

func (r *Room) trouble(err error) string { return say.Trouble(r.env.Words, err) }

// draw writes the page as things stand.
func (r *Room) draw() {
	if !r.leaf.Ready() || r.level == outside {
		return
	}
	r.leaf.Write(func() []kit.Item {
		s := &r.leaf.Sheet
		if r.level == over {
			s.Say(r.env.Words.T("room.ended"), r.env.Theme.Plain)
			return nil
		}
		return r.stand(s, r.view())
	})
}

// View draws the page.
func (r *Room) View() string {
	if r.level != outside {
		return r.leaf.Framed()
	}
	w := r.env.Words
	above := kit.Sheet{Width: r.leaf.Room()}
	if r.seat.Entering() {
		above.Say(w.T("room.entering"), r.env.Theme.Plain)
	} else {
		above.Say(w.T("room.code-help"), r.env.Theme.Plain)
	}
	hint := w.T("room.no-name")
	if r.said != "" {
		hint = r.said
	}
	return r.leaf.Writing(above, &r.field, hint)
}

// stand writes how things stand in the room, and what can be done.
func (r *Room) stand(s *kit.Sheet, v group.View) []kit.Item {
	w, t := r.env.Words, r.env.Theme
	if r.said != "" {
		s.Say(r.said, t.Strong)
	}
	s.Say(w.N("room.here", v.Here), t.Quiet)
	for _, q := range v.Questions {
		s.Say(w.F("room.asked", locale.Args{"Text": q.Text}), t.Plain)
	}
	seat.Pace(s, r.env, v)
	for _, sh := range v.Shifts {
		seat.Shift(s, r.env, sh)
	}
	if v.Front == nil {
		s.Say(w.T("room.no-poll"), t.Plain)
		return nil
	}
	return r.poll(s, *v.Front)
}

// poll writes the question that everybody sees, and returns the choices.
func (r *Room) poll(s *kit.Sheet, p group.PollView) []kit.Item {
	w, t, mine := r.env.Words, r.env.Theme, r.seat.Sitting().Mine(r.seat.Now())
	s.Say(p.Text.In(w.Lang()), t.Strong)
	yours := func(id string) string {
		if slices.Contains(mine.Chosen, id) {
			return w.T("room.your-answer")
		}
		return ""
	}
	switch {
	case p.Result != nil:
		seat.Result(s, r.env, p.Choices, *p.Result, yours)
	case p.Status != group.Open:
		s.Say(w.T("room.closed"), t.Plain)
	default:
		s.Say(w.N("room.answers", p.Answers)+" "+w.F("room.floor", locale.Args{"Floor": p.Floor}), t.Quiet)
	}
	if p.Told {
		seat.Told(s, r.env, p.Choices)
	}
	if p.Status != group.Open || mine.Counted {
		return nil
	}
	var items []kit.Item
	for i, c := range p.Choices {
		items = append(items, kit.Item{ID: c.ID, Text: seat.Choice(r.env, p.Choices, i), Right: yours(c.ID)})
	}
	return items
}
