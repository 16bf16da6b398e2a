//go:build unix

package bench_test

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"porchlight/bench/figures"
	"porchlight/bench/process"
	"porchlight/bench/programs"
	"porchlight/bench/terminal"
)

// frame is one frame of a terminal that draws sixty a second.
const frame = 1000.0 / 60

// open starts a program and waits for a screen. It is closed with the
// benchmark.
func open(b *testing.B, ready func(string) bool, program string, args ...string) *terminal.Terminal {
	b.Helper()
	t, err := begin(usual, program, args...)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = t.Close() })
	if _, err := t.First(ready, patience); err != nil {
		b.Fatalf("%s: %v", program, err)
	}
	return t
}

// pause is the time a person takes between two keys, here a few milliseconds
// that fall anywhere between two ticks of the program's clock.
func pause() { time.Sleep(20*time.Millisecond + rand.N(20*time.Millisecond)) }

// presses measures a key's way to the screen: the keys by turns, so that the
// text goes down and up again.
func presses(t *terminal.Terminal, keys ...string) side {
	turn := 0
	return func() (float64, error) {
		pause()
		key := keys[turn%len(keys)]
		turn++
		took, err := t.Press(key, terminal.Differs(t.Text()), patience)
		return ms(took), err
	}
}

const (
	down   = "\x1b[B"
	up     = "\x1b[A"
	enter  = "\r"
	escape = "\x1b"
)

// BenchmarkKey: from a key in the lesson to the changed screen.
func BenchmarkKey(b *testing.B) {
	ours := open(b, inLesson, programs.Porchlight, "lesson/"+lesson)
	theirs := open(b, inViewport, programs.Viewport, lessonFile())
	row := figures.Row{Name: "a key in a lesson, to the screen", Peer: "Glamour in a viewport", Unit: "ms", Most: 1, Times: true}
	versus(b, row, presses(ours, down, up), presses(theirs, down, up))
}

// BenchmarkOpenAgain: a lesson drawn before at this width: from Enter on home
// to the whole lesson.
func BenchmarkOpenAgain(b *testing.B) {
	t := open(b, inLesson, programs.Porchlight, "lesson/"+lesson)
	row := figures.Row{Name: "a lesson opened again", Unit: "ms", Most: frame}
	versus(b, row, func() (float64, error) {
		pause()
		if _, err := t.Press(escape, atHome, patience); err != nil {
			return 0, err
		}
		pause()
		took, err := t.Press(enter, inLesson, patience)
		return ms(took), err
	}, nil)
}

// atRest is how long a program is left alone before its memory is read: what
// its start or a busy moment took, and it gives back by itself, does not count.
const atRest = 2 * time.Second

// BenchmarkMemory: what is resident once the program has been used: a lesson
// read to its end, and home again.
func BenchmarkMemory(b *testing.B) {
	row := figures.Row{Name: "memory at home after use", Peer: "glow, after the same", Unit: "MB", Most: 1.7, Times: true}
	ours := func() (*terminal.Terminal, error) {
		t, err := begin(usual, programs.Porchlight, "lesson/"+lesson)
		if err == nil {
			_, err = t.First(inLesson, patience)
		}
		return t, err
	}
	theirs := func() (*terminal.Terminal, error) {
		t, _, err := glowInLesson()
		return t, err
	}
	versus(b, row, used(ours, atHome), used(theirs, inGlowList))
}

// used opens a lesson, pages through it, leaves it, and reads the memory.
func used(lesson func() (*terminal.Terminal, error), outside func(string) bool) side {
	return func() (float64, error) {
		t, err := lesson()
		if err != nil {
			return 0, err
		}
		defer t.Close()
		for range 12 {
			if _, err := t.Press(" ", terminal.Differs(t.Text()), time.Second); err != nil {
				break // the end
			}
		}
		if _, err := t.Press(escape, outside, patience); err != nil {
			return 0, err
		}
		time.Sleep(atRest)
		return process.Resident(t.PID())
	}
}

// BenchmarkIdle: how much of a processor the program uses while nobody does
// anything, in thousandths of one core.
func BenchmarkIdle(b *testing.B) {
	const watched = 3 * time.Second
	ours := open(b, atHome, programs.Porchlight)
	theirs := open(b, inViewport, programs.Viewport, lessonFile())
	if _, err := process.Busy(ours.PID()); errors.Is(err, process.ErrUntold) {
		b.Skip(err)
	}
	time.Sleep(time.Second) // what the start left to do
	idle := func(t *terminal.Terminal) side {
		return func() (float64, error) {
			before, err := process.Busy(t.PID())
			if err != nil {
				return 0, err
			}
			time.Sleep(watched)
			after, err := process.Busy(t.PID())
			return 1000 * float64(after-before) / float64(watched), err
		}
	}
	row := figures.Row{Name: "idle at home, of a core", Peer: "Glamour in a viewport", Unit: "permille"}
	versus(b, row, idle(ours), idle(theirs))
}
