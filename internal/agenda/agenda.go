// Package agenda is what whoever leads a room does next. It turns a run sheet of
// the course into the polls and steps of a room, makes polls of the questions of
// any lesson, and lists what can be done in a room as it is now, so that every
// face offers the same acts. All of it is pure: it keeps nothing and asks
// nobody.
package agenda

import (
	"fmt"
	"slices"
	"strings"

	"porchlight/internal/course"
	"porchlight/internal/group"
	"porchlight/lessons"
	"porchlight/quiz"
)

// An Agenda is a run sheet as a room goes by it. The zero Agenda is a room
// without one.
type Agenda struct {
	Sheet lessons.RunSheetID
	Title string
	Steps []Step
	Polls []group.Poll // of the steps, to be put into the room
}

// A Step is one thing done in a session.
type Step struct {
	Kind     lessons.RunKind
	Title    string
	Minutes  int
	Optional bool
	Poll     string // the id of what the room is asked; empty for nothing
	Aloud    bool   // its question is asked aloud: no device can answer it
}

// New makes an agenda of a run sheet. It returns an error where a step asks what
// the course does not have.
func New(c *course.Course, sheet lessons.RunSheet) (Agenda, error) {
	a := Agenda{Sheet: sheet.ID, Title: inOneLine(sheet.Title)}
	for _, s := range sheet.Steps {
		step := Step{Kind: s.Kind, Title: strings.Join(strings.Fields(s.Title), " "), Minutes: s.Minutes, Optional: s.Optional}
		if s.Question != "" {
			p, answerable, err := pollOf(c, s)
			if err != nil {
				return Agenda{}, fmt.Errorf("run sheet %s, step %s: %w", sheet.ID, s.ID, err)
			}
			step.Aloud = !answerable
			if answerable {
				step.Poll = p.ID
				a.add(p)
			}
		}
		a.Steps = append(a.Steps, step)
	}
	return a, nil
}

// add keeps a poll, once.
func (a *Agenda) add(p group.Poll) {
	if !slices.ContainsFunc(a.Polls, func(q group.Poll) bool { return q.ID == p.ID }) {
		a.Polls = append(a.Polls, p)
	}
}

// pollOf is what a step asks. A question before and after is two polls of a
// pair.
func pollOf(c *course.Course, s lessons.RunStep) (p group.Poll, answerable bool, err error) {
	lesson, _, _ := strings.Cut(s.Question, "/")
	polls, err := questions(c, lessons.ID(lesson), s.Question)
	if err != nil {
		return group.Poll{}, false, err
	}
	if len(polls) == 0 {
		return group.Poll{}, false, known(c, lessons.ID(lesson), s.Question)
	}
	p = polls[0]
	switch s.Kind {
	case lessons.RunBefore:
		p.Pair, p.Part = p.ID, group.Before
	case lessons.RunAfter:
		p.Pair, p.Part = p.ID, group.After
	default:
		return p, true, nil
	}
	p.ID = string(p.Part) + "/" + p.ID
	return p, true, nil
}

// known returns an error where a lesson has no such question.
func known(c *course.Course, lesson lessons.ID, question string) error {
	bank, err := c.Questions(lesson, lessons.English)
	if err == nil && !slices.ContainsFunc(bank.Questions, func(q quiz.Question) bool { return string(q.ID) == question }) {
		return fmt.Errorf("no question %s", question)
	}
	return err
}

// Route is the show that the steps are the parts of.
func (a Agenda) Route() string { return "session/" + string(a.Sheet) }

// Acts bring a room to go by the agenda: what is asked in it is ready then.
func (a Agenda) Acts() []group.Action {
	acts := []group.Action{group.GoBy{Sheet: string(a.Sheet)}}
	for _, p := range a.Polls {
		acts = append(acts, group.AddPoll{Poll: p})
	}
	return acts
}

// At is the step that is at hand in a room; false before the first.
func (a Agenda) At(v group.LeadView) (int, bool) {
	step := v.SheetClock.Part
	if v.Place.Route == a.Route() {
		step = v.Place.Part
	} else if v.SheetClock.Began == 0 {
		return 0, false
	}
	return step, len(a.Steps) > 0 && step < len(a.Steps)
}

// Next is the step that follows the one at hand; false after the last.
func (a Agenda) Next(v group.LeadView) (int, bool) {
	step, begun := a.At(v)
	if begun {
		step++
	}
	return step, step < len(a.Steps)
}

// Begin begins a step of the agenda in a room, at a moment in seconds since 1970.
func (a Agenda) Begin(v group.LeadView, step int, at int64) group.Begin {
	from, begun := a.At(v)
	if !begun {
		from = -1
	}
	return group.Begin{From: from, To: group.Place{Route: a.Route(), Part: step}, Poll: a.Steps[step].Poll, At: at}
}
