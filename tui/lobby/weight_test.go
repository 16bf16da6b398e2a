package lobby_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"runtime"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/internal/course"
	"porchlight/internal/locale"
	"porchlight/internal/paint"
	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/lessons"
	"porchlight/quiz"
	"porchlight/tui"
	"porchlight/tui/lobby"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// A server of thousands lives by what one key of one visitor takes: garbage is
// what its slowest keys wait for. These are the bytes that a key may leave
// behind, on its whole way from the terminal and back. They do not depend on
// how fast or busy the computer is.
var perKey = []struct {
	name  string
	first page.Route
	ready string // on the screen when it is whole
	keys  []string
	most  uint64
}{
	{"reading", page.Lesson{ID: "helping-or-enabling"}, "%", []string{"\x1b[B", "\x1b[B", "\x1b[A", "\x1b[A"}, 2 << 10},
	{"home", page.Home{}, "Supporting", []string{"\x1b[B", "\x1b[A"}, 16 << 10},
	{"hidden", page.Home{}, "Supporting", []string{"\x0f"}, 16 << 10}, // the lobby's own blank screen, and back
}

func TestAKeyLeavesLittleBehind(t *testing.T) {
	for _, c := range perKey {
		t.Run(c.name, func(t *testing.T) {
			r := remote(t, c.first, c.ready)
			const some = 400
			each := uint64(math.MaxUint64)
			for range 4 { // at first some things are made once
				before := allocated()
				r.press(c.keys, some)
				each = min(each, (allocated()-before)/some)
			}
			if each > heavier*c.most {
				t.Errorf("a key leaves %d bytes behind, more than %d", each, heavier*c.most)
			}
		})
	}
}

// BenchmarkKey tells the bytes of a key. Its time is that of a person in a
// hurry: more than 4,000 keys are taken at the pace that strangers have.
func BenchmarkKey(b *testing.B) {
	for _, c := range perKey {
		b.Run(c.name, func(b *testing.B) {
			r := remote(b, c.first, c.ready)
			r.press(c.keys, 100)
			b.ReportAllocs()
			b.ResetTimer()
			r.press(c.keys, b.N)
		})
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// A line is the connection of one visitor: keys go in, frames come out.
type line struct {
	t    testing.TB
	in   *io.PipeReader
	keys *io.PipeWriter
	end  []byte // of the first screen
	mu   sync.Mutex
	more *sync.Cond
	got  int // frames
	all  bytes.Buffer
	full bool
}

func (l *line) Read(p []byte) (int, error) { return l.in.Read(p) }

func (l *line) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.got++; !l.full {
		l.all.Write(p)
		l.full = bytes.Contains(l.all.Bytes(), l.end)
	}
	l.more.Broadcast()
	return len(p), nil
}

// patience is how long anything may take.
const patience = 30 * time.Second

// wait blocks until the line is as it should be.
func (l *line) wait(is func() bool) {
	l.t.Helper()
	late := false
	stop := time.AfterFunc(patience, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		late = true
		l.more.Broadcast()
	})
	defer stop.Stop()
	l.mu.Lock()
	defer l.mu.Unlock()
	for !is() {
		if late {
			l.t.Fatalf("after %d frames nothing more comes:\n%q", l.got, l.all.String())
		}
		l.more.Wait()
	}
}

// press types so many keys, each when the one before has been drawn.
func (l *line) press(keys []string, times int) {
	l.t.Helper()
	for i := range times {
		l.mu.Lock()
		before := l.got
		l.mu.Unlock()
		_, _ = io.WriteString(l.keys, keys[i%len(keys)])
		l.wait(func() bool { return l.got > before })
	}
}

// remote seats a visitor of the real course at a screen of 256 colours, as the
// server does, and waits for the first whole frame.
func remote(t testing.TB, first page.Route, ready string) *line {
	t.Helper()
	c, err := course.Open(lessons.Files, quiz.Files)
	if err != nil {
		t.Fatal(err)
	}
	// Visitors before have had the course read, as at a server.
	before := study.NewDesk(study.Options{Course: c, Store: record.NewGuest(), Lang: "en", Guest: true, Now: time.Now})
	if _, err := before.Ending(t.Context(), "helping-or-enabling"); err != nil {
		t.Fatal(err)
	}
	l := &line{t: t, end: []byte(ready)}
	l.more = sync.NewCond(&l.mu)
	l.in, l.keys = io.Pipe()
	var themes, sheets, words = theme.NewShelf(), typeset.NewCache(1 << 20), map[string]*locale.Words{}
	for _, lang := range locale.Langs() {
		if words[lang], err = locale.Open(lang); err != nil {
			t.Fatal(err)
		}
	}
	speak := func(lang string) (*locale.Words, error) { return words[lang], nil }
	ctx, stop := context.WithCancel(t.Context())
	lob, err := lobby.New(lobby.Options{
		Langs: locale.Langs(), Words: speak, Theme: themes.Theme, First: first, Idle: time.Hour, Warning: time.Hour, Stay: true,
		Now: time.Now, Wake: func(time.Duration) {}, Profile: colorprofile.ANSI256,
		Begin: func(lang string, first page.Route) (lobby.Guest, error) {
			n := 0
			desk := study.NewDesk(study.Options{
				Course: c, Store: record.NewGuest(), Lang: lessons.Lang(lang), Guest: true, Now: time.Now,
				NewID: func() string { n++; return fmt.Sprint(n) },
			})
			p, err := tui.New(tui.Options{
				Ctx: ctx, Desk: desk, Sheets: sheets, Now: time.Now, First: first, Lang: lang, Profile: colorprofile.ANSI256,
				Words: speak, Theme: themes.Theme, Public: true,
			})
			return lobby.Guest{Program: p, End: func() lobby.Erased { return lobby.Erased{} }}, err
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = paint.Serve(ctx, lob, paint.Remote{In: l, Out: l, Profile: colorprofile.ANSI256, Width: 80, Height: 24, Now: time.Now},
			func(*tea.Program) {})
	}()
	t.Cleanup(func() {
		stop()
		_ = l.keys.Close()
		<-ended
	})
	l.wait(func() bool { return l.full })
	return l
}
