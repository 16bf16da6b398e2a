package lobby_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/record"
	"porchlight/tui/lobby"
	"porchlight/tui/page"
)

func TestPagesOfTheLobby(t *testing.T) {
	for _, size := range []tea.WindowSizeMsg{{Width: 40, Height: 12}, {Width: 80, Height: 24}, {Width: 200, Height: 50}} {
		for i, lang := range []string{"en", "es"} {
			at := fmt.Sprintf("-%s-%dx%d", lang, size.Width, size.Height)
			k := open(t, nil)
			k.send(size)
			k.pass(time.Duration(i) * 8 * time.Second)
			k.golden("waiting" + at)
			k = open(t, nil)
			k.send(size)
			k.press([]string{"1", "2"}[i], "enter")
			idleOf(k)
			k.golden("asking" + at)
			k.press("space", "q")
			k.golden("goodbye" + at)
		}
	}
}

// idleOf lets time go by until the question is asked: later where there is
// more to read.
func idleOf(k *kiosk) {
	k.t.Helper()
	asked := func() bool {
		return strings.Contains(k.screen(), "Still reading?") || strings.Contains(k.screen(), "¿Sigue leyendo?")
	}
	for from := k.now; !asked(); {
		if k.pass(time.Second); k.now.Sub(from) > time.Hour {
			k.t.Fatalf("nobody is asked:\n%s", k.screen())
		}
	}
}

func TestAnyKeyBeginsInTheLanguageShown(t *testing.T) {
	k := open(t, nil)
	k.want("Press any key to begin.")
	k.pass(8 * time.Second)
	k.want("Pulse cualquier tecla para empezar.")
	k.press("x")
	k.want("Ayuda")
	k = open(t, nil)
	k.press("2")
	k.want("Ayuda")
	k = open(t, nil)
	k.press("!")
	k.want("Porchlight > Help now")
}

// Without motion the page that waits sets no clock.
func TestNoClockWithoutMotion(t *testing.T) {
	k := open(t, func(o *lobby.Options) { o.Still = true })
	if !k.wake.IsZero() {
		t.Error("the lobby wants to be woken")
	}
	k.want("2 Español")
}

// Row 25: idle time counts from the person's own keys; the question is asked
// after eight minutes and the visit ends after ten.
func TestIdle(t *testing.T) {
	k := open(t, nil)
	k.press("enter")
	k.pass(7 * time.Minute)
	k.press("down")
	k.pass(7*time.Minute + 59*time.Second)
	k.want("Start here:")
	k.pass(2 * time.Second)
	k.want("Still reading?")
	k.want("120 seconds")
	k.pass(60 * time.Second)
	k.want("60 seconds")
	k.press("down")
	k.want("Start here:")
	k.pass(8*time.Minute + time.Second)
	k.want("Still reading?")
	k.pass(2*time.Minute + time.Second)
	k.want("Press any key to begin.")
	wiped(t, k.stores[0])
	if k.quit {
		t.Error("the session ended")
	}
}

// wiped fails unless a record is closed and empty.
func wiped(t *testing.T, store *record.Guest) {
	t.Helper()
	if _, err := store.Places(t.Context()); !errors.Is(err, record.ErrClosed) {
		t.Errorf("the record is open: %v", err)
	}
}

// A page with much to read is given longer.
func TestLongPagesTakeLonger(t *testing.T) {
	k := open(t, func(o *lobby.Options) { o.First = page.Lesson{ID: "helping-or-enabling"} })
	k.send(tea.WindowSizeMsg{Width: 120, Height: 60})
	k.press("down")
	k.pass(8*time.Minute + time.Second)
	if strings.Contains(k.screen(), "Still reading?") {
		t.Errorf("no longer than on a short page:\n%s", k.screen())
	}
	idleOf(k)
}

func TestHide(t *testing.T) {
	k := open(t, nil)
	k.press("enter", "ctrl+o")
	if strings.TrimSpace(k.screen()) != "" {
		t.Errorf("hidden, the screen shows:\n%s", k.screen())
	}
	k.press("down", "enter", "q")
	if strings.TrimSpace(k.screen()) != "" {
		t.Errorf("another key shows:\n%s", k.screen())
	}
	k.pass(50 * time.Second)
	k.press("ctrl+o")
	k.want("Start here:")
	k.press("ctrl+o")
	k.pass(time.Minute)
	k.want("Press any key to begin.")
	wiped(t, k.stores[0])
}

func TestDoneSaysWhatWasErased(t *testing.T) {
	k := open(t, func(o *lobby.Options) { o.First = page.Checklist{} })
	k.press("space", "q")
	k.want("Thank you for coming.")
	k.want("1 tick, note or choice")
	wiped(t, k.stores[0])
	k.pass(20 * time.Second)
	k.want("Press any key to begin.")
	k.press("enter", "q")
	k.want("You left nothing here.")
	k.press("a")
	k.want("Press any key to begin.")
	if len(k.stores) != 2 {
		t.Errorf("%d visitors had a record", len(k.stores))
	}
}

