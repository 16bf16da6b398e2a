package study

import (
	"context"
	"fmt"

	"porchlight/internal/checklist"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// A Call is one provider and every question that applies, in the order to ask
// them, with what was heard.
type Call struct {
	Provider Provider
	Asks     []Ask
	At       int // the question to go on with
}

// Call returns the questions for one provider. It returns ErrNoProvider for an
// id that the learner does not have.
func (d *Desk) Call(ctx context.Context, provider string) (Call, error) {
	p, err := d.Provider(ctx, provider)
	if err != nil {
		return Call{}, err
	}
	c := Call{Provider: p}
	if c.Asks, err = d.answers(ctx, provider); err != nil {
		return Call{}, err
	}
	for i, a := range c.Asks {
		if a.Question.ID == p.Seat {
			c.At = i
		}
		if !a.Answer.Open() {
			c.Provider.Asked++
		}
	}
	return c, nil
}

// answers returns the questions that apply, with what one provider said.
func (d *Desk) answers(ctx context.Context, provider string) ([]Ask, error) {
	asks, err := d.asks(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := d.keep().Checks(ctx, provider)
	if err != nil {
		return nil, fmt.Errorf("reading answers: %w", err)
	}
	for i := range asks {
		asks[i].Answer = heard(kept[string(asks[i].Question.ID)])
	}
	return asks, nil
}

func heard(c record.Check) checklist.Answer {
	return checklist.Answer{Asked: c.Asked, Sign: c.Sign, Note: c.Note}
}

// SaveHeard keeps what a provider answered to one question. The note is cleaned
// and cut to NoteLimit.
func (d *Desk) SaveHeard(ctx context.Context, provider string, q lessons.QuestionID, a checklist.Answer) error {
	if provider == "" {
		return ErrNoProvider
	}
	return d.keep().SaveCheck(ctx, record.Check{
		Provider: provider, Question: string(q), Asked: a.Asked, Sign: a.Sign,
		Note: safetext.Block(a.Note, NoteLimit), At: d.now(),
	})
}

// SaveSeat keeps which question is in front in a call.
func (d *Desk) SaveSeat(ctx context.Context, provider string, q lessons.QuestionID) error {
	if provider == "" {
		return ErrNoProvider
	}
	return d.keep().SaveEntries(ctx, record.Entry{
		Kind: record.KindProvider, Subject: provider, Key: keySeat, At: d.now(),
		Fields: map[string]string{fieldAt: string(q)},
	})
}

// A Comparison is what all providers said, side by side. It has no score and
// no rank, and the providers stand in the order they were added.
type Comparison struct {
	Providers []Provider
	Rows      []ComparedRow
	// Next is what is still to ask each provider, in the order of Providers:
	// open questions for a first call, unclear ones, then the rest.
	Next [][]Ask
	// More is how many providers beyond MaxProviders are left out.
	More int
}

// Title names the words above a part of the comparison. What one provider alone
// said is alike to nothing.
func (c Comparison) Title(part checklist.Part) string {
	if part == checklist.Alike && len(c.Providers) == 1 {
		return "compare.heard"
	}
	return "compare." + part.Word()
}

// A ComparedRow is one question with every provider's answer, in the order of
// the providers.
type ComparedRow struct {
	Ask Ask
	checklist.Row
}

// Comparison compares the learner's providers, of which there may be none.
func (d *Desk) Comparison(ctx context.Context) (Comparison, error) {
	all, err := d.providers(ctx, "")
	if err != nil {
		return Comparison{}, err
	}
	c := Comparison{Providers: all[:min(len(all), MaxProviders)]}
	c.More = len(all) - len(c.Providers)
	asks, err := d.asks(ctx)
	if err != nil {
		return Comparison{}, err
	}
	byID := map[string]Ask{}
	var questions []checklist.Question
	for _, a := range asks {
		byID[string(a.Question.ID)] = a
		questions = append(questions, a.pure())
	}
	pure, err := d.heardFrom(ctx, c.Providers)
	if err != nil {
		return Comparison{}, err
	}
	for i, p := range pure {
		var next []Ask
		for _, q := range checklist.Next(questions, p) {
			a := byID[q.ID]
			a.Answer = p.Answers[q.ID]
			next = append(next, a)
		}
		c.Next = append(c.Next, next)
		for _, q := range questions {
			if !p.Answers[q.ID].Open() {
				c.Providers[i].Asked++
			}
		}
	}
	for _, r := range checklist.Compare(questions, pure) {
		c.Rows = append(c.Rows, ComparedRow{Ask: byID[r.Question.ID], Row: r})
	}
	return c, nil
}

// heardFrom reads all answers of some providers.
func (d *Desk) heardFrom(ctx context.Context, providers []Provider) ([]checklist.Provider, error) {
	var out []checklist.Provider
	for _, p := range providers {
		kept, err := d.keep().Checks(ctx, p.ID)
		if err != nil {
			return nil, fmt.Errorf("reading answers: %w", err)
		}
		answers := make(map[string]checklist.Answer, len(kept))
		for id, c := range kept {
			answers[id] = heard(c)
		}
		out = append(out, checklist.Provider{ID: p.ID, Answers: answers})
	}
	return out, nil
}
