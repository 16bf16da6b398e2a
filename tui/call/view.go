package call

import (
	"strings"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

// The heights from which the phone number is drawn large and the question has a
// frame, and from which the frame has air in it.
const (
	tall    = 18
	tallest = 30
)

func (c *Call) room() int { return kit.Room(c.width, c.env.TextWidth) }

// draw sets the question in front.
func (c *Call) draw() {
	if c.width == 0 {
		return
	}
	c.sheet.SetSize(c.room(), c.height)
	c.note.SetWidth(c.room())
	switch {
	case c.call == nil && c.failed == "":
		return
	case c.call == nil:
		c.drawTrouble()
	case c.ended():
		c.drawEnd()
	default:
		c.sheet.SetText(c.lines(c.ask()))
		c.sheet.SetItems(c.items(c.ask()))
	}
	c.sheet.Mark()
}

func (c *Call) drawTrouble() {
	w := c.env.Words
	c.sheet.SetText(append(kit.Wrap(w.T(c.failed), c.room()), ""))
	c.sheet.SetItems([]kit.Item{{ID: doBack, Text: w.T("load.again")}})
}

// lines is the number to call, the question, and what to listen for.
func (c *Call) lines(a *study.Ask) []string {
	t, s := c.env.Theme, kit.Sheet{Width: c.room()}
	s.Lines = append(s.Lines, c.head()...)
	c.gap(&s)
	s.Lines = append(s.Lines, c.question(a)...)
	c.gap(&s)
	for _, only := range a.Question.Only {
		s.Under("", c.only(only), t.Quiet)
	}
	c.labelled(&s, "checklist.good", a.Question.Good)
	c.labelled(&s, "checklist.warning", a.Question.Warning)
	c.gap(&s)
	if heard := c.heard(a); !heard.Open() {
		c.labelled(&s, "call.marked", c.env.Words.T("call.is-"+heard.State()))
	}
	if !c.Typing() {
		c.labelled(&s, "checklist.note-is", c.heard(a).Note)
		c.gap(&s)
	}
	return s.Lines
}

// gap is a blank line where there is room for one.
func (c *Call) gap(s *kit.Sheet) {
	if c.height > kit.Tight {
		s.Gap()
	}
}

// head is the phone number, large where it fits, and which question this is.
func (c *Call) head() []string {
	w, t := c.env.Words, c.env.Theme
	p := c.call.Provider
	phone := ""
	var lines []string
	if p.Phone != "" {
		phone = t.Strong.Render(w.T("call.phone") + " " + p.Phone)
		if c.height >= tall {
			for _, l := range kit.Digits(p.Phone, c.room()) {
				lines = append(lines, t.Accent.Render(l))
			}
		}
	}
	if c.ended() {
		return append(lines, phone)
	}
	count := w.F("call.count", locale.Args{"At": c.at + 1, "Of": len(c.call.Asks)})
	if c.height >= tall {
		count = w.F("call.count-of", locale.Args{"Kind": c.kind(c.ask()), "At": c.at + 1, "Of": len(c.call.Asks)})
	}
	count = t.Quiet.Render(count)
	if phone == "" {
		return append(lines, count)
	}
	return append(lines, kit.Apart(phone, count, c.room())...)
}

// question is what to ask: in a frame where there is room for one.
func (c *Call) question(a *study.Ask) []string {
	t := c.env.Theme
	if c.height < tall {
		return styled(kit.Wrap(a.Question.Ask, c.room()), t.Strong)
	}
	inside := c.room() - t.Box.GetHorizontalFrameSize()
	text := styled(kit.Wrap(a.Question.Ask, inside), t.Strong)
	if c.height >= tallest {
		text = append(append([]string{""}, text...), "")
	}
	return strings.Split(t.Box.Width(c.room()).Render(strings.Join(text, "\n")), "\n")
}

// kind says what sort of question this is.
func (c *Call) kind(a *study.Ask) string {
	switch {
	case a.Question.FirstCall:
		return c.env.Words.T("call.first")
	case a.Own():
		return c.env.Words.T("checklist.own")
	}
	return a.Category.Title
}

func (c *Call) only(only string) string {
	switch only {
	case "teen", "opioid", "telehealth", "housing":
		return c.env.Words.T("checklist.only-" + only)
	}
	return only
}

// labelled adds a label and its text; without a text it adds nothing.
func (c *Call) labelled(s *kit.Sheet, label, text string) {
	if text == "" {
		return
	}
	label = c.env.Words.T(label)
	lines := kit.Wrap(label+" "+text, s.Width)
	if rest, ok := strings.CutPrefix(lines[0], label); ok {
		lines[0] = c.env.Theme.Heading.Render(label) + rest
	}
	s.Lines = append(s.Lines, lines...)
}

func styled(lines []string, style theme.Brush) []string {
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}

// items is what can be done, each with the key that does it at once.
func (c *Call) items(a *study.Ask) []kit.Item {
	w := c.env.Words
	note := "checklist.do-note"
	if c.heard(a).Note != "" {
		note = "checklist.do-change-note"
	}
	items := []kit.Item{{ID: doNote, Mark: "1 ", Text: w.T(note)}}
	for _, m := range marks() {
		right := ""
		if heard := c.heard(a); !heard.Open() && heard.State() == m.id {
			right = w.T("call.chosen")
		}
		items = append(items, kit.Item{ID: m.id, Mark: m.digit + " ", Text: w.T("call.do-" + m.id), Right: right})
	}
	items = append(items, kit.Item{ID: doNext, Text: w.T("checklist.do-next")})
	if c.at > 0 {
		items = append(items, kit.Item{ID: doPrevious, Text: w.T("call.do-previous")})
	}
	if !a.Own() {
		items = append(items, kit.Item{ID: doHide, Text: w.T("call.do-hide")})
	}
	return append(items, kit.Item{ID: doBack, Text: w.T("call.do-stop")})
}

// drawEnd says that the questions are done, and what one can do now.
func (c *Call) drawEnd() {
	w, t := c.env.Words, c.env.Theme
	s := kit.Sheet{Width: c.room()}
	s.Lines = append(s.Lines, c.head()...)
	s.Gap()
	s.Say(w.T("call.end"), t.Strong)
	var items []kit.Item
	if n := c.open(); n > 0 {
		s.Say(w.N("call.left", n), t.Plain)
		items = append(items, kit.Item{ID: doOpen, Text: w.T("call.do-still-open")})
	}
	c.sheet.SetText(s.Lines)
	c.sheet.SetItems(append(items,
		kit.Item{ID: doCompare, Text: w.T("providers.compare")},
		kit.Item{ID: doPrevious, Text: w.T("call.do-previous")},
		kit.Item{ID: doBack, Text: w.T("call.do-stop")}))
}
