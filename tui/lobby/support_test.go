package lobby_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/course/coursetest"
	"porchlight/internal/group"
	"porchlight/internal/locale"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/tui"
	"porchlight/tui/lobby"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// A kiosk is a lobby under test, with a clock that only the test moves.
type kiosk struct {
	t      *testing.T
	lobby  *lobby.Lobby
	now    time.Time
	wake   time.Time // when the lobby wants to be woken; zero for never
	stores []*record.Guest
	quit   bool
	late   []tea.Cmd // what was held back
	hold   bool
	rooms  *group.Door // of the visitors' programs
}

// noon is when every lobby begins.
var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// open begins a lobby of 80 by 24; change may make it another one.
func open(t *testing.T, change func(*lobby.Options)) *kiosk {
	t.Helper()
	k := &kiosk{t: t, now: noon}
	o := lobby.Options{
		Langs: []string{"en", "es"}, Words: locale.Open, Theme: theme.New, Begin: k.begin, Idle: 8 * time.Minute, Warning: 2 * time.Minute,
		Stay: true, Now: func() time.Time { return k.now }, Profile: colorprofile.ASCII,
		Wake: func(d time.Duration) {
			k.wake = time.Time{}
			if d > 0 {
				k.wake = k.now.Add(d)
			}
		},
	}
	if change != nil {
		change(&o)
	}
	var err error
	if k.lobby, err = lobby.New(o); err != nil {
		t.Fatal(err)
	}
	k.settle(k.lobby.Init())
	k.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return k
}

// begin makes a visitor with a record of their own.
func (k *kiosk) begin(lang string, first page.Route) (lobby.Guest, error) {
	store := record.NewGuest()
	k.stores = append(k.stores, store)
	attempts := 0
	desk := study.NewDesk(study.Options{
		Course: coursetest.Open(k.t), Store: store, Lang: lessons.Lang(lang), Guest: true,
		Now:   func() time.Time { return k.now },
		NewID: func() string { attempts++; return fmt.Sprint("attempt-", attempts) },
	})
	p, err := tui.New(tui.Options{
		Ctx: k.t.Context(), Desk: desk, Sheets: typeset.NewCache(1 << 20), Now: func() time.Time { return k.now },
		First: first, Lang: lang, Profile: colorprofile.ASCII, Public: true,
		Rooms: k.rooms, From: "here", Waiting: func(func(context.Context) tea.Msg) tea.Cmd { return nil },
	})
	return lobby.Guest{Program: p, End: func() lobby.Erased {
		e, err := store.Export(k.t.Context())
		if err != nil {
			k.t.Fatal(err)
		}
		if err := desk.Close(); err != nil {
			k.t.Fatal(err)
		}
		return lobby.Erased{Lessons: len(e.Places), Answers: len(e.Answers), Notes: len(e.Checks) + len(e.Entries)}
	}}, err
}

func (k *kiosk) send(msg tea.Msg) {
	_, cmd := k.lobby.Update(msg)
	k.settle(cmd)
}

func (k *kiosk) settle(cmd tea.Cmd) {
	for queue := []tea.Cmd{cmd}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == nil {
			continue
		}
		if k.hold {
			k.late = append(k.late, queue[0])
			continue
		}
		switch msg := queue[0]().(type) {
		case nil:
		case tea.BatchMsg:
			queue = append(queue, msg...)
		case tea.QuitMsg:
			k.quit = true
		default:
			_, next := k.lobby.Update(msg)
			queue = append(queue, next)
		}
	}
}

// press types keys by name, or letters.
func (k *kiosk) press(names ...string) {
	for _, name := range names {
		switch codes := map[string]rune{"enter": tea.KeyEnter, "down": tea.KeyDown, "esc": tea.KeyEscape, "space": tea.KeySpace}; {
		case codes[name] != 0:
			k.send(tea.KeyPressMsg{Code: codes[name]})
		case strings.HasPrefix(name, "ctrl+"):
			k.send(tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl})
		default:
			k.send(tea.KeyPressMsg{Code: rune(name[0]), Text: name})
		}
	}
}

// pass lets time go by, and wakes the lobby when it wants to be.
func (k *kiosk) pass(d time.Duration) {
	end := k.now.Add(d)
	for !k.wake.IsZero() && !k.wake.After(end) {
		k.now, k.wake = k.wake, time.Time{}
		k.send(lobby.Woke{})
	}
	k.now = end
}

func (k *kiosk) screen() string {
	lines := strings.Split(ansi.Strip(k.lobby.View().Content), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

func (k *kiosk) want(text string) {
	k.t.Helper()
	if !strings.Contains(strings.Join(strings.Fields(k.screen()), " "), text) {
		k.t.Errorf("the screen lacks %q:\n%s", text, k.screen())
	}
}

// golden compares the screen with testdata/NAME.txt.
func (k *kiosk) golden(name string) {
	k.t.Helper()
	file, got := filepath.Join("testdata", name+".txt"), k.screen()+"\n"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			k.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			k.t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(file); err != nil || got != string(want) {
		k.t.Errorf("the screen differs from %s (%v):\n%s", file, err, got)
	}
}
