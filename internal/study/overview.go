package study

import (
	"context"
	"slices"
	"time"

	"porchlight/lessons"
)

// Overview is what the learner sees on coming in.
type Overview struct {
	Tracks []TrackCount
	// Continue is the next right thing: the lesson last left unfinished, else
	// the first of the learner's path that is not done, else the first of the
	// course; nil when all are done.
	Continue *Progress
	// Unnamed says that Continue is not to be named where others may look: it
	// is for people whose home is not safe.
	Unnamed bool
	Begun   bool // the learner has been in some lesson before
	// Unasked says that the learner is new and was never asked what fits them.
	// A guest is not led to the questions, on a screen that others may see, and
	// is offered them instead.
	Unasked bool
	Guest   bool // a visitor: of a screen for everybody, or who wants nothing kept
	// ToTry counts what the learner said they would try and has not marked yet.
	ToTry int
}

// TrackCount is how much of a track the learner has read. Home is open for as
// long as the session lasts, so it holds no lessons.
type TrackCount struct {
	Track    lessons.Track
	Done, Of int // lessons
}

// counts is tracks without their lessons.
func counts(tracks []TrackProgress) []TrackCount {
	out := make([]TrackCount, len(tracks))
	for i, t := range tracks {
		out[i] = TrackCount{t.Track, t.Done(), len(t.Lessons)}
	}
	return out
}

// Overview gathers what home shows.
func (d *Desk) Overview(ctx context.Context) (Overview, error) {
	o, _, err := d.overview(ctx)
	return o, err
}

// overview is Overview with the lessons of the tracks.
func (d *Desk) overview(ctx context.Context) (Overview, []TrackProgress, error) {
	tracks, err := d.Tracks(ctx)
	if err != nil {
		return Overview{}, nil, err
	}
	s, asked, err := d.situation(ctx)
	if err != nil {
		return Overview{}, nil, err
	}
	paths := d.course.Pack.Paths(d.Lang())
	o := Overview{Tracks: counts(tracks), Guest: d.Guest() || d.TakenHome() != ""}
	o.Continue, o.Begun = next(tracks, lessons.Fit(paths, s.Situation), s.since)
	o.Unasked = !asked && !o.Begun && !answered(tracks)
	o.Unnamed = o.Continue != nil && forUnsafeHomes(paths, o.Continue.Lesson.ID)
	o.ToTry, err = d.toTry(ctx)
	return o, tracks, err
}

// answered reports whether any question of a lesson was answered.
func answered(tracks []TrackProgress) bool {
	return slices.ContainsFunc(tracks, func(t TrackProgress) bool {
		return slices.ContainsFunc(t.Lessons, func(p Progress) bool { return p.Score.Answered > 0 })
	})
}

// forUnsafeHomes reports whether a lesson comes first only for people whose
// home is not safe, so that its name would tell what they answered.
func forUnsafeHomes(paths []lessons.Path, id lessons.ID) bool {
	some := false
	for _, p := range paths {
		if !slices.Contains(p.Lessons, id) {
			continue
		}
		if p.When.Safe == nil {
			return false
		}
		some = true
	}
	return some
}

// next picks the lesson to go on with. One left unfinished before the learner
// last said what fits them waits behind the path.
func next(tracks []TrackProgress, path lessons.Path, since time.Time) (on *Progress, begun bool) {
	var fresh *Progress
	at := len(path.Lessons) // the place in the path of the first that is not done
	for _, t := range tracks {
		for i := range t.Lessons {
			p := &t.Lessons[i]
			begun = begun || p.Done || !p.At.IsZero()
			if p.Done {
				continue
			}
			if p.At.After(since) && (on == nil || p.At.After(on.At)) {
				on = p
			}
			if n := slices.Index(path.Lessons, p.Lesson.ID); n >= 0 && n < at {
				at, fresh = n, p
			}
			if fresh == nil {
				fresh = p
			}
		}
	}
	if on == nil {
		on = fresh
	}
	if on == nil {
		return nil, begun
	}
	one := *on // by itself, so that it holds none of the others
	return &one, begun
}
