package seat

import (
	"strconv"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// widest is the longest row of marks in a histogram, in cells: one for every
// two percent.
const widest = 50

// Choice is a choice's number and words, in the language of the page.
func Choice(env page.Env, choices []group.Choice, i int) string {
	mark, text := Numbered(env, choices, i)
	return mark + text
}

// Numbered is Choice with the number by itself, as a mark that words hang from.
func Numbered(env page.Env, choices []group.Choice, i int) (mark, text string) {
	return strconv.Itoa(i+1) + ". ", choices[i].Text.In(env.Words.Lang())
}

// Put writes a choice.
func Put(s *kit.Sheet, env page.Env, choices []group.Choice, i int) {
	mark, text := Numbered(env, choices, i)
	s.Put(mark, text, env.Theme.Plain)
}

// Result writes how many chose what, in words and numbers first: each choice,
// what beside says of it (or nothing), how many of how many, and a row of marks
// as long as that.
func Result(s *kit.Sheet, env page.Env, choices []group.Choice, r group.Result, beside func(id string) string) {
	w, t := env.Words, env.Theme
	for i, b := range r.Bars {
		Put(s, env, choices, i)
		if beside != nil && beside(b.ID) != "" {
			s.Under("   ", beside(b.ID), t.Strong)
		}
		s.Under("   ", w.F("room.count", locale.Args{"Count": b.Count, "Of": r.People, "Percent": b.Percent}), t.Plain)
		bar(s, env, b)
	}
	if r.Later > 0 {
		s.Put("", w.N("room.later", r.Later), t.Quiet)
	}
}

// Told writes the best answer, and why.
func Told(s *kit.Sheet, env page.Env, choices []group.Choice) {
	for _, line := range say.Told(env.Words, choices) {
		s.Say(line, env.Theme.Good)
	}
}

// Shift writes what changed between before and after, under its question.
func Shift(s *kit.Sheet, env page.Env, sh group.Shift) {
	w := env.Words
	s.Say(w.F("room.shift", locale.Args{"Text": sh.Text.In(w.Lang())}), env.Theme.Strong)
	ShiftBars(s, env, sh)
}

// ShiftBars writes for each choice how many chose it before and after.
func ShiftBars(s *kit.Sheet, env page.Env, sh group.Shift) {
	w, t := env.Words, env.Theme
	for i := range sh.Choices {
		Put(s, env, sh.Choices, i)
		for _, part := range []struct {
			words string
			of    group.Result
		}{{"room.shift-before", sh.Before}, {"room.shift-after", sh.After}} {
			b := part.of.Bars[i]
			s.Under("   ", w.F(part.words, locale.Args{"Count": b.Count, "Of": part.of.People, "Percent": b.Percent}), t.Plain)
			bar(s, env, b)
		}
	}
	s.Gap()
}

// bar writes a row of marks as long as a share.
func bar(s *kit.Sheet, env page.Env, b group.Bar) {
	if marks := say.Marks(b, min(widest, s.Width-3)); marks != "" {
		s.Under("   ", marks, env.Theme.Accent)
	}
}

// Pace writes how the room feels about it, once enough have said so.
func Pace(s *kit.Sheet, env page.Env, v group.View) {
	if v.Pace != nil {
		s.Say(say.Pace(env.Words, v.Pace), env.Theme.Plain)
	}
}
