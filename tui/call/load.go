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

func (c *Call) load() tea.Cmd {
	desk, provider := c.desk, c.provider
	return c.loads.Fetch(c.env, func(ctx context.Context) (study.Call, error) { return desk.Call(ctx, provider) }, (*Call).onLoaded)
}

func (c *Call) onLoaded(call study.Call, err error) tea.Cmd {
	c.failed = ""
	switch {
	case errors.Is(err, study.ErrNoProvider):
		c.call, c.failed = nil, "call.nobody"
		c.note.Blur()
	case err != nil:
		c.failed = "load.failed"
	default:
		c.take(call)
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
