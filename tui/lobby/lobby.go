// Package lobby is what a visitor of a public screen meets around the program:
// the page that waits for anyone, the question whether somebody is still
// reading, the blank screen, and the words at the end about what was erased.
// Each visitor has a program and a record of their own, and nothing of either
// outlives the visit.
package lobby

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/locale"
	"porchlight/tui"
	"porchlight/tui/keys"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// Options are what a Lobby is made of.
type Options struct {
	Langs []string // shown in turn, in this order
	Words func(lang string) (*locale.Words, error)
	Theme func(theme.Name, theme.Background, colorprofile.Profile) *theme.Theme
	// Begin makes a program and a record for a visitor.
	Begin func(lang string, first page.Route) (Guest, error)
	First page.Route // where a visit begins that was asked for by name; nil to wait for a key
	Idle  time.Duration
	// Warning is how long the question whether somebody is still reading
	// stands before the visit ends.
	Warning time.Duration
	Rooms   func() bool // whether there is a group to join now; nil for never
	Stay    bool        // after a visit wait for the next person, rather than end
	Still   bool        // no motion
	Now     func() time.Time
	// Wake has a Woke delivered after a time, and forgets any that it was asked
	// for before. Zero asks for none.
	Wake    func(time.Duration)
	Profile colorprofile.Profile
}

// A Guest is one visitor's program. End erases what they did and says what it
// was; the program is not used after it.
type Guest struct {
	Program *tui.Program
	End     func() Erased
}

// Erased counts what a visit left nothing of.
type Erased struct {
	Lessons, Answers, Notes int
	Kept                    bool // all of it is kept under take-home words instead
	Unwritten               bool // and the last of it could not be written
}

// Messages for a Lobby.
type (
	// Woke says that the time asked of Wake is over.
	Woke struct{}
	// Closing says that the server will stop soon.
	Closing struct{}
	// PasteCut says that a pasted text was longer than it may be.
	PasteCut struct{}
)

// state is what stands on the screen.
type state int

const (
	waiting  state = iota // for anyone
	visiting              // the program
	asking                // whether somebody is still reading
	hidden                // nothing at all
	bidding               // goodbye
)

// How long things stand.
const (
	langEvery = 8 * time.Second
	countBy   = 10 * time.Second
	hiddenFor = time.Minute
	byeFor    = 20 * time.Second
)

// A Lobby is a tea.Model around the program's.
type Lobby struct {
	o       Options
	words   []*locale.Words // one for each of Langs
	keys    keys.Map        // to match keys by, whatever they are called
	state   state
	lang    int // which of Langs the waiting page speaks
	guest   *Guest
	visit   int // counts visits, so that a late result of one does not reach the next
	touched time.Time
	until   time.Time // the end of the question, or of hiding
	left    time.Duration
	erased  Erased
	closing bool
	why     Why
	theme   *theme.Theme
	size    tea.WindowSizeMsg
	back    *tea.BackgroundColorMsg
}

// Why is how the lobby was left.
type Why int

const (
	Done   Why = iota
	Fled       // quick exit
	Idle       // nobody was there
	Closed     // the server is about to stop
)

// New returns a lobby that has not begun.
func New(o Options) (*Lobby, error) {
	l := &Lobby{o: o, theme: o.Theme(theme.Auto, theme.Unknown, o.Profile)}
	for _, lang := range o.Langs {
		w, err := o.Words(lang)
		if err != nil {
			return nil, err
		}
		l.words = append(l.words, w)
	}
	l.keys = keys.New(l.words[0])
	return l, nil
}

// Why says how the lobby was left.
func (l *Lobby) Why() Why { return l.why }

// Init begins a visit that was asked for, or waits for anyone.
func (l *Lobby) Init() tea.Cmd {
	if l.o.First != nil {
		return l.begin(l.o.First)
	}
	l.wait()
	return nil
}

// Leave ends the visit under way, if there is one: the connection has ended.
func (l *Lobby) Leave() {
	if l.guest != nil {
		l.guest.End()
		l.guest = nil
	}
}

// Update gives a message to its handler.
func (l *Lobby) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		l.size = msg
		return l, l.tell(msg)
	case tea.BackgroundColorMsg:
		l.onBackground(msg)
		return l, l.tell(msg)
	case Woke:
		return l, l.onWoke()
	case Closing:
		return l, l.onClosing()
	case PasteCut:
		l.announce("lobby.cut")
		return l, nil
	case owned:
		return l, l.onOwned(msg)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return l, l.onInput(msg)
	}
	return l, nil
}

// onBackground dresses the lobby's own pages, and remembers the answer for the
// visitors to come: a terminal is asked once.
func (l *Lobby) onBackground(msg tea.BackgroundColorMsg) {
	bg := theme.IsLight
	if msg.IsDark() {
		bg = theme.IsDark
	}
	l.back, l.theme = &msg, l.o.Theme(theme.Auto, bg, l.o.Profile)
}

// speaks is the words of whoever is there.
func (l *Lobby) speaks() *locale.Words {
	lang := ""
	if l.guest != nil {
		lang = l.guest.Program.Lang()
	}
	for i, known := range l.o.Langs {
		if known == lang {
			l.lang = i
		}
	}
	return l.words[l.lang]
}

func (l *Lobby) announce(id string) {
	if l.guest != nil {
		l.guest.Program.Announce(l.speaks().T(id))
	}
}
