package home

import (
	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be chosen besides places.
const (
	toRetry = "retry"
	toClose = "close"
)

// draw sets the items with blank lines between their groups, or without where
// they would not all be in view.
func (h *Home) draw() {
	if h.width == 0 || h.over == nil && !h.failed {
		return
	}
	h.menu.SetSize(kit.Room(h.width, h.env.TextWidth), h.height)
	if h.menu.SetItems(h.items(true)); h.menu.Len() > h.height {
		h.menu.SetItems(h.items(false))
	}
}

func (h *Home) items(airy bool) []kit.Item {
	l := list{airy: airy, home: h}
	w := h.env.Words
	if h.failed {
		l.say(w.T("load.failed"), h.env.Theme.Plain.Render)
		l.gap()
		l.add(kit.Item{ID: toRetry, Text: w.T("load.again")})
	} else {
		l.learning(*h.over)
	}
	l.gap()
	l.menus(h.over)
	l.gap()
	l.place(page.HelpNow{}, w.T("key.now"), "")
	l.place(page.Settings{}, w.T("home.settings"), "")
	l.place(page.KeyHelp{}, w.T("home.keys"), "")
	l.add(kit.Item{ID: toClose, Text: h.closing()})
	l.gap()
	l.say(w.T("app.education"), h.env.Theme.Quiet.Render)
	if h.desk.Guest() {
		l.say(w.T("home.guest"), h.env.Theme.Quiet.Render)
	}
	return l.items
}

// closing is the name of the way out: on a screen that anyone may use, being
// done.
func (h *Home) closing() string {
	if h.env.Public {
		return h.env.Words.T("home.done")
	}
	return h.env.Words.T("home.close")
}

// A list of items as it is made.
type list struct {
	items []kit.Item
	airy  bool
	home  *Home
}

func (l *list) add(it kit.Item) { l.items = append(l.items, it) }

// place adds an item that opens a place.
func (l *list) place(to page.Route, text, right string) {
	l.add(kit.Item{ID: to.String(), Text: text, Right: right})
}

func (l *list) gap() {
	if l.airy {
		l.add(kit.Item{Head: true})
	}
}

// say adds words that cannot be chosen.
func (l *list) say(text string, style func(string) string) {
	lines := kit.Wrap(text, kit.Room(l.home.width, l.home.env.TextWidth))
	for i := range lines {
		lines[i] = style(lines[i])
	}
	l.add(kit.Item{Head: true, Lines: lines})
}

// learning adds the lesson to go on with and the tracks.
func (l *list) learning(o study.Overview) {
	w := l.home.env.Words
	welcome := "home.welcome"
	if o.Begun {
		welcome = "home.welcome-back"
	}
	if o.Continue == nil {
		welcome = "home.all-read"
	}
	l.say(w.T(welcome), l.home.env.Theme.Plain.Render)
	l.gap()
	if o.Continue != nil {
		l.goOn(o)
		l.gap()
	}
	for _, t := range o.Tracks {
		if t.Of > 0 {
			l.place(page.Lessons{Track: string(t.Track.ID)}, t.Track.Title,
				w.F("home.read", locale.Args{"Done": t.Done, "Of": t.Of}))
		}
	}
}

// menus adds the two menus of what there is besides lessons, one that is empty
// aside, and for a guest the questions that others are led to.
func (l *list) menus(o *study.Overview) {
	w := l.home.env.Words
	if o != nil && o.Unasked && o.Guest {
		l.place(page.Path{}, w.T("path.title"), "")
	}
	if o != nil && o.ToTry > 0 {
		l.place(page.Intents{}, w.T("try.title"), w.N("try.count", o.ToTry))
	}
	if len(study.Exercises()) > 0 {
		l.place(page.Exercises{}, w.T("home.exercises"), "")
	}
	if len(study.Tools()) > 0 {
		l.place(page.Tools{}, w.T("home.tools"), "")
	}
}

// goOn adds the next right thing. A lesson that is for people whose home is
// not safe is offered without its name.
func (l *list) goOn(o study.Overview) {
	w, p := l.home.env.Words, *o.Continue
	words, right := "home.start", w.F("home.minutes", locale.Args{"N": p.Lesson.Minutes()})
	if o.Begun {
		words = "home.go-on"
	}
	if p.Reached > 0 {
		right = w.F("home.reached", locale.Args{"Percent": p.Reached})
	}
	text := w.F(words, locale.Args{"Title": study.TitleOf(p.Lesson, w)})
	if o.Unnamed {
		text = w.T("home.next-unnamed")
	}
	l.place(page.Lesson{ID: string(p.Lesson.ID)}, text, right)
}
