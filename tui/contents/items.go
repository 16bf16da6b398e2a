package contents

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
)

// What can be chosen besides lessons. No lesson has such an id: it is no slug.
const (
	toRetry = "/retry"
	toAll   = "/all"
)

func (c *Contents) draw() {
	if c.list.Ready() && (c.tracks != nil || c.failed) {
		c.list.Lay(c.write)
	}
}

func (c *Contents) write(e *kit.Entries) {
	w := c.env.Words
	if c.failed {
		e.Failed(w.T("load.failed"), w.T("load.again"), toRetry)
		return
	}
	for _, t := range c.tracks {
		e.Gap()
		e.Head(t.Track.Title, t.Track.Summary)
		for _, p := range t.Lessons {
			e.Add(c.item(p))
		}
	}
	if len(c.tracks) == 1 && c.tracks[0].Track.ID == c.track {
		e.Gap()
		e.Add(kit.Item{ID: toAll, Text: w.T("contents.all")})
	}
}

// item is one lesson: its title, how long it takes and how far the learner is;
// below it, what became of its questions.
func (c *Contents) item(p study.Progress) kit.Item {
	w := c.env.Words
	facts := []string{w.F("contents.minutes", locale.Args{"N": p.Lesson.Minutes()}), c.state(p)}
	if p.Lesson.Lang != lessons.Lang(w.Lang()) {
		facts = append(facts, w.T("contents.in-english"))
	}
	return kit.Item{
		ID: string(p.Lesson.ID), Text: p.Lesson.Title,
		Right: strings.Join(facts, ", "), Under: c.questions(p),
	}
}

func (c *Contents) state(p study.Progress) string {
	w := c.env.Words
	switch {
	case p.Done:
		return w.T("contents.done")
	case p.Reached > 0:
		return w.F("contents.reached", locale.Args{"Percent": p.Reached})
	}
	return w.T("contents.new")
}

// questions says how the latest try at a lesson's questions went, and nothing
// where there was none.
func (c *Contents) questions(p study.Progress) string {
	s := p.Score
	switch {
	case !p.HasQuiz || s.Answered == 0:
		return ""
	case s.Answered < s.Asked:
		return c.env.Words.F("contents.answered", locale.Args{"N": s.Answered, "Of": s.Asked})
	}
	return c.env.Words.F("contents.score", locale.Args{"N": s.Best, "Of": s.Asked})
}
