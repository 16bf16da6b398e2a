package worksheet

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
)

// write opens a field, with what is in it.
func (s *Sheet) write(field lessons.FieldID) {
	s.level, s.field, s.behind = writing, field, false
	s.area.SetValue(s.text(field))
	s.area.Focus()
	s.draw()
}

// onWritingKey writes in the field. What is written goes to the record word by
// word, and all of it when the learner is done.
func (s *Sheet) onWritingKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.kept.leaving:
		return nil // what is on its way to the record stays as it is
	case key.Matches(msg, s.keys.done):
		return s.done()
	case key.Matches(msg, s.keys.example):
		s.behind = !s.behind
		s.draw()
		return nil
	}
	s.area.Update(msg)
	s.draw()
	if msg.Text == "" || msg.Text == " " { // the end of a word, a new line, a word removed
		return s.keep()
	}
	return nil
}

// done goes back to the fields once the record has what is written.
func (s *Sheet) done() tea.Cmd {
	s.kept.leaving = true
	return s.after()
}

// writingView is the question, its help or its example, and the room to write.
func (s *Sheet) writingView() string {
	if s.page == nil {
		return ""
	}
	return kit.Framed(strings.Join(append(s.above(), s.area.View(), s.state()), "\n"), "", s.width, s.env.TextWidth, s.env.Theme)
}

// The lines there are to write in: however long the question, and however tall
// the window. More text than that scrolls.
const (
	leastRoom = 3
	mostRoom  = 12
)

// above is the question and as much of help and example as leaves room to
// write.
func (s *Sheet) above() []string {
	f := s.written(s.field)
	if f == nil {
		return nil
	}
	w, t, room := s.env.Words, s.env.Theme, kit.Room(s.width, s.env.TextWidth)
	sheet := &kit.Sheet{Width: room}
	sheet.Put("", f.Field.Ask, t.Strong)
	most := s.height - leastRoom - 1
	help := &kit.Sheet{Width: room}
	if f.Field.Help != "" && !s.behind {
		help.Put("", f.Field.Help, t.Plain)
	}
	eg := &kit.Sheet{Width: room}
	eg.Put("", w.T("worksheet.example")+" "+f.Field.Example, t.Quiet)
	lines := sheet.Lines
	if s.behind || len(lines)+len(help.Lines)+len(eg.Lines)+1 <= most {
		lines = append(append(lines, help.Lines...), eg.Lines...)
	} else {
		lines = append(lines, help.Lines...)
	}
	if len(lines) < most {
		lines = append(lines, "")
	}
	return lines[:min(len(lines), max(1, most))]
}

// state says whether the record has what is written, once it has.
func (s *Sheet) state() string {
	w, t := s.env.Words, s.env.Theme
	switch text := study.WorksheetText(s.area.Value()); {
	case s.area.Cut():
		return t.Quiet.Render(w.T("worksheet.cut"))
	case s.kept.act == nil && text != "" && text == s.text(s.field):
		return t.Good.Render(w.T(s.desk.Kept()))
	}
	return ""
}
