package contents

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
)

// toAll can be chosen besides lessons. No lesson has such an id: it is no slug.
const toAll = "/all"

// toPair leads to a few questions before and after the track.
const toPair = "/pair"

func (c contents) write(e *kit.Entries, tracks []study.TrackProgress) {
	for _, t := range tracks {
		e.Gap()
		e.Head(t.Track.Title, t.Track.Summary)
		for _, p := range t.Lessons {
			e.Add(c.item(p))
		}
	}
	if c.one(tracks) {
		e.Gap()
		e.Add(kit.Item{ID: toPair, Text: c.env.Words.T("contents.pair")})
		e.Add(kit.Item{ID: toAll, Text: c.env.Words.T("contents.all")})
	}
}

// item is one lesson: its title, how long it takes and how far the learner is;
// below it, what became of its questions.
func (c contents) item(p study.Progress) kit.Item {
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

func (c contents) state(p study.Progress) string {
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
func (c contents) questions(p study.Progress) string {
	s := p.Score
	switch {
	case !p.HasQuiz || s.Answered == 0:
		return ""
	case s.Answered < s.Asked:
		return c.env.Words.F("contents.answered", locale.Args{"N": s.Answered, "Of": s.Asked})
	}
	return c.env.Words.F("contents.score", locale.Args{"N": s.Best, "Of": s.Asked})
}
