// Package drill is the page of one lesson's questions: one at a time, and after
// each answer the reason for every option. It grades nothing and keeps nothing:
// the desk does, and nothing counts as answered here before the desk has it.
package drill

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A stage is what the page shows.
type stage int

const (
	waiting stage = iota // for the questions
	stuck                // there are none, or they could not be opened
	asking
	reasons // for the answer just given
	summary
	looking // again at the reasons of one missed
	pairing // the same questions before and after reading
)

// Drill is the page of one lesson's questions.
type Drill struct {
	env  page.Env
	desk *study.Desk
	id   lessons.ID
	pair bool // asked before and after reading, not as the lesson's own
	keys bindings

	stage   stage
	leaf    kit.Leaf
	sitting sitting
	front   front
	look    look
	errands errands // the work under way
	err     error   // why the page is stuck
}

// front is the question in front of the learner.
type front struct {
	at     int // its number, from 0
	ask    asker
	opened bool // the first one shown: what is to be said of the sitting stands over it
}

// New returns the page of the questions of a lesson. It loads nothing until
// Init.
func New(env page.Env, desk *study.Desk, id lessons.ID) *Drill {
	return &Drill{env: env, desk: desk, id: id, keys: newBindings(env), leaf: kit.NewLeaf(env.Theme, env.TextWidth)}
}

// Init asks for the questions.
func (d *Drill) Init() tea.Cmd {
	if d.stage != waiting || d.busy() {
		return nil // inherited
	}
	return d.load()
}

// load asks for the questions as the learner left them.
func (d *Drill) load() tea.Cmd {
	if d.pair {
		return d.openPair()
	}
	return d.open()
}

// Inherit goes on where the page was in another theme. In another language the
// questions are asked for anew.
func (d *Drill) Inherit(was page.Page) {
	w, ok := was.(*Drill)
	if !ok || w.env.Words.Lang() != d.env.Words.Lang() {
		return
	}
	if d.errands = w.errands; w.stage == waiting {
		return
	}
	d.stage, d.sitting, d.front, d.look, d.err = w.stage, w.sitting, w.front, w.look, w.err
	d.leaf.Inherit(&w.leaf)
	if t, types := d.typer(); types {
		d.front.ask = newTyper(d.env, t.field.Value()) // in this theme
	}
	d.compose()
	d.leaf.KeepMark(&w.leaf)
}

// Update gives a message to its handler.
func (d *Drill) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case returned:
		return d.errands.Took(d, msg)
	case tea.KeyPressMsg:
		return d.onKey(msg)
	case tea.PasteMsg:
		d.onPaste(msg)
	case tea.MouseWheelMsg:
		d.leaf.Update(msg, d.env.Keys)
	case tea.MouseClickMsg:
		return d.onClick(msg)
	}
	return nil
}

// onClick chooses what was clicked. An answer stands for good, so an option
// that answers gets the mark first and takes a second click.
func (d *Drill) onClick(msg tea.MouseClickMsg) tea.Cmd {
	if d.busy() || msg.Button != tea.MouseLeft {
		return nil
	}
	on, had := d.leaf.Click(msg.Y)
	if _, picks := d.front.ask.(picker); !on || !had && d.stage == asking && picks {
		return nil
	}
	return d.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
}

// Resize wraps what is shown anew and keeps the paragraph at the top.
func (d *Drill) Resize(width, height int) tea.Cmd {
	d.leaf.SetSize(width, height)
	d.compose()
	return nil
}

// show goes to another stage and begins at its top.
func (d *Drill) show(s stage) {
	d.stage = s
	d.leaf.Show(d.compose, s == summary || s == stuck || s == pairing)
}

// compose writes what the stage shows, at the width there is.
func (d *Drill) compose() {
	if d.leaf.Ready() && d.stage != waiting {
		d.leaf.Write(d.write)
	}
}

// write writes the stage's text and returns its items.
func (d *Drill) write() []kit.Item {
	switch s := &d.leaf.Sheet; d.stage {
	case asking:
		d.writeQuestion(s)
		return d.front.ask.items(d)
	case reasons, looking:
		d.writeReasons(s)
		return d.reasonsItems()
	case summary:
		d.writeSummary(s)
		return d.summaryItems()
	case pairing:
		d.writePair(s)
		return d.pairItems()
	default:
		d.writeStuck(s)
		return d.stuckItems()
	}
}

// View draws what was composed. Before the questions are there the page is
// empty: it takes a blink.
func (d *Drill) View() string {
	if d.stage == waiting {
		return ""
	}
	return d.leaf.Framed()
}

// Title says which lesson the questions belong to.
func (d *Drill) Title() string {
	words, of := "drill.title", "drill.title-of"
	if d.pair {
		words, of = "pair.title", "pair.title-of"
	}
	if d.sitting.Title == "" {
		return d.env.Words.T(words)
	}
	return d.env.Words.F(of, locale.Args{"Title": d.sitting.Title})
}

// Keys lists what works now.
func (d *Drill) Keys() help.KeyMap { return d.keys.now(d) }

// Keep waits for an answer on its way to the record and does then afterwards.
func (d *Drill) Keep(then tea.Cmd) tea.Cmd { return d.errands.Keep(then) }

// busy reports whether an act of the learner is under way.
func (d *Drill) busy() bool { return d.errands.Busy() }

func (d *Drill) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := d.env.Keys
	if d.stage == asking && !d.busy() {
		if o, took := d.front.ask.onKey(d, msg); took {
			return d.take(o)
		}
	}
	switch {
	case key.Matches(msg, k.Back):
		return d.Keep(page.By(d, page.Back))
	case d.busy():
		return nil // one act at a time
	}
	if id, ok := d.leaf.Press(msg, k); ok {
		return d.choose(id)
	}
	return nil
}

// choose does what the item with the mark says.
func (d *Drill) choose(id string) tea.Cmd {
	switch d.stage {
	case asking:
		return d.take(d.front.ask.choose(d, id))
	case reasons:
		return d.next()
	case pairing:
		return d.choosePair(id)
	case looking:
		d.lookOn()
		return nil
	}
	return d.chooseWay(id)
}
