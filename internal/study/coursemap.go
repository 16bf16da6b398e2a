package study

import (
	"context"
	"fmt"
	"slices"
	"time"

	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/lessons"
)

// A CourseMap is the course at a glance: what comes first for the learner, and
// what is there besides.
type CourseMap struct {
	Path []Progress // in order; none where it would tell that home is not safe
	Rest []TrackProgress
	Next lessons.ID // the first of Path that is not done; empty when all are
	Week Week
}

// Week is what the learner did in the last seven days.
type Week struct{ Read, Answered, Practised, Reviewed, Wrote, Tried int }

// Done counts the lessons of the path that are finished.
func (m CourseMap) Done() int { return TrackProgress{Lessons: m.Path}.Done() }

// Minutes is how long the rest of the path takes to read.
func (m CourseMap) Minutes() int {
	n := 0
	for _, p := range m.Path {
		if !p.Done {
			n += p.Lesson.Minutes()
		}
	}
	return n
}

// CourseMap gathers it.
func (d *Desk) CourseMap(ctx context.Context) (CourseMap, error) {
	tracks, err := d.Tracks(ctx)
	if err != nil {
		return CourseMap{}, err
	}
	s, err := d.Situation(ctx)
	if err != nil {
		return CourseMap{}, err
	}
	path := lessons.Fit(d.course.Pack.Paths(d.Lang()), s)
	if path.When.Safe != nil {
		path.Lessons = nil
	}
	var m CourseMap
	m.Path, m.Rest = along(tracks, path.Lessons)
	if i := slices.IndexFunc(m.Path, func(p Progress) bool { return !p.Done }); i >= 0 {
		m.Next = m.Path[i].Lesson.ID
	}
	m.Week, err = d.week(ctx, tracks)
	return m, err
}

// along takes the lessons of a path out of their tracks, in the path's order.
func along(tracks []TrackProgress, path []lessons.ID) (first []Progress, rest []TrackProgress) {
	found := map[lessons.ID]Progress{}
	for _, t := range tracks {
		left := TrackProgress{Track: t.Track}
		for _, p := range t.Lessons {
			if slices.Contains(path, p.Lesson.ID) {
				found[p.Lesson.ID] = p
				continue
			}
			left.Lessons = append(left.Lessons, p)
		}
		if len(left.Lessons) > 0 {
			rest = append(rest, left)
		}
	}
	for _, id := range path {
		if p, ok := found[id]; ok {
			first = append(first, p)
		}
	}
	return first, rest
}

func (d *Desk) week(ctx context.Context, tracks []TrackProgress) (Week, error) {
	var w Week
	since := d.now().AddDate(0, 0, -7)
	places, err := d.keep().Places(ctx)
	if err != nil {
		return w, fmt.Errorf("reading places: %w", err)
	}
	for _, t := range tracks {
		for _, p := range t.Lessons {
			if places[string(p.Lesson.ID)].Done.After(since) {
				w.Read++
			}
		}
	}
	for kind, n := range map[record.Kind]*int{record.KindPractised: &w.Practised, record.KindReview: &w.Reviewed} {
		events, err := d.keep().Events(ctx, kind, "")
		if err != nil {
			return w, fmt.Errorf("reading what was done: %w", err)
		}
		for _, e := range events {
			if e.At.After(since) {
				*n++
			}
		}
	}
	answers, err := d.keep().FirstAnswers(ctx)
	if err != nil {
		return w, fmt.Errorf("reading answers: %w", err)
	}
	for _, a := range answers {
		if a.At.After(since) {
			w.Answered++
		}
	}
	err = d.wrote(ctx, since, &w)
	return w, err
}

// wrote adds what the learner wrote on worksheets and what they tried.
func (d *Desk) wrote(ctx context.Context, since time.Time, w *Week) error {
	fields, err := d.keep().Entries(ctx, record.KindField, "")
	if err != nil {
		return fmt.Errorf("reading worksheets: %w", err)
	}
	sheets := map[string]bool{}
	for _, f := range fields {
		if f.At.After(since) {
			sheets[f.Subject] = true
		}
	}
	w.Wrote = len(sheets)
	intents, err := d.keep().Entries(ctx, record.KindIntent, "")
	if err != nil {
		return fmt.Errorf("reading what to try: %w", err)
	}
	for _, e := range intents {
		if e.At.After(since) && Standpoint(e.Fields[fieldState]) == Tried {
			w.Tried++
		}
	}
	return nil
}

// InWords says what was done, a sentence each. Nothing done is nothing said.
func (k Week) InWords(w *locale.Words) (said []string) {
	for _, part := range []struct {
		n     int
		words string
	}{
		{k.Read, "map.week-read"}, {k.Answered, "map.week-answered"}, {k.Reviewed, "map.week-reviewed"},
		{k.Practised, "map.week-practised"}, {k.Wrote, "map.week-wrote"}, {k.Tried, "map.week-tried"},
	} {
		if part.n > 0 {
			said = append(said, w.N(part.words, part.n))
		}
	}
	return said
}
