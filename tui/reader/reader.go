// Package reader is the page of one lesson. It opens where the learner was,
// keeps the place as they read, and offers what can come next at the end. It
// sets no text itself and keeps no fact: typeset and the desk do.
package reader

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Reader is the page of one lesson.
type Reader struct {
	env    page.Env
	desk   *study.Desk
	sheets *typeset.Cache
	id     lessons.ID
	keys   bindings

	width, height int
	asked         *asked // the work under way that will bring the lesson
	sheet         *sheet // nil until the lesson is there
	body          kit.Passage
	kept          keeping
	find          find
	parts         parts
	aside         aside
	ending        ending
	stuck         error   // why there is no lesson; body says so
	was           *Reader // the page in another theme, until the lesson is there
}

// New returns a reader of the lesson id, which opens at the paragraph of that
// name, or where the learner was. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, sheets *typeset.Cache, id lessons.ID, at string) *Reader {
	return &Reader{
		env: env, desk: desk, sheets: sheets, id: id, kept: keeping{at: at}, keys: newBindings(env),
		body:  kit.NewPassage(env.Theme),
		parts: newParts(env),
	}
}

// Init asks for the lesson.
func (r *Reader) Init() tea.Cmd { return r.load() }

// Inherit goes on where the page was in another language or theme: at the
// place, be it written yet or not, with the search and the outline open.
func (r *Reader) Inherit(was page.Page) {
	if w, ok := was.(*Reader); ok && w.sheet != nil {
		r.was, r.kept.heir = w, &w.kept.now
		r.kept.at, r.kept.gone = w.kept.at, w.kept.gone
		r.ending.is = w.ending.is
	}
}

// takeOver opens, in a lesson just come, what was open in the former page.
func (r *Reader) takeOver() {
	w := r.was
	if w == nil {
		return
	}
	r.was = nil
	r.find.inherit(r.env, &w.find)
	r.aside = w.aside
	if id, ok := w.body.Selected(); ok {
		r.body.Select(id)
	}
	if r.parts.open = w.parts.open; r.parts.open {
		r.fillParts()
		id, _ := w.parts.menu.Selected()
		r.parts.menu.Select(id)
	}
	r.layout()
	r.refind()
}

// Update gives a message to its handler.
func (r *Reader) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return r.onLoaded(msg)
	case saved:
		return r.onSaved(msg)
	case looked:
		r.onLooked(msg)
	case ended:
		r.onEnded(msg)
	case takenUp:
		return r.onTakenUp(msg)
	case tea.KeyPressMsg:
		return r.onKey(msg)
	case tea.PasteMsg:
		r.onPaste(msg)
	case tea.MouseWheelMsg:
		return r.onWheel(msg)
	case tea.MouseClickMsg:
		return r.onClick(msg)
	}
	return nil
}

// Resize sets the lesson anew where its lines would be of another width. Until
// that is done the lines of before stay, so that nothing flickers.
func (r *Reader) Resize(width, height int) tea.Cmd {
	r.width, r.height = width, height
	r.layout()
	switch {
	case r.stuck != nil:
		r.tellStuck()
	case r.sheet == nil && r.asked != nil && r.asked.size != r.size():
		return r.load()
	case r.sheet == nil: // Init comes, or the answer
	case r.sheet.size == r.size():
		r.asked = nil
		r.stay()
	case r.asked == nil || r.asked.size != r.size():
		return r.set()
	}
	return nil
}

// size is what the page has for the lines of a lesson.
func (r *Reader) size() size { return size{r.measure(), kit.Margin(r.width)} }

// measure is the width of a line of the lesson.
func (r *Reader) measure() int { return kit.Measure(r.width, r.env.TextWidth) }

// layout gives each part of the page its cells.
func (r *Reader) layout() {
	width := r.measure()
	r.body.SetSize(width, r.height-r.footLines())
	r.parts.menu.SetSize(kit.Room(r.width, r.env.TextWidth), r.height)
	if r.find.field != nil {
		r.find.field.SetWidth(width)
	}
}

// Typing reports whether letters go into the search.
func (r *Reader) Typing() bool { return r.find.typing() }

// Here is the lesson: at the paragraph that was asked for until the learner
// moves on from it, and then where they are.
func (r *Reader) Here() page.Route { return page.Lesson{ID: string(r.id), At: r.kept.at} }

// Finds says that the key that finds searches this lesson.
func (r *Reader) Finds() {}

// Prints is the lesson.
func (r *Reader) Prints() string {
	if r.sheet == nil {
		return ""
	}
	return "lesson/" + string(r.id)
}

// Title is the lesson's.
func (r *Reader) Title() string {
	if r.sheet == nil {
		return ""
	}
	return r.sheet.reading.Lesson.Title
}

// Keys lists what works now.
func (r *Reader) Keys() help.KeyMap {
	if m := r.mode(); r.keys.made == nil || m != r.keys.of {
		r.keys.made, r.keys.of = r.keys.now(r.env.Keys, m), m
	}
	return r.keys.made
}

func (r *Reader) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case r.kept.leaving():
		return nil // nothing more is read here
	case r.stuck != nil:
		return r.onStuckKey(msg)
	case r.sheet == nil:
		return r.backOn(msg)
	case r.find.typing():
		return r.onFindKey(msg)
	case r.parts.open:
		return r.onPartsKey(msg)
	case r.aside.what != nothing:
		return r.onAsideKey(msg)
	case r.find.on():
		if cmd, took := r.onMatchKey(msg); took {
			return cmd
		}
	}
	return r.onReadKey(msg)
}

func (r *Reader) onReadKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case key.Matches(msg, k.Bottom) && r.seen() < 100:
		r.body.Update(msg, k)
		return r.jumped()
	case r.body.Update(msg, k):
		return r.moved()
	case key.Matches(msg, k.Back):
		return r.leave(page.Back)
	case key.Matches(msg, k.Enter):
		if id, ok := r.body.Choose(); ok {
			return r.choose(id)
		}
		return r.moved()
	case key.Matches(msg, k.Find):
		r.openFind()
	case key.Matches(msg, r.keys.parts):
		r.openParts()
	case key.Matches(msg, r.keys.words):
		r.openWords()
	case key.Matches(msg, r.keys.mark):
		r.openMarking()
	}
	return nil
}

// backOn leaves a page that has nothing to keep.
func (r *Reader) backOn(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, r.env.Keys.Back) {
		return page.Back
	}
	return nil
}

func (r *Reader) onWheel(msg tea.MouseWheelMsg) tea.Cmd {
	switch {
	case r.parts.open:
		r.parts.menu.Update(msg, r.env.Keys)
	case r.sheet != nil && r.body.Update(msg, r.env.Keys):
		return r.moved()
	}
	return nil
}

// onClick chooses what was clicked.
func (r *Reader) onClick(msg tea.MouseClickMsg) tea.Cmd {
	switch {
	case msg.Button != tea.MouseLeft, r.kept.leaving():
		return nil
	case r.parts.open:
		if r.parts.menu.Click(msg.Y) {
			return r.toPart()
		}
		return nil
	}
	if on, _ := r.body.Click(msg.Y); !on {
		return nil
	}
	cmd := r.moved()
	if id, ok := r.body.Choose(); ok {
		return tea.Batch(cmd, r.choose(id))
	}
	return cmd
}
