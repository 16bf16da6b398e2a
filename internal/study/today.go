package study

import (
	"context"
	"fmt"
	"time"

	"porchlight/internal/record"
	"porchlight/lessons"
)

// Covered is a lesson that the learner was in today.
type Covered struct {
	Lesson lessons.Lesson
	Done   bool         // read to its end, today or before
	Score  record.Score // of the questions answered today; zero for none
}

// Today returns the lessons read or answered on the learner's own day, in the
// order of the course, and that day.
func (d *Desk) Today(ctx context.Context) ([]Covered, time.Time, error) {
	now := d.now()
	places, err := d.keep().Places(ctx)
	if err != nil {
		return nil, now, fmt.Errorf("reading places: %w", err)
	}
	scores, err := d.keep().Scores(ctx)
	if err != nil {
		return nil, now, fmt.Errorf("reading scores: %w", err)
	}
	var covered []Covered
	for _, l := range d.course.Pack.Lessons(d.Lang()) {
		place, score := places[string(l.ID)], scores[string(l.ID)]
		c := Covered{Lesson: l, Done: !place.Done.IsZero()}
		if sameDay(score.At, now) && score.Answered > 0 {
			c.Score = score
		}
		if c.Score.Answered > 0 || sameDay(place.At, now) {
			covered = append(covered, c)
		}
	}
	return covered, now, nil
}

// sameDay reports whether a moment lies on the day of another, by the clock on
// the wall where the second was read.
func sameDay(at, now time.Time) bool {
	y, m, d := at.In(now.Location()).Date()
	ny, nm, nd := now.Date()
	return y == ny && m == nm && d == nd
}

// Now is the time on the learner's clock.
func (d *Desk) Now() time.Time { return d.now() }
