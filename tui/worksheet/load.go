package worksheet

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

func (s *Sheet) load() tea.Cmd {
	desk, id := s.desk, s.id
	return s.loads.Fetch(s.env, func(ctx context.Context) (study.Page, error) { return desk.Worksheet(ctx, id) }, (*Sheet).onLoaded)
}

func (s *Sheet) onLoaded(is study.Page, err error) tea.Cmd {
	if err != nil {
		if s.page == nil { // else what is there is better than nothing
			s.stuck, s.level = err, answers
			s.area.Blur()
		}
		s.draw()
		return nil
	}
	s.page, s.stuck = &is, nil
	if _, ok := s.page.Sheet.Field(s.field); s.field != "" && !ok {
		s.level, s.field = answers, ""
		s.area.Blur()
	}
	s.draw()
	return s.after()
}

// text is what is kept in a field.
func (s *Sheet) text(id lessons.FieldID) string {
	if f := s.written(id); f != nil {
		return f.Text
	}
	return ""
}

// written is a field with what is kept in it; nil for none of that id.
func (s *Sheet) written(id lessons.FieldID) *study.Written {
	if s.page == nil {
		return nil
	}
	for i := range s.page.Fields {
		if s.page.Fields[i].Field.ID == id {
			return &s.page.Fields[i]
		}
	}
	return nil
}

// An act is what was written in a field, or that all of it is to be cleared,
// on its way to the record.
type act struct {
	field lessons.FieldID // empty: the whole worksheet
	text  string
}

// keeping is the act on its way, and what is to follow it.
type keeping struct {
	act     *act    // one at a time: two could overtake each other
	leaving bool    // the learner is done with the field
	then    tea.Cmd // done when all is kept; it closes the program
}

// saved says that the record has an act.
type saved struct{ act *act }

// begin sends an act to the record.
func (s *Sheet) begin(a act) tea.Cmd {
	s.kept.act = &a
	return save(s.env, s.desk, s.id, s.kept.act)
}

// save keeps an act. One that could not be kept goes to the program, which
// asks the learner; the page may be gone by then.
func save(env page.Env, desk *study.Desk, id lessons.WorksheetID, a *act) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		var err error
		if a.field == "" {
			err = desk.ClearWorksheet(ctx, id)
		} else {
			err = desk.SaveField(ctx, id, a.field, a.text)
		}
		if err != nil {
			return page.NotSaved{Err: err, Again: save(env, desk, id, a)}
		}
		return saved{a}
	})
}

func (s *Sheet) onSaved(msg saved) tea.Cmd {
	if msg.act != s.kept.act {
		return nil // of a page before this one
	}
	s.kept.act = nil
	if s.loads.Busy() {
		return s.load() // what is on its way may not have it
	}
	if f := s.written(msg.act.field); f != nil {
		f.Text = msg.act.text
	} else if s.page != nil && msg.act.field == "" {
		blank := s.page.Blank()
		s.page = &blank
	}
	s.draw()
	return s.after()
}

// after goes on when the record has an act: with what was written meanwhile,
// then with what waits for all to be kept.
func (s *Sheet) after() tea.Cmd {
	if cmd := s.keep(); cmd != nil || s.kept.act != nil {
		return cmd
	}
	if s.kept.leaving {
		s.kept.leaving = false
		s.area.Blur()
		s.to(answers, "", s.from())
	}
	then := s.kept.then
	s.kept.then = nil
	return then
}

// keep sends what is written in the field in front to the record, when the
// record does not have it yet.
func (s *Sheet) keep() tea.Cmd {
	if s.level != writing || s.kept.act != nil || s.page == nil {
		return nil
	}
	text := study.WorksheetText(s.area.Value())
	if text == s.text(s.field) {
		return nil
	}
	return s.begin(act{s.field, text})
}

// Keep writes what is not yet in the record, and does then afterwards.
func (s *Sheet) Keep(then tea.Cmd) tea.Cmd {
	s.kept.then = then
	return s.after()
}
