package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"porchlight/internal/record"
	"porchlight/internal/store/sqlite"
)

func (a *app) lockCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "lock", Short: "Lock your progress with a passphrase, or change the passphrase", Args: noArgs,
		Long: "Lock your progress with a passphrase. From then on Porchlight asks for it at each start, and the file, " +
			"with its backups, is encrypted.\n\nThere is no way around a passphrase: if you forget it, what is in the record is gone. " +
			"Four or more words that only you would put together are easy to keep and hard to guess.",
		RunE: func(c *cobra.Command, _ []string) error {
			ctx := c.Context()
			path, err := a.recordPath()
			if err != nil {
				return err
			}
			now, err := a.passphraseOf(ctx, path)
			if err != nil {
				return err
			}
			fresh, err := a.newPassphrase(ctx)
			if err != nil {
				return err
			}
			if err := sqlite.Lock(ctx, path, sqlite.Options{Passphrase: now}, fresh); err != nil {
				return err
			}
			w, err := a.words("")
			if err != nil {
				return err
			}
			a.tell(w.T("lock.done"))
			return nil
		},
	}
	c.Flags().StringVar(&a.flags.newPassphraseFile, "new-passphrase-file", "", "read the new passphrase from this file")
	return c
}

func (a *app) unlockCommand() *cobra.Command {
	return &cobra.Command{
		Use: "unlock", Short: "Take the passphrase off your progress", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			path, err := a.recordPath()
			if err != nil {
				return err
			}
			w, err := a.words("")
			if err != nil {
				return err
			}
			if !sqlite.Locked(path) {
				a.tell(w.T("lock.was-open"))
				return nil
			}
			now, err := a.passphraseOf(c.Context(), path)
			if err != nil {
				return err
			}
			if err := sqlite.Unlock(c.Context(), path, sqlite.Options{Passphrase: now}); err != nil {
				return err
			}
			a.tell(w.T("lock.off"))
			return nil
		},
	}
}

// errWithout says that the learner would rather go on without their record.
var errWithout = errors.New("no passphrase was given")

// passphraseOf asks for the passphrase of the record at path, and returns ""
// where it is not locked. It gives the learner a few tries.
func (a *app) passphraseOf(ctx context.Context, path string) (string, error) {
	if !sqlite.Locked(path) {
		return "", nil
	}
	given, err := a.openLocked(ctx, path, func(passphrase string) error {
		_, err := sqlite.Check(ctx, path, passphrase)
		return err
	})
	if errors.Is(err, errWithout) {
		return "", record.ErrLocked
	}
	return given, err
}

// recordStore is the record that a command works on: that of the flags. It is
// never another because a passphrase was not given.
func (a *app) recordStore(ctx context.Context) (record.Store, error) {
	if a.flags.private {
		return a.store(ctx)
	}
	s, err := a.storeOnDisk(ctx)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// storeOnDisk opens the record that the flags name, which must be a file.
func (a *app) storeOnDisk(ctx context.Context) (*sqlite.Store, error) {
	path, err := a.recordPath()
	if err != nil {
		return nil, err
	}
	passphrase, err := a.passphraseOf(ctx, path)
	if err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, path, sqlite.Options{Passphrase: passphrase})
}
