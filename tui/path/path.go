// Package path asks the few questions that choose which lessons come first. Each
// can be skipped, and all of them at once. What is answered is kept before the
// next question comes; the one on safety is kept only where the learner says so.
package path

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A stage is what the page shows.
type stage int

const (
	waiting stage = iota // for what was answered before
	asking
	keeping // whether to keep the answer on safety
	refuge  // for someone whose home may not be safe
)

// Path is the page of the questions.
type Path struct {
	env  page.Env
	desk *study.Desk
	keys bindings

	stage     stage
	at        int // the question in front, from 0
	questions []study.PathQuestion
	said      lessons.Situation // as the record and this visit have it
	safe      lessons.Safety    // the answer that may be kept
	refuge    study.Refuge
	errands   errands // the work under way
	leaf      kit.Leaf
}

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Path {
	return &Path{
		env: env, desk: desk, keys: newBindings(env),
		questions: study.PathQuestions(), leaf: kit.NewLeaf(env.Theme, env.TextWidth),
	}
}

// Inherit goes on where the page was in another language or theme.
func (p *Path) Inherit(was page.Page) {
	if w, ok := was.(*Path); ok && w.stage != waiting {
		p.stage, p.at, p.said, p.safe, p.refuge = w.stage, w.at, w.said, w.safe, p.desk.Refuge()
		p.errands = w.errands
	}
}

// Init asks for what was answered before.
func (p *Path) Init() tea.Cmd {
	if p.stage != waiting {
		return nil // inherited
	}
	return p.load()
}

// Update gives a message to its handler.
func (p *Path) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case done:
		return p.errands.Took(p, msg)
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.MouseWheelMsg:
		p.leaf.Update(msg, p.env.Keys)
	case tea.MouseClickMsg:
		if on, _ := p.leaf.Click(msg.Y); on && msg.Button == tea.MouseLeft {
			return p.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
	}
	return nil
}

func (p *Path) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := p.env.Keys
	switch {
	case p.errands.Busy():
		return nil // one act at a time; what is under way is on its way to disk
	case key.Matches(msg, k.Back):
		return p.back()
	case p.stage == asking && key.Matches(msg, p.keys.skipAll):
		return p.skipAll()
	}
	if id, ok := p.leaf.Press(msg, k); ok {
		return p.choose(id)
	}
	return nil
}

// back goes to the question before, and from the first one away.
func (p *Path) back() tea.Cmd {
	switch {
	case p.stage == keeping:
		p.show(asking, p.at)
	case p.stage == asking && p.at > 0:
		p.show(asking, p.at-1)
	case p.stage == asking:
		return p.skipAll()
	default:
		return page.Back
	}
	return nil
}

// Keep waits for what is on its way to the record and does then afterwards.
func (p *Path) Keep(then tea.Cmd) tea.Cmd { return p.errands.Keep(then) }

// show goes to a stage and a question, the cursor on what was answered.
func (p *Path) show(s stage, at int) {
	p.stage, p.at = s, at
	p.leaf.Show(p.compose, true)
	if q := p.question(); s == asking && q.ID != study.SafeQuestion && p.leaf.Marked() {
		p.leaf.Select(q.Answer(p.said))
	}
}

func (p *Path) question() study.PathQuestion { return p.questions[p.at] }

// Resize wraps what is shown anew.
func (p *Path) Resize(width, height int) tea.Cmd {
	first := !p.leaf.Ready()
	p.leaf.SetSize(width, height)
	p.compose()
	if first {
		p.leaf.Mark()
	}
	return nil
}

// View draws the question, or nothing while what was answered is on its way.
func (p *Path) View() string {
	if p.stage == waiting {
		return ""
	}
	return p.leaf.Framed()
}

// Title names the page.
func (p *Path) Title() string { return p.env.Words.T("path.title") }

// Keys lists what works now.
func (p *Path) Keys() help.KeyMap { return p.keys.now(p) }

// bindings are the shared keys under the names they have here, and the one of
// the page's own.
type bindings struct{ skipAll, leave key.Binding }

func newBindings(env page.Env) bindings {
	w := env.Words
	return bindings{
		leave:   keys.With(env.Keys.Back, w.T("path.key-skip-all")),
		skipAll: key.NewBinding(key.WithKeys("s"), key.WithHelp("s", w.T("path.key-skip-all"))),
	}
}

func (b bindings) now(p *Path) keys.Hints {
	k := p.env.Keys
	enter := p.leaf.Enter(k, k.GoOn, k.Choose)
	switch {
	case p.stage == waiting:
		return keys.Hints{}
	case p.stage == asking && p.at == 0:
		return keys.Hints{k.Move, enter, b.leave}
	case p.stage == asking:
		return keys.Hints{k.Move, enter, k.Back, b.skipAll}
	}
	return keys.Hints{k.Move, enter, k.Back}
}
