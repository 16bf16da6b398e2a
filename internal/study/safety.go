package study

import (
	"context"
	"slices"

	"porchlight/lessons"
	"porchlight/quiz"
)

// violenceNumber is the number, by its id in the Help now card, of those who
// help where someone is hurt at home.
const violenceNumber = "domestic-violence"

// Safety is what stands before all else for someone who may not be safe at
// home. On its page 911 and Help now are named too.
type Safety struct {
	Numbers []lessons.Number // to talk to someone who can help plan
	Lesson  *lessons.Lesson  // to read first; nil where the pack has none
}

// Safety returns what comes first where home may not be safe.
func (d *Desk) Safety() Safety {
	var s Safety
	all := d.Help().Numbers
	for _, n := range all {
		if n.ID == violenceNumber {
			s.Numbers = append(s.Numbers, n)
		}
	}
	if s.Numbers == nil {
		s.Numbers = all // of a pack that names its numbers otherwise
	}
	if path := d.safePath(); len(path) > 0 {
		if l, err := d.course.Pack.Lesson(path[0], d.Lang()); err == nil {
			s.Lesson = &l
		}
	}
	return s
}

// safePath is the lessons that are for someone who is not safe at home: what
// they hold can be read and done without raising the danger. It is empty for a
// pack that does not say.
func (d *Desk) safePath() []lessons.ID {
	p := lessons.Fit(d.course.Pack.Paths(d.Lang()), lessons.Situation{Safe: lessons.SafeNo})
	if p.When.Safe == nil {
		return nil
	}
	return p.Lessons
}

// Heed remembers, for this session and in memory alone, whether a reflection
// was answered with what puts safety first. Nothing of it is kept.
func (d *Desk) Heed(a quiz.Answers) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.unsafe == nil {
		d.unsafe = map[quiz.ReflectionID]bool{}
	}
	d.unsafe[a.Reflection().ID] = a.Unsafe()
}

// Guarded reports whether safety comes before an exercise that could raise
// danger at home: the learner said so on their path, in a reflection they chose
// to keep, or in one of this session.
func (d *Desk) Guarded(ctx context.Context) (bool, error) {
	if d.heeds() {
		return true, nil
	}
	if s, err := d.Situation(ctx); err != nil || s.Safe == lessons.SafeNo || s.Safe == lessons.SafeUnsure {
		return err == nil, err
	}
	looks, err := d.latest(ctx)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(looks, quiz.Answers.Unsafe), nil
}

func (d *Desk) heeds() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, unsafe := range d.unsafe {
		if unsafe {
			return true
		}
	}
	return false
}
