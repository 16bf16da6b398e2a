package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"porchlight/internal/store/sqlite"
)

// doctorCommand looks at what Porchlight needs and says what it finds.
func (a *app) doctorCommand() *cobra.Command {
	var serve bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Say what is wrong with this terminal or file",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if serve {
				return a.sayServe(c)
			}
			a.sayTerminal()
			a.sayCourse()
			a.sayLocal()
			a.sayRecord(c)
			return nil
		},
	}
	c.Flags().BoolVar(&serve, "serve", false, "look at what a kiosk needs instead (options from PORCHLIGHT_CONFIG and the environment)")
	return c
}

func (a *app) sayTerminal() {
	size := "not a terminal: Porchlight uses plain lines here"
	if f, ok := a.out.(*os.File); ok && isTerminal(a.out) {
		if w, h, err := term.GetSize(f.Fd()); err == nil {
			size = fmt.Sprintf("%d columns, %d lines", w, h)
			if w < 40 || h < 12 {
				size += " (40 by 12 or more reads better)"
			}
		}
	}
	fmt.Fprintf(a.out, "terminal   %s\n", size)
	fmt.Fprintf(a.out, "TERM       %s\n", orNone(a.env("TERM")))
	fmt.Fprintf(a.out, "colours    %s\n", a.profile())
	fmt.Fprintf(a.out, "language   %s\n", a.lang(""))
}

func (a *app) sayCourse() {
	r, err := a.checkPack(nil)
	switch {
	case err != nil:
		fmt.Fprintf(a.out, "course     %v\n", err)
		a.status = exitFailed
	case len(r.Problems.Errors()) > 0:
		fmt.Fprintf(a.out, "course     %d errors; to see them: porchlight check %s\n", len(r.Problems.Errors()), a.flags.pack)
		a.status = exitFailed
	default:
		fmt.Fprintf(a.out, "course     %s\n", summary(r))
	}
}

func (a *app) sayRecord(c *cobra.Command) {
	path, err := a.recordPath()
	if err != nil {
		fmt.Fprintf(a.out, "progress   %s\n", a.plainly(err))
		a.status = exitFailed
		return
	}
	fmt.Fprintf(a.out, "progress   %s\n", path)
	if _, err := os.Stat(path); os.IsNotExist(err) {
		fmt.Fprintf(a.out, "           nothing kept yet; %s\n", writable(filepath.Dir(path)))
		return
	}
	if sqlite.Locked(path) {
		fmt.Fprintln(a.out, "           locked with a passphrase; to look inside: porchlight record check")
		return
	}
	r, err := sqlite.Check(c.Context(), path, "")
	if err != nil {
		fmt.Fprintf(a.out, "           %s\n", a.plainly(err))
		a.status = exitFailed
		return
	}
	fmt.Fprintf(a.out, "           whole: %s\n", holds(r))
}

// writable says whether a record could be kept in a folder that may not exist
// yet. It writes nothing.
func writable(dir string) string {
	for {
		info, err := os.Stat(dir)
		if err == nil {
			if !info.IsDir() {
				return dir + " is not a folder"
			}
			return "the folder " + dir + " is there"
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "no folder on the way to it exists"
		}
		dir = up
	}
}

func orNone(s string) string {
	if s == "" {
		return "not set"
	}
	return s
}
