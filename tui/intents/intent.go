package intents

import (
	"context"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be done with a step.
const (
	toTried  = "tried"
	toLetGo  = "let-go"
	toAgain  = "again"
	toRead   = "read"
	toRemove = "remove"
	toBack   = "back"
	toRetry  = "retry"
)

// An Intent is the page of one step.
type Intent struct {
	env    page.Env
	desk   *study.Desk
	lesson lessons.ID

	errands errand.Runner[*Intent, study.Intent]
	is      study.Intent
	have    bool
	failed  bool // it could not be read; the page says so

	body          kit.Passage
	choose        key.Binding
	width, height int
}

// New returns the page of what was taken from a lesson. It loads nothing until
// Init.
func New(env page.Env, desk *study.Desk, lesson lessons.ID) *Intent {
	return &Intent{
		env: env, desk: desk, lesson: lesson, body: kit.NewPassage(env.Theme),
		choose: keys.With(env.Keys.Enter, env.Words.T("key.choose")),
	}
}

// Inherit waits for what the page before this one began to keep.
func (p *Intent) Inherit(was page.Page) {
	if w, ok := was.(*Intent); ok && w.errands.Saving() {
		p.errands = w.errands
	}
}

// Init asks for the step.
func (p *Intent) Init() tea.Cmd {
	if p.errands.Saving() {
		return nil // inherited: its answer brings the step too
	}
	return p.load()
}

func (p *Intent) load() tea.Cmd {
	desk, lesson := p.desk, p.lesson
	return p.errands.Fetch(p.env, func(ctx context.Context) (study.Intent, error) { return desk.Intent(ctx, lesson) }, (*Intent).onLoaded)
}

func (p *Intent) onLoaded(is study.Intent, err error) tea.Cmd {
	if p.failed = err != nil; !p.failed {
		p.is, p.have = is, true
	}
	p.show()
	return nil
}

// Update gives a message to its handler.
func (p *Intent) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Intent, study.Intent]:
		return p.errands.Took(p, msg)
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.MouseWheelMsg:
		p.body.Update(msg, p.env.Keys)
	case tea.MouseClickMsg:
		if on, _ := p.body.Click(msg.Y); on && msg.Button == tea.MouseLeft {
			return p.enter()
		}
	}
	return nil
}

func (p *Intent) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := p.env.Keys
	switch {
	case key.Matches(msg, k.Back):
		return p.Keep(page.By(p, page.Back))
	case p.errands.Busy():
		return nil // one act at a time
	case p.body.Update(msg, k):
	case key.Matches(msg, k.Enter):
		return p.enter()
	}
	return nil
}

func (p *Intent) enter() tea.Cmd {
	id, ok := p.body.Choose()
	if !ok || p.errands.Busy() {
		return nil
	}
	is := p.is
	switch id {
	case toTried:
		is.State = study.Tried
	case toLetGo:
		is.State = study.LetGo
	case toAgain:
		is.State = study.ToTry
	case toRemove:
		is.Text = ""
	case toRead:
		return page.Go(page.Lesson{ID: string(p.lesson)})
	case toRetry:
		return p.load()
	default:
		return page.Back
	}
	return p.save(is)
}

// save keeps the step as it is to be, and then shows it as it was kept.
func (p *Intent) save(is study.Intent) tea.Cmd {
	desk := p.desk
	return p.errands.Save(p.env, func(ctx context.Context) (study.Intent, error) { return is, desk.SaveIntent(ctx, is) },
		func(p *Intent, is study.Intent) tea.Cmd { return p.onLoaded(is, nil) })
}

// Keep waits for what is on its way to the record and does then afterwards.
func (p *Intent) Keep(then tea.Cmd) tea.Cmd { return p.errands.Keep(then) }

// show writes the step from its beginning.
func (p *Intent) show() {
	p.compose()
	p.body.SetTop(0)
	p.body.Mark()
}

// compose writes the step, at the width there is.
func (p *Intent) compose() {
	if p.width == 0 || !p.have && !p.failed {
		return
	}
	w, t := p.env.Words, p.env.Theme
	room := kit.Room(p.width, p.env.TextWidth)
	p.body.SetSize(room, p.height)
	s := &kit.Sheet{Width: room}
	switch {
	case p.failed:
		s.Say(w.T("load.failed"), t.Plain)
	case p.is.Text == "":
		s.Say(w.T("try.gone"), t.Plain)
	default:
		s.Put("", w.F("try.from", locale.Args{"Title": p.is.Title}), t.Quiet)
		s.Say(p.is.Text, t.Strong)
		s.Say(p.is.Say(w), t.Good)
	}
	p.body.SetItems(p.items())
	p.body.SetText(s.Lines)
}

func (p *Intent) items() []kit.Item {
	item := func(id, words string) kit.Item { return kit.Item{ID: id, Text: p.env.Words.T(words)} }
	back := item(toBack, "review.leave")
	switch {
	case p.failed:
		return []kit.Item{item(toRetry, "load.again"), back}
	case p.is.Text == "":
		return []kit.Item{back}
	case p.is.State == study.ToTry:
		return []kit.Item{item(toTried, "try.tried"), item(toLetGo, "try.let-go"), item(toRead, "try.read"), back}
	}
	return []kit.Item{back, item(toAgain, "try.again"), item(toRead, "try.read"), item(toRemove, "try.remove")}
}

// Resize wraps what is shown anew.
func (p *Intent) Resize(width, height int) tea.Cmd {
	first := p.width == 0
	p.width, p.height = width, height
	p.compose()
	if first {
		p.body.Mark()
	}
	return nil
}

// View draws the step, or nothing while it is on its way.
func (p *Intent) View() string {
	if !p.have && !p.failed {
		return ""
	}
	return kit.Framed(p.body.View(nil), p.body.More(), p.width, p.env.TextWidth, p.env.Theme)
}

// Title names the page.
func (p *Intent) Title() string { return p.env.Words.T("try.title") }

// Keys lists what works now.
func (p *Intent) Keys() help.KeyMap { return keys.Hints{p.env.Keys.Move, p.choose, p.env.Keys.Back} }
