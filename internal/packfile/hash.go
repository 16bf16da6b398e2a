package packfile

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
)

// Hash returns the SHA-256, in hexadecimal, of the names and contents of all
// regular files in fsys below dirs. Equal hashes mean equal packs.
func Hash(fsys fs.FS, dirs ...string) (string, error) {
	h := sha256.New()
	for _, dir := range dirs {
		err := fs.WalkDir(fsys, dir, func(name string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			// The length keeps the end of one file and the start of the next
			// apart.
			fmt.Fprintf(h, "%q %d\n", name, len(data))
			h.Write(data)
			return err
		})
		if err != nil {
			return "", fmt.Errorf("hash of the pack: %w", err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
