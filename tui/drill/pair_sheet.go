package drill

import (
	"strconv"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

// writePair says how far the pair has come and, when both parts are answered,
// what changed.
func (d *Drill) writePair(s *kit.Sheet) {
	w, t, p := d.env.Words, d.env.Theme, d.sitting.pair
	if p.Foreign {
		s.Say(w.T("drill.foreign"), t.Quiet)
	}
	if p.Lost > 0 {
		s.Say(w.N("drill.lost", p.Lost), t.Quiet)
	}
	if p.Stage() == study.Compared {
		d.sayChanges(s, p.Changes())
		return
	}
	asked, answered, _ := d.sitting.Attempt.Tally()
	if answered > 0 {
		s.Say(w.F("pair.answered", locale.Args{"N": answered, "Of": asked}), t.Strong)
		return // the rest was said at the beginning
	}
	lead, more := w.T("pair.between"), "pair.between-more"
	if p.Stage() == study.Unasked {
		lead, more = w.N("pair.unasked", asked), "pair.unasked-more"
		if p.Urgent {
			more = "pair.unasked-urgent"
		}
	}
	s.Say(lead, t.Strong)
	s.Say(w.T(more), t.Plain)
}

// sayChanges says what the answers were, then and now: a count, and each one.
func (d *Drill) sayChanges(s *kit.Sheet, changes []quiz.Change) {
	w, t := d.env.Words, d.env.Theme
	if of, before, after := quiz.Counted(changes); of > 0 {
		s.Say(w.F("pair.count", locale.Args{"Before": before, "After": after, "Of": of}), t.Strong)
	}
	for i, c := range changes {
		s.Put(strconv.Itoa(i+1)+". ", d.sitting.asks[c.Question.ID], t.Plain)
		s.Under("   ", w.F("pair.change", locale.Args{"Before": d.was(c.Question, c.Before), "After": d.was(c.Question, c.After)}), t.Strong)
		s.Gap()
	}
	s.Say(w.T("pair.no-claim"), t.Quiet)
}

// was says in a few words what an answer was: its own words where none is
// better than another.
func (d *Drill) was(q quiz.Question, g quiz.Given) string {
	if q.Opinion() {
		o, _ := q.Option(g.Choices[0])
		return oneLine(o.Text)
	}
	return d.env.Words.T("pair.was-" + string(g.Result))
}
