//go:build unix

// Package terminal is a terminal for measuring programs: it starts one on a
// PTY, draws what it writes on a screen in memory, answers the questions that
// programs ask of terminals, and says when the screen first showed something.
package terminal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// Columns and Rows are the size of the screen.
const (
	Columns = 80
	Rows    = 24
)

// A Terminal is one program on one screen.
type Terminal struct {
	cmd     *exec.Cmd
	file    *os.File
	screen  *vt.Emulator
	started time.Time

	mu     sync.Mutex
	text   string
	watch  func(text string) bool
	seen   chan time.Time
	gone   chan struct{} // closed once the program's output has ended
	exited time.Time
}

// Start starts a command on a new terminal. Its clock starts as the process
// does: the PTY is open by then.
func Start(cmd *exec.Cmd) (*Terminal, error) {
	file, tty, err := pty.Open()
	if err != nil {
		return nil, fmt.Errorf("opening a PTY: %w", err)
	}
	defer tty.Close()
	if err := pty.Setsize(file, &pty.Winsize{Rows: Rows, Cols: Columns}); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("sizing the PTY: %w", err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	t := &Terminal{cmd: cmd, file: file, screen: vt.NewEmulator(Columns, Rows), gone: make(chan struct{})}
	t.started = time.Now()
	if err := cmd.Start(); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("starting %s: %w", cmd.Path, err)
	}
	go t.answer()
	go t.draw()
	return t, nil
}

// answer passes the screen's answers (colours, modes, the cursor's place) to
// the program, as if typed.
func (t *Terminal) answer() { _, _ = io.Copy(t.file, t.screen) }

// draw puts the program's output on the screen until it ends.
func (t *Terminal) draw() {
	defer close(t.gone)
	buf := make([]byte, 64<<10)
	for {
		n, err := t.file.Read(buf)
		at := time.Now()
		if n > 0 {
			t.paint(buf[:n], at)
		}
		if err != nil {
			t.exited = at
			return
		}
	}
}

// paint draws some output that came at that time.
func (t *Terminal) paint(output []byte, at time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, _ = t.screen.Write(output)
	t.text = t.screen.String()
	t.look(at)
}

// look tells the one who waits that what they wait for is there.
func (t *Terminal) look(at time.Time) {
	if t.watch != nil && t.watch(t.text) {
		t.seen <- at
		t.watch = nil
	}
}

// expect begins to watch for a screen.
func (t *Terminal) expect(ready func(text string) bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.watch, t.seen = ready, make(chan time.Time, 1)
	t.look(time.Now())
}

// arrival waits for the expected screen and returns when its last part came.
func (t *Terminal) arrival(within time.Duration) (time.Time, error) {
	late := time.NewTimer(within)
	defer late.Stop()
	select {
	case at := <-t.seen:
		return at, nil
	case <-late.C:
		return time.Time{}, fmt.Errorf("the expected screen did not come within %v; the last one was:\n%s", within, t.Text())
	case <-t.gone:
		select {
		case at := <-t.seen:
			return at, nil
		default:
			return time.Time{}, fmt.Errorf("the program ended before the expected screen; the last one was:\n%s", t.Text())
		}
	}
}

// First waits for a screen and returns the time from the start of the process
// to it.
func (t *Terminal) First(ready func(text string) bool, within time.Duration) (time.Duration, error) {
	t.expect(ready)
	at, err := t.arrival(within)
	return at.Sub(t.started), err
}

// Press types keys and returns the time until the expected screen is there.
// What is on the screen already does not count.
func (t *Terminal) Press(keys string, ready func(text string) bool, within time.Duration) (time.Duration, error) {
	t.mu.Lock()
	t.watch, t.seen = ready, make(chan time.Time, 1)
	typed := time.Now()
	t.mu.Unlock()
	if _, err := io.WriteString(t.file, keys); err != nil {
		return 0, fmt.Errorf("typing: %w", err)
	}
	at, err := t.arrival(within)
	return at.Sub(typed), err
}

// End waits for the program to end by itself and returns the time it took.
func (t *Terminal) End(within time.Duration) (time.Duration, error) {
	late := time.NewTimer(within)
	defer late.Stop()
	select {
	case <-t.gone:
		return t.exited.Sub(t.started), nil
	case <-late.C:
		return 0, fmt.Errorf("the program still runs after %v", within)
	}
}

// Leave types keys that end the program and returns the time until it has
// ended.
func (t *Terminal) Leave(keys string, within time.Duration) (time.Duration, error) {
	typed := time.Now()
	if _, err := io.WriteString(t.file, keys); err != nil {
		return 0, fmt.Errorf("typing: %w", err)
	}
	_, err := t.End(within)
	return t.exited.Sub(typed), err
}

// Text is the screen as text.
func (t *Terminal) Text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text
}

// PID is the process on the terminal.
func (t *Terminal) PID() int { return t.cmd.Process.Pid }

// Close ends the program, whatever it does, and waits until it has gone.
func (t *Terminal) Close() error {
	err := t.cmd.Process.Kill()
	if errors.Is(err, os.ErrProcessDone) {
		err = nil
	}
	_ = t.cmd.Wait()
	_ = t.file.Close()
	_ = t.screen.Close()
	<-t.gone
	return err
}

// Shows returns a condition: all of the texts are on the screen.
func Shows(texts ...string) func(string) bool {
	return func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	}
}

// Differs returns a condition: the screen is another than it was.
func Differs(was string) func(string) bool {
	return func(screen string) bool { return screen != was }
}
