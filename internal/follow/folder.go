package follow

import (
	"fmt"
	"os"
)

// Folder makes a folder where programs of one user meet, if there is none. It
// returns ErrNotPrivate for one that others may look into.
func Folder(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("making the folder to meet in: %w", err)
	}
	return Private(folder)
}

// Private returns ErrNotPrivate for a folder that is a link, another user's, or
// open to others.
func Private(folder string) error { return private(folder) }
