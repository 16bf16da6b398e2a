package lead

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/agenda"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
	"porchlight/tui/seat"
)

// An item is a line that can be chosen, with what it does.
type item struct {
	id string
	do func() tea.Cmd
}

// draw lists the level as things stand.
func (l *Lead) draw() {
	if !l.menu.Ready() {
		return
	}
	l.menu.Lay(func(e *kit.Entries) {
		l.items = l.items[:0]
		if l.at.level != now {
			l.say(e, l.said, l.env.Theme.Strong.Render)
			l.raised(e)
		}
		l.write(e)
	})
	if !l.at.moved && len(l.items) > 0 {
		l.menu.Select(l.items[0].id)
	}
	if l.at.row != "" {
		l.menu.Select(l.at.row)
		l.at.row = ""
	}
}

// raised says on a list that another lead may be at which question from the box
// everybody sees meanwhile.
func (l *Lead) raised(e *kit.Entries) {
	switch l.at.level {
	case more, steps, sheets, asking, withLesson, ofLesson, leading:
	default:
		return
	}
	if v, ok := l.view(); ok && v.Raised != nil {
		e.Say(l.env.Words.F("room.asked", locale.Args{"Text": v.Raised.Text}), l.env.Theme.Strong.Render)
	}
}

// say adds a paragraph that is not empty.
func (l *Lead) say(e *kit.Entries, text string, style func(string) string) {
	if text != "" {
		e.Say(text, style)
	}
}

// add adds a line that can be chosen.
func (l *Lead) add(e *kit.Entries, it kit.Item, do func() tea.Cmd) {
	e.Add(it)
	l.items = append(l.items, item{it.ID, do})
}

// offer adds what is offered.
func (l *Lead) offer(e *kit.Entries, all ...agenda.Offer) {
	for _, o := range all {
		l.add(e, kit.Item{ID: o.Key(), Text: o.Words(l.env.Words)}, func() tea.Cmd { return l.take(o) })
	}
}

// choice adds a line of this page's own.
func (l *Lead) choice(e *kit.Entries, id, words string, do func() tea.Cmd) {
	l.add(e, kit.Item{ID: id, Text: l.env.Words.T(words)}, do)
}

// stand says how things stand in the room.
func (l *Lead) stand(e *kit.Entries, v group.LeadView) {
	w, t := l.env.Words, l.env.Theme
	e.Say(w.N("room.here", v.Here), t.Quiet.Render)
	l.times(e, v)
	if v.Signals > 0 {
		e.Say(w.N("lead.signals", v.Signals), t.Quiet.Render)
	}
	l.sheet(e, func(s *kit.Sheet) { seat.Pace(s, l.env, v.View) })
	e.Gap()
	if q := v.Raised; q != nil {
		e.Say(w.T("room.all-see-asked"), t.Heading.Render)
		e.Say(q.Text, t.Strong.Render)
		e.Gap()
	}
	l.front(e, v)
}

// times says where the room is in its run sheet, and how the time stands.
func (l *Lead) times(e *kit.Entries, v group.LeadView) {
	lines := l.meeting.Times(v, l.env.Now(), l.env.Words)
	if len(lines) == 0 {
		return
	}
	e.Say(lines[0], l.env.Theme.Plain.Render)
	l.say(e, strings.Join(lines[1:], " "), l.env.Theme.Accent.Render)
}

// sheet adds lines that are written on a sheet, each by itself, so that as many
// of them are in view as there is room for.
func (l *Lead) sheet(e *kit.Entries, write func(*kit.Sheet)) {
	s := kit.Sheet{Width: e.Width}
	write(&s)
	s.Trim()
	for _, line := range s.Lines {
		if line != "" || e.Airy {
			e.Add(kit.Item{Head: true, Lines: []string{line}})
		}
	}
}

// front says how the question stands that everybody sees.
func (l *Lead) front(e *kit.Entries, v group.LeadView) {
	w, t, p := l.env.Words, l.env.Theme, v.Front
	switch {
	case p == nil && v.Raised != nil:
		return
	case p == nil:
		e.Say(w.T("room.no-poll"), t.Plain.Render)
		e.Gap()
		return
	}
	l.sheet(e, func(s *kit.Sheet) {
		if sh, ok := v.Shift(*p); ok {
			seat.Shift(s, l.env, sh)
		} else {
			l.asked(s, *p)
		}
		if p.Told {
			seat.Told(s, l.env, p.Choices)
		}
	})
	e.Say(strings.Join(l.answers(v), " "), t.Accent.Render)
	e.Gap()
}

// asked writes a question with its choices, and how many chose each once that
// can be seen.
func (l *Lead) asked(s *kit.Sheet, p group.PollView) {
	t := l.env.Theme
	s.Put("", p.Text.In(l.env.Words.Lang()), t.Strong)
	if p.Result != nil {
		seat.Result(s, l.env, p.Choices, *p.Result, nil)
		return
	}
	for i := range p.Choices {
		s.Put("", seat.Choice(l.env, p.Choices, i), t.Plain)
	}
}

// answers says how many have answered, and what becomes of that now.
func (l *Lead) answers(v group.LeadView) []string {
	w, p := l.env.Words, v.Front
	var lines []string
	if !p.Shown {
		lines = append(lines, w.N("room.answers", p.Answers))
	}
	stand := agenda.Stand(w, v)
	lines = append(lines, stand...)
	switch {
	case p.Status == group.Closed:
		lines = append(lines, w.T("room.closed"))
	case len(stand) == 0:
		lines = append(lines, w.F("room.floor", locale.Args{"Floor": p.Floor}))
	}
	return lines
}

// View draws the page.
func (l *Lead) View() string {
	if l.Typing() {
		return l.writing()
	}
	return l.menu.View()
}
