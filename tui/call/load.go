package call

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// asked is one request for the questions. Its answer is taken only while the
// page still waits for that request.
type asked struct {
	desk     *study.Desk
	provider string
}

// loaded answers a request.
type loaded struct {
	asked *asked
	call  study.Call
	err   error
}

func (c *Call) load() tea.Cmd {
	c.asked = &asked{c.desk, c.provider}
	return load(c.env, c.asked)
}

func load(env page.Env, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		call, err := a.desk.Call(ctx, a.provider)
		return loaded{a, call, err}
	})
}

func (c *Call) onLoaded(msg loaded) tea.Cmd {
	if msg.asked != c.asked {
		return nil // of a page before this one, or asked again since
	}
	c.asked, c.failed = nil, ""
	switch {
	case errors.Is(msg.err, study.ErrNoProvider):
		c.call, c.failed = nil, "call.nobody"
		c.note.Blur()
	case msg.err != nil:
		c.failed = "load.failed"
	default:
		c.take(msg.call)
	}
	c.draw()
	return nil
}

// take shows a call as the record has it, at the question that was in front,
// or at the one where the last call ended.
func (c *Call) take(call study.Call) {
	at := call.At
	if c.call != nil {
		at = min(c.at, len(call.Asks))
		if !c.ended() {
			front := c.ask().Question.ID
			if i := slices.IndexFunc(call.Asks, func(a study.Ask) bool { return a.Question.ID == front }); i >= 0 {
				at = i
			}
		}
	}
	if c.call != nil && !c.ended() && at < len(call.Asks) && c.ask().Question.ID != call.Asks[at].Question.ID {
		c.sheet = kit.NewPassage(c.env.Theme) // another question, from its top
	}
	c.call, c.at = &call, at
	c.kept.seat, c.kept.seatKept = c.seat(), call.Provider.Seat
	if at == 0 && call.Provider.Seat == "" {
		c.kept.seatKept = c.kept.seat // the beginning need not be kept
	}
	if c.ended() {
		c.note.Blur()
	}
}

// ended reports whether the last question lies behind.
func (c *Call) ended() bool { return c.call == nil || c.at >= len(c.call.Asks) }

// ask is the question in front.
func (c *Call) ask() *study.Ask { return &c.call.Asks[c.at] }

// seat is the question to go on with next time.
func (c *Call) seat() lessons.QuestionID {
	if c.ended() {
		return "" // from the beginning
	}
	return c.ask().Question.ID
}

// hidden says that the record has a question as one that does not apply.
type hidden struct{ call *Call }

// hide leaves the question in front out of every list.
func (c *Call) hide() tea.Cmd {
	return hide(c, c.env, c.desk, c.ask().Question.ID)
}

func hide(c *Call, env page.Env, desk *study.Desk, id lessons.QuestionID) tea.Cmd {
	return env.Save(func(ctx context.Context) error { return desk.HideQuestion(ctx, id, true) }, hidden{c})
}
