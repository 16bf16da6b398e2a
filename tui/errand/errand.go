// Package errand is the work that a page gives away and waits for, one piece at
// a time: it runs away from the event loop, its answer is taken only while the
// page still waits for it, and what could not be kept is said and may be tried
// again.
package errand

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/page"
)

// A Runner runs the errands of a page P whose answers are a T.
type Runner[P, T any] struct {
	task  *task[P, T] // the one under way
	after tea.Cmd     // what to do when it is done: the learner is leaving
}

// A task is one errand. What follows from it is told the page, so that a page
// that took over from another gets the answer.
type task[P, T any] struct {
	then    func(P, T, error) tea.Cmd
	saves   bool
	refused bool // the record would not keep it, and the learner knows
}

// Done is the answer to an errand.
type Done[P, T any] struct {
	task *task[P, T]
	got  T
	err  error
}

// Busy reports whether an errand is under way.
func (r *Runner[P, T]) Busy() bool { return r.task != nil && !r.task.refused }

// Saving reports whether something is on its way to the record, or was refused
// there and waits for the learner to say what to do.
func (r *Runner[P, T]) Saving() bool { return r.task != nil && r.task.saves }

// Fetch asks for something. Whether it came is for then to see.
func (r *Runner[P, T]) Fetch(env page.Env, do func(context.Context) (T, error), then func(P, T, error) tea.Cmd) tea.Cmd {
	r.task = &task[P, T]{then: then}
	return run(env, r.task, do)
}

// Save does something that the record keeps. Then hears of it when it is kept,
// not before; what could not be kept goes to the program, which asks the
// learner, though the page may be gone by then.
func (r *Runner[P, T]) Save(env page.Env, do func(context.Context) (T, error), then func(P, T) tea.Cmd) tea.Cmd {
	r.task = &task[P, T]{saves: true, then: func(p P, got T, _ error) tea.Cmd { return then(p, got) }}
	return run(env, r.task, do)
}

func run[P, T any](env page.Env, t *task[P, T], do func(context.Context) (T, error)) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		got, err := do(ctx)
		done := Done[P, T]{t, got, err}
		if err == nil || !t.saves {
			return done
		}
		return tea.BatchMsg{
			func() tea.Msg { return done },
			func() tea.Msg { return page.NotSaved{Err: err, Again: run(env, t, do)} },
		}
	})
}

// Took takes an answer, and returns what the page does then.
func (r *Runner[P, T]) Took(p P, msg Done[P, T]) tea.Cmd {
	switch {
	case msg.task != r.task:
		return nil // of a page before this one, or asked anew
	case msg.task.saves && msg.err != nil:
		msg.task.refused = true
		return nil
	}
	after := r.after
	r.task, r.after = nil, nil
	return tea.Batch(msg.task.then(p, msg.got, msg.err), after)
}

// Keep waits for what is on its way to the record and does after then.
func (r *Runner[P, T]) Keep(after tea.Cmd) tea.Cmd {
	if !r.Busy() || !r.task.saves {
		return after
	}
	r.after = after
	return nil
}
