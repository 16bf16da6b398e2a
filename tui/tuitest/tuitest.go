// Package tuitest drives the whole program in a test, without a terminal: keys
// go in, every command runs to its end, and the screen is read as text.
package tuitest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/course"
	"porchlight/internal/course/coursetest"
	"porchlight/internal/follow"
	"porchlight/internal/group"
	"porchlight/internal/handout/press"
	"porchlight/internal/locale"
	"porchlight/internal/locale/localetest"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/takehome"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui"
	"porchlight/tui/page"
)

// Noon is the time that a Clock starts from.
var Noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// Clock returns a clock that moves one second at each reading.
func Clock() func() time.Time {
	at := Noon
	return func() time.Time {
		at = at.Add(time.Second)
		return at
	}
}

// Setup is how a program under test begins; zero values have defaults.
type Setup struct {
	Course   *course.Course
	Store    record.Store
	First    page.Route
	Lang     string
	Settings study.Settings
	Profile  colorprofile.Profile // ASCII by default: no colour
	Width    int                  // 80 by default
	Height   int                  // 24 by default
	Trouble  error
	Office   *press.Office    // none by default
	Guest    bool             // nothing is kept after the session
	Visit    bool             // the learner is a visitor of a kiosk
	Stage    follow.Stage     // alone, without a clock, by default
	TakeHome *takehome.Office // none by default
	Rooms    *group.Door      // none by default
	// Newcomer is someone never asked what fits them: home begins with that.
	Newcomer bool
	Now      func() time.Time // a Clock of its own by default
	NewID    func() string    // attempt-1, attempt-2 and so on by default
}

// A Driver is a program under test.
type Driver struct {
	t       testing.TB
	Program *tui.Program
	Store   record.Store
	Desk    *study.Desk
	Quit    bool
	setup   Setup
	waiting []func(context.Context) tea.Msg // for what others do
	tries   bool                            // what a room did not take is tried again
}

