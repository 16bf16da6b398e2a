package line

import (
	"slices"

	"porchlight/internal/locale"
	"porchlight/quiz"
)

// reasons says how the answer fits, and the reason for every option.
func (s *Session) reasons(a quiz.Attempt, q quiz.Question) {
	given, _ := a.Given(q.ID)
	s.say(s.verdict(q, given))
	s.reasonsFor(q, given)
}

// reasonsFor says the reason for every option.
func (s *Session) reasonsFor(q quiz.Question, given quiz.Given) {
	switch q.Kind {
	case quiz.Order:
		s.orderReasons(q, given)
	case quiz.Matching:
		s.matchReasons(q, given)
	case quiz.ShortText:
		s.typedReasons(q, given)
	case quiz.Situation:
		s.situationReasons(q, given)
	default:
		s.optionReasons(q, given)
	}
}

// verdict is the kind line before the reasons, behind what became of the
// answer.
func (s *Session) verdict(q quiz.Question, g quiz.Given) string {
	return s.t(s.desk.Kept()) + " " + s.merit(q, g)
}

func (s *Session) merit(q quiz.Question, g quiz.Given) string {
	switch {
	case q.Opinion():
		return s.t("line.answer-opinion")
	case q.Kind == quiz.Situation:
		o, _ := q.Option(g.Choices[0])
		return s.t("line.answer-" + string(o.Grade) + "-reply")
	case q.Kind == quiz.Matching && g.Result == quiz.Partial:
		return s.f("line.answer-pairs", locale.Args{"N": g.Right, "Of": g.Of})
	}
	if q.Kind == quiz.Scale && g.Result == quiz.Partial {
		return s.t("line.answer-near")
	}
	return s.t("line.answer-" + string(g.Result))
}

func (s *Session) optionReasons(q quiz.Question, g quiz.Given) {
	for _, i := range q.Foremost(g) {
		o := q.Options[i]
		s.say(s.f(reasonLine(slices.Contains(g.Choices, o.ID), o.Best), locale.Args{"N": i + 1, "Text": o.Text, "Reason": o.Reason}))
	}
}

func reasonLine(chosen, best bool) string {
	switch {
	case chosen && best:
		return "line.reason-chosen-best"
	case chosen:
		return "line.reason-chosen"
	case best:
		return "line.reason-best"
	}
	return "line.reason"
}

// situationReasons says of every option how it serves the talk, in words.
func (s *Session) situationReasons(q quiz.Question, g quiz.Given) {
	for _, i := range q.Foremost(g) {
		o := q.Options[i]
		reason := s.t("line.grade-"+string(o.Grade)) + " " + o.Reason
		s.say(s.f(reasonLine(slices.Contains(g.Choices, o.ID), false), locale.Args{"N": i + 1, "Text": o.Text, "Reason": reason}))
	}
}

// orderReasons lists the options in their right order, and says where the
// learner had those that stood elsewhere.
func (s *Session) orderReasons(q quiz.Question, g quiz.Given) {
	s.say(s.t("line.right-order"))
	list := q.Ordered(g.Response)
	for i, o := range list {
		text, had := o.Text, slices.Index(g.Choices, o.ID)
		if i > 0 && list[i-1].Place == o.Place {
			text += " " + s.f("line.either-way", locale.Args{"At": i})
		}
		if had != i {
			text += " " + s.f("line.had-at", locale.Args{"At": had + 1})
		}
		s.say(s.f("line.reason", locale.Args{"N": i + 1, "Text": text, "Reason": o.Reason}))
	}
}

// matchReasons says what every option belongs with, and what the learner had
// where that was something else.
func (s *Session) matchReasons(q quiz.Question, g quiz.Given) {
	for i, o := range q.Options {
		right, _ := q.MatchOf(o.Match)
		id, _ := g.Paired(o.ID)
		yours, _ := q.MatchOf(id)
		line := "line.pair-right"
		if id != o.Match {
			line = "line.pair-other"
		}
		s.say(s.f(line, locale.Args{"N": i + 1, "Text": o.Text, "Match": right.Text, "Yours": yours.Text, "Reason": o.Reason}))
	}
}

// typedReasons says what was typed, and the reason for it and for every answer
// that the course lists.
func (s *Session) typedReasons(q quiz.Question, g quiz.Given) {
	if g.Erased {
		s.say(s.t("drill.typed-erased"))
	} else {
		s.say(s.f("line.typed", locale.Args{"Text": g.Text}))
	}
	if len(g.Choices) == 0 {
		s.say(q.Otherwise)
	}
	for _, i := range q.Foremost(g) {
		o := q.Options[i]
		s.say(s.f(reasonLine(slices.Contains(g.Choices, o.ID), o.Best), locale.Args{"N": i + 1, "Text": o.Text, "Reason": o.Reason}))
	}
}
