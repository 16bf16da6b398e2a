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
	if c.width == 0 || c.tracks == nil && !c.failed {
		return
	}
	c.menu.SetSize(kit.Room(c.width, c.env.TextWidth), c.height)
	if c.failed {
		c.menu.SetItems(c.trouble())
		return
	}
	if c.menu.SetItems(c.items(true)); c.menu.Len() > c.height {
		c.menu.SetItems(c.items(c.height > tight))
	}
}

// tight is the height up to which no line is left blank.
const tight = 12

func (c *Contents) trouble() []kit.Item {
	w := c.env.Words
	return []kit.Item{
		{Head: true, Lines: kit.Wrap(w.T("load.failed"), kit.Room(c.width, c.env.TextWidth))},
		{Head: true},
		{ID: toRetry, Text: w.T("load.again")},
	}
}

func (c *Contents) items(airy bool) []kit.Item {
	var items []kit.Item
	gap := func() {
		if airy && len(items) > 0 {
			items = append(items, kit.Item{Head: true})
		}
	}
	for _, t := range c.tracks {
		gap()
		head := kit.Item{Head: true, Text: t.Track.Title}
		if airy {
			head.Under = t.Track.Summary
		}
		items = append(items, head)
		for _, p := range t.Lessons {
			items = append(items, c.item(p))
		}
	}
	if len(c.tracks) == 1 && c.tracks[0].Track.ID == c.track {
		gap()
		items = append(items, kit.Item{ID: toAll, Text: c.env.Words.T("contents.all")})
	}
	return items
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
