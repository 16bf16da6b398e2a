// Package contents lists the lessons of one track, or of all, with how far the
// learner is with each. It keeps nothing, and opens lessons.
package contents

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/listing"
	"porchlight/tui/page"
)

// contents is what the page knows of the learner and the track.
type contents struct {
	env   page.Env
	desk  *study.Desk
	track lessons.TrackID // empty for all
}

// New returns the list of one track, or of all for an empty name. It loads
// nothing until Init.
func New(env page.Env, desk *study.Desk, track string) page.Page {
	c := contents{env, desk, lessons.TrackID(track)}
	return listing.New(env, listing.List[[]study.TrackProgress]{
		Load: c.load, Write: c.write, Open: c.open, Title: c.title, First: firstOpen,
	})
}

func (c contents) load(ctx context.Context) ([]study.TrackProgress, error) {
	tracks, err := c.desk.Tracks(ctx)
	return pick(tracks, c.track), err
}

// pick returns the track of that name alone, or every track that has lessons
// where there is none of that name.
func pick(tracks []study.TrackProgress, id lessons.TrackID) []study.TrackProgress {
	var all []study.TrackProgress
	for _, t := range tracks {
		if t.Track.ID == id && len(t.Lessons) > 0 {
			return []study.TrackProgress{t}
		}
		if len(t.Lessons) > 0 {
			all = append(all, t)
		}
	}
	return all
}

// firstOpen is the first lesson that is not done, where a learner most likely
// goes on.
func firstOpen(tracks []study.TrackProgress) string {
	for _, t := range tracks {
		for _, p := range t.Lessons {
			if !p.Done {
				return string(p.Lesson.ID)
			}
		}
	}
	return ""
}

// open goes where the item says.
func (c contents) open(id string) tea.Cmd {
	switch id {
	case toAll:
		return page.Replace(page.Lessons{})
	case toPair:
		return page.Go(page.Pair{Lesson: string(c.track)})
	}
	return page.Go(page.Lesson{ID: id})
}

// one reports whether the list is of the one track asked for.
func (c contents) one(tracks []study.TrackProgress) bool {
	return len(tracks) == 1 && tracks[0].Track.ID == c.track
}

// title is the track's, or says that these are all lessons.
func (c contents) title(tracks []study.TrackProgress) string {
	if c.one(tracks) {
		return tracks[0].Track.Title
	}
	return c.env.Words.T("contents.title")
}
