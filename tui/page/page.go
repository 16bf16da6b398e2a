// Package page is the contract between the program and its pages, and nothing
// else. A page fills the terminal between the title line and the key hints.
// Pages never import pages: they ask for a Route, and the program opens it.
package page

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/theme"
)

// A Page fills the terminal between the title line and the key hints.
type Page interface {
	// Init starts the page's first load. The program calls it once, after the
	// first Resize.
	Init() tea.Cmd
	// Update changes the page in place and returns work to be done elsewhere.
	// A mouse message comes with Y counted from the page's first line.
	Update(tea.Msg) tea.Cmd
	// Resize is called before the first View and again on every change. It may
	// return work, such as setting a lesson anew.
	Resize(width, height int) tea.Cmd
	// View draws what is already known, in at most the height it was given. It
	// reads no clock, disk or network.
	View() string
	// Title says where the learner is, in a few words.
	Title() string
	// Keys lists the bindings that work right now, the most useful first.
	Keys() help.KeyMap
}

// Typist is a Page that may hold a text field. While Typing reports true, a
// letter is only a letter, and the program keeps its shortcuts to itself.
type Typist interface{ Typing() bool }

// Finder is a Page with a search of its own: the key that finds is left to it.
// On every other page that key opens the search of everything.
type Finder interface{ Finds() }

// Wanderer is a Page whose place changes while it is open: Here is the route
// that opens it where it is now.
type Wanderer interface{ Here() Route }

// Returner is a Page that looks again when the learner comes back to it from a
// page above: what it shows may have changed there.
type Returner interface{ Return() tea.Cmd }

// Keeper is a Page that may hold something not yet written. Keep writes it and
// does then afterwards; with nothing to write it returns then. The program asks
// before it closes. Quick exit asks nobody.
type Keeper interface{ Keep(then tea.Cmd) tea.Cmd }

// Heir is a Page that takes over from its former self when the program opens it
// anew in another language or theme: where the cursor was, what was half
// written. It comes before the first Resize.
type Heir interface{ Inherit(was Page) }

// Closer is a Page that holds something open elsewhere. The program calls Close
// once the page is left for good, unless an Heir took over from it.
type Closer interface{ Close() tea.Cmd }

// Attender is a Page that takes part in something which goes on without keys: a
// person listens. Attends is how long it may, before anyone asks whether
// somebody is there.
type Attender interface{ Attends() time.Duration }

// Caller is a Page that may have something to say to somebody who has opened
// another page above it. Calls is one line in words, no longer than the smallest
// window is wide, with the key that leads back, which is Keys.Called; empty while
// there is nothing to say.
type Caller interface{ Calls() string }

// Printable is a Page that shows something that can be put on paper. Prints
// names it as a handout does, "lesson/limits-that-hold", or is empty while there
// is nothing to print.
type Printable interface{ Prints() string }

// Lined is a Page that draws line by line: Lines adds to out the lines that View
// joins. A page that people press keys on for minutes draws so: what it need not
// make anew at each of them, nobody waits for.
type Lined interface{ Lines(out []string) []string }

// Env is what every page of one session shares. It is a value: nothing in it
// changes while the page lives, so commands may keep it. When the learner
// changes language or theme, the program opens its pages anew with another.
type Env struct {
	Ctx   context.Context // ends with the session
	Now   func() time.Time
	Words *locale.Words
	Theme *theme.Theme
	Keys  keys.Map
	// TextWidth is the widest a line of reading may be, in cells.
	TextWidth int
	// Public says that anyone may sit down here next: a page offers nothing
	// that prints or that writes to a file.
	Public bool
	// Paper says that things can be printed, or written to a file.
	Paper bool
	// Waiting waits for what Await was asked to wait for; nil to wait as long as
	// it takes. A test that has no time to wait has a way of its own.
	Waiting func(do func(context.Context) tea.Msg) tea.Cmd
}

// Go asks the program to open a place above the present page.
func Go(to Route) tea.Cmd { return func() tea.Msg { return Opened{to} } }

// Opened is what Go delivers to the program.
type Opened struct{ To Route }

// Replace asks the program to open a place instead of the present page.
func Replace(to Route) tea.Cmd { return func() tea.Msg { return Replaced{to} } }

// Replaced is what Replace delivers to the program.
type Replaced struct{ To Route }

// Back asks the program to leave the present page.
func Back() tea.Msg { return Left{} }

// Left is what Back delivers to the program.
type Left struct{}

// By does cmd for p, and p's request is heard only while p is the page in
// front. A page that first finishes something asks this way: the learner may
// have opened another page meanwhile.
func By(p Page, cmd tea.Cmd) tea.Cmd { return func() tea.Msg { return Asked{p, cmd()} } }

// Asked is what By delivers to the program.
type Asked struct {
	By  Page
	For tea.Msg
}

// SettingsChanged tells the program that the learner's settings are other than
// before, and are kept.
type SettingsChanged struct{ To study.Settings }

// NotSaved tells the program that something the learner did could not be kept.
// The program says so and offers to run Again, or to go on without saving and
// then run Again.
type NotSaved struct {
	Err   error
	Again tea.Cmd
}

// Failed tells the program that work ended in a way no page foresaw.
type Failed struct{ Err error }

// workLimit bounds one piece of work. A record busy with another program is
// waited for five seconds, so this is more.
const workLimit = 15 * time.Second

// Work runs do away from the event loop, within the session and a time limit.
// A panic inside it becomes Failed: the session goes on.
func (e Env) Work(do func(context.Context) tea.Msg) tea.Cmd {
	session := e.Ctx // and not the whole of e, which each command would carry
	return func() (msg tea.Msg) {
		ctx, stop := context.WithTimeout(session, workLimit)
		defer stop()
		defer caught(&msg)
		return do(ctx)
	}
}

// caught turns a panic into Failed.
func caught(msg *tea.Msg) {
	if p := recover(); p != nil {
		*msg = Failed{fmt.Errorf("internal error: %v\n%s", p, debug.Stack())}
	}
}

// Await runs do away from the event loop for as long as the session lasts: it
// waits for something that others do. When the context ends do returns nil.
func (e Env) Await(do func(context.Context) tea.Msg) tea.Cmd {
	if e.Waiting != nil {
		return e.Waiting(do)
	}
	return func() (msg tea.Msg) {
		defer caught(&msg)
		return do(e.Ctx)
	}
}

// Save does what the record is to keep, and answers done. What could not be kept
// goes to the program, which asks the learner and has it done again; the page
// may be gone by then.
func (e Env) Save(do func(context.Context) error, done tea.Msg) tea.Cmd {
	return e.Work(func(ctx context.Context) tea.Msg {
		if err := do(ctx); err != nil {
			return NotSaved{Err: err, Again: e.Save(do, done)}
		}
		return done
	})
}
