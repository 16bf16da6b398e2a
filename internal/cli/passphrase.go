package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"porchlight/internal/locale"
	"porchlight/internal/record"
)

// tries is how often a passphrase may be typed wrong at one start.
const tries = 3

// openLocked asks for the passphrase of a locked record until open takes it.
// It returns errWithout when the learner presses Enter alone.
func (a *app) openLocked(ctx context.Context, path string, open func(passphrase string) error) (string, error) {
	if a.flags.passphraseFile != "" {
		passphrase, err := readPassphrase(a.flags.passphraseFile)
		if err != nil {
			return "", err
		}
		return passphrase, open(passphrase)
	}
	w, err := a.words("")
	if err != nil {
		return "", err
	}
	a.tell(w.F("lock.ask", locale.Args{"Path": path}))
	a.tell(w.T("lock.urgent"))
	for left := tries - 1; ; left-- {
		passphrase, err := a.typed(ctx, w.T("lock.prompt"))
		if err != nil {
			return "", err
		}
		if passphrase == "" {
			return "", errWithout
		}
		err = open(passphrase)
		if !errors.Is(err, record.ErrPassphrase) {
			return passphrase, err
		}
		if left == 0 {
			return "", err
		}
		a.tell(w.N("lock.wrong", left))
	}
}

// newPassphrase asks for a passphrase twice, after saying what it means.
func (a *app) newPassphrase(ctx context.Context) (string, error) {
	if a.flags.newPassphraseFile != "" {
		return readPassphrase(a.flags.newPassphraseFile)
	}
	w, err := a.words("")
	if err != nil {
		return "", err
	}
	a.tell(w.T("lock.before"))
	first, err := a.typed(ctx, w.T("lock.new"))
	if err != nil {
		return "", err
	}
	if first == "" {
		return "", usageError{w.T("lock.empty"), w.T("lock.nothing-changed")}
	}
	again, err := a.typed(ctx, w.T("lock.again"))
	if err != nil {
		return "", err
	}
	if first != again {
		return "", usageError{w.T("lock.differ"), w.T("lock.nothing-changed")}
	}
	return first, nil
}

// tell says something beside the output, in whole words.
func (a *app) tell(text string) {
	width := lineWidth
	if f, ok := a.err.(*os.File); ok && isTerminal(a.err) {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			width = min(w, lineWidth)
		}
	}
	fmt.Fprintln(a.err, ansi.Wordwrap(text, width-1, " "))
}

// typed reads one line from the terminal without showing it. It returns
// ErrLocked where there is no terminal to ask at, and context.Canceled when
// the learner breaks off.
func (a *app) typed(ctx context.Context, prompt string) (string, error) {
	in, ok := a.in.(*os.File)
	if !ok || !isTerminal(a.in) {
		return "", record.ErrLocked
	}
	was, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return "", err
	}
	defer func() { _ = term.Restore(int(in.Fd()), was) }()
	if a.tty == nil { // one for all questions: it may have read ahead
		a.tty = term.NewTerminal(struct {
			io.Reader
			io.Writer
		}{in, a.err}, "")
	}
	line, err := a.tty.ReadPassword(prompt + " ")
	if errors.Is(err, io.EOF) {
		return "", context.Canceled
	}
	return line, errors.Join(err, ctx.Err())
}

// readPassphrase reads the first line of a file.
func readPassphrase(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	line, err := bufio.NewReader(io.LimitReader(f, 4096)).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}
