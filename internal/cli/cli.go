// Package cli is the command line: one file a command, and the one place that
// wires everything. Only it reads flags, the environment, the clock and the
// standard streams, and only it picks a database.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"porchlight/internal/locale"
)

// Exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// app is what commands share: the outside world, and the flags of the root.
type app struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	environ  []string
	now      func() time.Time
	flags    flags
	tty      *term.Terminal // what asked at the terminal before the program began; often nil
	notes    bool           // a show begins with the facilitator's view
	status   int            // exit status of a command that ended without an error
}

// flags are the flags of the root, which every command takes.
type flags struct {
	lang, theme  string
	plain        bool
	pack, record string
	local        string // the site's own card
	private      bool
	// Files with a passphrase on their first line, for scripts.
	passphraseFile, newPassphraseFile string
}

// Main runs the command line of this process and returns its exit status.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		env: os.Getenv, environ: os.Environ(), now: time.Now,
	}
	return a.run(ctx, os.Args[1:])
}

// run runs one command line.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SilenceErrors, root.SilenceUsage = true, true
	err := a.execute(ctx, root, args)
	if err == nil {
		return a.status
	}
	return a.fail(err)
}

// execute leaves help and the man page to fang, and runs the rest without it:
// for each error fang asks the terminal for its background, and waits.
func (a *app) execute(ctx context.Context, root *cobra.Command, args []string) error {
	wantsFang := slices.ContainsFunc(args, func(s string) bool {
		return s == "help" || s == "-h" || s == "--help" || s == "man"
	})
	if wantsFang {
		return fang.Execute(ctx, root, fang.WithVersion(version()), fang.WithoutVersion(),
			fang.WithColorSchemeFunc(helpColors), fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	}
	return root.ExecuteContext(ctx)
}

// fail writes an error as a plain sentence and returns the exit status.
func (a *app) fail(err error) int {
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintf(a.err, "porchlight: %s\n", usage.what)
		fmt.Fprintf(a.err, "%s\n", usage.do)
		return exitUsage
	}
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, context.Canceled) {
		return exitFailed // broken off, or the reader at the other end has gone: nothing to say
	}
	fmt.Fprintf(a.err, "porchlight: %s\n", a.plainly(err))
	return exitFailed
}

// usageError says that a command was used wrongly, and how to use it.
type usageError struct{ what, do string }

func (e usageError) Error() string { return e.what }

// words are the interface's words in the language of the flags, the settings
// or the environment.
func (a *app) words(chosen string) (*locale.Words, error) {
	return locale.Open(a.lang(chosen))
}

// lang picks the language: the flag, the learner's choice, the environment,
// English.
func (a *app) lang(chosen string) string {
	if l, ok := locale.Match(a.flags.lang, chosen, a.env("LC_ALL"), a.env("LC_MESSAGES"), a.env("LANG")); ok {
		return l
	}
	return "en"
}
