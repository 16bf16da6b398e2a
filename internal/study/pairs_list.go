package study

import (
	"context"
	"errors"

	"porchlight/internal/locale"
	"porchlight/quiz"
)

// Pairs returns what can be asked before and after: every track, and the
// lessons of the track that the learner is in, or all when all are read.
func (d *Desk) Pairs(ctx context.Context) ([]Pair, error) {
	o, tracks, err := d.overview(ctx)
	if err != nil {
		return nil, err
	}
	var ids, within []string
	on := o.Continue
	for _, t := range tracks {
		ids = append(ids, string(t.Track.ID))
		for _, p := range t.Lessons {
			if p.HasQuiz && (on == nil || p.Lesson.Track == on.Lesson.Track) {
				within = append(within, string(p.Lesson.ID))
			}
		}
	}
	var list []Pair
	for _, id := range append(ids, within...) {
		p, err := d.Pair(ctx, id)
		switch {
		case errors.Is(err, ErrNoPair):
		case err != nil:
			return nil, err
		default:
			list = append(list, p)
		}
	}
	return list, nil
}

// State says in a few words how far the pair has come, or nothing.
func (p Pair) State(w *locale.Words) string {
	part := p.Before
	switch p.Stage() {
	case Compared:
		of, before, after := quiz.Counted(p.Changes())
		return w.F("pair.count", locale.Args{"Before": before, "After": after, "Of": of})
	case Between:
		part = p.After
	}
	asked, answered, _ := part.Tally()
	switch {
	case answered > 0:
		return w.F("pair.state-begun", locale.Args{"N": answered, "Of": asked})
	case p.Stage() == Between:
		return w.T("pair.state-between")
	}
	return ""
}