// Start begins a program and runs it until it waits for a key.
func Start(t testing.TB, s Setup) *Driver {
	t.Helper()
	if s.Course == nil {
		s.Course = coursetest.Open(t)
	}
	if s.Store == nil {
		s.Store = record.NewGuest()
	}
	if s.Lang == "" {
		s.Lang = "en"
	}
	if s.Width == 0 {
		s.Width, s.Height = 80, 24
	}
	if s.Profile == 0 {
		s.Profile = colorprofile.ASCII
	}
	if s.Now == nil {
		s.Now = Clock()
	}
	if s.NewID == nil {
		attempts := 0
		s.NewID = func() string { attempts++; return fmt.Sprintf("attempt-%d", attempts) }
	}
	store := s.Store
	if !s.Newcomer {
		store = settled{store}
	}
	desk := study.NewDesk(study.Options{
		Course: s.Course, Store: store, Lang: lessons.Lang(s.Lang), Now: s.Now, NewID: s.NewID, Guest: s.Guest, Visit: s.Visit, Office: s.TakeHome,
	})
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	d := &Driver{t: t, Store: s.Store, Desk: desk, setup: s}
	p, err := tui.New(tui.Options{
		Ctx: ctx, Desk: desk, Sheets: typeset.NewCache(1 << 20), Now: s.Now,
		First: s.First, Lang: s.Lang, Settings: s.Settings, Profile: s.Profile, Trouble: s.Trouble, Office: s.Office, Stage: s.Stage,
		Rooms: s.Rooms, From: "a test", Connect: "ssh -p 2222 kiosk@HOST", Waiting: d.await, Pause: d.pause,
		Words: func(lang string) (*locale.Words, error) { return localetest.Open(t, lang), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	d.Program = p
	d.settle(p.Init())
	d.Resize(s.Width, s.Height)
	return d
}

// Restart begins another program on the same record, later on the same clock,
// as a learner does who comes back; change may make it begin differently.
func (d *Driver) Restart(change func(*Setup)) *Driver {
	d.t.Helper()
	s := d.setup
	if change != nil {
		change(&s)
	}
	return Start(d.t, s)
}

// Resize changes the size of the terminal.
func (d *Driver) Resize(width, height int) {
	d.Send(tea.WindowSizeMsg{Width: width, Height: height})
}

// Send gives the program a message and runs what follows to its end.
func (d *Driver) Send(msg tea.Msg) {
	_, cmd := d.Program.Update(msg)
	d.settle(cmd)
}

// EnterWhile presses Enter, has something happen before what follows from it is
// done, and then runs that to its end.
func (d *Driver) EnterWhile(meanwhile func()) {
	d.t.Helper()
	_, cmd := d.Program.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if cmd == nil {
		d.t.Errorf("nothing follows from Enter:\n%s", d.Screen())
	}
	meanwhile()
	d.settle(cmd)
}

// Run runs a command that a test took from the program itself, and what follows
// from it, to its end.
func (d *Driver) Run(cmd tea.Cmd) { d.settle(cmd) }

// settle runs commands in order until none is left. The questions a program
// asks its terminal stay unanswered, as many terminals leave them.
func (d *Driver) settle(cmd tea.Cmd) {
	for queue := []tea.Cmd{cmd}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == nil {
			continue
		}
		switch msg := queue[0]().(type) {
		case tea.BatchMsg:
			queue = append(queue, msg...)
		case tea.QuitMsg:
			d.Quit = true
		case nil:
		default:
			_, next := d.Program.Update(msg)
			queue = append(queue, next)
		}
	}
}

// await is how pages wait in a test: not at all. What has not happened yet is
// looked at again by Look.
func (d *Driver) await(do func(context.Context) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		now, stop := context.WithCancel(context.Background())
		stop()
		msg := do(now)
		if msg == nil {
			d.waiting = append(d.waiting, do)
		}
		return msg
	}
}

// pause is over at the next Look.
func (d *Driver) pause(context.Context) bool {
	tries := d.tries
	d.tries = false
	return tries
}

// Look has the program hear of what others did meanwhile, in a room for one, and
// try again, once, what the room did not take.
func (d *Driver) Look() {
	waiting := d.waiting
	d.waiting, d.tries = nil, true
	for _, do := range waiting {
		d.settle(d.await(do))
	}
	d.tries = false
}

// Press types keys by name: "down", "enter", "ctrl+x", "/", "a". A name of
// several letters that is no key is typed letter by letter.
func (d *Driver) Press(names ...string) {
	d.t.Helper()
	for _, name := range names {
		if k, ok := named(name); ok {
			d.Send(k)
			continue
		}
		for _, r := range name {
			d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

func named(name string) (tea.KeyPressMsg, bool) {
	codes := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
		"backspace": tea.KeyBackspace,
	}
	if code, ok := codes[name]; ok {
		k := tea.KeyPressMsg{Code: code}
		if code == tea.KeySpace {
			k.Text = " "
		}
		return k, true
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}, true
	}
	return tea.KeyPressMsg{}, false
}

// Screen is what the learner sees, without colour or trailing spaces.
func (d *Driver) Screen() string {
	lines := strings.Split(ansi.Strip(d.Program.View().Content), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// Raw is the frame as it goes to the terminal.
func (d *Driver) Raw() string { return d.Program.View().Content }

// Want fails the test unless the screen shows each of the texts, wherever
// lines break.
func (d *Driver) Want(texts ...string) {
	d.t.Helper()
	flat := strings.Join(strings.Fields(d.Screen()), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			d.t.Errorf("the screen lacks %q:\n%s", text, d.Screen())
		}
	}
}

// WantNot fails the test if the screen shows the text.
func (d *Driver) WantNot(text string) {
	d.t.Helper()
	if strings.Contains(strings.Join(strings.Fields(d.Screen()), " "), text) {
		d.t.Errorf("the screen shows %q:\n%s", text, d.Screen())
	}
}

// Shows reports whether the screen shows the text, wherever lines break.
func (d *Driver) Shows(text string) bool {
	return strings.Contains(strings.Join(strings.Fields(d.Screen()), " "), text)
}
