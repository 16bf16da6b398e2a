package review

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/review"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/errand"
)

// cards are those of today, the question in front as plain words.
type cards struct {
	study.Review
	ask string
}

// The errands of this page, and their answers.
type (
	errands = errand.Runner[*Review, cards]
	done    = errand.Done[*Review, cards]
)

func (r *Review) load() tea.Cmd {
	desk := r.desk
	return r.errands.Fetch(r.env, func(ctx context.Context) (c cards, err error) {
		c.Review, err = desk.Review(ctx)
		if len(c.Cards) > 0 {
			c.ask = typeset.Plain(c.Cards[0].Question.Ask)
		}
		return c, err
	}, (*Review).onLoaded)
}

func (r *Review) onLoaded(c cards, err error) tea.Cmd {
	if err != nil {
		r.show(stuck)
		return nil
	}
	r.cards = c
	if len(r.cards.Cards) == 0 {
		r.show(resting)
		return nil
	}
	r.show(front)
	return nil
}

// keep does what the record is to keep; then the cards are asked for anew.
func (r *Review) keep(do func(context.Context) error) tea.Cmd {
	return r.errands.Save(r.env, func(ctx context.Context) (cards, error) { return cards{}, do(ctx) },
		func(r *Review, _ cards) tea.Cmd { return r.load() })
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
