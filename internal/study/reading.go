package study

import (
	"context"
	"fmt"

	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A Reading is a lesson as the learner opens it.
type Reading struct {
	Lesson   lessons.Lesson
	Markdown string // the whole sheet, from title to sources
	// Place is where the learner was, in the blocks of the sheet as it is here.
	Place record.Place
	// Order is how those blocks stand to the lesson as it is written. What is
	// kept about a block is kept by its written number: see Order.Written.
	Order   Order
	HasQuiz bool
	// Paired says that the learner answered questions before reading, to be
	// asked again after it.
	Paired bool
	// Marks is what the learner put on its paragraphs, in no order.
	Marks []Mark
	// Foreign says that the lesson is not yet translated into the learner's
	// language and is shown in English.
	Foreign bool
}

// Read returns a lesson and where the learner was in it. It returns
// lessons.ErrNoLesson for an id the course lacks.
func (d *Desk) Read(ctx context.Context, id lessons.ID, w *locale.Words) (Reading, error) {
	lang := d.Lang()
	l, err := d.course.Pack.Lesson(id, lang)
	if err != nil {
		return Reading{}, err
	}
	places, err := d.keep().Places(ctx)
	if err != nil {
		return Reading{}, fmt.Errorf("reading the place in %s: %w", id, err)
	}
	place, ok := places[string(id)]
	if !ok {
		place.Lesson = string(id)
	}
	situation, err := d.Situation(ctx)
	if err != nil {
		return Reading{}, err
	}
	paired, err := d.Paired(ctx, id)
	if err != nil {
		return Reading{}, err
	}
	marks, err := d.Marks(ctx, id)
	if err != nil {
		return Reading{}, err
	}
	l, order := arranged(l, situation.Relationship, len(above(l, w)))
	place.Block = order.Drawn(place.Block)
	return Reading{
		Lesson:   l,
		Markdown: d.Sheet(l, w),
		Place:    place,
		Order:    order,
		HasQuiz:  d.course.Banks.Has(quiz.LessonID(id)),
		Paired:   paired,
		Marks:    marks,
		Foreign:  l.Lang != lang,
	}, nil
}

// worksheetOf is the first worksheet that belongs to a lesson; nil for none.
func (d *Desk) worksheetOf(id lessons.ID, lang lessons.Lang) *lessons.Worksheet {
	for _, w := range d.course.Pack.Worksheets(lang) {
		if w.Lesson == id {
			return &w
		}
	}
	return nil
}

// SavePlace keeps where the learner is: the block and word at the top of the
// screen and the share of the lesson seen so far, in hundredths. The block is
// that of the lesson as written (Order.Written). Done marks the lesson finished.
func (d *Desk) SavePlace(ctx context.Context, id lessons.ID, block, word, reached int, done bool) error {
	p := record.Place{Lesson: string(id), Block: block, Word: word, Reached: reached, At: d.now()}
	if done {
		p.Done = p.At
	}
	return d.keep().SavePlace(ctx, p)
}
