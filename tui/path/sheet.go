package path

import (
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be chosen besides answers. No answer has such an id: answers are
// slugs.
const (
	skipOne = "/skip"
	skipAll = "/skip-all"
	keepNo  = "/not-kept"
	keepYes = "/kept"
	toHome  = "/home"
)

// compose writes what the stage shows, at the width there is.
func (p *Path) compose() {
	if p.leaf.Ready() && p.stage != waiting {
		p.leaf.Write(p.write)
	}
}

func (p *Path) write() []kit.Item {
	switch s := &p.leaf.Sheet; p.stage {
	case keeping:
		return p.askToKeep(s)
	case refuge:
		return p.offerRefuge(s)
	default:
		return p.ask(s)
	}
}

// ask writes a question and its answers. What the question on safety is for
// stands before it.
func (p *Path) ask(s *kit.Sheet) []kit.Item {
	w, t := p.env.Words, p.env.Theme
	q := p.question()
	if p.at == 0 && p.leaf.Airy() {
		s.Say(w.T("path.intro"), t.Plain)
	}
	if q.ID == study.SafeQuestion {
		s.Say(w.T("path.safe-why"), t.Plain)
	}
	s.Put("", w.F("path.count", locale.Args{"At": p.at + 1, "Of": len(p.questions)}), t.Quiet)
	s.Put("", w.T("path."+q.ID), t.Strong)
	s.Gap()
	var items []kit.Item
	for _, c := range q.Choices {
		it := kit.Item{ID: c, Text: w.T("path." + q.ID + "-" + c)}
		if q.ID != study.SafeQuestion && c == q.Answer(p.said) {
			it.Right = w.T("path.yours")
		}
		items = append(items, it)
	}
	skip := "path.skip"
	if q.ID == study.SafeQuestion {
		skip = "path.safe-rather-not"
	}
	items = append(items, kit.Item{ID: skipOne, Text: w.T(skip)})
	if p.at == 0 {
		items = append(items, kit.Item{ID: skipAll, Text: w.T("path.skip-all")})
	}
	return items
}

// askToKeep asks whether the answer on safety goes into the record. Not keeping
// it comes first.
func (p *Path) askToKeep(s *kit.Sheet) []kit.Item {
	w, t := p.env.Words, p.env.Theme
	s.Put("", w.T("path.keep"), t.Strong)
	s.Gap()
	s.Say(w.T("path.keep-why"), t.Plain)
	return []kit.Item{{ID: keepNo, Text: w.T("path.keep-no")}, {ID: keepYes, Text: w.T("path.keep-yes")}}
}

// offerRefuge writes whom to call and how to leave this screen fast.
func (p *Path) offerRefuge(s *kit.Sheet) []kit.Item {
	w, t := p.env.Words, p.env.Theme
	s.Say(w.T("path.refuge"), t.Strong)
	if n := p.refuge.Hotline; n != nil {
		s.Put("", n.Name, t.Plain)
		s.Put("", reach(*n, w), t.Strong)
		s.Gap()
	}
	s.Say(w.T("path.refuge-leave"), t.Plain)
	items := []kit.Item{{ID: page.HelpNow{}.String(), Text: w.T("path.to-now")}}
	if l := p.refuge.Lesson; l != nil {
		items = append(items, kit.Item{ID: page.Lesson{ID: string(l.ID)}.String(), Text: w.F("path.to-lesson", locale.Args{"Title": study.TitleOf(*l, w)})})
	}
	return append(items, kit.Item{ID: toHome, Text: w.T("path.to-go-on")})
}

// reach says how to reach a number, by phone and by text.
func reach(n lessons.Number, w *locale.Words) string {
	call := w.F("now.call", locale.Args{"Number": n.Call})
	text := w.F("now.text", locale.Args{"Number": n.Text})
	if n.Keyword != "" {
		text = w.F("now.text-word", locale.Args{"Number": n.Text, "Word": n.Keyword})
	}
	switch {
	case n.Text == "":
		return call
	case n.Call == "":
		return text
	}
	return call + ". " + text + "."
}
