// Package review is the page of today's few cards: a question, its best answer
// with the reason, and two buttons. Which card comes when is for internal/review
// to say; how one went is on disk before the next comes.
package review

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/review"
	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A stage is what the page shows.
type stage int

const (
	waiting stage = iota // for the cards
	front                // of a card: the question
	back                 // of a card: the best answer and why
	resting              // no card is left, or review is paused
	stuck                // the cards could not be read
)

// Review is the page of today's cards.
type Review struct {
	env  page.Env
	desk *study.Desk
	keys bindings

	stage   stage
	cards   cards
	errands errands // the work under way
	leaf    kit.Leaf
}

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Review {
	return &Review{env: env, desk: desk, keys: newBindings(env), leaf: kit.NewLeaf(env.Theme, env.TextWidth)}
}

// Inherit waits for what the page before this one began to keep.
func (r *Review) Inherit(was page.Page) {
	if w, ok := was.(*Review); ok && w.errands.Saving() {
		r.errands = w.errands
	}
}

// Init asks for the cards.
func (r *Review) Init() tea.Cmd {
	if r.errands.Saving() {
		return nil // inherited: they are asked for when it is kept
	}
	return r.load()
}

// Return looks again: a lesson's questions may have been answered meanwhile.
func (r *Review) Return() tea.Cmd {
	if r.stage == back || r.errands.Saving() {
		return nil
	}
	return r.load()
}

// Update gives a message to its handler.
func (r *Review) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case done:
		return r.errands.Took(r, msg)
	case tea.KeyPressMsg:
		return r.onKey(msg)
	case tea.MouseWheelMsg:
		r.leaf.Update(msg, r.env.Keys)
	case tea.MouseClickMsg:
		return r.onClick(msg)
	}
	return nil
}

// onClick chooses what was clicked. A grade gets the mark first and takes a
// second click.
func (r *Review) onClick(msg tea.MouseClickMsg) tea.Cmd {
	if on, had := r.leaf.Click(msg.Y); on && msg.Button == tea.MouseLeft && (had || r.stage != back) {
		return r.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	return nil
}

func (r *Review) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case key.Matches(msg, k.Back):
		return r.Keep(page.By(r, page.Back))
	case r.errands.Busy():
		return nil // one act at a time
	case key.Matches(msg, r.keys.undo) && r.undoable():
		return r.undo()
	}
	if id, ok := r.leaf.Press(msg, k); ok {
		return r.choose(id)
	}
	return nil
}

// choose does what the item with the mark says.
func (r *Review) choose(id string) tea.Cmd {
	switch id {
	case toShow:
		r.show(back)
	case string(review.NotYet), string(review.GotIt):
		return r.grade(review.Grade(id))
	case toUndo:
		return r.undo()
	case toPause, toResume:
		return r.pause(id == toPause)
	case toRetry:
		return r.load()
	case toLessons:
		return page.Replace(page.Lessons{})
	default:
		return page.Back
	}
	return nil
}

func (r *Review) undoable() bool { return len(r.cards.Done) > 0 && !r.cards.Paused }

// Keep waits for a grade on its way to the record and does then afterwards.
func (r *Review) Keep(then tea.Cmd) tea.Cmd { return r.errands.Keep(then) }

// show goes to another stage and begins at its top.
func (r *Review) show(s stage) {
	r.stage = s
	r.leaf.Show(r.compose, s != back) // a grade is not given by one press too many
}

// Resize wraps what is shown anew.
func (r *Review) Resize(width, height int) tea.Cmd {
	first := !r.leaf.Ready()
	r.leaf.SetSize(width, height)
	r.compose()
	if first && r.stage != back {
		r.leaf.Mark()
	}
	return nil
}

// View draws the card, or nothing while it is on its way.
func (r *Review) View() string {
	if r.stage == waiting {
		return ""
	}
	return r.leaf.Framed()
}

// Title names the page.
func (r *Review) Title() string { return r.env.Words.T("review.title") }

// Keys lists what works now.
func (r *Review) Keys() help.KeyMap {
	k := r.env.Keys
	if r.stage == waiting {
		return keys.Hints{k.Back}
	}
	hints := keys.Hints{k.Move, r.leaf.Enter(k, k.GoOn, k.Choose), k.Back}
	if r.undoable() {
		hints = append(hints, r.keys.undo)
	}
	return hints
}

// bindings are the shared keys under the names they have here, and the one of
// the page's own.
type bindings struct{ undo key.Binding }

func newBindings(env page.Env) bindings {
	return bindings{undo: key.NewBinding(key.WithKeys("u"), key.WithHelp("u", env.Words.T("review.key-undo")))}
}
