package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"porchlight/internal/record"
	"porchlight/internal/store/sqlite"
	"porchlight/internal/wholefile"
)

func (a *app) exportCommand() *cobra.Command {
	return &cobra.Command{
		Use: "export [FILE]", Short: "Write your progress as one readable JSON file", Args: atMostOneFile,
		RunE: func(c *cobra.Command, args []string) error {
			store, err := a.recordStore(c.Context())
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
	kiosk := ""
	c := &cobra.Command{
		Use: "import [FILE]", Short: "Add the progress in a file that export wrote, or kept at a kiosk", Args: atMostOneFile,
		Example: "porchlight record import progress.json\nporchlight record import --words kiosk.example",
		RunE: func(c *cobra.Command, args []string) error {
			e, err := a.arriving(c.Context(), args, kiosk)
			if err != nil {
				return err
			}
			store, err := a.recordStore(c.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			if err := store.Import(c.Context(), e); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "Added: %s.\n", things(len(e.Places), len(e.Answers), len(e.Checks), len(e.Entries)+len(e.Events)))
			return err
		},
	}
	c.Flags().StringVar(&kiosk, "words", "", "fetch what a kiosk keeps under your five words: HOST or HOST:PORT, as on its card")
	return c
}

// arriving is the record to add: from a kiosk, a file, or what is piped in.
func (a *app) arriving(ctx context.Context, args []string, kiosk string) (record.Export, error) {
	switch {
	case kiosk != "" && len(args) > 0:
		return record.Export{}, usageError{"a file or a kiosk, not both", "Try: porchlight record import --help"}
	case kiosk != "":
		return a.fetched(ctx, kiosk)
	case len(args) == 0 || args[0] == "-":
		return record.ReadExport(a.in)
	}
	f, err := os.Open(args[0])
	if err != nil {
		return record.Export{}, err
	}
	defer f.Close()
	return record.ReadExport(f)
}

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Copy the whole record to a file, locked if it is locked", Args: oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			store, err := a.storeOnDisk(c.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			err = store.Backup(c.Context(), args[0])
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s is there already, and was not touched: name another file", args[0])
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "Copied to %s. To bring it back: porchlight record restore %s\n", args[0], args[0])
			return err
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: "Bring back a copy that backup made; what is there now is kept beside it", Args: oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			path, err := a.recordPath()
			if err != nil {
				return err
			}
			opens, err := a.passphraseOf(c.Context(), args[0])
			if err != nil {
				return err
			}
			now, err := a.passphraseOf(c.Context(), path)
			if err != nil {
				return err
			}
			kept, err := sqlite.Restore(c.Context(), path, args[0], sqlite.Options{Passphrase: now}, opens)
			if errors.Is(err, record.ErrNotFound) {
				return fmt.Errorf("there is no file %s", args[0])
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(a.out, "Brought back from %s.\n", args[0])
			if kept != "" {
				fmt.Fprintf(a.out, "What was there before is kept in %s\n", kept)
			}
			return nil
		},
	}
}

func oneFile(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageError{"name one file", fmt.Sprintf("Try: %s --help", c.CommandPath())}
	}
	return nil
}

func atMostOneFile(c *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{"one file at a time", fmt.Sprintf("Try: %s --help", c.CommandPath())}
	}
	return nil
}

// writeWhole writes a file in place of the one of that name, all or nothing.
func writeWhole(path string, write func(io.Writer) error) error {
	return wholefile.Write(path, true, write)
}
