package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

// ending is what the lesson leads to. It comes after the lesson, which does not
// wait for it, and is asked for again when something there may have changed.
type ending struct {
	is    study.Ending
	asked *following // the work under way that will bring it
}

// following is one request for the ending.
type following struct{ id lessons.ID }

// ended answers it.
type ended struct {
	asked *following
	is    study.Ending
	err   error
}

// lookOn asks what may follow.
func (r *Reader) lookOn() tea.Cmd {
	r.ending.asked = &following{r.id}
	return lookOn(r.env, r.desk, r.ending.asked)
}

func lookOn(env page.Env, desk *study.Desk, a *following) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		is, err := desk.Ending(ctx, a.id)
		return ended{a, is, err}
	})
}

// onEnded adds the ways on to the menu. Without them the lesson can be read.
func (r *Reader) onEnded(msg ended) {
	if msg.asked != r.ending.asked || msg.err != nil {
		return
	}
	r.ending.asked, r.ending.is = nil, msg.is
	r.lay()
}

// lay makes the menu anew. The mark stays on what was chosen, under the name it
// has now.
func (r *Reader) lay() {
	if r.sheet == nil || r.stuck != nil {
		return
	}
	id, _ := r.body.Selected()
	r.body.SetItems(r.items())
	if id == toTry && !r.body.Marked() {
		r.body.Select(toTried)
	}
}

// takenUp tells that what the lesson gives to try is on the list, and kept.
type takenUp struct{ by *Reader }

// takeUp puts it there. The menu says so once the record has it.
func (r *Reader) takeUp() tea.Cmd {
	desk, l := r.desk, r.sheet.reading.Lesson
	return r.env.Save(func(ctx context.Context) error { return desk.TakeUp(ctx, l) }, takenUp{r})
}

func (r *Reader) onTakenUp(msg takenUp) tea.Cmd {
	if msg.by != r || r.sheet == nil {
		return nil
	}
	return r.lookOn()
}
