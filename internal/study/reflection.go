package study

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A Look is a reflection as it was answered once. It is kept only where the
// learner says so.
type Look struct {
	ID    string
	At    time.Time
	Given map[quiz.ItemID]int
}

// A Mirror is a reflection as the learner opens it.
type Mirror struct {
	Reflection quiz.Reflection
	Looks      []Look // those kept, oldest first
	Foreign    bool   // it is in English for want of a translation
}

// Mirror opens a reflection, with nothing answered. It returns
// quiz.ErrNoReflection for an id the course lacks.
func (d *Desk) Mirror(ctx context.Context, id quiz.ReflectionID) (Mirror, error) {
	r, err := d.course.Reflection(id, quiz.Lang(d.Lang()))
	if err != nil {
		return Mirror{}, err
	}
	looks, err := d.looks(ctx, string(id))
	if err != nil {
		return Mirror{}, err
	}
	return Mirror{Reflection: r, Looks: looks[id], Foreign: lessons.Lang(r.Lang) != d.Lang()}, nil
}

// Mirrors returns all reflections, by title.
func (d *Desk) Mirrors(ctx context.Context) ([]Mirror, error) {
	looks, err := d.looks(ctx, "")
	if err != nil {
		return nil, err
	}
	var all []Mirror
	for _, r := range d.course.Reflections(quiz.Lang(d.Lang())) {
		all = append(all, Mirror{Reflection: r, Looks: looks[r.ID], Foreign: lessons.Lang(r.Lang) != d.Lang()})
	}
	slices.SortFunc(all, func(a, b Mirror) int { return strings.Compare(a.Reflection.Title, b.Reflection.Title) })
	return all, nil
}

// looks returns what was kept of one reflection, or of all for "", in the
// learner's own time.
func (d *Desk) looks(ctx context.Context, id string) (map[quiz.ReflectionID][]Look, error) {
	events, err := d.keep().Events(ctx, record.KindReflection, id)
	if err != nil {
		return nil, fmt.Errorf("reading reflections: %w", err)
	}
	zone := d.now().Location()
	looks := map[quiz.ReflectionID][]Look{}
	for _, e := range events {
		l := Look{ID: e.ID, At: e.At.In(zone), Given: map[quiz.ItemID]int{}}
		for item, place := range e.Fields {
			if n, err := strconv.Atoi(place); err == nil {
				l.Given[quiz.ItemID(item)] = n
			}
		}
		r := quiz.ReflectionID(e.Subject)
		looks[r] = append(looks[r], l)
	}
	return looks, nil
}

// latest returns the newest answers kept of each reflection.
func (d *Desk) latest(ctx context.Context) ([]quiz.Answers, error) {
	looks, err := d.looks(ctx, "")
	if err != nil {
		return nil, err
	}
	var all []quiz.Answers
	for id, kept := range looks {
		r, err := d.course.Reflection(id, quiz.Lang(d.Lang()))
		if err != nil {
			continue // of another pack
		}
		a, _ := quiz.Reflect(r).Resume(kept[len(kept)-1].Given)
		all = append(all, a)
	}
	return all, nil
}

// NewLook is answers as they can be kept, with an id of their own.
func (d *Desk) NewLook(a quiz.Answers) Look { return Look{ID: d.newID(), At: d.now(), Given: a.All()} }

// Harmless is a look without the answers that put safety first, so that what
// is kept does not show them to whoever opens it.
func (l Look) Harmless(r quiz.Reflection) Look {
	given := map[quiz.ItemID]int{}
	for id, place := range l.Given {
		if i, ok := r.Item(id); !ok || len(i.Unsafe) == 0 {
			given[id] = place
		}
	}
	l.Given = given
	return l
}

// KeepLook keeps a look. Keeping the same one again does nothing, so a failed
// call may be tried again.
func (d *Desk) KeepLook(ctx context.Context, id quiz.ReflectionID, l Look) error {
	fields := map[string]string{}
	for item, place := range l.Given {
		fields[string(item)] = strconv.Itoa(place)
	}
	return d.keep().AddEvent(ctx, record.Event{
		Kind: record.KindReflection, Subject: string(id), ID: l.ID, Fields: fields, At: l.At,
	})
}

// ForgetLooks removes everything kept of one reflection, so that no byte of it
// stays in the record.
func (d *Desk) ForgetLooks(ctx context.Context, id quiz.ReflectionID) error {
	return d.keep().Erase(ctx, record.Scope{Kind: record.KindReflection, Subject: string(id)})
}

// ForgetLook removes one look; the others stay.
func (d *Desk) ForgetLook(ctx context.Context, l Look) error {
	return d.keep().RemoveEvent(ctx, record.KindReflection, l.ID)
}

// A Step is a lesson that a reflection leads to, for one area of life.
type Step struct {
	Area, Word string
	Lesson     lessons.Lesson
	Unsafe     bool // it is about safety, and comes before all else
}

// Steps returns the lessons that answers lead to. Where home may not be safe,
// it leaves out every lesson that could raise the danger: what stays is about
// safety, or is on the path for someone who is not safe.
func (d *Desk) Steps(a quiz.Answers) []Step {
	safe := d.safePath()
	var steps []Step
	for _, o := range a.Offers() {
		id := lessons.ID(o.Lesson)
		if a.Unsafe() && !o.Unsafe && !slices.Contains(safe, id) {
			continue
		}
		if l, err := d.course.Pack.Lesson(id, d.Lang()); err == nil {
			steps = append(steps, Step{o.Area, o.Word, l, o.Unsafe})
		}
	}
	return steps
}

// A Trend is one item of a reflection over time. It says what was answered
// and when, and whether that is good or bad for nobody to say.
type Trend struct {
	Item   quiz.Item
	Points []Point
}

// A Point is one answer and when it was given.
type Point struct {
	At    time.Time
	Place int // on the scale, from 0
}

// trendLimit is how many of the newest looks a trend shows.
const trendLimit = 6

// Trends returns the items that were answered in two looks or more, with the
// newest answers to each, oldest first. Answers that the reflection no longer
// has a place for are left out.
func (m Mirror) Trends() []Trend {
	var trends []Trend
	for _, i := range m.Reflection.Items {
		var points []Point
		for _, l := range m.Looks {
			if place, ok := l.Given[i.ID]; ok && place >= 0 && place < len(m.Reflection.Scale) {
				points = append(points, Point{l.At, place})
			}
		}
		if len(points) >= 2 {
			trends = append(trends, Trend{i, points[max(0, len(points)-trendLimit):]})
		}
	}
	return trends
}

// LastTwo is the answer before the newest, and the newest.
func (t Trend) LastTwo() (was, now Point) {
	n := len(t.Points)
	return t.Points[n-2], t.Points[n-1]
}
