package study

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"porchlight/internal/locale"
	"porchlight/lessons"
	"porchlight/quiz"
)

// ShowWords is a part with words of a run sheet alone: a welcome, a close.
const ShowWords PartKind = "words"

// ErrStep is returned for a run sheet with a step that the course no longer has.
var ErrStep = errors.New("a step of the run sheet is not in the course")

// Session plays a run sheet: its steps, with their minutes, as parts. It reads no
// record and keeps nothing. It returns lessons.ErrNoRunSheet for an id the
// course lacks.
func (d *Desk) Session(ctx context.Context, id lessons.RunSheetID, w *locale.Words) (Show, error) {
	name, lang := "session/"+string(id), d.Lang()
	s, err := d.shows.show(name, lang, w, func() (Show, error) { return d.sheetShow(name, id, lang, w) })
	return s, errors.Join(err, ctx.Err())
}

func (d *Desk) sheetShow(name string, id lessons.RunSheetID, lang lessons.Lang, w *locale.Words) (Show, error) {
	sheet, err := d.course.Pack.RunSheet(id, lang)
	if err != nil {
		return Show{}, err
	}
	s := Show{Name: name, Title: sheet.Title, Foreign: sheet.Lang != lang}
	for _, step := range sheet.Steps {
		p, err := d.stepPart(step, lang, w)
		if err != nil {
			return Show{}, fmt.Errorf("%w: %s, %s: %w", ErrStep, id, step.ID, err)
		}
		p.Title, p.Minutes, p.Optional = oneLine(step.Title), step.Minutes, step.Optional
		if step.Notes != "" {
			p.Notes = append([]string{oneLine(step.Notes)}, p.Notes...)
		}
		s.Parts, s.Minutes = append(s.Parts, p), s.Minutes+step.Minutes
	}
	s.Parts[0].Notes = append(s.Parts[0].Notes, w.F("present.focus", locale.Args{"Text": oneLine(sheet.Focus)}))
	return s, nil
}

// stepPart is one step of a run sheet.
func (d *Desk) stepPart(step lessons.RunStep, lang lessons.Lang, w *locale.Words) (Part, error) {
	switch step.Kind {
	case lessons.RunPages:
		l, err := d.course.Pack.Lesson(step.Lesson, lang)
		if err != nil {
			return Part{}, err
		}
		return pagesPart(d.course.Pack, l, w), nil
	case lessons.RunPrompt:
		l, err := d.course.Pack.Lesson(step.Lesson, lang)
		if err != nil {
			return Part{}, err
		}
		if step.Prompt > len(l.Discussion) {
			return Part{}, fmt.Errorf("no prompt %d", step.Prompt)
		}
		return promptPart(l, step.Prompt-1, w), nil
	case lessons.RunPoll, lessons.RunBefore, lessons.RunAfter:
		return d.askPart(step, lang, w)
	case lessons.RunPractice:
		p, err := d.course.Practice(quiz.PracticeID(step.Practice), quiz.Lang(lang))
		if err != nil {
			return Part{}, err
		}
		return practicePart(p, w), nil
	}
	return Part{Kind: ShowWords, Markdown: "## " + literal(step.Title) + "\n\n" + paragraphs(step.Say)}, nil
}

// askPart is a question. Before, the room does not see what fits: it is asked
// again after.
func (d *Desk) askPart(step lessons.RunStep, lang lessons.Lang, w *locale.Words) (Part, error) {
	lesson, _, _ := strings.Cut(step.Question, "/")
	bank, err := d.course.Questions(lessons.ID(lesson), lang)
	if err != nil {
		return Part{}, err
	}
	for _, q := range bank.Questions {
		if string(q.ID) != step.Question {
			continue
		}
		p := questionPart(q, w)
		p.Notes = append(p.Notes, w.T("present.hands"))
		if step.Kind == lessons.RunBefore {
			p.Markdown = questionPage(q, p.Title, w)
			p.Notes = append(p.Notes, w.T("present.before-how"))
		}
		return p, nil
	}
	return Part{}, fmt.Errorf("no question %s", step.Question)
}
