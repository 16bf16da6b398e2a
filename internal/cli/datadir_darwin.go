package cli

import "path/filepath"

func systemDataDir(env func(string) string) (string, error) {
	h, err := home(env)
	return filepath.Join(h, "Library", "Application Support"), err
}
