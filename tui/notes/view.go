package notes

import (
	"errors"
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/lessons"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be done with a paragraph.
const (
	doWrite    = "write"
	doAsk      = "ask"
	doBookmark = "bookmark"
	doGo       = "go"
	doRemove   = "remove"
	doKeepIt   = "keep-it"
	doRemoveIt = "remove-it"
	doRetry    = "retry"
	doBack     = "back"
)

// choose does what an item says.
func (n *Note) choose(id string) tea.Cmd {
	now := &n.kept.now
	switch id {
	case doWrite:
		n.area.SetValue(now.Note)
		n.area.Focus()
		n.to(writing, "")
	case doAsk:
		now.Ask = !n.kept.kept.Ask
	case doBookmark:
		now.Bookmark = !n.kept.kept.Bookmark
	case doGo:
		return n.leave(page.Replace(page.Lesson{ID: string(n.id), At: n.found.To}))
	case doRemove:
		n.to(removing, doKeepIt)
	case doKeepIt:
		n.to(showing, doRemove)
	case doRemoveIt:
		now.Note, now.Ask, now.Bookmark = "", false, false
		n.to(showing, doWrite)
	case doRetry:
		return n.load()
	case doBack:
		return n.leave(page.Back)
	}
	return n.save()
}

// to goes to another level, the mark on an item.
func (n *Note) to(l level, item string) {
	n.level = l
	n.body = kit.NewPassage(n.env.Theme)
	n.draw()
	if item != "" && n.body.Marked() {
		n.body.Select(item)
	}
}

// draw sets the level the learner is on.
func (n *Note) draw() {
	if n.width == 0 || n.found == nil && n.stuck == nil {
		return
	}
	room := kit.Room(n.width, n.env.TextWidth)
	if n.level == writing && n.found != nil {
		n.area.SetSize(room, min(n.height-len(n.above(room))-1, 12))
		return
	}
	sheet, items := &kit.Sheet{Width: room}, &kit.Entries{Airy: n.height > kit.Tight, Width: room}
	if n.found == nil {
		n.tellStuck(sheet, items)
	} else {
		n.paragraph(sheet, max(3, n.height/3))
		n.actions(sheet, items)
	}
	n.body.SetSize(room, n.height)
	n.body.SetItems(items.Items)
	n.body.SetText(sheet.Lines)
	n.body.Mark()
}

// tellStuck says why there is no paragraph.
func (n *Note) tellStuck(sheet *kit.Sheet, items *kit.Entries) {
	w := n.env.Words
	if errors.Is(n.stuck, lessons.ErrNoLesson) {
		sheet.Say(w.T("note.no-lesson"), n.env.Theme.Plain)
	} else {
		sheet.Say(w.T("load.failed"), n.env.Theme.Plain)
		items.Add(kit.Item{ID: doRetry, Text: w.T("load.again")})
	}
	items.Add(kit.Item{ID: doBack, Text: w.T("note.do-back")})
}

// bar stands before the words of a lesson.
const bar = "| "

// paragraph is what it says, in at most so many lines, and what became of it.
func (n *Note) paragraph(sheet *kit.Sheet, most int) {
	w, t := n.env.Words, n.env.Theme
	var quote []string
	for _, line := range kit.Wrap(n.found.Text, sheet.Width-len(bar)) {
		quote = append(quote, t.Quiet.Render(bar+line))
	}
	if len(quote) > most {
		quote = append(quote[:max(0, most-1)], t.Quiet.Render(bar+"..."))
	}
	sheet.Lines = append(sheet.Lines, quote...)
	if moved := n.found.Moved(w); moved != "" {
		sheet.Put("", moved, t.Strong)
	}
	if n.height > kit.Tight {
		sheet.Gap()
	}
}

// actions is the note, and what can be done. A tick is drawn when the record
// has it.
func (n *Note) actions(sheet *kit.Sheet, items *kit.Entries) {
	w, t, kept := n.env.Words, n.env.Theme, n.kept.kept
	if n.level == removing {
		sheet.Put("", w.T("note.sure"), t.Strong)
		items.Add(kit.Item{ID: doKeepIt, Text: w.T("note.keep-it")}, kit.Item{ID: doRemoveIt, Text: w.T("note.remove-it")})
		return
	}
	write := "note.do-write"
	if kept.Note != "" {
		sheet.Put("", w.T("note.yours")+" "+kept.Note, t.Plain)
		write = "note.do-change"
		if n.height > kit.Tight {
			sheet.Gap()
		}
	}
	items.Add(
		kit.Item{ID: doWrite, Text: w.T(write)},
		kit.Item{ID: doAsk, Mark: box(kept.Ask), Text: w.T("note.do-ask")},
		kit.Item{ID: doBookmark, Mark: box(kept.Bookmark), Text: w.T("note.do-bookmark")},
	)
	if n.found.To != "" {
		items.Add(kit.Item{ID: doGo, Text: w.T("note.do-go")})
	}
	if kept.Says() {
		items.Add(kit.Item{ID: doRemove, Text: w.T("note.do-remove")})
	}
	items.Add(kit.Item{ID: doBack, Text: w.T("note.do-back")})
}

// box is a tick or the place for one.
func box(on bool) string {
	if on {
		return "[x] "
	}
	return "[ ] "
}

// above is as much of the paragraph as leaves room to write.
func (n *Note) above(room int) []string {
	sheet := &kit.Sheet{Width: room}
	n.paragraph(sheet, max(1, n.height/3))
	return sheet.Lines[:min(len(sheet.Lines), max(0, n.height-3))]
}

// View draws the level the learner is on.
func (n *Note) View() string {
	view, more := n.body.View(nil), n.body.More()
	if n.Typing() && n.found != nil {
		room := kit.Room(n.width, n.env.TextWidth)
		view, more = strings.Join(append(n.above(room), n.area.View(), n.state()), "\n"), ""
	}
	return kit.Framed(view, more, n.width, n.env.TextWidth, n.env.Theme)
}

// state says saved once the record has what is written.
func (n *Note) state() string {
	w, t := n.env.Words, n.env.Theme
	switch {
	case n.area.Cut():
		return t.Quiet.Render(w.T("note.cut"))
	case n.kept.kept.Note != "" && !n.kept.dirty():
		return t.Good.Render(w.T(n.desk.Kept()))
	}
	return ""
}

// bindings are the page's keys beside the shared ones.
type bindings struct{ done, line, choose, readOn key.Binding }

func newBindings(env page.Env) bindings {
	w, k := env.Words, env.Keys
	bind := func(press, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(press, w.T(words)))
	}
	return bindings{
		done: bind("esc", "note.key-done"), line: bind("enter", "note.key-line"),
		choose: keys.With(k.Enter, w.T("key.choose")), readOn: keys.With(k.Enter, w.T("note.key-read-on")),
	}
}

// now is what works at the level the learner is on.
func (b bindings) now(n *Note) help.KeyMap {
	k := n.env.Keys
	switch {
	case n.found == nil && n.stuck == nil:
		return keys.Hints{k.Back}
	case n.Typing():
		return keys.Hints{b.done, b.line}
	case !n.body.Marked():
		return keys.Hints{k.Move, b.readOn, k.Back}
	}
	return keys.Hints{k.Move, b.choose, k.Back}
}
