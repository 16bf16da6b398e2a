package reword

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A shelf is what the desk has for this page.
type shelf struct {
	kept    []study.Sentence
	lesson  *lessons.Lesson // about the seven parts
	guarded bool            // safety comes first
}

// An errand is one piece of work for this page. Its answer is taken only while
// the page still waits for it.
type errand struct {
	desk    *study.Desk
	refused bool   // the record would not do it, and the learner knows
	note    string // the name of words that say what was done
}

// busy reports whether an act of the learner is under way.
func (r *Reword) busy() bool { return r.errand != nil && !r.errand.refused }

// opened answers open.
type opened struct {
	errand *errand
	shelf  shelf
	err    error
}

func (r *Reword) open() tea.Cmd {
	r.errand = &errand{desk: r.desk}
	return open(r.env, r.errand)
}

func open(env page.Env, e *errand) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		s, err := look(ctx, e.desk)
		return opened{e, s, err}
	})
}

func look(ctx context.Context, desk *study.Desk) (shelf, error) {
	s := shelf{lesson: desk.PartsLesson()}
	var err error
	if s.guarded, err = desk.Guarded(ctx); err != nil {
		return s, err
	}
	s.kept, err = desk.Sentences(ctx)
	return s, err
}

func (r *Reword) onOpened(msg opened) {
	if msg.errand != r.errand {
		return // of another page
	}
	r.errand = nil
	r.shelf = msg.shelf
	switch {
	case msg.err != nil:
		r.show(stuck)
	case r.stage > opening: // inherited
		r.compose()
	default:
		r.show(opening)
	}
}

// acted is an act that the record has, or refused, and how things stand after
// it.
type acted struct {
	errand *errand
	shelf  shelf
	err    error
	again  tea.Cmd
}

// act asks the desk to keep or forget a sentence. Nothing is shown as done
// until it has.
func (r *Reword) act(note string, do func(context.Context) error) tea.Cmd {
	r.errand = &errand{desk: r.desk, note: note}
	return act(r.env, r.errand, do)
}

func act(env page.Env, e *errand, do func(context.Context) error) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		a := acted{errand: e, again: act(env, e, do)}
		if a.err = do(ctx); a.err == nil {
			a.shelf, a.err = look(ctx, e.desk)
		}
		return a
	})
}

func (r *Reword) onActed(msg acted) tea.Cmd {
	if msg.errand != r.errand {
		return nil // of another page, or done anew
	}
	if msg.err != nil {
		r.errand.refused = true
		return func() tea.Msg { return page.NotSaved{Err: msg.err, Again: msg.again} }
	}
	r.errand = nil
	r.shelf, r.note = msg.shelf, msg.errand.note
	r.show(summary)
	then := r.then
	r.then = nil
	return then
}

func (r *Reword) keep() tea.Cmd {
	desk, s := r.desk, r.sentence
	return r.act("reword.kept", func(ctx context.Context) error { return desk.KeepSentence(ctx, s) })
}

func (r *Reword) forget() tea.Cmd {
	desk, s := r.desk, r.sentence
	return r.act("reword.removed", func(ctx context.Context) error { return desk.ForgetSentence(ctx, s) })
}

func (r *Reword) writeStuck() []kit.Item {
	w := r.env.Words
	r.leaf.Sheet.Say(w.T("load.failed"), r.env.Theme.Plain)
	return []kit.Item{{ID: toRetry, Text: w.T("load.again")}, {ID: toLeave, Text: w.T("reword.back")}}
}
