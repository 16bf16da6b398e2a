package study

import (
	"context"
	"errors"
	"fmt"
	"time"

	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/quiz"
)

// How many questions are asked before and after: few enough for someone who
// came to read.
const (
	pairOfLesson = 5
	pairOfTrack  = 10
)

// ErrNoPair is returned for an id that is neither a lesson nor a track with
// questions.
var ErrNoPair = errors.New("nothing to ask before and after")

// A Pair is the same questions before and after reading a lesson, or a whole
// track. It shows what changed; it grades nobody and claims nothing.
type Pair struct {
	ID    string // a lesson's or a track's
	Title string
	Track bool
	// Urgent says that it is about danger: reasons come with each answer, before
	// reading too, so that nobody is left with a mistake.
	Urgent        bool
	Foreign       bool // the questions are in English for want of a translation
	Before, After quiz.Attempt
	Lost          int  // answers kept that no longer fit the course
	Read          bool // the lesson, or a lesson of the track, was opened since
}

// Stage is how far a pair has come.
type Stage int

const (
	Unasked  Stage = iota // something is to be answered before reading
	Between               // to read, then to answer again
	Compared              // both are answered
)

// Stage says how far the pair has come.
func (p Pair) Stage() Stage {
	switch {
	case !p.Before.Done():
		return Unasked
	case !p.After.Done():
		return Between
	}
	return Compared
}

// Changes returns the questions answered both times.
func (p Pair) Changes() []quiz.Change { return quiz.Compare(p.Before, p.After) }

// Pair returns the same questions before and after a lesson or a track, as far
// as the learner has answered them. It returns ErrNoPair for an id that has
// none.
func (d *Desk) Pair(ctx context.Context, id string) (Pair, error) {
	p, bank, ids, err := d.pairOf(id)
	if err != nil {
		return p, err
	}
	before, err := d.part(ctx, &p, bank, record.BeforePart)
	if err != nil {
		return p, err
	}
	if before == nil {
		return d.newPair(p, bank, ids), nil
	}
	p.Before = before.attempt
	after, err := d.part(ctx, &p, bank, record.AfterPart)
	if err != nil {
		return p, err
	}
	switch {
	case after != nil && !after.started.Before(before.started):
		p.After = after.attempt
	default: // none, or one that belongs to an earlier pair
		p.After = d.attempt(bank, quiz.AfterPart, questionIDs(p.Before))
	}
	p.Read, err = d.readSince(ctx, p, before.started)
	return p, err
}

// PairAgain begins a pair anew. What was answered before stays in the record.
func (d *Desk) PairAgain(id string) (Pair, error) {
	p, bank, ids, err := d.pairOf(id)
	if err != nil {
		return p, err
	}
	return d.newPair(p, bank, ids), nil
}

func (d *Desk) newPair(p Pair, bank quiz.Bank, ids []quiz.ID) Pair {
	p.Before = d.attempt(bank, quiz.BeforePart, ids)
	p.After = d.attempt(bank, quiz.AfterPart, ids)
	return p
}

// pairOf returns the questions that a lesson or a track is asked about. A
// track's come from all its lessons.
func (d *Desk) pairOf(id string) (Pair, quiz.Bank, []quiz.ID, error) {
	p, lang := Pair{ID: id}, d.Lang()
	if l, err := d.course.Pack.Lesson(lessons.ID(id), lang); err == nil {
		bank, err := d.course.Banks.Bank(quiz.LessonID(id), quiz.Lang(lang))
		p.Title, p.Foreign, p.Urgent = l.Title, lessons.Lang(bank.Lang) != lang, l.Track == lessons.SafetyTrack
		if errors.Is(err, quiz.ErrNoBank) {
			err = fmt.Errorf("%s: %w", id, ErrNoPair)
		}
		return p, bank, quiz.Sample(bank, pairOfLesson), err
	}
	for _, t := range d.course.Pack.Tracks(lang) {
		if string(t.ID) == id {
			p.Title, p.Track, p.Urgent = t.Title, true, t.ID == lessons.SafetyTrack
			bank, foreign := d.trackBank(t.ID)
			if p.Foreign = foreign; len(bank.Questions) > 0 {
				return p, bank, quiz.Sample(bank, pairOfTrack), nil
			}
		}
	}
	return p, quiz.Bank{}, nil, fmt.Errorf("%s: %w", id, ErrNoPair)
}

// trackBank joins the questions of a track's lessons.
func (d *Desk) trackBank(id lessons.TrackID) (all quiz.Bank, foreign bool) {
	lang := d.Lang()
	all = quiz.Bank{Lesson: quiz.LessonID(id), Lang: quiz.Lang(lang)}
	for _, l := range d.course.Pack.Lessons(lang) {
		bank, err := d.course.Banks.Bank(quiz.LessonID(l.ID), quiz.Lang(lang))
		if l.Track != id || err != nil {
			continue // a bank that cannot be read is the checker's to tell
		}
		all.Questions = append(all.Questions, bank.Questions...)
		foreign = foreign || bank.Lang != all.Lang
	}
	return all, foreign
}

// A keptAttempt is an attempt as the record has it.
type keptAttempt struct {
	attempt quiz.Attempt
	started time.Time
}

// part returns the newest attempt at one part of a pair, or nil where there is
// none whose questions the course still has.
func (d *Desk) part(ctx context.Context, p *Pair, bank quiz.Bank, part record.Part) (*keptAttempt, error) {
	kept, answers, err := d.keep().LatestAttempt(ctx, p.ID, part)
	if errors.Is(err, record.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading answers to %s, %s: %w", p.ID, part, err)
	}
	a, lost := resumed(kept, answers, bank)
	p.Lost += lost
	if len(a.Questions()) == 0 {
		return nil, nil
	}
	return &keptAttempt{a, kept.Started}, nil
}

// readSince reports whether the learner was in the pair's lesson, or in one of
// its track, after that time.
func (d *Desk) readSince(ctx context.Context, p Pair, since time.Time) (bool, error) {
	places, err := d.keep().Places(ctx)
	if err != nil {
		return false, fmt.Errorf("reading places: %w", err)
	}
	for _, l := range d.course.Pack.Lessons(d.Lang()) {
		if (string(l.ID) == p.ID || string(l.Track) == p.ID) && places[string(l.ID)].At.After(since) {
			return true, nil
		}
	}
	return false, nil
}

func questionIDs(a quiz.Attempt) []quiz.ID {
	ids := make([]quiz.ID, len(a.Questions()))
	for i, q := range a.Questions() {
		ids[i] = q.ID
	}
	return ids
}

// Paired reports whether questions about a lesson were answered before reading
// it.
func (d *Desk) Paired(ctx context.Context, id lessons.ID) (bool, error) {
	_, _, err := d.keep().LatestAttempt(ctx, string(id), record.BeforePart)
	if errors.Is(err, record.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("reading answers from before %s: %w", id, err)
	}
	return true, nil
}
