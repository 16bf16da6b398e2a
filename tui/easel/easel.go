// Package easel holds what a room looks at: a show, one step of one part of it,
// set for a screen of some size. Whoever presents and the screens that follow
// draw from the same, so that all of them show the same. It says nothing to
// other screens and takes no keys; that is for pages.
package easel

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/slides"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui/page"
)

// Measure is the width of a line on a screen of that many cells.
func Measure(width int) int { return slides.Measure(width) }

// A Size is that of a screen, in cells.
type Size struct{ W, H int }

// Holds reports whether a screen of this size has room for one of another.
func (s Size) Holds(other Size) bool { return other.W <= s.W && other.H <= s.H }

// A Spot is where a show is: a part, what the room chose in it, and a step.
type Spot struct {
	Part    int
	Replies []string
	Step    int
}

// Easel is what a room looks at. It is used from the event loop alone.
type Easel struct {
	env    page.Env
	desk   *study.Desk
	sheets *typeset.Cache

	show  study.Show
	spot  Spot
	asked *Want
	laid  Laid
	err   error // why there is nothing to show
}

// New returns an easel with nothing on it.
func New(env page.Env, desk *study.Desk, sheets *typeset.Cache) *Easel {
	return &Easel{env: env, desk: desk, sheets: sheets}
}

// Opened brings a show.
type Opened struct {
	by   *Easel
	show study.Show
	err  error
}

// Open asks for a show, and takes down the one that was there.
func (e *Easel) Open(place page.Route) tea.Cmd {
	e.show, e.laid, e.asked, e.err = study.Show{}, Laid{}, nil, nil
	desk, env := e.desk, e.env
	return env.Work(func(ctx context.Context) tea.Msg {
		show, err := load(ctx, desk, env, place)
		return Opened{e, show, err}
	})
}

func load(ctx context.Context, desk *study.Desk, env page.Env, place page.Route) (study.Show, error) {
	switch r := place.(type) {
	case page.Present:
		return desk.Show(ctx, lessons.ID(r.ID), env.Words)
	case page.Session:
		return desk.Session(ctx, lessons.RunSheetID(r.ID), env.Words)
	}
	return study.Show{}, lessons.ErrNoLesson
}

// TakeOpened takes the show, and reports whether it is for this easel.
func (e *Easel) TakeOpened(msg Opened) bool {
	if msg.by != e {
		return false
	}
	if e.err = msg.err; msg.err == nil {
		e.show = msg.show
	}
	return true
}

// A Want is one request for a part to be set. Its answer is taken only while the
// easel still waits for it.
type Want struct {
	Spot  Spot
	Place *typeset.Place // where to be in it; nil for Spot.Step
	Last  bool           // be at its last step
	Size  Size           // of the room's screen
	Tag   any            // the page's own
}

// Laid is a part, set.
type Laid struct {
	asked  *Want
	screen study.Screen
	deck   slides.Deck
	fits   int // how many of the replies still fit
	err    error
}

// Lay asks for a part to be set. Without a show nothing is asked.
func (e *Easel) Lay(w Want) tea.Cmd {
	if !e.HasShow() || w.Size.W == 0 {
		return nil
	}
	w.Spot = e.clamped(w.Spot)
	e.asked = &w
	if was := e.laid; was.of(w) {
		was.asked = &w
		return func() tea.Msg { return was }
	}
	env, sheets, show := e.env, e.sheets, e.show
	return env.Work(func(context.Context) tea.Msg { return set(env, sheets, show, &w) })
}

// of reports whether what was set is what is wanted: a page further in the same
// part, on the same screen.
func (l Laid) of(w Want) bool {
	was := l.asked
	return was != nil && l.err == nil && was.Spot.Part == w.Spot.Part && was.Size == w.Size && slices.Equal(was.Spot.Replies, w.Spot.Replies)
}

// clamped is a spot that the show has.
func (e *Easel) clamped(s Spot) Spot {
	s.Part = min(max(0, s.Part), len(e.show.Parts)-1)
	return s
}

func set(env page.Env, sheets *typeset.Cache, show study.Show, w *Want) tea.Msg {
	screen, fits := show.Parts[w.Spot.Part].Screen(ids(w.Spot.Replies), env.Words)
	text, err := sheets.Set(show.Name, screen.Markdown, Measure(w.Size.W), env.Theme.Lesson)
	height := slides.Height(w.Size.H, len(screen.Choices) > 0)
	return Laid{asked: w, screen: screen, deck: slides.New(text, height), fits: fits, err: err}
}

func ids(replies []string) []quiz.ReplyID {
	out := make([]quiz.ReplyID, len(replies))
	for i, r := range replies {
		out[i] = quiz.ReplyID(r)
	}
	return out
}

// Turned says what a part that was set has changed.
type Turned struct {
	Want Want
	Part bool // it is another part
	Page bool // it is another part, or another point of a conversation
}

// TakeLaid shows what was set, and says what changed; false for something that
// nobody waits for any more, or that could not be set.
func (e *Easel) TakeLaid(msg Laid) (Turned, bool) {
	if msg.asked == nil || msg.asked != e.asked {
		return Turned{}, false
	}
	e.asked = nil
	if e.err = msg.err; msg.err != nil {
		return Turned{}, false
	}
	w := *msg.asked
	t := Turned{Want: w, Part: w.Spot.Part != e.spot.Part}
	t.Page = t.Part || len(w.Spot.Replies) != len(e.spot.Replies)
	e.laid = msg
	e.spot = Spot{Part: w.Spot.Part, Replies: slices.Clone(w.Spot.Replies[:msg.fits]), Step: w.Spot.Step}
	switch {
	case w.Last:
		e.spot.Step = msg.deck.Len() - 1
	case w.Place != nil:
		e.spot.Step = msg.deck.At(*w.Place)
	}
	e.spot.Step = min(e.spot.Step, msg.deck.Len()-1)
	return t, true
}

// Route is the show that stands for a place in a room; nil where it names none.
// A lesson that is read along is shown page by page.
func Route(place string) page.Route {
	r, err := page.ParseRoute(place)
	if err != nil {
		return nil
	}
	switch r := r.(type) {
	case page.Present, page.Session:
		return r
	case page.Lesson:
		return page.Present{ID: r.ID}
	}
	return nil
}
