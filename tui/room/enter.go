package room

import (
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group/say"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

func (r *Room) enter(entry string) tea.Cmd {
	r.said = ""
	cmd := r.seat.Enter(entry)
	r.stale = true
	return cmd
}

// inCode takes a key while the code is typed. A place that was left may be gone
// back to by Enter alone.
func (r *Room) inCode(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Code {
	case tea.KeyEscape:
		return page.Back
	case tea.KeyEnter:
		switch typed := r.code(); {
		case typed == "":
			return nil
		case r.other != nil:
			return page.Replace(r.other(typed))
		default:
			return r.enter(typed)
		}
	}
	r.said = ""
	r.field.Update(msg)
	return nil
}

// code is what is to be tried: what was typed, or the way back.
func (r *Room) code() string {
	if typed := r.field.Value(); typed != "" {
		return typed
	}
	return r.seat.Back()
}

// viewCode draws the page while the code is typed.
func (r *Room) viewCode() string {
	w, t := r.env.Words, r.env.Theme
	above := kit.Sheet{Width: r.leaf.Room()}
	hint := w.T("room.no-name")
	switch {
	case r.seat.Entering():
		above.Say(w.T("room.entering"), t.Plain)
	case r.said != "":
		above.Say(r.said, t.Strong)
	case r.seat.Back() != "":
		above.Say(w.T("room.go-back"), t.Plain)
	default:
		above.Say(w.T("room.code-help"), t.Plain)
	}
	return r.leaf.Writing(above, &r.field, hint)
}

func (r *Room) trouble(err error) string { return say.Trouble(r.env.Words, err) }

// onNews hears what has happened in the room.
func (r *Room) onNews(msg seat.News) tea.Cmd {
	e, cmd := r.seat.Take(msg)
	switch e.What {
	case seat.Nothing:
		return cmd
	case seat.Entered:
		return tea.Batch(r.onEntered(), cmd)
	case seat.Refused:
		r.said = r.trouble(e.Err)
	case seat.Did, seat.Waits, seat.Failed:
		r.onDone(e)
	case seat.Gone:
		r.to(over)
	}
	said := r.said
	more := r.look()
	if e.What == seat.Did || e.What == seat.Waits || e.What == seat.Failed {
		r.said = said // wherever that has led
	}
	r.stale = true
	return tea.Batch(cmd, more)
}

// onEntered is in the room. Whoever leads it has a page of their own; whoever
// comes back has read the welcome.
func (r *Room) onEntered() tea.Cmd {
	if r.seat.Sitting().Leads() {
		return page.By(r, page.Replace(page.Lead{Entry: r.code()}))
	}
	r.entry = r.seat.Sitting().Return()
	r.field.SetValue("")
	if r.seat.Sitting().Returned() {
		r.to(asked)
	} else {
		r.to(welcome)
	}
	cmd := r.look()
	r.stale = true
	return cmd
}

// to shows another level, from its top.
func (r *Room) to(l level) {
	r.level, r.said = l, ""
	r.leaf.Turn() // without a mark, so that no key meant for before chooses
	r.stale = true
}

// look goes on with the room as it is now: a question that has just been asked,
// or another, comes to the front of those who do not write; of those who read
// along too, until it is over.
func (r *Room) look() tea.Cmd {
	if !r.seat.Inside() {
		return nil
	}
	v := r.view()
	if v.Ended {
		r.level = asked
		r.seen(v)
		return nil
	}
	fresh, quiet := r.seen(v), v.Front == nil && v.Raised == nil
	switch {
	case r.level == asked && quiet && r.read.follows && v.Place.Route != "":
		r.to(along)
		return r.follow(v.Place, true)
	case r.level == asked && fresh, r.level == along && !quiet && fresh, r.level == along && v.Place.Route == "":
		r.to(asked)
	}
	return r.follow(v.Place, false)
}
