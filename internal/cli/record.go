package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"porchlight/internal/record"
	"porchlight/internal/store/sqlite"
)

// recordCommand groups what a learner can do with their record.
func (a *app) recordCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "record",
		Short: "Your saved progress: where it is, copy it, erase it",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Sprintf("there is no command %q for the record", args[0]), "Try: porchlight record --help"}
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			return usageError{"say what to do with the record", "One of: where, export, import, erase, check"}
		},
	}
	c.AddCommand(a.whereCommand(), a.exportCommand(), a.importCommand(), a.eraseCommand(), a.checkRecordCommand())
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

func (a *app) exportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "export [FILE]", Short: "Write your progress as one readable JSON file", Args: atMostOneFile,
		RunE: func(c *cobra.Command, args []string) error {
			store, err := a.store(c.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			e, err := store.Export(c.Context())
			if err != nil {
				return err
			}
			e.Exported = a.now().UTC()
			if len(args) == 0 || args[0] == "-" {
				return record.WriteExport(a.out, e)
			}
			return writeWhole(args[0], func(w io.Writer) error { return record.WriteExport(w, e) })
		},
	}
}

func (a *app) importCommand() *cobra.Command {
	return &cobra.Command{
		Use: "import [FILE]", Short: "Add the progress in a file that export wrote", Args: atMostOneFile,
		RunE: func(c *cobra.Command, args []string) error {
			in := a.in
			if len(args) == 1 && args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				in = f
			}
			e, err := record.ReadExport(in)
			if err != nil {
				return err
			}
			store, err := a.store(c.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			if err := store.Import(c.Context(), e); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "Added: %d places, %d answers, %d checklist entries.\n", len(e.Places), len(e.Answers), len(e.Checks))
			return err
		},
	}
}

func (a *app) eraseCommand() *cobra.Command {
	var s record.Scope
	c := &cobra.Command{
		Use:     "erase",
		Short:   "Erase progress for good",
		Example: "porchlight record erase --all\nporchlight record erase --lesson helping-or-enabling\nporchlight record erase --notes",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if n := chosen(s.All, s.Lesson != "", s.Notes); n != 1 {
				return usageError{"say what to erase", "One of: --all, --lesson ID, --notes"}
			}
			store, err := a.store(c.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			if err := store.Erase(c.Context(), s); err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.out, "Erased. Copies made earlier (exports, backups of this computer) are not touched.")
			return err
		},
	}
	c.Flags().BoolVar(&s.All, "all", false, "everything")
	c.Flags().StringVar(&s.Lesson, "lesson", "", "places and answers of one lesson")
	c.Flags().BoolVar(&s.Notes, "notes", false, "every note on the checklist")
	return c
}

func (a *app) checkRecordCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "Check that your progress file is whole", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			path, err := a.recordPath()
			if err != nil {
				return err
			}
			r, err := sqlite.Check(c.Context(), path)
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

// chosen counts what is true.
func chosen(of ...bool) int {
	n := 0
	for _, is := range of {
		if is {
			n++
		}
	}
	return n
}

// holds says in words what a record holds.
func holds(r sqlite.Report) string {
	n := r.Counts
	return fmt.Sprintf("%d places, %d answers, %d checklist entries, %d notes and other things kept, %d settings, %d KiB",
		n.Places, n.Answers, n.Checks, n.Entries+n.Events, n.Settings, (r.Bytes+1023)/1024)
}

func atMostOneFile(c *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{"one file at a time", fmt.Sprintf("Try: %s --help", c.CommandPath())}
	}
	return nil
}

// writeWhole writes a file so that its name never stands for half of it: to a
// file beside it, flushed to the disk, then renamed.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".porchlight-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
