// Package study is one learner at work: the course in their language, their
// record, and what joins the two. The pages of the program and line mode call
// the same Desk, so both keep and show the same facts. It draws nothing.
package study

import (
	"context"
	"fmt"
	"sync"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/fault"
	"porchlight/internal/record"
	"porchlight/internal/takehome"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A Desk serves one learner. It may be used by several goroutines at once.
type Desk struct {
	course *course.Course
	finder *Finder
	shows  *Shows
	now    func() time.Time
	newID  func() string
	office *takehome.Office // nil where words are not given out

	mu    sync.Mutex
	store record.Store
	words string // those that lead to the record, if any were given out
	lang  lessons.Lang
	guest bool
	visit bool
	safe  struct { // said for this visit; the record may not have it
		answer lessons.Safety
		at     time.Time
	}
	// unsafe is the reflections of this session that put safety first.
	unsafe map[quiz.ReflectionID]bool
}

// Options are what a Desk is made of.
type Options struct {
	Course *course.Course
	// Finder is shared by all desks of a course; nil gives the desk its own.
	Finder *Finder
	// Shows is shared by all desks of a course, as Finder is.
	Shows *Shows
	Store record.Store
	Lang  lessons.Lang
	// Guest says that Store keeps nothing after the session, so that pages can
	// tell the learner.
	Guest bool
	// Visit says that the learner is a visitor of a kiosk: the computer that runs
	// this is not the one they sit at.
	Visit bool
	Now   func() time.Time
	// NewID makes an id no other attempt has.
	NewID func() string
	// Office gives out words to go on with elsewhere; nil where there are none.
	Office *takehome.Office
}

// NewDesk returns a desk for one learner. It reads nothing yet.
func NewDesk(o Options) *Desk {
	if o.Finder == nil {
		o.Finder = NewFinder(o.Course)
	}
	if o.Shows == nil {
		o.Shows = NewShows()
	}
	return &Desk{course: o.Course, finder: o.Finder, shows: o.Shows, store: o.Store, lang: o.Lang, guest: o.Guest, visit: o.Visit, now: o.Now, newID: o.NewID, office: o.Office}
}

// Lang is the learner's language.
func (d *Desk) Lang() lessons.Lang {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lang
}

// SetLang changes the learner's language for what is read from now on.
func (d *Desk) SetLang(lang lessons.Lang) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lang = lang
}

// Visit reports whether the learner is a visitor of a kiosk.
func (d *Desk) Visit() bool { return d.visit }

// Guest reports whether nothing is kept after this session.
func (d *Desk) Guest() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.guest
}

// keep is the record as it is now.
func (d *Desk) keep() record.Store {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.store
}

// Kept names the words that say what became of something just kept: it is
// saved, or it lasts as long as the session.
func (d *Desk) Kept() string {
	if d.Guest() {
		return "trouble.kept-guest"
	}
	return "trouble.kept"
}

// GoOnWithoutSaving leaves the record as it is on disk and goes on with a copy
// in memory of what could be read of it. The record is closed.
func (d *Desk) GoOnWithoutSaving(ctx context.Context) {
	old := d.keep()
	guest := record.NewGuest()
	if kept, err := old.Export(ctx); err == nil {
		_ = guest.Import(ctx, kept) // a guest with less is better than none
	}
	d.mu.Lock()
	d.store, d.guest = guest, true
	d.mu.Unlock()
	_ = old.Close()
}

// Progress is one lesson and how far the learner is with it.
type Progress struct {
	Lesson  lessons.Lesson
	Reached int // hundredths of the lesson seen, 0 to 100
	Done    bool
	HasQuiz bool
	Score   record.Score // zero when no question was ever answered
	At      time.Time    // when the learner was last in it
}

// TrackProgress is a track with its lessons.
type TrackProgress struct {
	Track   lessons.Track
	Lessons []Progress
}

// Done counts the lessons finished.
func (t TrackProgress) Done() int {
	n := 0
	for _, p := range t.Lessons {
		if p.Done {
			n++
		}
	}
	return n
}

// Tracks returns every track with the learner's progress, in course order.
func (d *Desk) Tracks(ctx context.Context) ([]TrackProgress, error) {
	places, err := d.keep().Places(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading places: %w", err)
	}
	scores, err := d.keep().Scores(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading scores: %w", err)
	}
	lang := d.Lang()
	byTrack := map[lessons.TrackID][]Progress{}
	for _, l := range d.course.Pack.Lessons(lang) {
		place := places[string(l.ID)]
		byTrack[l.Track] = append(byTrack[l.Track], Progress{
			Lesson: l, Reached: place.Reached, Done: !place.Done.IsZero(), At: place.At,
			HasQuiz: d.course.Banks.Has(quiz.LessonID(l.ID)), Score: scores[string(l.ID)],
		})
	}
	var tracks []TrackProgress
	for _, t := range d.course.Pack.Tracks(lang) {
		tracks = append(tracks, TrackProgress{Track: t, Lessons: byTrack[t.ID]})
	}
	return tracks, nil
}

// Warm begins to read what home will ask for, so that it is there when the
// terminal is ready. It returns at once.
func (d *Desk) Warm() {
	lang := d.Lang()
	go fault.Alone(func() { d.course.Pack.Lessons(lang) })
}

// Help is the Help now card.
func (d *Desk) Help() lessons.Help { return d.course.Pack.Help(d.Lang()) }

// Close closes the record.
func (d *Desk) Close() error { return d.keep().Close() }
