// Package reword is the page where the learner holds a sentence of their own
// against the seven parts of positive communication. It grades no sentence: it
// asks, and the learner looks. Nothing is kept unless they choose it.
package reword

import (
	"slices"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A stage is what the page shows.
type stage int

const (
	waiting stage = iota // for the sentences kept
	stuck                // they could not be read
	opening
	writing
	parting // the sentence held against one part
	summary // and against all of them
	choosing
)

// Reword is the page.
type Reword struct {
	env  page.Env
	desk *study.Desk
	keys bindings

	stage    stage
	leaf     kit.Leaf
	field    kit.Field // has the focus while a sentence is written
	shelf    shelf
	sentence study.Sentence
	at       int     // the part in front
	note     string  // the name of words that say what was just done
	errands  errands // the work under way
}

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Reword {
	return &Reword{
		env: env, desk: desk, keys: newBindings(env), leaf: kit.NewLeaf(env.Theme, env.TextWidth),
		field: kit.NewField(env.Theme, env.Words.T("reword.prompt"), study.SayLimit),
	}
}

// Init asks for the sentences kept.
func (r *Reword) Init() tea.Cmd {
	if r.errands.Saving() {
		return nil // inherited: its answer brings them too
	}
	return r.open()
}

// Inherit goes on where the page was, in the middle of a sentence too.
func (r *Reword) Inherit(was page.Page) {
	w, ok := was.(*Reword)
	if !ok {
		return
	}
	r.stage, r.shelf, r.sentence, r.at, r.note = w.stage, w.shelf, w.sentence, w.at, w.note
	r.errands = w.errands
	r.field.SetValue(w.field.Value())
	if w.Typing() {
		r.field.Focus()
	}
}

// Update gives a message to its handler.
func (r *Reword) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case done:
		return r.errands.Took(r, msg)
	case tea.KeyPressMsg:
		return r.onKey(msg)
	case tea.PasteMsg:
		if r.Typing() {
			r.field.Update(msg)
		}
	case tea.MouseWheelMsg:
		r.leaf.Update(msg, r.env.Keys)
	case tea.MouseClickMsg:
		if on, _ := r.leaf.Click(msg.Y); on && !r.Typing() && !r.errands.Busy() && msg.Button == tea.MouseLeft {
			return r.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
	}
	return nil
}

func (r *Reword) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case r.Typing():
		return r.onWritingKey(msg)
	case key.Matches(msg, k.Back):
		return r.back()
	case r.errands.Busy():
		return nil // one act at a time
	}
	if id, ok := r.leaf.Press(msg, k); ok {
		return r.choose(id)
	}
	return nil
}

// back goes one step back, and from the opening leaves the page.
func (r *Reword) back() tea.Cmd {
	switch {
	case r.stage == parting && r.at > 0:
		r.hold(r.at - 1)
	case r.stage == parting:
		r.begin()
	case r.stage == summary, r.stage == choosing:
		r.show(opening)
	default:
		return r.Keep(page.By(r, page.Back))
	}
	return nil
}

// Keep waits for what is on its way to the record and does then afterwards.
func (r *Reword) Keep(then tea.Cmd) tea.Cmd { return r.errands.Keep(then) }

// Typing reports whether letters go into a sentence.
func (r *Reword) Typing() bool { return r.stage == writing }

// hold puts one part in front; past the last one stands the summary.
func (r *Reword) hold(at int) {
	r.note = ""
	if at >= len(study.Parts()) {
		r.show(summary)
		return
	}
	r.at = at
	r.show(parting)
}

// found marks the part in front as one the sentence has, or not yet.
func (r *Reword) found(has bool) {
	r.sentence = r.sentence.Mark(study.Parts()[r.at], has)
	r.hold(r.at + 1)
}

// has reports whether the learner found a part in the sentence.
func (r *Reword) has(part string) bool { return slices.Contains(r.sentence.Has, part) }

// Resize wraps what is shown anew and keeps the paragraph at the top.
func (r *Reword) Resize(width, height int) tea.Cmd {
	r.leaf.SetSize(width, height)
	r.compose()
	return nil
}

// show goes to another stage and begins at its top.
func (r *Reword) show(s stage) {
	r.stage = s
	r.leaf.Show(r.compose, s != parting)
}

// compose writes what the stage shows, at the width there is.
func (r *Reword) compose() {
	if r.leaf.Ready() && r.stage != waiting {
		r.field.SetWidth(r.leaf.Room())
		r.leaf.Write(r.write)
	}
}

// write writes the stage's text and returns its items.
func (r *Reword) write() []kit.Item {
	switch r.stage {
	case opening:
		return r.writeOpening()
	case parting:
		return r.writePart()
	case summary:
		return r.writeSummary()
	case choosing:
		return r.writeChoosing()
	case writing:
		return nil
	}
	return r.writeStuck()
}

// View draws what was composed. Before the page is ready it is empty: it takes
// a blink.
func (r *Reword) View() string {
	if r.Typing() {
		return r.writingView()
	}
	return r.leaf.Framed()
}

// Title names the page.
func (r *Reword) Title() string { return r.env.Words.T("reword.title") }

// Keys lists what works now.
func (r *Reword) Keys() help.KeyMap { return r.keys.now(r) }
