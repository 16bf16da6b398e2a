package study

import (
	"context"
	"time"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/lessons"
)

// A Meeting is a run sheet for whoever leads a room by it: what comes next, and
// the same as a show, with the plan of its time and the notes. The zero Meeting
// is a room without a run sheet.
type Meeting struct {
	Agenda agenda.Agenda
	Show   Show
}

// Meeting is a run sheet for a room. Without an id it is the zero Meeting. It
// returns lessons.ErrNoRunSheet for an id the course lacks.
func (d *Desk) Meeting(ctx context.Context, id lessons.RunSheetID, w *locale.Words) (Meeting, error) {
	if id == "" {
		return Meeting{}, nil
	}
	show, err := d.Session(ctx, id, w)
	if err != nil {
		return Meeting{}, err
	}
	plan, err := d.agenda(id)
	return Meeting{plan, show}, err
}

// agenda is what a room does by a run sheet, in the learner's language.
func (d *Desk) agenda(id lessons.RunSheetID) (agenda.Agenda, error) {
	sheet, err := d.course.Pack.RunSheet(id, d.Lang())
	if err != nil {
		return agenda.Agenda{}, err
	}
	return agenda.New(d.course, sheet)
}

// Polls are the questions of a lesson that a room can answer, in every language.
func (d *Desk) Polls(_ context.Context, id lessons.ID) ([]group.Poll, error) {
	return agenda.Questions(d.course, id)
}

// Times says in words where a room is in its run sheet, and how the time stands:
// nothing before the first step.
func (m Meeting) Times(v group.LeadView, now time.Time, w *locale.Words) []string {
	step, begun := m.Agenda.At(v)
	if !begun {
		return nil
	}
	s := m.Agenda.Steps[step]
	lines := []string{w.F("lead.step", locale.Args{"N": step + 1, "Of": len(m.Agenda.Steps), "Title": s.Title})}
	began, since := v.SheetClock.Began, v.SheetClock.Since
	if began == 0 {
		return lines
	}
	used, in := max(0, now.Sub(time.Unix(began, 0))), max(0, now.Sub(time.Unix(since, 0)))
	lines = append(lines, w.F("lead.step-time", locale.Args{"Used": w.N("present.minutes", int(in/time.Minute)), "Planned": w.N("present.minutes", s.Minutes)}))
	return append(lines, m.Show.Pace(step, used, in).Words(w)...)
}
