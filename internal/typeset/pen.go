package typeset

import (
	"fmt"
	"strconv"
	"strings"
)

// attr says what some words are; the style says how that looks.
type attr uint16

const (
	inQuote attr = 1 << iota
	inHeading
	inSubheading
	isStrong
	isEmph
	isLink
	isTerm
	isCode
	isFaint
	isAddress
	isBar
)

// pens turns attributes into the parameters of a colour escape, remembering
// those already made. It is used by one Set only.
type pens struct {
	style Style
	made  map[attr]string
}

func newPens(s Style) pens { return pens{style: s, made: make(map[attr]string, 16)} }

// of returns the parameters for a, "1;38;5;3"; empty is the terminal's default.
func (p *pens) of(a attr) string {
	if a == 0 {
		return ""
	}
	s, ok := p.made[a]
	if !ok {
		s = params(p.look(a))
		p.made[a] = s
	}
	return s
}

// look lays the faces of a over each other: the later colour wins, the rest
// adds up.
func (p *pens) look(a attr) Face {
	var f Face
	quote := p.style.Quote
	quote.Color = "" // a quotation's text is body text
	for _, on := range []struct {
		a attr
		f Face
	}{
		{inQuote, quote}, {inHeading, p.style.Heading}, {inSubheading, p.style.Subheading},
		{isStrong, p.style.Strong}, {isEmph, p.style.Emph}, {isLink, p.style.Link},
		{isTerm, p.style.Term}, {isCode, p.style.Code}, {isFaint, p.style.Faint}, {isAddress, p.style.Faint},
		{isBar, Face{Color: p.style.Quote.Color, Faint: p.style.Quote.Faint}},
	} {
		if a&on.a != 0 {
			f = over(f, on.f)
		}
	}
	return f
}

// over lays top over f.
func over(f, top Face) Face {
	if top.Color != "" {
		f.Color = top.Color
	}
	f.Bold = f.Bold || top.Bold
	f.Italic = f.Italic || top.Italic
	f.Underline = f.Underline || top.Underline
	f.Faint = f.Faint || top.Faint
	return f
}

// params are the parameters of the escape that sets a face.
func params(f Face) string {
	var on []string
	for _, b := range []struct {
		set  bool
		code string
	}{{f.Bold, "1"}, {f.Faint, "2"}, {f.Italic, "3"}, {f.Underline, "4"}} {
		if b.set {
			on = append(on, b.code)
		}
	}
	if c := colour(f.Color); c != "" {
		on = append(on, c)
	}
	return strings.Join(on, ";")
}

// colour turns "#rrggbb" or "0" to "255" into parameters; anything else is no
// colour, so that nothing but digits can come of it.
func colour(c string) string {
	if hex, ok := strings.CutPrefix(c, "#"); ok {
		v, err := strconv.ParseUint(hex, 16, 24)
		if err != nil || len(hex) != 6 {
			return ""
		}
		return fmt.Sprintf("38;2;%d;%d;%d", v>>16, v>>8&0xff, v&0xff)
	}
	n, err := strconv.ParseUint(c, 10, 8)
	switch {
	case err != nil:
		return ""
	case n < 8:
		return strconv.FormatUint(30+n, 10)
	case n < 16:
		return strconv.FormatUint(90+n-8, 10)
	}
	return "38;5;" + strconv.FormatUint(n, 10)
}

// bare reports whether the style is plain text: no escape can come of it.
func (s Style) bare() bool {
	for _, f := range []Face{
		s.Heading, s.Subheading, s.Strong, s.Emph, s.Code, s.Link, s.Term, s.Quote, s.Faint, s.Mark,
	} {
		if params(f) != "" {
			return false
		}
	}
	return !s.Links
}

// shows reports whether a face can be told from body text without colour.
func (f Face) shows() bool { return f.Bold || f.Underline || f.Italic }
