package practice

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/errand"
	"porchlight/tui/kit"
)

// The errands of this page, and their answers: the conversation as it is now.
type (
	errands = errand.Runner[*Talk, study.Talk]
	done    = errand.Done[*Talk, study.Talk]
)

// open asks for the conversation where it was left.
func (t *Talk) open() tea.Cmd {
	desk, id := t.desk, t.id
	return t.errands.Fetch(t.env, func(ctx context.Context) (study.Talk, error) { return desk.Talk(ctx, id) }, (*Talk).onOpened)
}

func (t *Talk) onOpened(talk study.Talk, err error) tea.Cmd {
	if err != nil {
		t.err = err
		t.show(stuck)
		return nil
	}
	t.talk = talk
	switch at := t.stage; {
	case at > opening && talk.Changed: // this language does not have all of it
		t.show(opening)
	case at > opening: // in another language now
		t.showTalk()
	case t.talk.Guarded && at != opening:
		t.show(guard)
	default:
		t.show(opening)
	}
	return nil
}

// say gives a reply. What the learner wrote was for that place.
func (t *Talk) say(id quiz.ReplyID) tea.Cmd {
	desk, talk := t.desk, t.talk
	return t.errands.Save(t.env, func(ctx context.Context) (study.Talk, error) { return desk.Say(ctx, talk, id) },
		func(t *Talk, talk study.Talk) tea.Cmd { return t.onMoved(talk, true) })
}

// takeBack goes back to where so many replies were given.
func (t *Talk) takeBack(to int) tea.Cmd {
	desk, talk := t.desk, t.talk
	return t.errands.Save(t.env, func(ctx context.Context) (study.Talk, error) { return desk.TakeBack(ctx, talk, to) },
		func(t *Talk, talk study.Talk) tea.Cmd { return t.onMoved(talk, false) })
}

// onMoved goes on where the record has the conversation now.
func (t *Talk) onMoved(talk study.Talk, said bool) tea.Cmd {
	t.talk = talk
	t.own.move(t.talk.Given(), said)
	t.showTalk()
	return nil
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
