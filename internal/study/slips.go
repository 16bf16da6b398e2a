package study

import (
	"context"
	"errors"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A Slip is a question that a group answers on paper, in the learner's
// language.
type Slip struct {
	Lang    string // of its words
	Text    string
	Part    string // "before" or "after", where it is asked twice
	Choices []string
	Many    bool
}

// Slips are the questions of a lesson, or of a run sheet, that a group can
// answer on paper. It returns lessons.ErrNoLesson for an id that is neither.
func (d *Desk) Slips(_ context.Context, id string) ([]Slip, error) {
	polls, err := agenda.Questions(d.course, lessons.ID(id))
	if err != nil && !errors.Is(err, quiz.ErrNoBank) && !errors.Is(err, lessons.ErrNoLesson) {
		return nil, err
	}
	if err != nil {
		sheet, err := d.course.Pack.RunSheet(lessons.RunSheetID(id), d.Lang())
		if errors.Is(err, lessons.ErrNoRunSheet) {
			return nil, lessons.ErrNoLesson
		}
		if err != nil {
			return nil, err
		}
		plan, err := agenda.New(d.course, sheet)
		if err != nil {
			return nil, err
		}
		polls = plan.Polls
	}
	slips := make([]Slip, len(polls))
	for i, p := range polls {
		slips[i] = SlipOf(p.Text, p.Choices, p.Part, p.Many, string(d.Lang()))
	}
	return slips, nil
}

// SlipOf is a poll of a room as a slip, in a language.
func SlipOf(text group.Text, choices []group.Choice, part group.Part, many bool, lang string) Slip {
	if text[lang] == "" {
		lang = string(lessons.English)
	}
	s := Slip{Lang: lang, Text: text.In(lang), Part: string(part), Many: many}
	for _, c := range choices {
		s.Choices = append(s.Choices, c.Text.In(lang))
	}
	return s
}
