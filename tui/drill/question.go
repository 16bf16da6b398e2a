package drill

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

// question is the one in front.
func (d *Drill) question() quiz.Question { return d.sitting.Attempt.Questions()[d.front.at] }

// next goes to the first question without an answer, or to what comes after
// the last.
func (d *Drill) next() tea.Cmd {
	at, more := d.sitting.Attempt.Next()
	switch {
	case !more && d.pair:
		return d.openPair()
	case !more:
		d.show(summary)
		return nil
	}
	d.front = front{at: at, opened: d.front.opened}
	d.front.ask = newAsker(d, d.question())
	d.show(asking)
	if _, types := d.typer(); types {
		d.leaf.Mark() // a field that can be seen takes letters at once
	}
	return nil
}

func (d *Drill) writeQuestion(s *kit.Sheet) {
	w, t := d.env.Words, d.env.Theme
	d.sayOpening(s)
	count := locale.Args{"At": d.front.at + 1, "Of": len(d.sitting.Attempt.Questions())}
	s.Put("", w.F("drill.count", count), t.Quiet)
	if d.airy() {
		s.Gap()
	}
	q := d.question()
	s.Put("", d.sitting.asks[q.ID], t.Strong)
	d.front.ask.about(d, s)
	s.Gap()
}

// sayOpening says over the first question what the learner may wonder about.
func (d *Drill) sayOpening(s *kit.Sheet) {
	if !d.front.opened {
		return
	}
	w, t := d.env.Words, d.env.Theme
	if d.sitting.Foreign {
		s.Say(w.T("drill.foreign"), t.Quiet)
	}
	if d.sitting.Resumed {
		at := locale.Args{"At": d.front.at + 1, "Of": len(d.sitting.Attempt.Questions())}
		s.Say(w.F("drill.resumed", at), t.Accent)
	}
	if d.sitting.Lost > 0 {
		s.Say(w.N("drill.lost", d.sitting.Lost), t.Quiet)
	}
}

// airy reports whether there is room for blank lines between the options.
func (d *Drill) airy() bool { return d.leaf.Airy() }

// oneLine folds the line ends of a pack's text into spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// answer asks the desk to keep an answer. Nothing is shown as given until it
// has.
func (d *Drill) answer(r quiz.Response) tea.Cmd {
	desk, now, q := d.desk, d.sitting, d.question().ID
	return d.errands.Save(d.env, func(ctx context.Context) (s sitting, err error) {
		s = now
		s.Attempt, err = desk.Answer(ctx, now.Attempt, q, r)
		return s, err
	}, (*Drill).onAnswered)
}

func (d *Drill) onAnswered(s sitting) tea.Cmd {
	d.sitting = s
	d.front.opened = false
	if s.Attempt.Part == quiz.BeforePart && !s.pair.Urgent {
		return d.next() // reasons come after reading
	}
	d.show(reasons)
	return nil
}
