package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/keys"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// dress makes the environment of the pages from the settings, and has the desk
// speak the same language.
func (p *Program) dress() error {
	words, err := p.o.Words(p.o.Lang)
	if err != nil {
		return err
	}
	name := theme.Name(p.o.Settings.Theme)
	if name == "" {
		name = theme.Auto
	}
	p.env = page.Env{
		Ctx:       p.o.Ctx,
		Now:       p.o.Now,
		Words:     words,
		Theme:     p.o.Theme(name, p.bg, p.o.Profile),
		Keys:      keys.New(words),
		TextWidth: textWidth(p.o.Settings.TextWidth),
		Public:    p.o.Public,
		Paper:     p.o.Office != nil && !p.o.Public,
		Waiting:   p.o.Waiting,
	}
	if p.o.Public {
		p.env.Keys.Quit = keys.With(p.env.Keys.Quit, words.T("key.done"))
	}
	p.o.Desk.SetLang(lessons.Lang(p.o.Lang))
	return nil
}

// defaultTextWidth is a line length that books use too.
const defaultTextWidth = 72

func textWidth(chosen int) int {
	if chosen <= 0 {
		return defaultTextWidth
	}
	return chosen
}

// reopen builds every page on the stack anew, in the environment of now.
func (p *Program) reopen() tea.Cmd {
	p.late = false
	if err := p.dress(); err != nil {
		return func() tea.Msg { return page.Failed{Err: err} }
	}
	var below page.Page
	for i, was := range p.stack {
		p.stack[i] = p.frame(was.route, below)
		below = p.stack[i].page
		if heir, ok := below.(page.Heir); ok {
			heir.Inherit(was.page)
		}
	}
	return p.layout()
}

// onSettings goes on with other settings.
func (p *Program) onSettings(to study.Settings) tea.Cmd {
	was := p.o.Settings
	p.o.Settings = to
	if to.Lang != "" {
		p.o.Lang = to.Lang
	}
	cmd := p.reopen()
	if to.Theme != was.Theme && p.bg == theme.Unknown {
		cmd = tea.Batch(cmd, tea.RequestBackgroundColor)
	}
	return cmd
}

// AsksBackground reports whether the theme depends on the terminal's
// background, so that whoever runs the program asks for it at once. No answer
// may ever come; the theme reads well until one does.
func (p *Program) AsksBackground() bool {
	return p.o.Settings.Theme == "" || p.o.Settings.Theme == string(theme.Auto)
}

func (p *Program) onBackground(msg tea.BackgroundColorMsg) tea.Cmd {
	bg := theme.IsLight
	if msg.IsDark() {
		bg = theme.IsDark
	}
	if bg == p.bg {
		return nil
	}
	p.bg = bg
	if p.late = p.AsksBackground(); p.late {
		return p.catchUp()
	}
	return nil
}

// catchUp opens the pages in a theme that was learned late, when nobody types:
// a page made anew could lose the letters typed while it begins.
func (p *Program) catchUp() tea.Cmd {
	if !p.late || slices.ContainsFunc(p.stack, func(f frame) bool { return typing(f.page) }) {
		return nil
	}
	return p.reopen()
}
