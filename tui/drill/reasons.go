package drill

import (
	"slices"

	"charm.land/lipgloss/v2"

	"porchlight/internal/locale"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

// toGo is the item under the reasons.
const toGo = "go"

// look is the missed questions being looked at again.
type look struct {
	ids []quiz.ID
	at  int
}

// shown is the question whose reasons are in front.
func (d *Drill) shown() quiz.Question {
	if d.stage == looking {
		q, _ := d.sitting.Attempt.Question(d.look.ids[d.look.at])
		return q
	}
	return d.question()
}

// reasonsSheet shows every option with its reason, in the order in which the
// learner saw them.
func (d *Drill) reasonsSheet() *sheet {
	t := d.env.Theme
	s := d.newSheet()
	q := d.shown()
	given, _ := d.sitting.Attempt.Given(q.ID)
	d.sayFirst(s, given.Result)
	s.say(d.sitting.asks[q.ID], t.Plain)
	for _, o := range q.Options {
		text, style := d.labelled(o, slices.Contains(given.Choices, o.ID))
		s.put("• ", text, style)
		block := len(s.blocks) // the reason belongs to its option
		s.put("    ", oneLine(o.Reason), t.Plain)
		s.blocks = s.blocks[:block]
		s.gap()
	}
	return s
}

// sayFirst is the kind line over the reasons.
func (d *Drill) sayFirst(s *sheet, r quiz.Result) {
	w, t := d.env.Words, d.env.Theme
	if d.stage == looking {
		s.say(w.F("drill.looking", locale.Args{"At": d.look.at + 1, "Of": len(d.look.ids)}), t.Quiet)
		return
	}
	switch r {
	case quiz.Best:
		s.say(w.T("drill.kind-best"), t.Good)
	case quiz.Partial:
		s.say(w.T("drill.kind-partial"), t.Strong)
	default:
		s.say(w.T("drill.kind-other"), t.Strong)
	}
}

// labelled is an option with what it was, in words: chosen, best, or both.
func (d *Drill) labelled(o quiz.Option, chosen bool) (string, lipgloss.Style) {
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

func (d *Drill) reasonsItems() []kit.Item {
	_, more := d.sitting.Attempt.Next()
	words := "drill.to-summary"
	switch {
	case d.stage == looking && d.look.at+1 < len(d.look.ids):
		words = "drill.to-next-missed"
	case d.stage == looking:
		words = "drill.from-looking"
	case more:
		words = "drill.to-next"
	}
	return []kit.Item{{ID: toGo, Text: d.env.Words.T(words)}}
}

// lookAgain shows the reasons of the questions missed, from the first.
func (d *Drill) lookAgain() {
	d.look = look{ids: d.sitting.Attempt.Missed()}
	d.show(looking)
}

// lookOn goes to the next question missed, and after the last to the summary.
func (d *Drill) lookOn() {
	if d.look.at+1 < len(d.look.ids) {
		d.look.at++
		d.show(looking)
		return
	}
	d.show(summary)
}
