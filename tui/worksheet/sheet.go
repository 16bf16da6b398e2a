package worksheet

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A level is what of a worksheet is in front.
type level int

const (
	answers level = iota // the fields, and what is written in them
	writing              // one field, to write in
	example              // the whole worksheet as someone filled it in
	asking               // whether to clear what was written
)

// Sheet is the page of one worksheet.
type Sheet struct {
	env  page.Env
	desk *study.Desk
	keys bindings
	id   lessons.WorksheetID

	loads errand.Runner[*Sheet, study.Page]
	page  *study.Page // nil until it is read
	stuck error       // why there is none

	level  level
	field  lessons.FieldID // the field in front; empty for all
	row    string          // the item to put the cursor on
	kept   keeping         // what is on its way to the record
	behind bool            // the example stands in place of the help

	body kit.Passage // what is read first, then the fields
	show kit.Scroll  // the example
	area kit.Area    // has the focus while a field is written

	width, height int
}

// New returns the page of a worksheet. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, id lessons.WorksheetID) *Sheet {
	return &Sheet{
		env: env, desk: desk, id: id, keys: newBindings(env),
		body: kit.NewPassage(env.Theme), area: kit.NewArea(env.Theme, study.FieldLimit),
	}
}

// Inherit goes on where the former page was, in the middle of a word too.
func (s *Sheet) Inherit(was page.Page) {
	old, ok := was.(*Sheet)
	if !ok {
		return
	}
	s.level, s.field, s.row, s.behind, s.kept = old.level, old.field, old.row, old.behind, old.kept
	if id, ok := old.body.Selected(); ok && s.row == "" {
		s.row = id
	}
	if old.area.Focused() {
		s.area.SetValue(old.area.Value())
		s.area.Focus()
	}
}

// Init asks for the worksheet.
func (s *Sheet) Init() tea.Cmd { return s.load() }

// Update gives a message to its handler.
func (s *Sheet) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Sheet, study.Page]:
		return s.loads.Took(s, msg)
	case saved:
		return s.onSaved(msg)
	case tea.KeyPressMsg:
		return s.onKey(msg)
	case tea.PasteMsg:
		if s.level == writing {
			s.area.Update(msg)
			return s.keep()
		}
	case tea.MouseWheelMsg, tea.MouseClickMsg:
		return s.onMouse(msg)
	}
	return nil
}

func (s *Sheet) onMouse(msg tea.Msg) tea.Cmd {
	switch s.level {
	case writing:
	case example:
		s.show.Update(msg, s.env.Keys)
	case answers, asking:
		click, ok := msg.(tea.MouseClickMsg)
		if !ok {
			s.body.Update(msg, s.env.Keys)
		} else if on, _ := s.body.Click(click.Y); on && click.Button == tea.MouseLeft {
			return s.enter()
		}
	}
	return nil
}

// enter does what the item with the mark says.
func (s *Sheet) enter() tea.Cmd {
	if id, ok := s.body.Choose(); ok {
		return s.choose(id)
	}
	return nil
}

func (s *Sheet) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := s.env.Keys
	switch {
	case s.level == writing:
		return s.onWritingKey(msg)
	case s.level == example:
		if !s.show.Update(msg, k) && key.Matches(msg, k.Back, k.Enter) {
			s.to(answers, "", toExample)
		}
		return nil
	case key.Matches(msg, k.Back):
		if s.level == asking {
			s.to(answers, "", s.from())
			return nil
		}
		return page.Back
	case s.level == answers && key.Matches(msg, s.keys.clear):
		s.askToClear(s.onField())
		return nil
	}
	if !s.body.Update(msg, k) && key.Matches(msg, k.Enter) {
		return s.enter()
	}
	return nil
}

// to goes to another level, with the cursor on an item.
func (s *Sheet) to(l level, field lessons.FieldID, row string) {
	s.level, s.field, s.row = l, field, row
	s.body = kit.NewPassage(s.env.Theme)
	s.draw()
}

// Resize lays everything out anew.
func (s *Sheet) Resize(width, height int) tea.Cmd {
	s.width, s.height = width, height
	s.draw()
	return nil
}

// Typing reports whether letters go into a field.
func (s *Sheet) Typing() bool { return s.level == writing && s.area.Focused() }

// View draws the level the learner is on.
func (s *Sheet) View() string {
	switch s.level {
	case writing:
		return s.writingView()
	case example:
		return kit.Framed(s.show.View(nil), s.show.More(), s.width, s.env.TextWidth, s.env.Theme)
	}
	return kit.Framed(s.body.View(nil), s.body.More(), s.width, s.env.TextWidth, s.env.Theme)
}

// Prints is the worksheet, with what is written on it.
func (s *Sheet) Prints() string {
	if s.page == nil {
		return ""
	}
	return "worksheet/" + string(s.id)
}

// Title names the worksheet.
func (s *Sheet) Title() string {
	if s.page == nil {
		return s.env.Words.T("worksheet.list-title")
	}
	return s.page.Sheet.Title
}

// Keys lists what works now.
func (s *Sheet) Keys() help.KeyMap { return s.keys.now(s) }
