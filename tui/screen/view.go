package screen

import (
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/easel"
	"porchlight/tui/kit"
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
		s.leaf.Sheet.Trim()
		return nil
	})
}

// View draws the page in the middle, as the pages of a show are.
func (s *Screen) View() string {
	if s.what == slide {
		return s.easel.Draw(s.size(), s.made)
	}
	if lines := s.leaf.Sheet.Lines; s.leaf.More() == "" {
		return easel.Centered(lines, len(lines), s.leaf.Room(), s.size())
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
