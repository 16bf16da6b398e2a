// Package takehome is the page that gives a visitor five words to go on with
// elsewhere, or takes those of an earlier visit. The words stand on the screen
// and nowhere else.
package takehome

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// wordsLimit is the longest text taken for words, in bytes.
const wordsLimit = 200

// state is what the page waits for.
type state int

const (
	choosing state = iota
	typing
	working
	given
)

// Ids of the choices.
const (
	toGet  = "get"
	toHave = "have"
	toGo   = "on"
)

// TakeHome is the page.
type TakeHome struct {
	env   page.Env
	desk  *study.Desk
	state state
	menu  kit.Menu
	field kit.Field
	said  string // why nothing came of it
	words string
	back  bool // the visitor has come back with their words

	width, height int
}

// New returns the page. It shows words at once where there are some.
func New(env page.Env, desk *study.Desk) *TakeHome {
	t := &TakeHome{
		env: env, desk: desk, menu: kit.NewMenu(env.Theme),
		field: kit.NewField(env.Theme, env.Words.T("takehome.type")+" ", wordsLimit),
		words: desk.TakenHome(),
	}
	if t.words != "" {
		t.state = given
	}
	return t
}

// Inherit keeps what is typed, and that the visitor has come back.
func (t *TakeHome) Inherit(was page.Page) {
	former, ok := was.(*TakeHome)
	if !ok {
		return
	}
	t.back = former.back
	if former.state == typing {
		t.toType()
		t.field.SetValue(former.field.Value())
	}
}

// gave and led answer the work of this page.
type (
	gave struct {
		for_  *TakeHome
		words string
		err   error
	}
	led struct {
		for_     *TakeHome
		settings study.Settings
		err      error
	}
)

// Init has nothing to load.
func (t *TakeHome) Init() tea.Cmd { return nil }

// Typing reports that letters go into the field.
func (t *TakeHome) Typing() bool { return t.state == typing }

// Update gives a message to its handler.
func (t *TakeHome) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case gave:
		t.onGave(msg)
	case led:
		return t.onLed(msg)
	case tea.KeyPressMsg:
		return t.onKey(msg)
	case tea.PasteMsg:
		if t.state == typing {
			t.field.Update(msg)
		}
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && t.menu.Click(msg.Y) {
			return t.choose()
		}
	}
	return nil
}

func (t *TakeHome) onGave(msg gave) {
	if msg.for_ != t {
		return
	}
	if msg.err != nil {
		t.state, t.said = choosing, study.TakeHomeTrouble(msg.err)
	} else {
		t.state, t.words = given, msg.words
	}
	t.draw()
}

// onLed has the program open its pages anew, on the record that the words led
// to.
func (t *TakeHome) onLed(msg led) tea.Cmd {
	if msg.for_ != t {
		return nil
	}
	if msg.err != nil {
		t.toType()
		t.said = study.TakeHomeTrouble(msg.err)
		t.draw()
		return nil
	}
	t.state, t.words, t.back = given, t.desk.TakenHome(), true
	return func() tea.Msg { return page.SettingsChanged{To: msg.settings} }
}

func (t *TakeHome) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := t.env.Keys
	switch {
	case t.state == working:
		return nil
	case t.state == typing && msg.Code == tea.KeyEscape:
		t.state, t.said = choosing, ""
		t.draw()
	case t.state == typing && msg.Code == tea.KeyEnter:
		return t.send()
	case t.state == typing:
		t.field.Update(msg)
		t.draw()
	case key.Matches(msg, k.Back):
		return page.Back
	case key.Matches(msg, k.Enter):
		return t.choose()
	default:
		t.menu.Update(msg, k)
	}
	return nil
}

func (t *TakeHome) choose() tea.Cmd {
	switch id, _ := t.menu.Selected(); id {
	case toGet:
		t.state, t.said = working, ""
		t.draw()
		return give(t)
	case toHave:
		t.toType()
		t.draw()
	case toGo:
		return page.Back
	}
	return nil
}

func (t *TakeHome) toType() {
	t.state, t.said = typing, ""
	t.field.Focus()
}

func (t *TakeHome) send() tea.Cmd {
	typed := strings.TrimSpace(t.field.Value())
	if typed == "" {
		return nil
	}
	t.state, t.said = working, ""
	t.draw()
	return lead(t, typed)
}

// give asks the desk for words.
func give(t *TakeHome) tea.Cmd {
	desk := t.desk
	return t.env.Work(func(ctx context.Context) tea.Msg {
		words, err := desk.TakeHome(ctx)
		return gave{t, words, err}
	})
}

// lead goes on with the record of words.
func lead(t *TakeHome, typed string) tea.Cmd {
	desk := t.desk
	return t.env.Work(func(ctx context.Context) tea.Msg {
		err := desk.Continue(ctx, typed)
		if err != nil {
			return led{for_: t, err: err}
		}
		settings, err := desk.Settings(ctx)
		return led{t, settings, err}
	})
}

// Resize lays the page out anew.
func (t *TakeHome) Resize(width, height int) tea.Cmd {
	t.width, t.height = width, height
	t.field.SetWidth(kit.Room(width, t.env.TextWidth))
	t.draw()
	return nil
}

// Title names the page.
func (t *TakeHome) Title() string { return t.env.Words.T("takehome.title") }

// Keys lists what works now.
func (t *TakeHome) Keys() help.KeyMap {
	k := t.env.Keys
	switch t.state {
	case working:
		return keys.Hints{}
	case typing:
		return keys.Hints{k.Enter, keys.With(k.Back, t.env.Words.T("key.back"))}
	case given:
		return keys.Hints{k.Enter, k.Back}
	}
	return keys.Hints{k.Move, k.Enter, k.Back}
}
