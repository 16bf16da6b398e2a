package reflect

import (
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/quiz"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A stage is what the page shows.
type stage int

const (
	waiting stage = iota // for the reflection
	stuck                // there is none, or it could not be opened
	opening
	asking
	safety   // an answer put it before all else
	closing  // where to look next, and whether to keep anything
	answers  // all of them, to change one
	keeping  // think first: an answer about safety is among them
	leaving  // nothing is kept, and there are answers
	overTime // what was answered in the looks that were kept
	picking  // which of the looks that were kept to remove
	forgetting
)

// Reflect is the page of one reflection.
type Reflect struct {
	env  page.Env
	desk *study.Desk
	id   quiz.ReflectionID
	keys bindings

	stage   stage
	leaf    kit.Leaf
	mirror  study.Mirror
	look    look
	doomed  string  // the look to be removed; empty for all
	errands errands // the work under way
	err     error   // why the page is stuck
}

// look is the answers being given.
type look struct {
	answers  quiz.Answers
	at       int    // the item in front
	changing bool   // one answer, from the list of all
	kept     bool   // they are in the record
	as       string // the id of the look they were kept as
	note     string // the name of words that say what was just done
}

// New returns the page of a reflection. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, id string) *Reflect {
	return &Reflect{env: env, desk: desk, id: quiz.ReflectionID(id), keys: newBindings(env), leaf: kit.NewLeaf(env.Theme, env.TextWidth)}
}

// Init asks for the reflection.
func (r *Reflect) Init() tea.Cmd {
	if r.stage != waiting && r.mirror.Reflection.ID != "" {
		return nil // inherited
	}
	return r.open()
}

// Inherit goes on where the page was. In another language the reflection is
// asked for anew, and the answers given so far stay.
func (r *Reflect) Inherit(was page.Page) {
	w, ok := was.(*Reflect)
	if !ok || w.mirror.Reflection.ID == "" {
		return
	}
	r.stage, r.look = w.stage, w.look
	if w.env.Words.Lang() != r.env.Words.Lang() {
		return
	}
	r.mirror, r.errands = w.mirror, w.errands
	r.leaf.Inherit(&w.leaf)
	r.compose()
	r.leaf.KeepMark(&w.leaf)
}

// Update gives a message to its handler.
func (r *Reflect) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case done:
		return r.errands.Took(r, msg)
	case tea.KeyPressMsg:
		return r.onKey(msg)
	case tea.MouseWheelMsg:
		r.leaf.Update(msg, r.env.Keys)
	case tea.MouseClickMsg:
		if on, _ := r.leaf.Click(msg.Y); on && !r.errands.Busy() && msg.Button == tea.MouseLeft {
			return r.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
	}
	return nil
}

func (r *Reflect) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := r.env.Keys
	switch {
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

// back goes one step back within the reflection, and from its opening leaves
// the page: after a word, where answers would be lost.
func (r *Reflect) back() tea.Cmd {
	switch r.stage {
	case asking:
		r.before()
	case safety:
		r.show(asking)
	case closing:
		r.ask(len(r.items()) - 1)
	case answers, keeping:
		r.show(closing)
	case overTime, picking, forgetting, leaving:
		r.show(opening)
	case opening:
		if r.loses() {
			r.show(leaving)
			return nil
		}
		return r.Keep(page.By(r, page.Back))
	default:
		return page.Back
	}
	return nil
}

// loses reports whether leaving loses answers.
func (r *Reflect) loses() bool { return !r.look.kept && len(r.look.answers.All()) > 0 }

// Keep waits for what is on its way to the record and does then afterwards.
func (r *Reflect) Keep(then tea.Cmd) tea.Cmd { return r.errands.Keep(then) }

// Resize wraps what is shown anew and keeps the paragraph at the top.
func (r *Reflect) Resize(width, height int) tea.Cmd {
	r.leaf.SetSize(width, height)
	r.compose()
	return nil
}

// show goes to another stage and begins at its top.
func (r *Reflect) show(s stage) {
	r.stage = s
	r.leaf.Show(r.compose, s != asking)
}

// compose writes what the stage shows, at the width there is.
func (r *Reflect) compose() {
	if r.leaf.Ready() && (r.mirror.Reflection.ID != "" || r.stage == stuck) {
		r.leaf.Write(r.write)
	}
}

// write writes the stage's text and returns its items.
func (r *Reflect) write() []kit.Item {
	switch r.stage {
	case opening:
		return r.writeOpening()
	case asking:
		return r.writeAsking()
	case safety:
		return r.writeSafety()
	case closing:
		return r.writeClosing()
	case answers:
		return r.writeAnswers()
	case keeping:
		return r.writeKeeping()
	case leaving:
		return r.writeLeaving()
	case overTime:
		return r.writeOverTime()
	case picking:
		return r.writePicking()
	case forgetting:
		return r.writeForgetting()
	}
	return r.writeStuck()
}

// View draws what was composed. Before the reflection is there the page is
// empty: it takes a blink.
func (r *Reflect) View() string { return r.leaf.Framed() }

// Title is the reflection's.
func (r *Reflect) Title() string {
	if title := r.mirror.Reflection.Title; title != "" {
		return title
	}
	return r.env.Words.T("reflect.title")
}

// Keys lists what works now.
func (r *Reflect) Keys() help.KeyMap { return r.keys.now(r) }

// say writes text of the pack: paragraphs with blank lines between them.
func (r *Reflect) say(text string) {
	for part := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		r.leaf.Sheet.Say(strings.Join(strings.Fields(part), " "), r.env.Theme.Plain)
	}
}
