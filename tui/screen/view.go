package screen

import (
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

// what stands on the screen.
type what int

const (
	nothing what = iota
	slide
	poll
	box // a question from the group
	lobby
	closed // the room is no more, or nobody came in
)

// shows is what is to be seen now: what somebody of the room has asked comes
// first, then what the room is asked, then the page of the show.
func (s *Screen) shows() what {
	switch {
	case s.said != "" || s.over:
		return closed
	case !s.seat.Inside():
		return nothing
	}
	v := s.view()
	switch {
	case v.Ended:
		return closed
	case v.Raised != nil:
		return box
	case v.Front != nil:
		return poll
	case s.route != nil && s.easel.Ready():
		return slide
	case s.route != nil && s.easel.Err() == nil:
		return nothing // the page comes at once
	}
	return lobby
}

// draw writes what the room is asked. The page of a show draws itself.
func (s *Screen) draw() {
	if !s.leaf.Ready() {
		return
	}
	if now := s.shows(); now != s.what {
		s.what = now
		s.leaf.Turn()
	}
	s.leaf.Write(func() []kit.Item {
		switch s.what {
		case poll:
			s.poll(*s.view().Front)
		case box:
			s.box(*s.view().Raised)
		case lobby:
			s.lobby(s.view())
		case closed:
			s.closed()
		}
		return nil
	})
}

// View draws the page.
func (s *Screen) View() string {
	if s.what == slide {
		return s.easel.Draw(s.size(), s.made)
	}
	return s.leaf.Framed()
}

// lobby is what stands there before anything is shown: how to come in.
func (s *Screen) lobby(v group.View) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	sheet.Say(w.F("screen.join", locale.Args{"Code": v.Code.String()}), t.Heading)
	sheet.Gap()
	sheet.Say(w.N("room.here", v.Here), t.Plain)
	sheet.Say(w.T("room.no-name"), t.Quiet)
}

func (s *Screen) closed() {
	text := s.said
	if text == "" {
		text = s.env.Words.T("room.ended")
	}
	s.leaf.Sheet.Say(text, s.env.Theme.Plain)
}

// box writes what somebody of the group has asked, under its heading where there
// is room for both.
func (s *Screen) box(q group.Question) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	sheet.Say(w.T("screen.from-the-group"), t.Heading)
	sheet.Put("", q.Text, t.Strong)
	if len(sheet.Lines) > s.h {
		*sheet = kit.Sheet{Width: sheet.Width}
		sheet.Put("", q.Text, t.Strong)
	}
}

// How much is written of a question, from all of it to what matters most. A
// screen on a wall has nobody who scrolls.
const (
	withBars = iota
	inWords
	inShort
)

// poll writes the question, and its result once that is shown: as much of it as
// fits.
func (s *Screen) poll(p group.PollView) {
	sheet := &s.leaf.Sheet
	for much := withBars; much <= inShort; much++ {
		*sheet = kit.Sheet{Width: sheet.Width}
		s.asked(p, much)
		if len(sheet.Lines) <= s.h {
			return
		}
	}
}

func (s *Screen) asked(p group.PollView, much int) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	if sh, ok := s.view().Shift(p); ok {
		if much == withBars {
			seat.Shift(sheet, s.env, sh)
		} else {
			s.shiftInWords(sh)
		}
		return
	}
	sheet.Say(p.Text.In(w.Lang()), t.Strong)
	switch {
	case p.Result != nil && much == withBars:
		seat.Result(sheet, s.env, p.Choices, *p.Result, nil)
	case p.Result != nil:
		s.resultInWords(p, much == inShort && p.Told)
	default:
		s.open(p, much == withBars)
	}
	if p.Told {
		seat.Told(sheet, s.env, p.Choices)
	}
}

// open writes the choices, how many have answered, and what it takes for a
// result.
func (s *Screen) open(p group.PollView, floor bool) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	for i := range p.Choices {
		sheet.Put("", seat.Choice(s.env, p.Choices, i), t.Plain)
	}
	switch {
	case p.Status != group.Open:
		sheet.Say(w.T("room.closed"), t.Plain)
	case floor:
		sheet.Gap()
		sheet.Say(w.N("room.answers", p.Answers)+" "+w.F("room.floor", locale.Args{"Floor": p.Floor}), t.Quiet)
	default:
		sheet.Put("", w.N("room.answers", p.Answers), t.Quiet)
	}
}

// resultInWords writes how many chose what: every choice, or the best alone.
func (s *Screen) resultInWords(p group.PollView, best bool) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	for i, b := range p.Result.Bars {
		if best && !p.Choices[i].Right {
			continue
		}
		sheet.Put("", w.F("room.bar", locale.Args{"Text": seat.Choice(s.env, p.Choices, i), "Count": b.Count, "Of": p.Result.People, "Percent": b.Percent}), t.Plain)
	}
	if p.Result.Later > 0 {
		sheet.Put("", w.N("room.later", p.Result.Later), t.Quiet)
	}
}

func (s *Screen) shiftInWords(sh group.Shift) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	sheet.Say(w.F("room.shift", locale.Args{"Text": sh.Text.In(w.Lang())}), t.Strong)
	for i := range sh.Choices {
		sheet.Put("", w.F("room.shift-bar", locale.Args{
			"Text": seat.Choice(s.env, sh.Choices, i), "Before": sh.Before.Bars[i].Percent, "After": sh.After.Bars[i].Percent,
		}), t.Plain)
	}
}
