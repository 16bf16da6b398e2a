package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"porchlight/internal/record"
	"porchlight/internal/store/sqlite"
)

// recordCommand groups what a learner can do with their record.
func (a *app) recordCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "record",
		Short: "Your saved progress: where it is, copy it, lock it, erase it",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Sprintf("there is no command %q for the record", args[0]), "Try: porchlight record --help"}
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			return usageError{"say what to do with the record", "One of: where, export, import, backup, restore, erase, lock, unlock, check"}
		},
	}
	c.AddCommand(a.whereCommand(), a.exportCommand(), a.importCommand(), a.backupCommand(), a.restoreCommand(),
		a.eraseCommand(), a.lockCommand(), a.unlockCommand(), a.checkRecordCommand())
	return c
}

func (a *app) whereCommand() *cobra.Command {
	return &cobra.Command{
		Use: "where", Short: "Print where your progress is kept", Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			path, err := a.recordPath()
			if err != nil {
				return err
			}
			abs, err := filepath.Abs(path)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.out, abs)
			return err
		},
	}
}

func (a *app) checkRecordCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "Check that your progress file is whole", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			path, err := a.recordPath()
			if err != nil {
				return err
			}
			passphrase, err := a.passphraseOf(c.Context(), path)
			if err != nil {
				return err
			}
			r, err := sqlite.Check(c.Context(), path, passphrase)
			if errors.Is(err, record.ErrNotFound) {
				_, err = fmt.Fprintf(a.out, "%s\nNothing is kept yet.\n", path)
				return err
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "%s\nThe record is whole: %s.\n", path, holds(r))
			return err
		},
	}
}

// holds says in words what a record holds.
func holds(r sqlite.Report) string {
	n := r.Counts
	return fmt.Sprintf("%s, %s, %d KiB", things(n.Places, n.Answers, n.Checks, n.Entries+n.Events),
		plural(n.Settings, "setting", "settings"), (r.Bytes+1023)/1024)
}

// things says in words how much of each kind there is.
func things(places, answers, checks, others int) string {
	return strings.Join([]string{
		plural(places, "place", "places"), plural(answers, "answer", "answers"), plural(checks, "checklist entry", "checklist entries"),
		plural(others, "note or other thing kept", "notes and other things kept"),
	}, ", ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
