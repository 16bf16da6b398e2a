package room

import (
	"strings"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

// View draws the page.
func (r *Room) View() string { return strings.Join(r.Lines(nil), "\n") }

// Lines adds to out what View draws, line by line. What became of what was done
// last stands below the page, so that it is seen wherever the person is on it.
func (r *Room) Lines(out []string) []string {
	switch r.level {
	case outside:
		return append(out, strings.Split(r.viewCode(), "\n")...)
	case writing:
		return append(out, strings.Split(r.viewBox(), "\n")...)
	case along:
		return append(out, strings.Split(r.viewReading(), "\n")...)
	}
	return r.leaf.Over(out, r.foot(), r.h)
}

// foot is the lines below the page.
func (r *Room) foot() []string {
	said := r.said
	if said == "" && r.level != asked && r.level != over && r.seat.Inside() {
		said = r.waits()
	}
	return kit.Foot(said, r.env.Theme.Strong, r.w, r.env.TextWidth)
}

// write writes the page as things stand, once for all that has changed.
func (r *Room) write() {
	if !r.stale || r.w == 0 || r.level == outside || r.level == writing || r.level == along {
		return
	}
	r.stale = false
	r.leaf.SetSize(r.w, max(1, r.h-len(r.foot())))
	r.leaf.Write(func() []kit.Item {
		s := &r.leaf.Sheet
		switch r.level {
		case welcome:
			return r.welcome(s)
		case pacing:
			return r.pace(s)
		case leaving:
			return r.leave(s)
		case over:
			s.Say(r.env.Words.T("room.ended"), r.env.Theme.Plain)
			return nil
		}
		return r.stand(s, r.view())
	})
	if r.level != asked {
		r.leaf.Mark() // nothing here can be chosen by a key too many
	}
}

// stand writes how things stand in the room, what is asked first, and returns
// what can be done.
func (r *Room) stand(s *kit.Sheet, v group.View) []kit.Item {
	w, t := r.env.Words, r.env.Theme
	if q := v.Raised; q != nil {
		r.raised(s, *q, v.Front != nil)
	}
	e := kit.NewEntries(s.Width, r.leaf.Airy())
	open := v.Front != nil && v.Front.Status == group.Open
	if v.Front != nil {
		r.question(s, e, v, *v.Front)
	} else {
		r.unasked(s, v)
	}
	if !open {
		if v.Raised == nil {
			r.shifts(s, v)
		}
		seat.Pace(s, r.env, v)
		if !v.Ended {
			s.Say(w.N("room.here", v.Here), t.Quiet)
		}
	}
	if !v.Ended {
		r.doors(e, v)
	}
	return e.Items
}

// unasked says how things stand while nothing is asked.
func (r *Room) unasked(s *kit.Sheet, v group.View) {
	w, t := r.env.Words, r.env.Theme
	switch {
	case v.Ended:
		s.Say(w.T("room.ended"), t.Strong)
	case v.Raised != nil:
		s.Say(w.T("room.asked-how"), t.Quiet)
	case v.Place.Route != "" && !r.read.follows:
		s.Say(w.T("room.follows-not"), t.Plain)
	case v.Place.Route != "":
		s.Say(w.T("room.shows"), t.Plain)
	default:
		s.Say(w.T("room.quiet"), t.Plain)
	}
}

// shifts writes what changed between before and after, but for the question that
// stands above with both its results.
func (r *Room) shifts(s *kit.Sheet, v group.View) {
	for _, sh := range v.Shifts {
		if v.Front == nil || !v.Front.Shown || sh.Pair != v.Front.Pair {
			seat.Shift(s, r.env, sh)
		}
	}
}

// raised writes a question from the box, before everything else: in few lines
// where another question stands below it.
func (r *Room) raised(s *kit.Sheet, q group.Question, more bool) {
	w, t := r.env.Words, r.env.Theme
	if more {
		s.Say(w.F("room.asked", locale.Args{"Text": q.Text}), t.Strong)
		return
	}
	s.Say(w.T("screen.from-the-group"), t.Heading)
	s.Say(q.Text, t.Strong)
}

// Ids of what can be done besides answering. No choice of a question has such a
// name: they are slugs.
const (
	toTakeBack = "/take-back"
	toRead     = "/read"
	toAsk      = "/ask"
	toPace     = "/pace"
	toWords    = "/words"
	toLeave    = "/leave"
	toStay     = "/stay"
)

// doors lists what can be done besides answering.
func (r *Room) doors(e *kit.Entries, v group.View) {
	w := r.env.Words
	e.Gap()
	if r.letGo() {
		e.Add(kit.Item{ID: toRead, Text: w.T("room.do-follow")})
	} else if v.Place.Route != "" {
		e.Add(kit.Item{ID: toRead, Text: w.T("room.do-read")})
	}
	if m := r.seat.Mine(); m.Asked < group.MaxAsked {
		e.Add(kit.Item{ID: toAsk, Text: w.T("room.do-ask")})
	}
	e.Add(kit.Item{ID: toPace, Text: w.T("room.do-pace")}, kit.Item{ID: toWords, Text: w.T("room.do-words")},
		kit.Item{ID: toLeave, Text: w.T("room.do-leave")})
}

// welcome writes what is kept of whom, and how to come back.
func (r *Room) welcome(s *kit.Sheet) []kit.Item {
	w, t := r.env.Words, r.env.Theme
	s.Say(w.T("room.welcome"), t.Strong)
	s.Say(w.T("room.secret"), t.Plain)
	s.Say(say.Until(w, r.seat.Now().All(), r.env.Now()), t.Plain)
	s.Say(w.F("room.return", locale.Args{"Entry": r.seat.Sitting().Return()}), t.Plain)
	return []kit.Item{{ID: toStay, Text: w.T("room.do-go-on")}}
}

// leave asks whether to leave, and says how to come back.
func (r *Room) leave(s *kit.Sheet) []kit.Item {
	w, t := r.env.Words, r.env.Theme
	s.Say(w.T("room.leave-sure"), t.Strong)
	if r.seat.Waits() {
		s.Say(w.T("room.unsent"), t.Strong)
	}
	s.Say(w.F("room.leave-back", locale.Args{"Entry": r.seat.Sitting().Return()}), t.Plain)
	return []kit.Item{{ID: toStay, Text: w.T("room.do-stay")}, {ID: toLeave, Text: w.T("room.do-leave")}}
}
