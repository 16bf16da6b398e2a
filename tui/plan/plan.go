// Package plan is the page that puts a week in a program beside one's own week,
// and does plain arithmetic with a price that one was given. Every field starts
// empty; every step and every assumption of the sum is shown.
package plan

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Plan is the page of the plan.
type Plan struct {
	env  page.Env
	desk *study.Desk
	keys bindings

	loads  loads
	saves  saves // one at a time
	have   *kept
	failed bool // it could not be read; the page says so
	at     spot

	sheet  kit.Passage
	typing study.PlanField // the field being written; empty most of the time
	field  kit.Field

	width, height int
}

// A spot is where in the page the learner is.
type spot struct {
	part string // "", partWeek, partCost or partBeside
	row  string // the item to put the mark on
}

// bindings are the page's keys beside the shared ones.
type bindings struct{ keep, drop, change, choose, readOn key.Binding }

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Plan {
	w := env.Words
	bind := func(press, words string) key.Binding {
		return key.NewBinding(key.WithKeys(press), key.WithHelp(press, w.T(words)))
	}
	return &Plan{
		env: env, desk: desk, sheet: kit.NewPassage(env.Theme),
		keys: bindings{
			keep: bind("enter", "checklist.key-keep"), drop: bind("esc", "checklist.key-drop"),
			change: keys.With(env.Keys.Enter, w.T("plan.key-change")),
			choose: keys.With(env.Keys.Enter, w.T("key.choose")),
			readOn: keys.With(env.Keys.Enter, w.T("checklist.key-read-on")),
		},
	}
}

// Inherit goes on where the former page was, in the middle of a field too.
func (p *Plan) Inherit(was page.Page) {
	old, ok := was.(*Plan)
	if !ok {
		return
	}
	p.at, p.saves = old.at, old.saves
	p.at.row, _ = old.sheet.Selected()
	if old.Typing() {
		p.write(old.typing, old.field.Value())
	}
}

// kept is the plan, and what the course says beside it.
type kept struct {
	study.Plan
	beside []study.Cited
	lesson lessons.Lesson // zero where the course has none
}

// The errands of this page, and their answers: the plan is asked for, and a
// field goes to the record.
type (
	loads  = errand.Runner[*Plan, *kept]
	loaded = errand.Done[*Plan, *kept]
	saves  = errand.Runner[*Plan, study.PlanField]
	saved  = errand.Done[*Plan, study.PlanField]
)

// Init asks for the plan.
func (p *Plan) Init() tea.Cmd { return p.load() }

func (p *Plan) load() tea.Cmd {
	desk := p.desk
	return p.loads.Fetch(p.env, func(ctx context.Context) (*kept, error) {
		plan, err := desk.Plan(ctx)
		k := &kept{Plan: plan, beside: desk.Beside()}
		k.lesson, _ = desk.MoneyLesson()
		return k, err
	}, (*Plan).onLoaded)
}

// Update gives a message to its handler.
func (p *Plan) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return p.loads.Took(p, msg)
	case saved:
		return p.saves.Took(p, msg)
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.PasteMsg:
		if p.Typing() {
			p.field.Update(msg)
		}
	case tea.MouseWheelMsg:
		if !p.Typing() {
			p.sheet.Update(msg, p.env.Keys)
		}
	case tea.MouseClickMsg:
		return p.onClick(msg)
	}
	return nil
}

func (p *Plan) onLoaded(have *kept, err error) tea.Cmd {
	if p.failed = err != nil; !p.failed {
		p.have = have
	}
	p.draw()
	return nil
}

func (p *Plan) onClick(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || p.Typing() {
		return nil
	}
	if on, _ := p.sheet.Click(msg.Y); on {
		return p.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	return nil
}

func (p *Plan) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := p.env.Keys
	switch {
	case p.Typing():
		return p.onField(msg)
	case p.sheet.Update(msg, k):
	case key.Matches(msg, k.Enter):
		if id, ok := p.sheet.Choose(); ok {
			return p.choose(id)
		}
	case key.Matches(msg, k.Back):
		return p.back()
	}
	return nil
}

// Resize lays everything out anew.
func (p *Plan) Resize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	if p.Typing() {
		p.field.SetWidth(p.room())
	}
	p.draw()
	return nil
}

func (p *Plan) room() int { return kit.Room(p.width, p.env.TextWidth) }

// Typing reports whether letters go into a field.
func (p *Plan) Typing() bool { return p.typing != "" }

// View draws the part that the learner is on, or the field being written.
func (p *Plan) View() string {
	view, more := p.sheet.View(nil), p.sheet.More()
	if p.Typing() {
		view, more = strings.Join(p.fieldLines(), "\n"), ""
	}
	return kit.Framed(view, more, p.width, p.env.TextWidth, p.env.Theme)
}

// Prints is the whole plan.
func (p *Plan) Prints() string { return "plan" }

// Title says which part this is.
func (p *Plan) Title() string {
	w := p.env.Words
	switch p.at.part {
	case partWeek:
		return w.T("plan.week")
	case partCost:
		return w.T("plan.cost")
	case partBeside:
		return w.T("plan.beside")
	}
	return w.T("plan.title")
}

// Keys lists what works now.
func (p *Plan) Keys() help.KeyMap {
	k := p.env.Keys
	id, marked := p.sheet.Selected()
	switch {
	case p.Typing():
		return keys.Hints{p.keys.keep, p.keys.drop}
	case !marked:
		return keys.Hints{k.Move, p.keys.readOn, k.Back}
	case strings.HasPrefix(id, toField):
		return keys.Hints{k.Move, p.keys.change, k.Back}
	}
	return keys.Hints{k.Move, p.keys.choose, k.Back}
}
