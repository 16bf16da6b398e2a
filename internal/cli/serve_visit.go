package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/fault"
	"porchlight/internal/follow"
	"porchlight/internal/kiosk"
	"porchlight/internal/locale"
	"porchlight/internal/paint"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui"
	"porchlight/tui/lobby"
	"porchlight/tui/page"
)

// visit runs the program for one session: the lobby on a screen, plain lines
// elsewhere.
func (s *served) visit(ctx context.Context, v *kiosk.Visit) kiosk.End {
	if opensGroup(v.Words) {
		return s.openFor(ctx, v)
	}
	if code, ok := comesBack(v); ok {
		return s.leadAgain(ctx, v, code)
	}
	if !v.Screen() || prints(v.Words) || wantsTotals(v.Words) {
		return s.inLines(ctx, v)
	}
	var first page.Route
	if place := placeOf(v.Words); place != "" {
		first, _ = page.ParseRoute(place) // known has seen that it is one
	}
	return s.onScreen(ctx, v, first)
}

// lang is the language of a visit: the client's where it is offered, else the
// first.
func (s *served) lang(v *kiosk.Visit) string {
	offered := s.o.langs()
	if l, ok := locale.Match(v.Env["LC_ALL"], v.Env["LC_MESSAGES"], v.Env["LANG"]); ok {
		for _, o := range offered {
			if o == l {
				return l
			}
		}
	}
	return offered[0]
}

// langsFor is the languages offered, the visitor's own first.
func (s *served) langsFor(v *kiosk.Visit) []string {
	first := s.lang(v)
	all := []string{first}
	for _, l := range s.o.langs() {
		if l != first {
			all = append(all, l)
		}
	}
	return all
}

// profileOf is how many colours a client's terminal has, as far as it says.
func profileOf(v *kiosk.Visit) colorprofile.Profile {
	p := colorprofile.Env([]string{"TERM=" + v.Term, "COLORTERM=" + v.Env["COLORTERM"]})
	if v.Env["NO_COLOR"] != "" {
		p = min(p, colorprofile.ASCII)
	}
	return p
}

// onScreen runs the lobby, and the program inside it, on a remote screen.
func (s *served) onScreen(ctx context.Context, v *kiosk.Visit, first page.Route) kiosk.End {
	a := &alarm{}
	defer a.set(0)
	profile := profileOf(v)
	l, err := lobby.New(lobby.Options{
		Langs: s.langsFor(v), Words: s.speak, Theme: s.themes.Theme, First: first, Idle: s.o.Idle, Warning: s.o.Warning,
		Stay: s.o.Afterwards == afterWait, Still: s.o.Still, Now: s.now, Wake: a.set, Profile: profile, Rooms: func() bool { return s.doorFor(v.Words) != nil },
		Begin: func(lang string, first page.Route) (lobby.Guest, error) { return s.guest(ctx, v, lang, first, profile) },
	})
	if err != nil {
		return kiosk.EndFault
	}
	defer s.leave(l)
	err = paint.Serve(ctx, l, paint.Remote{
		In: v.In, Out: v.Out, Profile: profile, Width: v.Width, Height: v.Height, AskBackground: profile > colorprofile.ASCII,
		Cut: lobby.PasteCut{}, Now: s.now, Drawn: s.meter.drawn,
	}, func(p *tea.Program) {
		a.start(p.Send)
		v.OnResize(func(w, h int) { p.Send(tea.WindowSizeMsg{Width: w, Height: h}) })
		v.OnClosing(func() { p.Send(lobby.Closing{}) })
	})
	switch {
	case paint.IsFault(err):
		return kiosk.EndFault
	case errors.Is(err, io.EOF), ctx.Err() != nil:
		return kiosk.EndGone
	case l.Why() == lobby.Fled:
		_, _ = io.WriteString(v.Out, clearAll)
		return kiosk.EndFled
	case l.Why() == lobby.Idle:
		return kiosk.EndIdle
	case l.Why() == lobby.Closed:
		return kiosk.EndClosing
	}
	return kiosk.EndDone
}

