package tui

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A dialog says that something went wrong and offers what can be done. It
// stands in front of every page but Help now until the learner chooses.
type dialog struct {
	title, text string
	body        kit.Passage
	env         page.Env
	width       int
	again       tea.Cmd // what the learner did and is not kept yet
	choose      func(p *Program, id string) tea.Cmd
}

// show puts a dialog in front.
func (p *Program) show(d *dialog, items []kit.Item) {
	d.env, d.body = p.env, kit.NewPassage(p.env.Theme)
	d.body.SetItems(items)
	p.dialog = d
	if !p.tooSmall() {
		d.resize(p.w, p.bodyHeight())
	}
}

// inFront is the dialog that has the keys; nil for none. Nothing stands before
// Help now.
func (p *Program) inFront() *dialog {
	if p.stack[len(p.stack)-1].route == (page.HelpNow{}) {
		return nil
	}
	return p.dialog
}

// onNotSaved tells the learner that an act was not kept. One that comes while
// another waits is done again together with it.
func (p *Program) onNotSaved(msg page.NotSaved) {
	again := msg.Again
	if p.dialog != nil && p.dialog.again != nil {
		again = tea.Batch(p.dialog.again, again)
	}
	w := p.env.Words
	p.show(&dialog{
		title: w.T("trouble.not-saved"), text: w.T(study.Trouble(msg.Err)), again: again,
		choose: func(p *Program, id string) tea.Cmd {
			p.dialog = nil
			if id == "guest" {
				return withoutSaving(p.env, p.o.Desk, again)
			}
			return again
		},
	}, []kit.Item{
		{ID: "again", Text: w.T("trouble.again")},
		{ID: "guest", Text: w.T("trouble.without")},
	})
}

// withoutSaving leaves the record and then does again what could not be kept.
func withoutSaving(env page.Env, desk *study.Desk, again tea.Cmd) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		desk.GoOnWithoutSaving(ctx)
		if again == nil {
			return nil
		}
		return again()
	})
}

// onTrouble tells the learner at the start that their record did not open.
func (p *Program) onTrouble(err error) {
	w := p.env.Words
	p.show(&dialog{
		title: w.T("trouble.not-opened"), text: w.T(study.Trouble(err)),
		choose: func(p *Program, id string) tea.Cmd {
			p.dialog = nil
			if id == "quit" {
				return tea.Quit
			}
			return nil
		},
	}, []kit.Item{
		{ID: "guest", Text: w.T("trouble.without")},
		{ID: "quit", Text: w.T("trouble.close")},
	})
}

func (d *dialog) onKey(p *Program, msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, d.env.Keys.Enter) {
		if id, ok := d.body.Choose(); ok {
			return d.choose(p, id)
		}
		return nil
	}
	d.body.Update(msg, d.env.Keys)
	return nil
}

func (d *dialog) onMouse(p *Program, msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		d.body.Update(msg, d.env.Keys)
	case tea.MouseClickMsg:
		if on, _ := d.body.Click(msg.Y); on && msg.Button == tea.MouseLeft {
			return d.onKey(p, tea.KeyPressMsg{Code: tea.KeyEnter})
		}
	}
	return nil
}

func (d *dialog) keys() []key.Binding {
	k := d.env.Keys
	return []key.Binding{k.Move, keys.With(k.Enter, d.env.Words.T("key.choose"))}
}

// tight is the height up to which a dialog leaves no line blank.
const tight = 12

// resize sets the words anew.
func (d *dialog) resize(width, height int) {
	room := kit.Room(width, d.env.TextWidth)
	lines := kit.Wrap(d.title, room)
	for i := range lines {
		lines[i] = d.env.Theme.Care.Render(lines[i])
	}
	text := kit.Wrap(d.text, room)
	if height > tight {
		lines, text = append(lines, ""), append(text, "")
	}
	d.width = width
	d.body.SetSize(room, height)
	d.body.SetText(append(lines, text...))
	d.body.Mark()
}

func (d *dialog) view() string {
	return kit.Framed(d.body.View(nil), d.body.More(), d.width, d.env.TextWidth, d.env.Theme)
}
