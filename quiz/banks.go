package quiz

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"

	"porchlight/internal/packfile"
)

// ErrNoBank is returned for a lesson that has no questions.
var ErrNoBank = errors.New("no questions for this lesson")

// Folder is the folder of a pack that its banks are in. Problems name files
// from the folder above it.
const Folder = "quiz"

// Banks is the questions of a course. It never changes, reads each bank when
// it is first asked for, and is safe for many goroutines. What it returns is
// shared: callers do not write to it.
type Banks struct {
	langs []string
	banks map[Lang]map[LessonID]func() (Bank, error)
	hash  func() (string, error)
}

// Open opens the banks in fsys, a folder that holds a folder for each
// language. It looks at the names of files only. It returns an error when fsys
// cannot be read or has no English.
func Open(fsys fs.FS) (*Banks, error) {
	langs, err := packfile.Langs(fsys)
	if err != nil {
		return nil, fmt.Errorf("quiz: %w", err)
	}
	b := &Banks{langs: langs, banks: make(map[Lang]map[LessonID]func() (Bank, error))}
	b.hash = sync.OnceValues(func() (string, error) { return packfile.Hash(fsys, langs...) })
	for _, lang := range langs {
		names, err := packfile.Names(fsys, lang, ".yaml")
		if err != nil {
			return nil, fmt.Errorf("quiz: %w", err)
		}
		b.banks[Lang(lang)] = readers(fsys, Lang(lang), names)
	}
	return b, nil
}

// readers returns what reads each bank once.
func readers(fsys fs.FS, lang Lang, names []string) map[LessonID]func() (Bank, error) {
	out := make(map[LessonID]func() (Bank, error), len(names))
	for _, name := range names {
		out[LessonID(name)] = sync.OnceValues(func() (Bank, error) { return load(fsys, lang, name) })
	}
	return out
}

func load(fsys fs.FS, lang Lang, name string) (Bank, error) {
	file := path.Join(string(lang), name+".yaml")
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return Bank{}, err
	}
	doc := packfile.ParseYAML(path.Join(Folder, file), data)
	bank := ReadBank(doc, lang)
	return bank, doc.Problems().AsError()
}

// Bank returns the questions of a lesson in the reader's language, or in
// English where the pack has no translation; Bank.Lang says which. It returns
// ErrNoBank for a lesson without questions, and packfile.Problems for a bank
// that cannot be read.
func (b *Banks) Bank(lesson LessonID, lang Lang) (Bank, error) {
	for _, l := range []Lang{Lang(packfile.Match(b.langs, string(lang))), English} {
		if read, ok := b.banks[l][lesson]; ok {
			return read()
		}
	}
	return Bank{}, fmt.Errorf("%q: %w", lesson, ErrNoBank)
}

// Has reports whether the lesson has questions. It reads nothing.
func (b *Banks) Has(lesson LessonID) bool {
	_, ok := b.banks[English][lesson]
	return ok
}

// Lessons returns the lessons that have questions, in the order of their ids.
// It reads nothing.
func (b *Banks) Lessons() []LessonID {
	ids := make([]LessonID, 0, len(b.banks[English]))
	for id := range b.banks[English] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Hash returns a fingerprint of all banks, 64 hexadecimal digits. It reads
// every file the first time.
func (b *Banks) Hash() (string, error) { return b.hash() }
