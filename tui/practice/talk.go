package practice

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
	waiting   stage = iota // for the conversation
	stuck                  // there is none, or it could not be opened
	guard                  // safety, before anything else
	opening                // what to know, and the scene
	talking                // the conversation, to its end
	writing                // what one would say, in one's own words
	comparing              // one's own words beside the choices
	replaying              // the way taken
)

// Talk is the page of one conversation.
type Talk struct {
	env  page.Env
	desk *study.Desk
	id   quiz.PracticeID
	keys bindings

	stage   stage
	leaf    kit.Leaf
	fresh   int // the line on which what is new begins
	talk    study.Talk
	own     own
	errands errands // the work under way
	err     error   // why the page is stuck
}

// New returns the page of a conversation. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, id string) *Talk {
	return &Talk{
		env: env, desk: desk, id: quiz.PracticeID(id), keys: newBindings(env), leaf: kit.NewLeaf(env.Theme, env.TextWidth),
		own: own{field: kit.NewField(env.Theme, env.Words.T("practice.prompt"), study.SayLimit)},
	}
}

// Init asks for the conversation.
func (t *Talk) Init() tea.Cmd {
	if t.talk.ID() != "" {
		return nil // inherited
	}
	return t.open()
}

// Inherit goes on where the page was. In another language the conversation is
// asked for anew, and found where it stands.
func (t *Talk) Inherit(was page.Page) {
	w, ok := was.(*Talk)
	if !ok || w.talk.ID() == "" {
		return
	}
	t.own.inherit(w.own)
	t.stage = w.stage
	if w.env.Words.Lang() != t.env.Words.Lang() {
		return
	}
	t.talk, t.errands, t.fresh = w.talk, w.errands, w.fresh
	t.leaf.Inherit(&w.leaf)
	t.compose()
	t.leaf.KeepMark(&w.leaf)
}

// Update gives a message to its handler.
func (t *Talk) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case done:
		return t.errands.Took(t, msg)
	case tea.KeyPressMsg:
		return t.onKey(msg)
	case tea.PasteMsg:
		if t.Typing() {
			t.own.field.Update(msg)
		}
	case tea.MouseWheelMsg:
		t.leaf.Update(msg, t.env.Keys)
	case tea.MouseClickMsg:
		return t.onClick(msg)
	}
	return nil
}

func (t *Talk) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := t.env.Keys
	switch {
	case t.Typing():
		return t.onWritingKey(msg)
	case key.Matches(msg, k.Back):
		return t.back()
	case t.errands.Busy():
		return nil // one act at a time
	}
	if id, ok := t.leaf.Press(msg, k); ok {
		return t.choose(id)
	}
	return nil
}

// onClick chooses what was clicked. What is said is kept, so a reply gets the
// mark first and takes a second click.
func (t *Talk) onClick(msg tea.MouseClickMsg) tea.Cmd {
	if t.Typing() || t.errands.Busy() || msg.Button != tea.MouseLeft {
		return nil
	}
	on, had := t.leaf.Click(msg.Y)
	if !on || !had && (t.stage == talking || t.stage == comparing) {
		return nil
	}
	return t.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
}

// back leaves the part the learner is in: what they write, the replay, the
// page.
func (t *Talk) back() tea.Cmd {
	switch t.stage {
	case comparing, replaying:
		t.showTalk()
		return nil
	}
	return t.Keep(page.By(t, page.Back))
}

// Keep waits for a reply on its way to the record and does then afterwards.
func (t *Talk) Keep(then tea.Cmd) tea.Cmd { return t.errands.Keep(then) }

// Typing reports whether letters go into one's own words.
func (t *Talk) Typing() bool { return t.stage == writing }

// Resize wraps what is shown anew and keeps the paragraph at the top.
func (t *Talk) Resize(width, height int) tea.Cmd {
	t.leaf.SetSize(width, height)
	t.compose()
	return nil
}

// show goes to another stage and begins at its top.
func (t *Talk) show(s stage) {
	t.stage = s
	t.leaf.Show(t.compose, s != talking && s != comparing) // nothing is said by mistake
}

// showTalk goes to the conversation, at what is new in it.
func (t *Talk) showTalk() {
	t.show(talking)
	t.leaf.GoTo(t.fresh)
}

// compose writes what the stage shows, at the width there is.
func (t *Talk) compose() {
	if t.leaf.Ready() && (t.talk.ID() != "" || t.stage == stuck) {
		t.own.field.SetWidth(t.leaf.Room())
		t.leaf.Write(t.write)
	}
}

// write writes the stage's text and returns its items.
func (t *Talk) write() []kit.Item {
	switch t.stage {
	case guard:
		return t.writeGuard()
	case opening:
		return t.writeOpening()
	case talking, writing:
		return t.writeTalk()
	case comparing:
		return t.writeComparing()
	case replaying:
		return t.writeReplay()
	}
	return t.writeStuck()
}

// View draws what was composed. Before the conversation is there the page is
// empty: it takes a blink.
func (t *Talk) View() string {
	if t.Typing() {
		return t.writingView()
	}
	if t.stage == comparing && t.own.beside != nil {
		return t.leaf.FramedBeside(t.own.beside)
	}
	return t.leaf.Framed()
}

// Title is the conversation's.
func (t *Talk) Title() string {
	if title := t.talk.Run.Practice().Title; title != "" {
		return oneLine(title)
	}
	return t.env.Words.T("practice.title")
}

// Keys lists what works now.
func (t *Talk) Keys() help.KeyMap { return t.keys.now(t) }

// oneLine folds the line ends of a pack's text into spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
