// Package tui is the program on the screen: the only tea.Model, the stack of
// pages, the routes between them, and the layout around them.
package tui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/follow"
	"porchlight/internal/group"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui/keys"
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

// A frame is a page and the route that opened it, so that it can be opened
// anew in another language or theme.
type frame struct {
	route page.Route
	page  page.Page
	began bool
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
		p.hall = seat.NewHall(o.Rooms, o.From)
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

// Init does nothing: pages begin when the size of the terminal is known.
func (p *Program) Init() tea.Cmd { return nil }

// AsksBackground reports whether the theme depends on the terminal's
// background, so that whoever runs the program asks for it at once. No answer
// may ever come; the theme reads well until one does.
func (p *Program) AsksBackground() bool {
	return p.o.Settings.Theme == "" || p.o.Settings.Theme == string(theme.Auto)
}

// update handles a message, and what follows from it for the pages that were
// left.
func (p *Program) update(msg tea.Msg) tea.Cmd {
	defer p.walked()
	cmd := p.route(msg)
	return tea.Batch(cmd, p.letGo())
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

// close quits when every page has written what it holds. Asked again, it waits
// for nothing.
func (p *Program) close() tea.Cmd {
	if p.closed {
		return tea.Quit
	}
	p.closed = true
	cmd := tea.Cmd(tea.Quit)
	for _, f := range p.stack {
		if k, ok := f.page.(page.Keeper); ok && f.began {
			cmd = k.Keep(cmd)
		}
	}
	return cmd
}

// letGo closes what the pages held that are not on the stack any more.
func (p *Program) letGo() tea.Cmd {
	var cmds []tea.Cmd
	for _, was := range p.closer {
		if !slices.ContainsFunc(p.stack, func(f frame) bool { return f.page == was }) {
			cmds = append(cmds, was.(page.Closer).Close())
		}
	}
	p.closer = p.closer[:0]
	for _, f := range p.stack {
		if _, ok := f.page.(page.Closer); ok {
			p.closer = append(p.closer, f.page)
		}
	}
	return tea.Batch(cmds...)
}

func (p *Program) top() page.Page { return p.stack[len(p.stack)-1].page }

func (p *Program) frame(r page.Route, below page.Page) frame {
	return frame{route: r, page: p.open(r, below)}
}

func (p *Program) push(to page.Route) tea.Cmd {
	if len(p.stack) > 0 && p.stack[len(p.stack)-1].route == to {
		return nil // Help now on Help now
	}
	p.notice = ""
	if _, home := to.(page.Home); home {
		p.stack = p.stack[:1]
		return p.returned()
	}
	p.stack = append(p.stack, p.frame(to, p.top()))
	return p.layout()
}

// replace opens a place instead of the page in front. A place still open
// beneath is come back to; a quiz takes the lesson it was opened from with it.
func (p *Program) replace(to page.Route) tea.Cmd {
	left := p.stack[len(p.stack)-1].route
	p.stack = p.stack[:len(p.stack)-1]
	if q, ok := left.(page.Quiz); ok && len(p.stack) > 1 {
		if l, ok := p.stack[len(p.stack)-1].route.(page.Lesson); ok && l.ID == q.Lesson {
			p.stack = p.stack[:len(p.stack)-1]
		}
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		if same(p.stack[i].route, to) {
			p.notice, p.stack = "", p.stack[:i+1]
			return p.returned()
		}
	}
	return p.push(to)
}

// same reports whether a place still open serves one asked for: the list of
// lessons is the one the learner came from, be it of one track or of all.
func same(open, to page.Route) bool {
	if _, list := open.(page.Lessons); list && to == (page.Lessons{}) {
		return true
	}
	return open == to
}

// asked hears what a page asked that had something to finish first.
func (p *Program) asked(msg page.Asked) (tea.Cmd, bool) {
	if msg.By != p.top() {
		return nil, true
	}
	cmd, _ := p.own(msg.For)
	return cmd, true
}

// pop leaves the page in front. Leaving home does nothing: closing the program
// is a key of its own, so that one key too many loses no place.
func (p *Program) pop() tea.Cmd {
	p.notice = ""
	if len(p.stack) == 1 {
		return nil
	}
	p.stack = p.stack[:len(p.stack)-1]
	return p.returned()
}

// returned lets the page in front look again at what may have changed.
func (p *Program) returned() tea.Cmd {
	cmds := []tea.Cmd{p.layout()}
	if r, ok := p.top().(page.Returner); ok {
		cmds = append(cmds, r.Return())
	}
	return tea.Batch(cmds...)
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
