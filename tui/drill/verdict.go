package drill

import (
	"slices"
	"strconv"

	"porchlight/internal/locale"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

// verdict is the kind line over the reasons.
func (d *Drill) verdict(q quiz.Question, g quiz.Given) (string, theme.Brush) {
	w, t := d.env.Words, d.env.Theme
	switch {
	case q.Opinion():
		return w.T("drill.kind-opinion"), t.Strong
	case q.Kind == quiz.Situation:
		o, _ := q.Option(g.Choices[0])
		return w.T("drill.kind-" + string(o.Grade) + "-reply"), d.merit(o.Best)
	case q.Kind == quiz.Matching && g.Result == quiz.Partial:
		return w.F("drill.kind-pairs", locale.Args{"N": g.Right, "Of": g.Of}), t.Strong
	case q.Kind == quiz.Scale && g.Result == quiz.Partial:
		return w.T("drill.kind-near"), t.Strong
	}
	return w.T("drill.kind-" + string(g.Result)), d.merit(g.Result == quiz.Best)
}

// merit is the style of what is best, and of what is not. Words say the same.
func (d *Drill) merit(best bool) theme.Brush {
	if best {
		return d.env.Theme.Good
	}
	return d.env.Theme.Strong
}

// optionReasons lists the options, what was chosen and what is best before the
// rest. Of things to say it tells how each serves the talk.
func (d *Drill) optionReasons(s *kit.Sheet, q quiz.Question, g quiz.Given) {
	for _, i := range q.Foremost(g) {
		o := q.Options[i]
		text, style := d.labelled(o, slices.Contains(g.Choices, o.ID))
		reason := oneLine(o.Reason)
		if q.Kind == quiz.Situation {
			reason = d.env.Words.T("drill.grade-"+string(o.Grade)) + " " + reason
		}
		d.reason(s, "• ", text, reason, style)
	}
}

// reason adds an option and its reason, which belongs to it.
func (d *Drill) reason(s *kit.Sheet, mark, text, reason string, style theme.Brush) {
	s.Put(mark, text, style)
	s.Under("    ", reason, d.env.Theme.Plain)
	s.Gap()
}

// labelled is an option with what it was, in words: chosen, best, or both.
func (d *Drill) labelled(o quiz.Option, chosen bool) (string, theme.Brush) {
	w, t := d.env.Words, d.env.Theme
	text := oneLine(o.Text)
	switch {
	case chosen && o.Best:
		return w.T("drill.chosen-best") + " " + text, t.Good
	case o.Best:
		return w.T("drill.best") + " " + text, t.Good
	case chosen:
		return w.T("drill.chosen") + " " + text, t.Strong
	}
	return text, t.Plain
}

// orderReasons lists the options in their right order, and says where the
// learner had those that stood elsewhere.
func (d *Drill) orderReasons(s *kit.Sheet, q quiz.Question, g quiz.Given) {
	s.Say(d.env.Words.T("drill.right-order"), d.env.Theme.Quiet)
	list := q.Ordered(g.Response)
	for i, o := range list {
		text, had := oneLine(o.Text), slices.Index(g.Choices, o.ID)
		if i > 0 && list[i-1].Place == o.Place {
			text += " " + d.env.Words.F("drill.either-way", locale.Args{"At": i})
		}
		if had != i {
			text += " " + d.env.Words.F("drill.had-at", locale.Args{"At": had + 1})
		}
		d.reason(s, strconv.Itoa(i+1)+". ", text, oneLine(o.Reason), d.merit(had == i))
	}
}

// matchReasons says what every option belongs with, and what the learner had
// where that was something else.
func (d *Drill) matchReasons(s *kit.Sheet, q quiz.Question, g quiz.Given) {
	for _, o := range q.Options {
		right, _ := q.MatchOf(o.Match)
		id, _ := g.Paired(o.ID)
		yours, _ := q.MatchOf(id)
		words := "drill.pair-right"
		if id != o.Match {
			words = "drill.pair-other"
		}
		s.Put("• ", oneLine(o.Text)+":", d.env.Theme.Plain)
		s.Under("    ", d.env.Words.F(words, locale.Args{"Match": oneLine(right.Text), "Yours": oneLine(yours.Text)}), d.merit(id == o.Match))
		s.Under("    ", oneLine(o.Reason), d.env.Theme.Plain)
		s.Gap()
	}
}

// typedReasons says what was typed, and the reason for it and for every answer
// that the course lists.
func (d *Drill) typedReasons(s *kit.Sheet, q quiz.Question, g quiz.Given) {
	w, t := d.env.Words, d.env.Theme
	if g.Erased {
		s.Under("", w.T("drill.typed-erased"), t.Quiet)
		s.Gap()
	}
	if len(g.Choices) == 0 {
		d.reason(s, "• ", d.typedOther(g), oneLine(q.Otherwise), t.Strong)
	}
	for _, o := range q.Options {
		text, style := d.labelled(o, false)
		if slices.Contains(g.Choices, o.ID) {
			text, style = d.typedAs(o, g), d.merit(o.Best)
		}
		d.reason(s, "• ", text, oneLine(o.Reason), style)
	}
}

// typedAs is an option as the learner typed it, and as it is written where that
// is not the same.
func (d *Drill) typedAs(o quiz.Option, g quiz.Given) string {
	typed := g.Text
	if g.Erased {
		typed = oneLine(o.Text)
	}
	words := d.env.Words.T("drill.typed")
	if o.Best {
		words = d.env.Words.T("drill.typed-best")
	}
	if quiz.PlainWords(typed) != quiz.PlainWords(o.Text) {
		typed += " (" + oneLine(o.Text) + ")"
	}
	return words + " " + typed
}

// typedOther is what was typed and is none of the options.
func (d *Drill) typedOther(g quiz.Given) string {
	if g.Erased {
		return d.env.Words.T("drill.typed-none")
	}
	return d.env.Words.T("drill.typed") + " " + g.Text
}
