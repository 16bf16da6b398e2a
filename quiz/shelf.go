package quiz

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sync"

	"porchlight/internal/packfile"
)

// A shelf is one kind of file in every language. Each is read when it is first
// asked for.
type shelf[K ~string, T any] struct {
	langs []string
	files map[Lang]map[K]func() (T, error)
	none  error // for an id that the shelf lacks
}

// stock returns the shelf of the files in one folder of each language, "" for
// the language's own. It looks at their names only.
func stock[K ~string, T any](fsys fs.FS, langs []string, folder string, none error, read func(*packfile.Doc, Lang, K) T) (shelf[K, T], error) {
	s := shelf[K, T]{langs, make(map[Lang]map[K]func() (T, error), len(langs)), none}
	for _, lang := range langs {
		in := path.Join(lang, folder)
		names, err := packfile.OptionalNames(fsys, in, ".yaml")
		if err != nil {
			return s, fmt.Errorf("quiz: %w", err)
		}
		files := make(map[K]func() (T, error), len(names))
		for _, name := range names {
			files[K(name)] = sync.OnceValues(func() (T, error) {
				return load(fsys, path.Join(in, name+".yaml"), func(doc *packfile.Doc) T { return read(doc, Lang(lang), K(name)) })
			})
		}
		s.files[Lang(lang)] = files
	}
	return s, nil
}

// load reads one file.
func load[T any](fsys fs.FS, file string, read func(*packfile.Doc) T) (T, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		var zero T
		return zero, err
	}
	doc := packfile.ParseYAML(path.Join(Folder, file), data)
	value := read(doc)
	return value, doc.Problems().AsError()
}

// get returns the file with the given id in the best language for lang.
func (s shelf[K, T]) get(id K, lang Lang) (T, error) {
	for _, l := range []Lang{Lang(packfile.Match(s.langs, string(lang))), English} {
		if read, ok := s.files[l][id]; ok {
			return read()
		}
	}
	var zero T
	return zero, fmt.Errorf("%q: %w", id, s.none)
}

// ids returns the ids of the English files, sorted. It reads nothing.
func (s shelf[K, T]) ids() []K {
	return slices.Sorted(maps.Keys(s.files[English]))
}

// all returns all files in the order of their ids, without those that cannot
// be read.
func (s shelf[K, T]) all(lang Lang) []T {
	var list []T
	for _, id := range s.ids() {
		if value, err := s.get(id, lang); err == nil {
			list = append(list, value)
		}
	}
	return list
}
