package lobby

import (
	"reflect"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"porchlight/tui/page"
)

// owned is a result for the program of one visit.
type owned struct {
	visit int
	msg   tea.Msg
}

// question is what has the terminal asked for its background; it goes to
// whoever runs the lobby.
var question = reflect.TypeOf(tea.RequestBackgroundColor())

// begin opens a visit.
func (l *Lobby) begin(first page.Route) tea.Cmd {
	g, err := l.o.Begin(l.o.Langs[l.lang], first)
	if err != nil {
		l.why = Done
		return tea.Quit
	}
	l.guest, l.visit, l.state = &g, l.visit+1, visiting
	l.touch()
	cmds := []tea.Cmd{l.bind(g.Program.Init())}
	if l.back != nil {
		cmds = append(cmds, l.tell(*l.back))
	}
	if l.size.Width > 0 {
		cmds = append(cmds, l.tell(l.size))
	}
	if l.closing {
		l.announce("lobby.closing")
	}
	return tea.Batch(cmds...)
}

// tell gives the visitor's program a message.
func (l *Lobby) tell(msg tea.Msg) tea.Cmd {
	if l.guest == nil {
		return nil
	}
	_, cmd := l.guest.Program.Update(msg)
	return l.bind(cmd)
}

// bind marks the results of a command as this visit's.
func (l *Lobby) bind(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	visit := l.visit
	return func() tea.Msg { return mark(visit, cmd()) }
}

func mark(visit int, msg tea.Msg) tea.Msg {
	if batch, ok := msg.(tea.BatchMsg); ok {
		for i, cmd := range batch {
			if cmd != nil {
				batch[i] = func() tea.Msg { return mark(visit, cmd()) }
			}
		}
		return batch
	}
	if msg == nil || reflect.TypeOf(msg) == question {
		return msg
	}
	return owned{visit, msg}
}

// onOwned gives a result to the program it is for. A program that wants to
// quit ends its visit.
func (l *Lobby) onOwned(o owned) tea.Cmd {
	if o.visit != l.visit || l.guest == nil {
		return nil
	}
	if _, quit := o.msg.(tea.QuitMsg); quit {
		if l.guest.Program.Fled() {
			return l.flee()
		}
		return l.bid()
	}
	return l.tell(o.msg)
}

// onInput takes what a person does. What closes a question opens nothing.
func (l *Lobby) onInput(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, l.keys.Exit) {
		return l.flee()
	}
	switch l.state {
	case waiting:
		return l.onFirst(msg)
	case asking:
		l.state = visiting
		l.touch()
		return nil
	case hidden:
		return l.onHidden(msg)
	case bidding:
		return l.next()
	}
	l.touched = l.o.Now()
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, l.keys.Hide) {
		l.hide()
		return nil
	}
	return l.tell(msg)
}

// joins is the key that begins a visit in a group.
const joins = "g"

// onFirst begins a visit: in the language of a number pressed, or the one that
// is shown.
func (l *Lobby) onFirst(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil // a paste or the wheel is nobody yet
	}
	switch s := k.String(); {
	case s == "ctrl+c", s == "ctrl+d":
		l.why = Done
		return tea.Quit
	case key.Matches(k, l.keys.Now, l.keys.NowTyping):
		return l.begin(page.HelpNow{})
	case s == joins && l.rooms():
		return l.begin(page.Room{})
	case len(s) == 1 && s[0] >= '1' && int(s[0]-'1') < len(l.o.Langs):
		l.lang = int(s[0] - '1')
	}
	return l.begin(nil)
}

// hide blanks the screen. The same key brings it back within a minute.
func (l *Lobby) hide() {
	l.state, l.until = hidden, l.o.Now().Add(hiddenFor)
	l.o.Wake(hiddenFor)
}

func (l *Lobby) onHidden(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || !key.Matches(k, l.keys.Hide) {
		return nil
	}
	if !l.o.Now().Before(l.until) {
		return l.reset()
	}
	l.state = visiting
	l.touch()
	return nil
}

// flee ends at once, with nothing to read on the screen. The visit is ended by
// Leave, after it: that may wait for a database, and whoever flees does not.
func (l *Lobby) flee() tea.Cmd {
	l.state, l.why = hidden, Fled
	return tea.Quit
}

// erase ends the visit and remembers what it left nothing of.
func (l *Lobby) erase() {
	if l.guest == nil {
		return
	}
	l.speaks() // the goodbye is in the visitor's language
	l.erased = l.guest.End()
	l.guest = nil
}

// bid says goodbye, and what was erased.
func (l *Lobby) bid() tea.Cmd {
	l.erase()
	l.state, l.until = bidding, l.o.Now().Add(byeFor)
	l.o.Wake(byeFor)
	return nil
}

// reset ends the visit of someone who is not there any more.
func (l *Lobby) reset() tea.Cmd {
	l.erase()
	l.why = Idle
	return l.next()
}

// next waits for the next person, or ends.
func (l *Lobby) next() tea.Cmd {
	switch {
	case l.closing:
		l.why = Closed
		return tea.Quit
	case !l.o.Stay:
		return tea.Quit
	}
	l.why = Done
	l.wait()
	return nil
}

// touch counts idle time from now.
func (l *Lobby) touch() {
	l.touched = l.o.Now()
	l.o.Wake(l.allowed())
}

// A slow reader's words a minute, and the words that idle time allows for
// without more.
const (
	wordsAMinute = 100
	shortPage    = 120
)

// allowed is how long nobody need touch a key: longer where there is much to
// read on the screen, or somebody listens.
func (l *Lobby) allowed() time.Duration {
	if l.guest == nil {
		return l.o.Idle
	}
	words := len(strings.Fields(ansi.Strip(l.guest.Program.View().Content)))
	reads := l.o.Idle + time.Duration(max(0, words-shortPage))*time.Minute/wordsAMinute
	return max(reads, l.guest.Program.Attends())
}

// rooms reports whether a group can be joined now.
func (l *Lobby) rooms() bool { return l.o.Rooms != nil && l.o.Rooms() }
