package review

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/review"
	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
)

// What can be chosen besides the two grades.
const (
	toShow    = "show"
	toUndo    = "undo"
	toPause   = "pause"
	toResume  = "resume"
	toRetry   = "retry"
	toLessons = "lessons"
	toLeave   = "leave"
)

// compose writes what the stage shows, at the width there is.
func (r *Review) compose() {
	if r.leaf.Ready() && r.stage != waiting {
		r.leaf.Write(r.write)
	}
}

func (r *Review) write() []kit.Item {
	switch s := &r.leaf.Sheet; r.stage {
	case front:
		return r.front(s)
	case back:
		return r.back(s)
	case resting:
		return r.rest(s)
	default:
		s.Say(r.env.Words.T("load.failed"), r.env.Theme.Plain)
		return []kit.Item{r.item(toRetry, "load.again"), r.item(toLeave, "review.leave")}
	}
}

func (r *Review) item(id, words string) kit.Item {
	return kit.Item{ID: id, Text: r.env.Words.T(words)}
}

func (r *Review) card() study.ReviewCard { return r.cards.Cards[0] }

// front writes the question, with the options where it is about choosing among
// them.
func (r *Review) front(s *kit.Sheet) []kit.Item {
	w, t := r.env.Words, r.env.Theme
	done := len(r.cards.Done)
	s.Put("", w.F("review.count", locale.Args{"At": done + 1, "Of": done + len(r.cards.Cards)}), t.Quiet)
	s.Put("", r.card().Lesson.Title, t.Quiet)
	s.Gap()
	r.question(s)
	s.Say(w.T("review.think"), t.Quiet)
	return []kit.Item{r.item(toShow, "review.show"), r.item(toPause, "review.pause"), r.item(toLeave, "review.leave")}
}

func (r *Review) question(s *kit.Sheet) {
	t, card := r.env.Theme, r.card()
	s.Say(r.cards.ask, t.Strong)
	for _, text := range card.Asked() {
		s.Put("- ", text, t.Plain)
	}
	if with := card.Belong(r.env.Words); with != "" {
		s.Put("", with, t.Plain)
	}
	if len(card.Asked()) > 0 {
		s.Gap()
	}
}

// back writes the best answer and why, under the question.
func (r *Review) back(s *kit.Sheet) []kit.Item {
	w, t := r.env.Words, r.env.Theme
	s.Say(r.cards.ask, t.Strong)
	heading, best := r.card().Best(w)
	s.Put("", heading, t.Good)
	for _, o := range best {
		mark, text := "- ", o.Text
		if r.card().Question.Kind == quiz.Order { // it begins with its number
			number, rest, _ := strings.Cut(text, " ")
			mark, text = number+" ", rest
		}
		s.Put(mark, text, t.Strong)
		s.Under(strings.Repeat(" ", len(mark)), o.Reason, t.Plain)
	}
	s.Gap()
	notYet, gotIt := r.item(string(review.NotYet), "review.not-yet"), r.item(string(review.GotIt), "review.got-it")
	if r.leaf.Airy() {
		notYet.Under, gotIt.Under = w.T("review.not-yet-why"), w.T("review.got-it-why")
	}
	return []kit.Item{notYet, gotIt}
}

// rest writes why no card comes.
func (r *Review) rest(s *kit.Sheet) []kit.Item {
	w, t := r.env.Words, r.env.Theme
	leave := r.item(toLeave, "review.leave")
	switch {
	case r.cards.Paused:
		s.Say(w.T("review.paused"), t.Plain)
		return []kit.Item{r.item(toResume, "review.resume"), leave}
	case r.cards.None:
		s.Say(w.T("review.none"), t.Plain)
		return []kit.Item{r.item(toLessons, "review.to-lessons"), leave}
	case !r.undoable():
		s.Say(w.T("review.nothing"), t.Plain)
		return []kit.Item{leave, r.item(toPause, "review.pause")}
	}
	s.Say(w.T("review.rest"), t.Plain)
	return []kit.Item{leave, r.item(toUndo, "review.undo"), r.item(toPause, "review.pause")}
}
