package packfile

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// English is the folder every pack has.
const English = "en"

// Langs returns the language folders of fsys in the order of their names, with
// English first. It returns an error when fsys cannot be read or has no
// English.
func Langs(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("reading the folder of the pack: %w", err)
	}
	var langs []string
	english := false
	for _, e := range entries {
		switch {
		case !e.IsDir() || !IsLang(e.Name()):
		case e.Name() == English:
			english = true
		default:
			langs = append(langs, e.Name())
		}
	}
	if !english {
		return nil, fmt.Errorf("the pack has no folder %q: %w", English, fs.ErrNotExist)
	}
	return append([]string{English}, langs...), nil
}

// IsLang reports whether a folder of this name holds a language: "en", "es",
// "pt-br".
func IsLang(name string) bool {
	base, region, _ := strings.Cut(name, "-")
	return len(base) >= 2 && len(base) <= 3 && IsSlug(name) && len(region) <= 8
}

// Match returns the one of langs that serves someone who asked for lang: the
// same, or its language without the region ("es" for "es-MX"), or English.
func Match(langs []string, lang string) string {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	for {
		for _, l := range langs {
			if l == lang {
				return l
			}
		}
		i := strings.LastIndexByte(lang, '-')
		if i < 0 {
			return English
		}
		lang = lang[:i]
	}
}

// Names returns, without the ending, the names of the regular files of a
// folder that end in ext and can be ids.
func Names(fsys fs.FS, folder, ext string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", folder, err)
	}
	var names []string
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ext)
		if ok && IsSlug(name) && e.Type().IsRegular() {
			names = append(names, name)
		}
	}
	return names, nil
}

// OptionalNames is Names for a folder that a language may be without.
func OptionalNames(fsys fs.FS, folder, ext string) ([]string, error) {
	names, err := Names(fsys, folder, ext)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return names, err
}
