package paint_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"porchlight/internal/paint"
)

// A window is the other end of a connection: what is typed goes in, and what
// comes out is drawn.
type window struct {
	mu     sync.Mutex
	screen *vt.Emulator
	raw    bytes.Buffer
	keys   *io.PipeWriter
	in     io.Reader
	err    error // what a write gets
}

func newWindow() *window {
	in, keys := io.Pipe()
	return &window{screen: vt.NewEmulator(40, 5), in: in, keys: keys}
}

func (w *window) Read(p []byte) (int, error) { return w.in.Read(p) }

func (w *window) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err != nil {
		return 0, w.err
	}
	w.raw.Write(p)
	if bytes.Contains(p, []byte("\x1b]11;?")) {
		return len(p), nil // the emulator would answer
	}
	return w.screen.Write(p)
}

func (w *window) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.screen.String()
}

// want waits until the window shows a text.
func (w *window) want(t *testing.T, text string) {
	t.Helper()
	until(t, "the window shows "+text, func() bool { return strings.Contains(w.text(), text) })
}

func until(t *testing.T, what string, happened func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !happened(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}

func (w *window) remote() paint.Remote {
	return paint.Remote{In: w, Out: w, Profile: colorprofile.ASCII, Width: 40, Height: 5, Now: time.Now}
}

// serve runs a model on a window and returns how it ends, and its program.
func serve(m tea.Model, r paint.Remote) (<-chan error, *tea.Program) {
	ended, program := make(chan error, 1), make(chan *tea.Program, 1)
	go func() {
		ended <- paint.Serve(context.Background(), m, r, func(p *tea.Program) { program <- p })
	}()
	return ended, <-program
}

func TestServeDrawsEachKeyAndEnds(t *testing.T) {
	w := newWindow()
	r := w.remote()
	var mu sync.Mutex
	drawn := 0
	r.Drawn = func(time.Duration) { mu.Lock(); drawn++; mu.Unlock() }
	ended, p := serve(&counter{}, r)
	w.want(t, "keys: 0")
	must(t, second(io.WriteString(w.keys, "aaa")))
	w.want(t, "keys: 3")
	p.Send(tea.WindowSizeMsg{Width: 20, Height: 4})
	must(t, second(io.WriteString(w.keys, "q")))
	must(t, <-ended)
	if !strings.HasSuffix(w.raw.String(), "\x1b[?1049l\x1b[?25h") {
		t.Errorf("the terminal was not given back: %q", w.raw.String())
	}
	mu.Lock()
	defer mu.Unlock()
	if drawn != 4 {
		t.Errorf("%d keys were timed, want 4", drawn)
	}
}

func second(_ int, err error) error { return err }

// Row 26: the end of input ends the session.
func TestServeEndsWithItsInput(t *testing.T) {
	w := newWindow()
	ended, _ := serve(&counter{}, w.remote())
	w.want(t, "keys: 0")
	must(t, w.keys.Close())
	must(t, <-ended)
}

// asker asks for the background at its first key, stops itself at the second.
type asker struct{ counter }

func (a *asker) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "b" {
		return a, tea.RequestBackgroundColor
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "z" {
		return a, tea.Suspend // row 37
	}
	_, cmd := a.counter.Update(msg)
	return a, cmd
}

func TestServeAsksAndNeverStops(t *testing.T) {
	w := newWindow()
	ended, _ := serve(&asker{}, w.remote())
	must(t, second(io.WriteString(w.keys, "bz")))
	until(t, "the question is asked", func() bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		return strings.Contains(w.raw.String(), "\x1b]11;?")
	})
	must(t, second(io.WriteString(w.keys, "aq")))
	must(t, <-ended)
}

// A write that fails ends the session: nobody is there.
func TestServeEndsWhenNobodyTakesAFrame(t *testing.T) {
	w := newWindow()
	ended, _ := serve(&counter{}, w.remote())
	w.want(t, "keys: 0")
	gone := errors.New("gone")
	w.mu.Lock()
	w.err = gone
	w.mu.Unlock()
	must(t, second(io.WriteString(w.keys, "a")))
	if err := <-ended; !errors.Is(err, gone) {
		t.Errorf("ended with %v", err)
	}
}

// faulty panics at a key, where the key says.
type faulty struct{ counter }

func (f *faulty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		boom := func() tea.Msg { panic("a fault") }
		switch k.String() {
		case "u":
			panic("a fault")
		case "c":
			return f, boom
		case "b":
			return f, tea.Batch(func() tea.Msg { return nil }, boom)
		}
	}
	_, cmd := f.counter.Update(msg)
	return f, cmd
}

// panicking is a reader or a writer that panics.
type panicking struct{ *window }

func (panicking) Read([]byte) (int, error) { panic("a fault in reading") }

type panickingOut struct{ *window }

func (panickingOut) Write([]byte) (int, error) { panic("a fault in writing") }

// Rows 38 and 39: a panic ends its own session, as an error.
func TestFaultEndsItsSession(t *testing.T) {
	for name, begin := range map[string]func(*window) <-chan error{
		"Update": func(w *window) <-chan error {
			ended, _ := serve(&faulty{}, w.remote())
			w.keys.Write([]byte("u"))
			return ended
		},
		"Cmd": func(w *window) <-chan error {
			ended, _ := serve(&faulty{}, w.remote())
			w.keys.Write([]byte("c"))
			return ended
		},
		"a batch": func(w *window) <-chan error {
			ended, _ := serve(&faulty{}, w.remote())
			w.keys.Write([]byte("b"))
			return ended
		},
		"reading": func(w *window) <-chan error {
			r := w.remote()
			r.In = panicking{w}
			ended, _ := serve(&counter{}, r)
			return ended
		},
		"writing": func(w *window) <-chan error {
			r, ended := w.remote(), make(chan error, 1)
			r.Out = panickingOut{w}
			go func() { ended <- paint.Serve(context.Background(), &counter{}, r, func(*tea.Program) {}) }()
			return ended
		},
	} {
		if err := <-begin(newWindow()); !paint.IsFault(err) {
			t.Errorf("a panic in %s ended with %v", name, err)
		}
	}
}

// Row 33: keys typed and then gone, 250 times, leave nothing behind.
func TestServeLeavesNothing(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 250 {
		w := newWindow()
		ended, _ := serve(&counter{}, w.remote())
		must(t, second(io.WriteString(w.keys, "typed\x1b[")))
		must(t, w.keys.Close())
		must(t, <-ended)
	}
	until(t, "all goroutines have ended", func() bool { return runtime.NumGoroutine() <= before+2 })
}
