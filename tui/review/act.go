package review

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/review"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/page"
)

// An errand is work under way. Its answer is taken only while the page waits
// for it.
type errand struct {
	do      func(context.Context) error // nil for a load
	refused bool                        // it could not be kept; the program asks what to do
	leave   tea.Cmd                     // what to do when it is kept: the learner is leaving
}

// loaded answers the request for the cards.
type loaded struct {
	errand *errand
	cards  study.Review
	ask    string
	err    error
}

// saved answers an errand that keeps something.
type saved struct {
	errand *errand
	err    error
}

func (r *Review) load() tea.Cmd {
	r.errand = &errand{}
	return load(r.env, r.desk, r.errand)
}

func load(env page.Env, desk *study.Desk, e *errand) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		cards, err := desk.Review(ctx)
		msg := loaded{errand: e, cards: cards, err: err}
		if len(cards.Cards) > 0 {
			msg.ask = typeset.Plain(cards.Cards[0].Question.Ask)
		}
		return msg
	})
}

func (r *Review) onLoaded(msg loaded) {
	if msg.errand != r.errand {
		return // of another page, or asked again since
	}
	r.errand = nil
	if msg.err != nil {
		r.show(stuck)
		return
	}
	r.cards, r.ask = msg.cards, msg.ask
	if len(r.cards.Cards) == 0 {
		r.show(resting)
		return
	}
	r.show(front)
}

// keep does an errand that keeps something; then the cards are asked for anew.
func (r *Review) keep(do func(context.Context) error) tea.Cmd {
	r.errand = &errand{do: do}
	return keep(r.env, r.errand)
}

func keep(env page.Env, e *errand) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg { return saved{e, e.do(ctx)} })
}

func (r *Review) onSaved(msg saved) tea.Cmd {
	if msg.errand != r.errand {
		return nil
	}
	if msg.err != nil {
		r.errand.refused = true
		again := keep(r.env, msg.errand)
		return func() tea.Msg { return page.NotSaved{Err: msg.err, Again: again} }
	}
	leave := msg.errand.leave
	return tea.Batch(r.load(), leave)
}

// grade keeps how the card in front went. The id is made once, so that trying
// again keeps it once.
func (r *Review) grade(g review.Grade) tea.Cmd {
	desk, card, id := r.desk, r.card(), r.desk.NewReview()
	return r.keep(func(ctx context.Context) error {
		_, err := desk.SaveReview(ctx, card, g, id)
		return err
	})
}

// undo takes the last review of today back.
func (r *Review) undo() tea.Cmd {
	desk, last := r.desk, r.cards.Done[len(r.cards.Done)-1]
	return r.keep(func(ctx context.Context) error { return desk.UndoReview(ctx, last) })
}

func (r *Review) pause(pause bool) tea.Cmd {
	desk := r.desk
	return r.keep(func(ctx context.Context) error { return desk.PauseReview(ctx, pause) })
}
