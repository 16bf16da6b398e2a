package reflect

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// An errand is one piece of work for this page. Its answer is taken only while
// the page still waits for it.
type errand struct {
	id      quiz.ReflectionID
	refused bool   // the record would not do it, and the learner knows
	kept    bool   // it keeps the answers
	note    string // the name of words that say what was done
}

// busy reports whether an act of the learner is under way.
func (r *Reflect) busy() bool { return r.errand != nil && !r.errand.refused }

// opened answers open.
type opened struct {
	errand *errand
	mirror study.Mirror
	err    error
}

func (r *Reflect) open() tea.Cmd {
	r.errand = &errand{id: r.id}
	return open(r.env, r.desk, r.errand)
}

func open(env page.Env, desk *study.Desk, e *errand) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		m, err := desk.Mirror(ctx, e.id)
		return opened{e, m, err}
	})
}

func (r *Reflect) onOpened(msg opened) {
	if msg.errand != r.errand {
		return // of another page
	}
	r.errand = nil
	if msg.err != nil {
		r.err = msg.err
		r.show(stuck)
		return
	}
	r.mirror = msg.mirror
	given := r.look.answers.All() // where the language changed meanwhile
	r.look.answers, _ = quiz.Reflect(msg.mirror.Reflection).Resume(given)
	r.show(max(r.stage, opening))
}

// acted is an act that the record has, or refused, and how things stand after
// it.
type acted struct {
	errand *errand
	mirror study.Mirror
	err    error
	again  tea.Cmd
}

// act asks the desk to keep or forget something. Nothing is shown as done until
// it has.
func (r *Reflect) act(e errand, do func(context.Context) error) tea.Cmd {
	e.id = r.id
	r.errand = &e
	return act(r.env, r.desk, r.errand, do)
}

func act(env page.Env, desk *study.Desk, e *errand, do func(context.Context) error) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		a := acted{errand: e, again: act(env, desk, e, do)}
		if a.err = do(ctx); a.err == nil {
			a.mirror, a.err = desk.Mirror(ctx, e.id)
		}
		return a
	})
}

func (r *Reflect) onActed(msg acted) tea.Cmd {
	if msg.errand != r.errand {
		return nil // of another page, or done anew
	}
	if msg.err != nil {
		r.errand.refused = true
		return func() tea.Msg { return page.NotSaved{Err: msg.err, Again: msg.again} }
	}
	r.errand = nil
	r.mirror = msg.mirror
	r.look.kept, r.look.note = msg.errand.kept, msg.errand.note
	if r.stage == forgetting {
		r.show(opening)
	} else {
		r.show(closing)
	}
	then := r.then
	r.then = nil
	return then
}

// keep keeps a look.
func (r *Reflect) keep(l study.Look) tea.Cmd {
	desk, id := r.desk, r.id
	return r.act(errand{kept: true, note: "reflect.kept"}, func(ctx context.Context) error { return desk.KeepLook(ctx, id, l) })
}

// forget removes everything kept of this reflection.
func (r *Reflect) forget() tea.Cmd {
	desk, id := r.desk, r.id
	return r.act(errand{note: "reflect.removed"}, func(ctx context.Context) error { return desk.ForgetLooks(ctx, id) })
}

// writeStuck says why there is no reflection.
func (r *Reflect) writeStuck() []kit.Item {
	w := r.env.Words
	back := kit.Item{ID: toLeave, Text: w.T("reflect.back")}
	if errors.Is(r.err, quiz.ErrNoReflection) {
		r.say(w.T("reflect.none"))
		return []kit.Item{{ID: toList, Text: w.T("reflect.to-list")}, back}
	}
	r.say(w.T("reflect.not-opened"))
	return []kit.Item{{ID: toRetry, Text: w.T("load.again")}, back}
}
