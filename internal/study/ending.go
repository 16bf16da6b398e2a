package study

import (
	"context"
	"fmt"
	"slices"

	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/quiz"
)

// An Ending is what can follow a lesson besides its questions, and what its words
// mean. It is asked for apart: a lesson is not to wait for it.
type Ending struct {
	Next Following
	// Worksheet is the page to fill in that belongs to the lesson; nil for none.
	Worksheet *lessons.Worksheet
	// Terms is the words of the glossary that the lesson speaks of.
	Terms map[lessons.TermID]lessons.Term
	// Practice is the conversation that belongs to the lesson; nil for none.
	Practice *quiz.Practice
	// Offers says that what the lesson gives to try may go on the learner's
	// list, and Intent is what they took from it; without text if they did not.
	Offers bool
	Intent Intent
}

// Following is the lesson to offer after another; nil where there is none.
// Unnamed says that it is not to be named where others may look.
type Following struct {
	Lesson  *lessons.Lesson
	Unnamed bool
	// Unread says that the one before it was not read to its end.
	Unread bool
}

// Ending returns what can follow a lesson. It returns lessons.ErrNoLesson for
// an id the course lacks.
func (d *Desk) Ending(ctx context.Context, id lessons.ID) (Ending, error) {
	lang := d.Lang()
	l, err := d.course.Pack.Lesson(id, lang)
	if err != nil {
		return Ending{}, err
	}
	e := Ending{Offers: d.offers(l), Worksheet: d.worksheetOf(id, lang), Terms: d.termsIn(l.Body)}
	if e.Next, err = d.Following(ctx, id); err != nil {
		return Ending{}, err
	}
	if e.Intent, err = d.Intent(ctx, id); err != nil {
		return Ending{}, err
	}
	e.Practice, err = d.practiceOf(ctx, id)
	return e, err
}

// Following returns the lesson to offer after one.
func (d *Desk) Following(ctx context.Context, id lessons.ID) (Following, error) {
	places, err := d.keep().Places(ctx)
	if err != nil {
		return Following{}, fmt.Errorf("reading places: %w", err)
	}
	s, err := d.Situation(ctx)
	if err != nil {
		return Following{}, err
	}
	all, paths := d.course.Pack.Lessons(d.Lang()), d.course.Pack.Paths(d.Lang())
	i := follows(id, all, lessons.Fit(paths, s).Lessons, places)
	unread := places[string(id)].Done.IsZero()
	if i >= len(all) {
		return Following{Unread: unread}, nil
	}
	next := all[i] // alone: a pointer into the list would hold all of it
	return Following{&next, forUnsafeHomes(paths, next.ID), unread}, nil
}

// follows is the place of the lesson to offer after one: the first of the path
// that is not done, as home has it; else the next of the course that is not
// done, from there round to its beginning; where all are done, the one that
// follows in the course.
func follows(id lessons.ID, all []lessons.Lesson, path []lessons.ID, places map[string]record.Place) int {
	find := func(id lessons.ID) int {
		return slices.IndexFunc(all, func(l lessons.Lesson) bool { return l.ID == id })
	}
	open := func(other lessons.ID) bool {
		return other != id && places[string(other)].Done.IsZero() && find(other) >= 0
	}
	if i := slices.IndexFunc(path, open); i >= 0 {
		return find(path[i])
	}
	here := find(id)
	for n := 1; n < len(all); n++ {
		if i := (here + n) % len(all); open(all[i].ID) {
			return i
		}
	}
	return here + 1
}

// practiceOf is the first conversation to practise that belongs to a lesson; nil
// for none, and where safety comes before any.
func (d *Desk) practiceOf(ctx context.Context, id lessons.ID) (*quiz.Practice, error) {
	if guarded, err := d.Guarded(ctx); err != nil || guarded {
		return nil, err
	}
	for _, p := range d.course.Practices(quiz.Lang(d.Lang())) {
		if lessons.ID(p.Lesson) == id {
			return &p, nil
		}
	}
	return nil, nil
}
