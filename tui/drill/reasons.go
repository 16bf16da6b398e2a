package drill

import (
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

// writeReasons shows every option with its reason.
func (d *Drill) writeReasons(s *kit.Sheet) {
	q := d.shown()
	given, _ := d.sitting.Attempt.Given(q.ID)
	if d.stage == looking {
		s.Say(d.env.Words.F("drill.looking", locale.Args{"At": d.look.at + 1, "Of": len(d.look.ids)}), d.env.Theme.Quiet)
	} else {
		s.Say(d.verdict(q, given))
	}
	s.Say(d.sitting.asks[q.ID], d.env.Theme.Plain)
	switch q.Kind {
	case quiz.Order:
		d.orderReasons(s, q, given)
	case quiz.Matching:
		d.matchReasons(s, q, given)
	case quiz.ShortText:
		d.typedReasons(s, q, given)
	default:
		d.optionReasons(s, q, given)
	}
}

func (d *Drill) reasonsItems() []kit.Item {
	_, more := d.sitting.Attempt.Next()
	words := "drill.to-summary"
	if d.pair {
		words = "pair.to-compare"
	}
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
	if d.pair {
		d.show(pairing)
		return
	}
	d.show(summary)
}
