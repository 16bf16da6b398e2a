// Package tui is the program on the screen: the only tea.Model, the stack of
// pages, the routes between them, and the layout around them.
package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/follow"
	"porchlight/internal/group"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/page"
	"porchlight/tui/seat"
	"porchlight/tui/theme"
)

// Options are what a Program is made of.
type Options struct {
	Ctx      context.Context // ends with the session
	Desk     *study.Desk
	Sheets   *typeset.Cache // lessons set before, shared by all sessions
	Now      func() time.Time
	First    page.Route // the page opened above home; nil for home alone
	Lang     string     // "en" or "es"
	Settings study.Settings
	Profile  colorprofile.Profile
	// Words opens the interface's words; nil for locale.Open. A server opens
	// them once for all its sessions.
	Words func(lang string) (*locale.Words, error)
	// Theme makes a theme; nil for theme.New. A server makes each once.
	Theme func(theme.Name, theme.Background, colorprofile.Profile) *theme.Theme
	// Public says that the screen stands where anyone may sit down next: the
	// hints name the key that hides it, which whoever runs the program handles,
	// closing is being done, and nothing is printed or written to a file.
	Public bool
	// Office is where handouts go; nil where nothing may be printed or written
	// to a file.
	Office *press.Office
	// Stage is what a show to a group has around it.
	Stage follow.Stage
	// Rooms is the door of live rooms; nil where there are none. From is a name
	// of where the session comes from, for the door to slow those who guess.
	Rooms *group.Door
	From  string
	// Connect is what visitors of the kiosk type to come in.
	Connect string
	// Pause waits until what a room did not take is to be tried again; nil waits
	// a while.
	Pause func(context.Context) bool
	// Waiting is how pages wait for what others do: see page.Env.
	Waiting func(do func(context.Context) tea.Msg) tea.Cmd
	// Trouble is what kept the learner's record from opening. The program then
	// starts by saying so.
	Trouble error
}

// Program is the only tea.Model.
type Program struct {
	o      Options
	env    page.Env
	bg     theme.Background
	late   bool // the theme waits for whoever is typing
	stack  []frame
	dialog *dialog
	notice string
	banner string   // said on every page until the end
	hail   hail     // of a page beneath the one in front
	drawn  []string // the frame drawn last
	head   heading
	hints  hints
	w, h   int
	fled   bool
	closed bool // the learner asked to close
	trail  trail
	hall   *seat.Hall  // nil where there are no rooms
	closer []page.Page // those on the stack that hold something open
}

// New returns a program that has not begun. It fails for a language that the
// interface does not speak.
func New(o Options) (*Program, error) {
	if o.Words == nil {
		o.Words = locale.Open
	}
	if o.Theme == nil {
		o.Theme = theme.New
	}
	p := &Program{o: o}
	if o.Rooms != nil {
		p.hall = seat.NewHall(o.Rooms, o.From, o.Connect, o.Pause)
	}
	if err := p.dress(); err != nil {
		return nil, err
	}
	p.stack = []frame{p.frame(page.Home{}, nil)}
	if o.First != nil && o.First != (page.Home{}) {
		p.stack = append(p.stack, p.frame(o.First, p.top()))
	}
	if o.Trouble != nil {
		p.onTrouble(o.Trouble)
	}
	return p, nil
}

// Fled reports whether the learner left by quick exit: whoever ran the program
// then clears the screen and its scrollback and waits for nothing.
func (p *Program) Fled() bool { return p.fled }

// Lang is the language that the learner reads now.
func (p *Program) Lang() string { return p.o.Lang }

// Attends is how long nobody need touch a key, because a page takes part in
// something that goes on without.
func (p *Program) Attends() time.Duration {
	var longest time.Duration
	for _, f := range p.stack {
		if a, ok := f.page.(page.Attender); ok {
			longest = max(longest, a.Attends())
		}
	}
	return longest
}

// Announce puts a sentence at the foot of every page from now on.
func (p *Program) Announce(text string) { p.banner = text }

// Init does nothing: pages begin when the size of the terminal is known.
func (p *Program) Init() tea.Cmd { return nil }

// update handles a message, and what follows from it for the pages that were
// left.
func (p *Program) update(msg tea.Msg) tea.Cmd {
	defer p.walked()
	cmd := p.route(msg)
	return tea.Batch(cmd, p.letGo(), p.heard())
}

// route sends a message down one of three lanes: the program's own, input, and
// results.
func (p *Program) route(msg tea.Msg) tea.Cmd {
	if cmd, took := p.own(msg); took {
		return cmd
	}
	if cmd, took := p.input(msg); took {
		return tea.Batch(cmd, p.catchUp())
	}
	var cmds []tea.Cmd // each page knows its own results
	for i := range p.stack {
		if cmd := p.stack[i].page.Update(msg); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	return tea.Batch(cmds...)
}

// own handles what concerns the program and no page.
func (p *Program) own(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = msg.Width, msg.Height
		return p.layout(), true
	case tea.BackgroundColorMsg:
		return p.onBackground(msg), true
	case page.Opened:
		return p.push(msg.To), true
	case page.Replaced:
		return p.replace(msg.To), true
	case page.Asked:
		return p.asked(msg)
	case traveled:
		return p.onTraveled(), true
	case answered:
		return p.onAnswered(), true
	case page.Left:
		return p.pop(), true
	case page.SettingsChanged:
		return p.onSettings(msg.To), true
	case page.NotSaved:
		p.onNotSaved(msg)
		return nil, true
	case page.Failed:
		p.notice = p.failedWords()
		return nil, true
	}
	return nil, false
}
