package handouts

import (
	"porchlight/internal/handout"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
)

// What can be chosen.
const (
	doWrite  = "write"
	doPrint  = "print"
	toFormat = "format"
	toPaper  = "paper"
	toSize   = "size"
	toOwn    = "own"
	toBack   = "back"
)

// draw sets the items. What came of the last choice stands above them.
func (s *Sheet) draw() {
	if !s.list.Ready() || s.title == "" && s.said.err == nil {
		return
	}
	w := s.env.Words
	s.list.Lay(func(e *kit.Entries) {
		s.outcome(e)
		if s.title == "" {
			e.Add(kit.Item{ID: toBack, Text: w.T("handouts.back")})
			return
		}
		e.Head(s.title, "")
		e.Add(kit.Item{ID: doWrite, Text: w.T("handouts.write"), Under: s.office.Path(s.job)})
		if s.office.Print != nil && s.job.Format == press.PDF {
			e.Add(kit.Item{ID: doPrint, Text: w.T("handouts.print")})
		}
		e.Gap()
		e.Add(kit.Item{ID: toFormat, Text: w.T("handouts.format"), Right: w.T("handouts.format-" + string(s.job.Format))})
		if s.job.Format != press.Markdown {
			e.Add(
				kit.Item{ID: toPaper, Text: w.T("handouts.paper"), Right: w.T("handouts.paper-" + string(s.job.Look.Paper))},
				kit.Item{ID: toSize, Text: w.T("handouts.size"), Right: w.T("handouts.size-" + sizeWord(s.job.Look))},
			)
		}
		if s.own {
			e.Add(kit.Item{ID: toOwn, Text: w.T("handouts.own"), Right: w.T("handouts.own-" + ownWord(s.job.Blank))})
		}
		e.Gap()
		e.Add(kit.Item{ID: toBack, Text: w.T("handouts.back")})
	})
}

func sizeWord(l handout.Look) string {
	if l.Large {
		return "large"
	}
	return "usual"
}

func ownWord(blank bool) string {
	if blank {
		return "left-out"
	}
	return "printed"
}

// outcome says what came of it: where the file is, that it was sent, or why
// not.
func (s *Sheet) outcome(e *kit.Entries) {
	w, t := s.env.Words, s.env.Theme
	switch {
	case s.title == "":
		e.Say(w.T("handouts.nothing"), t.Plain.Render)
	case s.said.err != nil && s.said.path == "":
		e.Say(w.T("handouts.not-printed"), t.Strong.Render)
	case s.said.err != nil:
		e.Say(w.T(press.Trouble(s.said.err)), t.Strong.Render)
	case s.said.path != "":
		e.Say(w.F("handouts.written", locale.Args{"Path": s.said.path}), t.Good.Render)
	case s.said.sent:
		e.Say(w.T("handout.sent"), t.Good.Render)
	default:
		return
	}
	if s.said.own && s.said.err == nil {
		e.Say(w.T("handout.own"), t.Plain.Render)
	}
	e.Gap()
}
