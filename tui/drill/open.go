package drill

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/errand"
	"porchlight/tui/kit"
)

// A sitting is an attempt, and what the page needs to show it.
type sitting struct {
	study.Sitting
	asks map[quiz.ID]string // each question without its Markdown
	next study.Following    // the lesson to go on with
	pair study.Pair         // of a page that asks before and after reading
}

// The errands of this page, and their answers: the sitting as it is now.
type (
	errands  = errand.Runner[*Drill, sitting]
	returned = errand.Done[*Drill, sitting]
)

// open asks for the attempt left unfinished, or a new one.
func (d *Drill) open() tea.Cmd { return d.begin(d.desk.Quiz) }

// again asks for a new attempt at some questions; none named means all.
func (d *Drill) again(only []quiz.ID) tea.Cmd {
	desk := d.desk
	return d.begin(func(ctx context.Context, id lessons.ID) (study.Sitting, error) { return desk.QuizAgain(ctx, id, only) })
}

func (d *Drill) begin(attempt func(context.Context, lessons.ID) (study.Sitting, error)) tea.Cmd {
	desk, id := d.desk, d.id
	return d.errands.Fetch(d.env, func(ctx context.Context) (sitting, error) {
		s, err := attempt(ctx, id)
		if err != nil {
			return sitting{}, err
		}
		out := sitting{Sitting: s, asks: map[quiz.ID]string{}}
		out.ask(s.Attempt)
		out.next, _ = desk.Following(ctx, id) // without it only the way on is missing
		return out, nil
	}, (*Drill).onOpened)
}

// ask takes the Markdown out of the questions of an attempt.
func (s *sitting) ask(a quiz.Attempt) {
	for _, q := range a.Questions() {
		s.asks[q.ID] = typeset.Plain(q.Ask)
	}
}

func (d *Drill) onOpened(s sitting, err error) tea.Cmd {
	if err != nil {
		d.stick(err)
		return nil
	}
	d.sitting = s
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
