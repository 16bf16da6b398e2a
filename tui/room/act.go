package room

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// choose does what Enter does.
func (r *Room) choose() tea.Cmd {
	id, ok := r.leaf.Choose()
	if !ok || !r.seat.Inside() {
		return nil
	}
	switch r.level {
	case leaving:
		if id == toLeave {
			return page.Back
		}
		return r.back()
	case welcome:
		return r.back()
	case pacing:
		return r.signal(group.Feeling(id))
	}
	return r.do(id)
}

// do does what was chosen where things are asked.
func (r *Room) do(id string) tea.Cmd {
	p := r.view().Front
	switch {
	case id == toRead:
		return r.along()
	case id == toAsk:
		r.draft = group.NewQuestion()
		r.box.SetValue("")
		r.to(writing)
	case id == toPace:
		r.to(pacing)
	case id == toWords:
		r.to(welcome)
	case id == toLeave:
		r.to(leaving)
	case p != nil && id == toTakeBack:
		return r.vote(*p, nil)
	case p != nil:
		return r.answer(*p, id)
	}
	return nil
}

// send has something done in the room. While the room is away it waits behind
// what waits already.
func (r *Room) send(kind, name string, do func(context.Context, *group.Sitting) (group.Snapshot, error)) tea.Cmd {
	cmd := r.seat.Set(kind, name, do)
	if r.seat.Waits() {
		r.said = r.env.Words.T("room.not-yet")
	}
	return cmd
}

// along follows what is shown, again or for the first time.
func (r *Room) along() tea.Cmd {
	r.read.follows, r.read.alone = true, false
	r.to(along)
	return r.follow(r.view().Place, true)
}

// onDone says what became of what was done. What could not be put into the box
// stays in the field.
func (r *Room) onDone(e seat.Event) {
	if !r.seat.Busy() {
		r.want = nil
	}
	switch e.What {
	case seat.Waits:
		r.said = r.env.Words.T("room.not-yet")
		return
	case seat.Failed:
		r.said = say.Refused(r.env.Words, e.Err, e.Late)
		return
	}
	name := e.Name.(string)
	if name == "room.question-kept" && r.level == writing {
		r.to(asked)
	}
	r.said = say.Done(r.env.Words, r.env.Words.T(name), e.Late)
}

// pace asks how the pace is.
func (r *Room) pace(s *kit.Sheet) []kit.Item {
	w := r.env.Words
	s.Say(w.T("room.pace-how"), r.env.Theme.Plain)
	mine := r.seat.Mine().Feels
	items := make([]kit.Item, 0, 4)
	for _, f := range group.Feelings() {
		it := kit.Item{ID: string(f), Text: w.T("room.pace-" + string(f))}
		if f == mine {
			it.Right = w.T("room.your-signal")
		}
		items = append(items, it)
	}
	if mine != "" {
		items = append(items, kit.Item{ID: toTakeBack, Text: w.T("room.pace-none")})
	}
	return items
}

func (r *Room) signal(f group.Feeling) tea.Cmd {
	name := "room.pace-kept"
	if f == toTakeBack {
		f, name = "", "room.pace-back"
	}
	v := r.view()
	r.to(asked)
	return r.send("pace", name, func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Signal(ctx, v, f) })
}

// inBox takes a key while a question is written.
func (r *Room) inBox(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Code {
	case tea.KeyEscape:
		return r.back()
	case tea.KeyEnter:
		return r.put()
	}
	r.said = ""
	r.box.Update(msg)
	return nil
}

// put puts the question into the box.
func (r *Room) put() tea.Cmd {
	text, err := group.CleanQuestion(r.box.Value())
	if err != nil {
		r.said = r.trouble(err)
		return nil
	}
	id := r.draft
	return r.send("ask "+id, "room.question-kept", func(ctx context.Context, in *group.Sitting) (group.Snapshot, error) { return in.Ask(ctx, id, text) })
}

// viewBox draws the page while a question is written.
func (r *Room) viewBox() string {
	w, t := r.env.Words, r.env.Theme
	above := kit.Sheet{Width: r.leaf.Room()}
	if words := r.waits(); words != "" {
		above.Say(words, t.Strong)
	}
	above.Say(w.T("room.box-how"), t.Plain)
	hint := w.N("room.letters-left", max(0, group.MaxQuestion-len([]rune(r.box.Value()))))
	switch {
	case r.said != "":
		hint = r.said
	case r.seat.Busy():
		hint = w.T("room.sending")
	case r.box.Cut():
		hint = w.F("room.box-cut", locale.Args{"N": group.MaxQuestion})
	}
	return r.leaf.Writing(above, &r.box, hint)
}

// Calls says above other pages that there is a question to go back to.
func (r *Room) Calls() string {
	if r.seat == nil || !r.seat.Inside() || r.level == over || r.waits() == "" {
		return ""
	}
	return r.env.Words.F("room.calls", locale.Args{"Key": r.env.Keys.Called.Help().Key})
}

// waits says what there is to go back to: a question from the box that everybody
// sees, or one that is asked and that the person has not answered; or nothing.
func (r *Room) waits() string {
	switch v := r.view(); {
	case v.Raised != nil:
		return r.env.Words.T("room.waits-asked")
	case v.Front != nil && v.Front.Status == group.Open && len(r.chosen()) == 0:
		return r.env.Words.T("room.waits")
	}
	return ""
}
