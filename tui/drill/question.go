package drill

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
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

// answered is an answer that the record has, or refused.
type answered struct {
	errand  *errand
	attempt quiz.Attempt
	err     error
	again   tea.Cmd
}

// answer asks the desk to keep an answer. Nothing is shown as given until it
// has.
func (d *Drill) answer(r quiz.Response) tea.Cmd {
	d.errand = &errand{id: d.id}
	return answer(d.env, d.desk, d.errand, d.sitting.Attempt, d.question().ID, r)
}

func answer(env page.Env, desk *study.Desk, e *errand, a quiz.Attempt, q quiz.ID, r quiz.Response) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		next, err := desk.Answer(ctx, a, q, r)
		return answered{e, next, err, answer(env, desk, e, a, q, r)}
	})
}

func (d *Drill) onAnswered(msg answered) tea.Cmd {
	if msg.errand != d.errand {
		return nil // of another page, or answered anew
	}
	if msg.err != nil {
		d.errand.refused = true
		return func() tea.Msg { return page.NotSaved{Err: msg.err, Again: msg.again} }
	}
	d.errand = nil
	d.sitting.Attempt = msg.attempt
	d.front.opened = false
	then := d.then
	d.then = nil
	if d.sitting.Attempt.Part == quiz.BeforePart && !d.sitting.pair.Urgent {
		return tea.Batch(d.next(), then) // reasons come after reading
	}
	d.show(reasons)
	return then
}