// leave ends the visit under way. Nobody waits for that who left by quick exit:
// it may have to wait for a database.
func (s *served) leave(l *lobby.Lobby) {
	if l.Why() != lobby.Fled {
		l.Leave()
		return
	}
	s.leaving.Go(func() {
		defer fault.Caught()
		l.Leave()
	})
}

// speak is the words of a language, shared by all visits.
func (s *served) speak(lang string) (*locale.Words, error) {
	if w := s.words[lang]; w != nil {
		return w, nil
	}
	return nil, fmt.Errorf("there is no language %q", lang)
}

// desk seats one visitor, with a record of their own.
func (s *served) desk(ctx context.Context, lang string) (*study.Desk, error) {
	store, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	store = s.meter.counting(store)
	return study.NewDesk(study.Options{
		Course: s.course, Finder: s.finder, Shows: s.shows, Store: store, Lang: lessons.Lang(lang), Guest: true, Visit: true, Now: s.now, NewID: rand.Text, Office: s.office,
	}), nil
}

// guest makes a visitor's program. Its end closes and wipes the record, and
// with it whatever of the visit is still at work.
func (s *served) guest(ctx context.Context, v *kiosk.Visit, lang string, first page.Route, profile colorprofile.Profile) (lobby.Guest, error) {
	ctx, stop := context.WithCancel(ctx)
	desk, err := s.desk(ctx, lang)
	if err != nil {
		stop()
		return lobby.Guest{}, err
	}
	p, err := tui.New(tui.Options{
		Ctx: ctx, Desk: desk, Sheets: s.sheets, Now: s.now, First: first, Lang: lang, Profile: profile,
		Words: s.speak, Theme: s.themes.Theme, Public: true, Settings: study.Settings{Still: s.o.Still},
		Rooms: s.doorFor(v.Words), From: v.From, Connect: s.connect, Stage: follow.Stage{Clock: waited},
	})
	if err != nil {
		stop()
		return lobby.Guest{}, errors.Join(err, desk.Close())
	}
	return lobby.Guest{Program: p, End: func() lobby.Erased {
		stop()
		kept, _ := desk.Held(context.WithoutCancel(ctx)) // to count what is there
		words, lost := desk.TakenHome() != "", desk.Close() != nil
		v.Forget()
		if words {
			return lobby.Erased{Kept: true, Unwritten: lost}
		}
		return lobby.Erased{
			Lessons: len(kept.Places), Answers: len(kept.Answers),
			Notes: len(kept.Checks) + len(kept.Entries) + len(kept.Events),
		}
	}}, nil
}

// An alarm wakes one session's lobby: one timer, and no goroutine that waits.
type alarm struct {
	mu    sync.Mutex
	timer *time.Timer
	send  func(tea.Msg)
	wants time.Duration // before the program has begun
}

// start has the alarm wake a program.
func (a *alarm) start(send func(tea.Msg)) {
	a.mu.Lock()
	a.send = send
	wants := a.wants
	a.mu.Unlock()
	if wants > 0 {
		a.set(wants)
	}
}

// set wakes the program after d, once, and not as asked before.
func (a *alarm) set(d time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.timer != nil {
		a.timer.Stop()
		a.timer = nil
	}
	a.wants = d
	if d <= 0 || a.send == nil {
		return
	}
	a.timer = time.AfterFunc(d, func() { a.send(lobby.Woke{}) })
}

// route reports whether words name a place.
func route(words []string) bool {
	if len(words) != 1 {
		return false
	}
	r, err := page.ParseRoute(words[0])
	if err != nil {
		return false
	}
	switch r.(type) {
	case page.Handouts, page.Room, page.Lead, page.Screen, page.Stage: // a room needs a door: see asksRoom
		return false
	}
	return len(strings.TrimSpace(words[0])) > 0
}
