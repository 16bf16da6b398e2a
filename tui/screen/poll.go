package screen

import (
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

// How much is written of a question, from all of it to what matters most. A
// screen on a wall has nobody who scrolls.
const (
	withBars = iota
	inWords
	inShort
	inLines // each choice in one line, cut where it is longer
)

// poll writes the question, and its result once that is shown: as much of it as
// fits.
func (s *Screen) poll(p group.PollView) {
	sheet := &s.leaf.Sheet
	for much := withBars; much <= inLines; much++ {
		*sheet = kit.Sheet{Width: sheet.Width}
		s.asked(p, much)
		if sheet.Trim(); len(sheet.Lines) <= s.h {
			return
		}
	}
}

func (s *Screen) asked(p group.PollView, much int) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	sh, pair := s.view().Shift(p)
	switch {
	case pair:
		s.shift(sh, much)
	case much >= inShort:
		sheet.Put("", p.Text.In(w.Lang()), t.Strong)
	default:
		sheet.Say(p.Text.In(w.Lang()), t.Strong)
	}
	switch {
	case pair:
	case p.Result != nil && much == withBars:
		seat.Result(sheet, s.env, p.Choices, *p.Result, nil)
	case p.Result != nil:
		s.result(p, much)
	default:
		s.open(p, much)
	}
	if p.Told {
		if much == withBars {
			sheet.Gap()
		}
		seat.Told(sheet, s.env, p.Choices)
	}
}

// open writes the choices, how many have answered, and what it takes for a
// result.
func (s *Screen) open(p group.PollView, much int) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	for i := range p.Choices {
		if much == inLines {
			sheet.Put("", s.cut(seat.Choice(s.env, p.Choices, i), ""), t.Plain)
		} else {
			seat.Put(sheet, s.env, p.Choices, i)
		}
	}
	switch {
	case p.Status != group.Open:
		sheet.Say(w.T("room.closed"), t.Plain)
	case much == withBars:
		sheet.Gap()
		sheet.Say(w.N("room.answers", p.Answers)+" "+w.F("room.floor", locale.Args{"Floor": p.Floor}), t.Quiet)
	default:
		sheet.Put("", w.N("room.answers", p.Answers), t.Quiet)
	}
}

// result writes how many chose what in words: every choice, or, where that is
// told and room is short, the best alone.
func (s *Screen) result(p group.PollView, much int) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	for i, b := range p.Result.Bars {
		number, choice := seat.Numbered(s.env, p.Choices, i)
		switch args := (locale.Args{"Text": choice, "Count": b.Count, "Of": p.Result.People, "Percent": b.Percent}); {
		case much >= inShort && p.Told && !p.Choices[i].Right:
		case much == inLines:
			sheet.Put("", s.cut(number+choice, ": "+w.F("screen.of", args)), t.Plain)
		default:
			sheet.Put(number, w.F("room.bar", args), t.Plain)
		}
	}
	if p.Result.Later > 0 && much < inLines {
		sheet.Put("", w.N("room.later", p.Result.Later), t.Quiet)
	}
}

// shift writes what changed between before and after.
func (s *Screen) shift(sh group.Shift, much int) {
	w, t, sheet := s.env.Words, s.env.Theme, &s.leaf.Sheet
	if much == withBars {
		seat.Shift(sheet, s.env, sh)
		return
	}
	sheet.Put("", w.F("room.shift", locale.Args{"Text": sh.Text.In(w.Lang())}), t.Strong)
	for i := range sh.Choices {
		number, choice := seat.Numbered(s.env, sh.Choices, i)
		args := locale.Args{"Text": choice, "Before": sh.Before.Bars[i].Percent, "After": sh.After.Bars[i].Percent}
		switch much {
		case inWords:
			sheet.Put(number, w.F("room.shift-bar", args), t.Plain)
		case inShort:
			seat.Put(sheet, s.env, sh.Choices, i)
			sheet.Under("   ", w.F("screen.shift", args), t.Plain)
		default:
			sheet.Put("", s.cut(number+choice, ""), t.Plain)
			sheet.Under("   ", w.F("screen.shift", args), t.Plain)
		}
	}
}

// cut is a choice in one line, with what stands behind it.
func (s *Screen) cut(choice, behind string) string {
	return ansi.Truncate(choice, max(8, s.leaf.Sheet.Width-ansi.StringWidth(behind)), "...") + behind
}
