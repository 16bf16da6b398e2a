package study

import (
	"context"
	"fmt"
	"slices"
	"time"

	"porchlight/internal/record"
	"porchlight/lessons"
)

// What the record keeps of the learner's situation: one entry for the answers,
// and one of its own for that on safety, which is there only when they said so.
const (
	keySafe = "safe"

	fieldAsked        = "asked"
	fieldRelationship = "relationship"
	fieldStage        = "stage"
	fieldUrgent       = "urgent"
	fieldSafe         = "safe"
)

// Situation returns what the learner said when they were asked; what they did
// not answer is empty. What they said on safety for this visit alone counts too.
func (d *Desk) Situation(ctx context.Context) (lessons.Situation, error) {
	s, _, err := d.situation(ctx)
	return s.Situation, err
}

// said is what a learner said, and when they last said something.
type said struct {
	lessons.Situation
	since time.Time
}

// situation also returns whether the questions were ever put to the learner.
func (d *Desk) situation(ctx context.Context) (s said, asked bool, err error) {
	kept, err := d.keep().Entries(ctx, record.KindSituation, "")
	if err != nil {
		return s, false, fmt.Errorf("reading the situation: %w", err)
	}
	for _, e := range kept {
		if e.At.After(s.since) {
			s.since = e.At
		}
		switch e.Key {
		case keySafe:
			s.Safe = known(lessons.Safeties(), e.Fields[fieldSafe])
		case "":
			asked = true
			s.Relationship = known(lessons.Relationships(), e.Fields[fieldRelationship])
			s.Stage = known(lessons.Stages(), e.Fields[fieldStage])
			s.Urgent = known(lessons.Urgencies(), e.Fields[fieldUrgent])
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.safe.answer != "" {
		s.Safe = d.safe.answer
	}
	if d.safe.at.After(s.since) {
		s.since = d.safe.at
	}
	return s, asked, nil
}

// known is a word of the record, empty where this version does not know it.
func known[T ~string](words []T, word string) T {
	if slices.Contains(words, T(word)) {
		return T(word)
	}
	return ""
}

// SaveSituation keeps what the learner said, and that they were asked. It keeps
// nothing about safety: SaveSafety does.
func (d *Desk) SaveSituation(ctx context.Context, s lessons.Situation) error {
	return d.keep().SaveEntries(ctx, record.Entry{Kind: record.KindSituation, At: d.now(), Fields: map[string]string{
		fieldAsked: "yes", fieldRelationship: string(s.Relationship), fieldStage: string(s.Stage), fieldUrgent: string(s.Urgent),
	}})
}

// SaveSafety goes by what the learner said about safety until the visit ends.
// The record has it only if keep says so; what it had before is gone otherwise.
// An empty answer is one that the learner would rather not give.
func (d *Desk) SaveSafety(ctx context.Context, safe lessons.Safety, keep bool) error {
	e := record.Entry{Kind: record.KindSituation, Key: keySafe, At: d.now()}
	if keep && safe != "" {
		e.Fields = map[string]string{fieldSafe: string(safe)}
	}
	d.mu.Lock()
	d.safe.answer, d.safe.at = safe, e.At // at once: what is offered next goes by it, kept or not
	d.mu.Unlock()
	return d.keep().SaveEntries(ctx, e)
}

// SafetyKept reports whether the record has an answer about safety.
func (d *Desk) SafetyKept(ctx context.Context) (bool, error) {
	kept, err := d.keep().Entries(ctx, record.KindSituation, "")
	if err != nil {
		return false, fmt.Errorf("reading the situation: %w", err)
	}
	return slices.ContainsFunc(kept, func(e record.Entry) bool { return e.Key == keySafe }), nil
}
