package course

import (
	"fmt"
	"slices"

	"porchlight/lessons"
)

// trackRules are about the place of lessons in the course.
func trackRules() []rule {
	return []rule{
		forLessons("known track", knownTrack),
		{"track has lessons", trackHasLessons},
		forEditions("one lesson a place", oneAPlace),
	}
}

func knownTrack(l *lessonFile) {
	tracks := l.edition.pack.english().tracks
	if l.lesson.Track == "" || !tracks.ok() {
		return
	}
	ids := pluck(tracks.value, func(t lessons.Track) lessons.TrackID { return t.ID })
	if slices.Contains(ids, l.lesson.Track) {
		return
	}
	unknown(l.doc, l.doc.At("track"), "there is no track %q", l.lesson.Track, ids, "The tracks stand in lessons/en/tracks.yaml.")
}

func trackHasLessons(p *pack) {
	e := p.english()
	used := map[lessons.TrackID]bool{}
	for _, l := range e.lessons {
		used[l.lesson.Track] = true
	}
	for i, t := range e.tracks.value {
		if t.ID != "" && !used[t.ID] {
			e.tracks.doc.Report(e.tracks.doc.At("tracks", i, "id"), fmt.Sprintf("the track %q has no lessons", t.ID),
				"Write a lesson with this track, or take the track out.")
		}
	}
}

// oneAPlace reports two lessons in the same place of a track.
func oneAPlace(e *edition) {
	type place struct {
		track lessons.TrackID
		order int
	}
	first := map[place]*lessonFile{}
	for _, l := range e.lessons {
		at := place{l.lesson.Track, l.lesson.Order}
		if at.order == 0 || at.track == "" {
			continue
		}
		if other := first[at]; other != nil {
			l.doc.Report(l.doc.At("order"), fmt.Sprintf("place %d of the track %q is taken by %s", at.order, at.track, other.name),
				"Give one of the two lessons another order.")
			continue
		}
		first[at] = l
	}
}
