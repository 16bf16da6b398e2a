package practice

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
	id      quiz.PracticeID
	refused bool // the record would not keep it, and the learner knows
	said    bool // a reply was given: what the learner wrote was for that place
	words   bool // their own words were kept or forgotten: nothing moves
}

// busy reports whether an act of the learner is under way.
func (t *Talk) busy() bool { return t.errand != nil && !t.errand.refused }

// opened answers open.
type opened struct {
	errand *errand
	talk   study.Talk
	err    error
}

// open asks for the conversation where it was left.
func (t *Talk) open() tea.Cmd {
	t.errand = &errand{id: t.id}
	return open(t.env, t.desk, t.errand)
}

func open(env page.Env, desk *study.Desk, e *errand) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		talk, err := desk.Talk(ctx, e.id)
		return opened{e, talk, err}
	})
}

func (t *Talk) onOpened(msg opened) {
	if msg.errand != t.errand {
		return // of another page
	}
	t.errand = nil
	if msg.err != nil {
		t.err = msg.err
		t.show(stuck)
		return
	}
	t.talk = msg.talk
	switch at := t.stage; {
	case at > opening: // in another language now
		t.showTalk()
	case t.talk.Guarded && at != opening:
		t.show(guard)
	default:
		t.show(opening)
	}
}

// acted is an act that the record has, or refused.
type acted struct {
	errand *errand
	talk   study.Talk
	err    error
	again  tea.Cmd
}

// A deed is one act of the learner, done and kept by the desk.
type deed func(context.Context) (study.Talk, error)

// act asks the desk to do something and keep it. Nothing is shown as done until
// it has.
func (t *Talk) act(e errand, do deed) tea.Cmd {
	e.id = t.id
	t.errand = &e
	return act(t.env, t.errand, do)
}

func act(env page.Env, e *errand, do deed) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		talk, err := do(ctx)
		return acted{e, talk, err, act(env, e, do)}
	})
}

func (t *Talk) onActed(msg acted) tea.Cmd {
	if msg.errand != t.errand {
		return nil // of another page, or done anew
	}
	if msg.err != nil {
		t.errand.refused = true
		return func() tea.Msg { return page.NotSaved{Err: msg.err, Again: msg.again} }
	}
	t.errand = nil
	t.talk = msg.talk
	if msg.errand.words {
		t.compose()
		return t.leave()
	}
	t.own.move(t.talk.Given(), msg.errand.said)
	t.showTalk()
	return t.leave()
}

// leave does what waited for an act to be kept.
func (t *Talk) leave() tea.Cmd {
	then := t.then
	t.then = nil
	return then
}

// say gives a reply.
func (t *Talk) say(id quiz.ReplyID) tea.Cmd {
	desk, talk := t.desk, t.talk
	return t.act(errand{said: true}, func(ctx context.Context) (study.Talk, error) { return desk.Say(ctx, talk, id) })
}

// takeBack goes back to where so many replies were given.
func (t *Talk) takeBack(to int) tea.Cmd {
	desk, talk := t.desk, t.talk
	return t.act(errand{}, func(ctx context.Context) (study.Talk, error) { return desk.TakeBack(ctx, talk, to) })
}

// begin starts from the scene. Where nothing was said yet there is nothing to
// keep.
func (t *Talk) begin() tea.Cmd {
	if t.talk.Given() == 0 {
		t.showTalk()
		return nil
	}
	return t.takeBack(0)
}

// writeStuck says why there is no conversation.
func (t *Talk) writeStuck() []kit.Item {
	w := t.env.Words
	back := kit.Item{ID: toLeave, Text: w.T("practice.back")}
	if errors.Is(t.err, quiz.ErrNoPractice) {
		t.leaf.Sheet.Say(w.T("practice.none"), t.env.Theme.Plain)
		return []kit.Item{{ID: toList, Text: w.T("practice.to-list")}, back}
	}
	t.leaf.Sheet.Say(w.T("practice.not-opened"), t.env.Theme.Plain)
	return []kit.Item{{ID: toRetry, Text: w.T("load.again")}, back}
}