func TestEndRatherThanWait(t *testing.T) {
	k := open(t, func(o *lobby.Options) { o.Stay = false })
	k.press("enter", "q", "a")
	if !k.quit || k.lobby.Why() != lobby.Done {
		t.Errorf("quit: %v, %v", k.quit, k.lobby.Why())
	}
	k = open(t, func(o *lobby.Options) { o.Stay = false })
	k.press("enter")
	k.pass(20 * time.Minute)
	if !k.quit || k.lobby.Why() != lobby.Idle {
		t.Errorf("quit: %v, %v", k.quit, k.lobby.Why())
	}
}

// Row 73: quick exit ends the session, from wherever it is, also while something
// is awaited. Nothing is waited for first; the record is wiped right after.
func TestQuickExit(t *testing.T) {
	for name, there := range map[string]func(*kiosk){
		"waiting": func(*kiosk) {}, "visiting": func(k *kiosk) { k.press("enter") }, "hidden": func(k *kiosk) { k.press("enter", "ctrl+o") },
		"asking": func(k *kiosk) { k.press("enter"); idleOf(k) }, "goodbye": func(k *kiosk) { k.press("enter", "q") },
		"waiting for a page": func(k *kiosk) { k.press("enter"); k.hold = true; k.press("!"); k.hold = false },
	} {
		k := open(t, nil)
		there(k)
		k.press("ctrl+x")
		if !k.quit || k.lobby.Why() != lobby.Fled || strings.TrimSpace(k.screen()) != "" {
			t.Errorf("%s: quit %v, %v, and the screen shows:\n%s", name, k.quit, k.lobby.Why(), k.screen())
		}
		if k.lobby.Leave(); len(k.stores) > 0 {
			wiped(t, k.stores[0])
		}
	}
}

// Row 27: the person is told that the server stops; where nobody is, it ends.
func TestClosing(t *testing.T) {
	k := open(t, nil)
	k.send(lobby.Closing{})
	if !k.quit || k.lobby.Why() != lobby.Closed {
		t.Error("a lobby where nobody is goes on")
	}
	k = open(t, nil)
	k.press("enter")
	k.send(lobby.Closing{})
	k.want("This screen closes in a few seconds")
	k.press("q", "a")
	if !k.quit {
		t.Error("after the visit it goes on")
	}
}

func TestLongPasteIsSaidToBeCut(t *testing.T) {
	k := open(t, nil)
	k.press("enter")
	k.send(lobby.PasteCut{})
	k.want("Only the first part is here.")
}

// Row 72: nothing that belongs to one visitor reaches the next, late results
// neither.
func TestNextVisitorSeesNothing(t *testing.T) {
	k := open(t, func(o *lobby.Options) { o.First = page.Checklist{} })
	k.press("space")
	k.hold = true
	k.press("!") // its card is still on its way
	k.hold = false
	k.press("q", "a", "enter")
	before := k.screen()
	for _, cmd := range k.late {
		k.settle(cmd)
	}
	if k.screen() != before {
		t.Errorf("a late result changed the next visitor's screen:\n%s", k.screen())
	}
	k.want("Start here:")
	if strings.Contains(before, "Go on with") {
		t.Errorf("the next visitor reads of the last one:\n%s", before)
	}
}

// Row 36: a window of any size, none too, breaks nothing and is never
// overdrawn.
func TestEverySize(t *testing.T) {
	for name, there := range map[string]func(*kiosk){
		"waiting": func(*kiosk) {}, "asking": func(k *kiosk) { k.press("enter"); idleOf(k) }, "goodbye": func(k *kiosk) { k.press("enter", "q") },
		"visiting": func(k *kiosk) { k.press("enter") },
	} {
		k := open(t, func(o *lobby.Options) { o.Still = true })
		there(k)
		step := 3
		if name == "visiting" {
			step = 1
		}
		for width := 0; width <= 120; width += step {
			for height := 0; height <= 40; height++ {
				k.send(tea.WindowSizeMsg{Width: width, Height: height})
				lines := strings.Split(k.lobby.View().Content, "\n")
				if height > 0 && width > 0 && len(lines) > height {
					t.Fatalf("%s: %d lines in %dx%d:\n%s", name, len(lines), width, height, k.screen())
				}
				for _, line := range lines {
					if n := ansi.StringWidth(line); width > 0 && n > width {
						t.Fatalf("%s: %d cells in %dx%d: %q", name, n, width, height, line)
					}
				}
			}
		}
	}
}

// Row 35: a mouse that is said to be far off the screen breaks nothing, a
// hundred thousand times.
func TestMouseOffTheScreen(t *testing.T) {
	const times = 100_000
	k := open(t, func(o *lobby.Options) { o.First = page.Checklist{}; o.Still = true })
	k.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	before := k.screen()
	for i := range times {
		far := tea.Mouse{X: []int{-1, 80, 1 << 30, -1 << 30}[i%4], Y: []int{24, -1, 1 << 30}[i%3], Button: tea.MouseLeft}
		k.send(tea.MouseClickMsg(far))
		if i%1000 == 0 {
			far.Button = tea.MouseWheelUp
			k.send(tea.MouseWheelMsg(far))
		}
	}
	if k.screen() != before {
		t.Errorf("the screen is\n%s\nand was\n%s", k.screen(), before)
	}
}
