package cli

// systemDataDir is the local data folder: the roaming one travels to other
// computers.
func systemDataDir(env func(string) string) (string, error) {
	if dir := env("LocalAppData"); dir != "" {
		return dir, nil
	}
	return "", errNoHome
}
