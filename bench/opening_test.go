//go:build unix

package bench_test

import (
	"errors"
	"os/exec"
	"testing"
	"time"

	"porchlight/bench/figures"
	"porchlight/bench/programs"
	"porchlight/bench/terminal"
)

// BenchmarkFirstScreen: from the start of the program to home, whole, beside
// the least that a Bubble Tea program with Glamour in it may be.
func BenchmarkFirstScreen(b *testing.B) {
	oneline := firstScreen(ready, usual, programs.Oneline)
	row := func(name string) figures.Row {
		return figures.Row{Name: name, Peer: "one line, Bubble Tea and Glamour linked", Unit: "ms", Most: 1.3, Times: true}
	}
	b.Run("record", func(b *testing.B) {
		versus(b, row("home, with a record"), firstScreen(atHome, usual, programs.Porchlight), oneline)
	})
	b.Run("10000-answers", func(b *testing.B) {
		versus(b, row("home, with 10,000 answers"), firstScreen(atHome, full, programs.Porchlight), oneline)
	})
	b.Run("no-record", func(b *testing.B) {
		r := row("the questions, the very first time")
		r.Most = 0
		versus(b, r, firstScreen(inQuestions, newcomer, programs.Porchlight), oneline)
	})
}

// BenchmarkNow: urgent help, printed: from the start to the program's end.
func BenchmarkNow(b *testing.B) {
	now := toEnd(usual, programs.Porchlight, "now")
	b.Run("oneline", func(b *testing.B) {
		row := figures.Row{Name: "now, printed", Peer: "one line, Bubble Tea and Glamour linked", Unit: "ms", Most: 1.3, Times: true}
		versus(b, row, now, firstScreen(ready, usual, programs.Oneline))
	})
	b.Run("empty", func(b *testing.B) {
		row := figures.Row{Name: "now, printed", Peer: "an empty Go program", Unit: "ms"}
		versus(b, row, now, toEnd(usual, programs.Empty))
	})
}

// BenchmarkComplete: the shell asks for lesson ids at a press of tab.
func BenchmarkComplete(b *testing.B) {
	complete := toEnd(usual, programs.Porchlight, "__complete", "read", "")
	b.Run("oneline", func(b *testing.B) {
		row := figures.Row{Name: "tab in the shell", Peer: "one line, Bubble Tea and Glamour linked", Unit: "ms", Most: 1.3, Times: true}
		versus(b, row, complete, firstScreen(ready, usual, programs.Oneline))
	})
	b.Run("empty", func(b *testing.B) {
		row := figures.Row{Name: "tab in the shell", Peer: "an empty Go program", Unit: "ms"}
		versus(b, row, complete, toEnd(usual, programs.Empty))
	})
}

// BenchmarkLesson: from the start of the program to a lesson, one whole screen.
func BenchmarkLesson(b *testing.B) {
	ours := firstScreen(inLesson, usual, programs.Porchlight, "lesson/"+lesson)
	b.Run("viewport", func(b *testing.B) {
		row := figures.Row{Name: "a lesson, first time", Peer: "Glamour in a viewport", Unit: "ms", Most: 1, Times: true}
		versus(b, row, ours, firstScreen(inViewport, usual, programs.Viewport, lessonFile()))
	})
	b.Run("glow", func(b *testing.B) {
		row := figures.Row{Name: "a lesson, first time", Peer: "glow: list, then the file", Unit: "ms", Most: 1, Times: true}
		versus(b, row, ours, func() (float64, error) {
			t, took, err := glowInLesson()
			if err != nil {
				return 0, err
			}
			return took, t.Close()
		})
	})
	b.Run("pager", func(b *testing.B) {
		if _, err := exec.LookPath("less"); err != nil {
			b.Skip(err)
		}
		row := figures.Row{Name: "a lesson, first time", Peer: "glow --pager, with less", Unit: "ms"}
		versus(b, row, ours, firstScreen(inLess, usual, programs.Glow, "--pager", lessonFile()))
	})
	b.Run("print", func(b *testing.B) {
		row := figures.Row{Name: "a lesson, printed", Peer: "glow FILE", Unit: "ms", Most: 1, Times: true}
		versus(b, row, toEnd(usual, programs.Porchlight, "read", lesson),
			toEnd(usual, programs.Glow, lessonFile()))
	})
}

// glowInLesson starts glow on the lesson's folder and opens the lesson, and
// returns the time it took: to the list, and from Enter to the lesson. (Started
// with --tui FILE, glow 2.1.1 shows an empty page.)
func glowInLesson() (t *terminal.Terminal, took float64, err error) {
	if t, err = begin(usual, programs.Glow, lessonDir()); err != nil {
		return nil, 0, err
	}
	list, err := t.First(inGlowList, patience)
	if err == nil {
		pause()
		var opened time.Duration
		if opened, err = t.Press(enter, inGlow, patience); err == nil {
			return t, ms(list + opened), nil
		}
	}
	return nil, 0, errors.Join(err, t.Close())
}

// BenchmarkQuickExit: from the key to the end of the program.
func BenchmarkQuickExit(b *testing.B) {
	row := figures.Row{Name: "quick exit", Unit: "ms", Most: 100}
	versus(b, row, func() (float64, error) {
		t, err := begin(usual, programs.Porchlight, "lesson/"+lesson)
		if err != nil {
			return 0, err
		}
		defer t.Close()
		if _, err := t.First(inLesson, patience); err != nil {
			return 0, err
		}
		took, err := t.Leave("\x18", patience)
		return ms(took), err
	}, nil)
}
