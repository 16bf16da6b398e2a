package study

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"porchlight/internal/checklist"
	"porchlight/internal/record"
	"porchlight/internal/safetext"
	"porchlight/lessons"
)

// Limits of the learner's own questions.
const (
	OwnLimit = checklist.AskLimit // bytes of a question
	MaxOwn   = 50                 // questions
)

// ErrManyQuestions says that the learner has as many questions of their own as
// are kept.
var ErrManyQuestions = fmt.Errorf("at most %d questions of one's own are kept", MaxOwn)

// How an own question is kept.
const (
	fieldText    = "text"
	ownQuestions = "own-" // begins the id
)

// OwnQuestions returns the learner's own questions in the order they were
// added.
func (d *Desk) OwnQuestions(ctx context.Context) ([]lessons.ProviderQuestion, error) {
	entries, err := d.keep().Entries(ctx, record.KindOwnQuestion, "")
	if err != nil {
		return nil, fmt.Errorf("reading own questions: %w", err)
	}
	slices.SortStableFunc(entries, func(a, b record.Entry) int {
		return cmp.Or(cmp.Compare(a.Fields[fieldAdded], b.Fields[fieldAdded]), cmp.Compare(a.Subject, b.Subject))
	})
	var own []lessons.ProviderQuestion
	for _, e := range entries {
		if e.Fields[fieldText] == "" {
			continue // its words were erased
		}
		own = append(own, lessons.ProviderQuestion{ID: lessons.QuestionID(e.Subject), Ask: e.Fields[fieldText]})
	}
	return own, nil
}

// AddOwnQuestion adds a question of the learner's own; one without words adds
// nothing. It returns ErrManyQuestions when there are too many.
func (d *Desk) AddOwnQuestion(ctx context.Context, text string) error {
	own, err := d.OwnQuestions(ctx)
	if err != nil {
		return err
	}
	if len(own) >= MaxOwn {
		return ErrManyQuestions
	}
	return d.saveOwn(ctx, lessons.QuestionID(ownQuestions+strings.ToLower(d.newID())), text)
}

func (d *Desk) saveOwn(ctx context.Context, id lessons.QuestionID, text string) error {
	if text = cleanQuestion(text); text == "" {
		return nil
	}
	return d.keep().SaveEntries(ctx, ownEntry(id, text, d.now()))
}

// ownEntry is an own question as the record keeps it. Fixed digits make the
// order of the texts the order of the times.
func ownEntry(id lessons.QuestionID, text string, at time.Time) record.Entry {
	added := at.UTC().Format("2006-01-02T15:04:05.000000000Z")
	return record.Entry{
		Kind: record.KindOwnQuestion, Subject: string(id), At: at,
		Fields: map[string]string{fieldText: text, fieldAdded: added},
	}
}

// RemoveOwnQuestion removes a question of the learner's own, with what every
// provider answered to it.
func (d *Desk) RemoveOwnQuestion(ctx context.Context, id lessons.QuestionID) error {
	providers, err := d.providers(ctx, "")
	if err != nil {
		return err
	}
	for _, p := range append(providers, Provider{}) {
		if err := d.keep().SaveCheck(ctx, record.Check{Provider: p.ID, Question: string(id), At: d.now()}); err != nil {
			return err
		}
	}
	return d.keep().SaveEntries(ctx, record.Entry{Kind: record.KindOwnQuestion, Subject: string(id), At: d.now()})
}

// ChangeOwnQuestion words a question of the learner's own anew, in its place.
func (d *Desk) ChangeOwnQuestion(ctx context.Context, id lessons.QuestionID, text string) error {
	entries, err := d.keep().Entries(ctx, record.KindOwnQuestion, string(id))
	if err != nil {
		return fmt.Errorf("reading own questions: %w", err)
	}
	text = cleanQuestion(text)
	if len(entries) == 0 || text == "" {
		return nil
	}
	e := entries[0]
	e.Fields[fieldText], e.At = text, d.now()
	return d.keep().SaveEntries(ctx, e)
}

func cleanQuestion(text string) string { return strings.TrimSpace(safetext.Line(text, OwnLimit)) }
