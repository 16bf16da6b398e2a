package study

import (
	"context"

	"porchlight/lessons"
)

// A PathQuestion is one of the few questions that choose which lessons come first. Its
// words are named after it: "path.urgent", and "path.urgent-money" for a choice.
type PathQuestion struct {
	ID      string
	Choices []string // the words of paths.yaml
	get     func(lessons.Situation) string
	set     func(*lessons.Situation, string)
}

// SafeQuestion is the id of the question about safety. What was answered to it
// is not shown again, and SaveSafety alone keeps it.
const SafeQuestion = "safe"

// PathQuestions returns the questions in the order to ask them: what cannot wait
// first, and what is private last, when the learner has seen how they are asked.
func PathQuestions() []PathQuestion {
	return []PathQuestion{
		pathQuestion("urgent", lessons.Urgencies(), func(s *lessons.Situation) *lessons.Urgency { return &s.Urgent }),
		pathQuestion("relationship", lessons.Relationships(), func(s *lessons.Situation) *lessons.Relationship { return &s.Relationship }),
		pathQuestion("stage", lessons.Stages(), func(s *lessons.Situation) *lessons.Stage { return &s.Stage }),
		pathQuestion(SafeQuestion, lessons.Safeties(), func(s *lessons.Situation) *lessons.Safety { return &s.Safe }),
	}
}

func pathQuestion[T ~string](id string, choices []T, field func(*lessons.Situation) *T) PathQuestion {
	q := PathQuestion{
		ID:  id,
		get: func(s lessons.Situation) string { return string(*field(&s)) },
		set: func(s *lessons.Situation, answer string) { *field(s) = T(answer) },
	}
	for _, c := range choices {
		q.Choices = append(q.Choices, string(c))
	}
	return q
}

// Answer is what a situation says to the question, or "".
func (q PathQuestion) Answer(s lessons.Situation) string { return q.get(s) }

// Answered is the situation with an answer to the question; "" takes it back.
func (q PathQuestion) Answered(s lessons.Situation, answer string) lessons.Situation {
	q.set(&s, answer)
	return s
}

// SavePathAnswer keeps an answer to a question other than that on safety, and
// that the learner was asked. "" keeps that they would not answer.
func (d *Desk) SavePathAnswer(ctx context.Context, q PathQuestion, answer string) error {
	s, err := d.Situation(ctx)
	if err != nil {
		return err
	}
	return d.SaveSituation(ctx, q.Answered(s, answer))
}

// SavePathAsked keeps that the learner was asked, and leaves their answers.
func (d *Desk) SavePathAsked(ctx context.Context) error {
	s, err := d.Situation(ctx)
	if err != nil {
		return err
	}
	return d.SaveSituation(ctx, s)
}

// Refuge is what to offer at once to someone whose home may not be safe: the
// hotline, and the lesson that the path for them begins with.
type Refuge struct {
	Hotline *lessons.Number // nil where the pack has none
	Lesson  *lessons.Lesson // nil where the pack has none
}

// hotline is the id of the number for violence at home on the Help now card.
const hotline = "domestic-violence"

// Refuge returns it in the learner's language.
func (d *Desk) Refuge() Refuge {
	var r Refuge
	for _, n := range d.Help().Numbers {
		if n.ID == hotline {
			r.Hotline = &n
		}
	}
	path := lessons.Fit(d.course.Pack.Paths(d.Lang()), lessons.Situation{Safe: lessons.SafeNo})
	if path.When.Safe == nil || len(path.Lessons) == 0 {
		return r
	}
	if l, err := d.course.Pack.Lesson(path.Lessons[0], d.Lang()); err == nil {
		r.Lesson = &l
	}
	return r
}
