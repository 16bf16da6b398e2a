package drill

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A sitting is an attempt, and what the page needs to show it.
type sitting struct {
	study.Sitting
	asks map[quiz.ID]string // each question without its Markdown
	next study.Following    // the lesson to go on with
	pair study.Pair         // of a page that asks before and after reading
}

// An errand is one piece of work for this page. Its answer is taken only while
// the page still waits for it.
type errand struct {
	id      lessons.ID
	refused bool // the record would not keep it, and the learner knows
}

// opened answers open and again.
type opened struct {
	errand  *errand
	sitting sitting
	err     error
}

// open asks for the attempt left unfinished, or a new one.
func (d *Drill) open() tea.Cmd {
	d.errand = &errand{id: d.id}
	return open(d.env, d.desk, d.errand, d.desk.Quiz)
}

// again asks for a new attempt at some questions; none named means all.
func (d *Drill) again(only []quiz.ID) tea.Cmd {
	d.errand = &errand{id: d.id}
	return open(d.env, d.desk, d.errand, func(ctx context.Context, id lessons.ID) (study.Sitting, error) {
		return d.desk.QuizAgain(ctx, id, only)
	})
}

func open(env page.Env, desk *study.Desk, e *errand, sit func(context.Context, lessons.ID) (study.Sitting, error)) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		s, err := sit(ctx, e.id)
		if err != nil {
			return opened{errand: e, err: err}
		}
		out := sitting{Sitting: s, asks: map[quiz.ID]string{}}
		out.ask(s.Attempt)
		out.next, _ = desk.Following(ctx, e.id) // without it only the way on is missing
		return opened{errand: e, sitting: out}
	})
}

// ask takes the Markdown out of the questions of an attempt.
func (s *sitting) ask(a quiz.Attempt) {
	for _, q := range a.Questions() {
		s.asks[q.ID] = typeset.Plain(q.Ask)
	}
}

func (d *Drill) onOpened(msg opened) tea.Cmd {
	if msg.errand != d.errand {
		return nil // of another page
	}
	d.errand = nil
	if msg.err != nil {
		d.stick(msg.err)
		return nil
	}
	d.sitting = msg.sitting
	d.front = front{opened: true}
	return d.next()
}

// stick says that there are no questions, and why.
func (d *Drill) stick(err error) {
	d.err = err
	d.show(stuck)
}

// writeStuck says why there are no questions.
func (d *Drill) writeStuck(s *kit.Sheet) {
	words := "drill.not-opened"
	if d.none() {
		words = "drill.no-bank"
	}
	s.Say(d.env.Words.T(words), d.env.Theme.Plain)
}

// none reports whether there is nothing to ask, now or later.
func (d *Drill) none() bool {
	return errors.Is(d.err, quiz.ErrNoBank) || errors.Is(d.err, study.ErrNoPair)
}

func (d *Drill) stuckItems() []kit.Item {
	w := d.env.Words
	items := []kit.Item{{ID: toRetry, Text: w.T("drill.try-again")}, {ID: toBack, Text: w.T("drill.back")}}
	if d.none() {
		return items[1:]
	}
	return items
}
