package worksheet

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/safetext"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Ids of the items: a field, or what can be done with the whole worksheet.
const (
	aField    = "f/"
	toRetry   = "retry"
	toExample = "example"
	toLesson  = "lesson"
	toClear   = "clear"
	toBack    = "back"
	doKeep    = "keep"
	doClear   = "do-clear"
)

// onField is the field under the cursor, or empty.
func (s *Sheet) onField() lessons.FieldID {
	id, _ := s.body.Selected()
	field, ok := strings.CutPrefix(id, aField)
	if s.level != answers || !ok {
		return ""
	}
	return lessons.FieldID(field)
}

// choose does what an item says.
func (s *Sheet) choose(id string) tea.Cmd {
	if field, ok := strings.CutPrefix(id, aField); ok {
		s.write(lessons.FieldID(field))
		return nil
	}
	switch id {
	case toRetry:
		return s.load()
	case toExample:
		s.to(example, "", "")
	case toLesson:
		return page.Go(page.Lesson{ID: string(s.page.Sheet.Lesson)})
	case toClear:
		s.askToClear("")
	case toBack:
		return page.Back
	case doKeep:
		s.to(answers, "", s.from())
	case doClear:
		return s.clear()
	}
	return nil
}

// askToClear asks before anything written is removed.
func (s *Sheet) askToClear(field lessons.FieldID) {
	if s.page == nil || s.kept.act != nil || field == "" && !s.page.Any() || field != "" && s.text(field) == "" {
		return
	}
	s.to(asking, field, doKeep)
}

// from is the item from which a field, or clearing, was come to.
func (s *Sheet) from() string {
	if s.field == "" {
		return toClear
	}
	return aField + string(s.field)
}

func (s *Sheet) clear() tea.Cmd {
	a := act{field: s.field}
	s.to(answers, "", s.from())
	return s.begin(a)
}

// draw sets the level the learner is on.
func (s *Sheet) draw() {
	if s.width == 0 || s.page == nil && s.stuck == nil {
		return
	}
	room := kit.Room(s.width, s.env.TextWidth)
	switch s.level {
	case writing:
		s.area.SetSize(room, min(s.height-len(s.above())-1, mostRoom))
		return
	case example:
		s.drawExample(room)
		return
	}
	text, items := &kit.Sheet{Width: room}, &kit.Entries{Airy: s.height > kit.Tight, Width: room}
	switch {
	case s.page == nil:
		s.noSheet(text, items)
	case s.level == asking:
		s.question(text, items)
	default:
		s.preface(text)
		s.fields(items)
	}
	text.Gap()
	s.body.SetSize(room, s.height)
	s.body.SetText(text.Lines)
	s.body.SetItems(items.Items)
	if s.row != "" {
		s.body.Select(s.row)
		s.row = ""
	}
	s.body.Mark()
}

func (s *Sheet) noSheet(text *kit.Sheet, e *kit.Entries) {
	w := s.env.Words
	if errors.Is(s.stuck, lessons.ErrNoWorksheet) {
		text.Say(w.F("worksheet.no-such", locale.Args{"ID": safetext.Line(string(s.id), 60)}), s.env.Theme.Plain)
		e.Add(kit.Item{ID: toBack, Text: w.T("worksheet.to-back")})
		return
	}
	text.Say(w.T("worksheet.not-opened"), s.env.Theme.Plain)
	e.Add(kit.Item{ID: toRetry, Text: w.T("load.again")})
}

// preface is what is read before the fields: the line of safety first.
func (s *Sheet) preface(text *kit.Sheet) {
	w, t, p := s.env.Words, s.env.Theme, s.page
	if p.Foreign {
		text.Say(w.T("worksheet.foreign"), t.Quiet)
	}
	if p.Sheet.Safety != "" {
		text.Say(p.Sheet.Safety, t.Strong)
	}
	text.Say(p.Sheet.Intro, t.Plain)
}

// fields lists what there is to write, and what else can be done.
func (s *Sheet) fields(e *kit.Entries) {
	w, t, p := s.env.Words, s.env.Theme, s.page
	e.Add(kit.Item{ID: toExample, Text: w.T("worksheet.to-example")})
	e.Gap()
	for _, f := range p.Fields {
		e.Add(s.entry(f.Field, f.Text, e.Width))
	}
	if len(p.Past) > 0 {
		e.Gap()
		e.Say(w.T("worksheet.past"), t.Heading.Render)
		for _, text := range p.Past {
			e.Say(text, t.Plain.Render)
		}
	}
	e.Gap()
	e.Add(kit.Item{ID: toLesson, Text: w.T("worksheet.to-lesson")})
	if p.Any() {
		e.Add(kit.Item{ID: toClear, Text: w.T("worksheet.to-clear")})
	}
	e.Add(kit.Item{ID: toBack, Text: w.T("worksheet.to-back")})
}

// entry is a field as an item: what it asks, and under it what is kept there.
func (s *Sheet) entry(f lessons.Field, text string, width int) kit.Item {
	w, t := s.env.Words, s.env.Theme
	sheet := &kit.Sheet{Width: width - kit.MarkWidth}
	sheet.Put("", f.Ask, t.Plain)
	if text == "" {
		sheet.Under("  ", w.T("worksheet.empty"), t.Quiet)
	} else {
		sheet.Under("| ", text, t.Strong)
	}
	return kit.Item{ID: aField + string(f.ID), Lines: sheet.Lines}
}

// question asks whether to clear a field, or all of them.
func (s *Sheet) question(text *kit.Sheet, e *kit.Entries) {
	w, t := s.env.Words, s.env.Theme
	ask := w.F("worksheet.clear-all", locale.Args{"Title": s.page.Sheet.Title})
	if f := s.written(s.field); f != nil {
		ask = w.F("worksheet.clear-one", locale.Args{"Ask": f.Field.Ask})
	}
	text.Say(ask, t.Strong)
	text.Say(w.T("worksheet.clear-why"), t.Plain)
	e.Add(kit.Item{ID: doKeep, Text: w.T("worksheet.do-keep")}, kit.Item{ID: doClear, Text: w.T("worksheet.do-clear")})
}

// drawExample sets the worksheet as someone filled it in.
func (s *Sheet) drawExample(room int) {
	w, t, p := s.env.Words, s.env.Theme, s.page
	sheet := &kit.Sheet{Width: room}
	if p.Sheet.Safety != "" {
		sheet.Say(p.Sheet.Safety, t.Strong)
	}
	sheet.Say(w.T("worksheet.example-intro"), t.Quiet)
	for _, f := range p.Fields {
		sheet.Put("", f.Field.Ask, t.Heading)
		sheet.Under("  ", f.Field.Example, t.Plain)
		sheet.Gap()
	}
	s.show.SetSize(room, s.height)
	s.show.SetLines(sheet.Lines)
}
