package quiz

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"porchlight/internal/packfile"
)

var (
	// ErrNoBank is returned for a lesson that has no questions.
	ErrNoBank = errors.New("no questions for this lesson")
	// ErrNoPractice is returned for an id the pack has no practice of.
	ErrNoPractice = errors.New("no such practice")
	// ErrNoReflection is returned for an id the pack has no reflection of.
	ErrNoReflection = errors.New("no such reflection")
)

// The folders of a pack that this package reads. Problems name files from the
// folder above Folder; the other two stand within each language.
const (
	Folder           = "quiz"
	PracticeFolder   = "practice"
	ReflectionFolder = "reflections"
)

// Banks is the questions, practices and reflections of a course. It never
// changes, reads each file when it is first asked for, and is safe for many
// goroutines. What it returns is shared: callers do not write to it.
//
// Every method that takes a language falls back to English for a file that is
// not translated; its Lang says which it is.
type Banks struct {
	banks       shelf[LessonID, Bank]
	practices   shelf[PracticeID, Practice]
	reflections shelf[ReflectionID, Reflection]
	hash        func() (string, error)
}

// Open opens the banks in fsys, a folder that holds a folder for each
// language. It looks at the names of files only. It returns an error when fsys
// cannot be read or has no English.
func Open(fsys fs.FS) (*Banks, error) {
	langs, err := packfile.Langs(fsys)
	if err != nil {
		return nil, fmt.Errorf("quiz: %w", err)
	}
	b := &Banks{hash: sync.OnceValues(func() (string, error) { return packfile.Hash(fsys, langs...) })}
	if b.banks, err = stock(fsys, langs, "", ErrNoBank, func(doc *packfile.Doc, lang Lang, _ LessonID) Bank {
		return ReadBank(doc, lang)
	}); err != nil {
		return nil, err
	}
	// The name of a file is the id: it is what the file was asked for by.
	if b.practices, err = stock(fsys, langs, PracticeFolder, ErrNoPractice, func(doc *packfile.Doc, lang Lang, id PracticeID) Practice {
		p := ReadPractice(doc, lang)
		p.ID = id
		return p
	}); err != nil {
		return nil, err
	}
	if b.reflections, err = stock(fsys, langs, ReflectionFolder, ErrNoReflection, func(doc *packfile.Doc, lang Lang, id ReflectionID) Reflection {
		r := ReadReflection(doc, lang)
		r.ID = id
		return r
	}); err != nil {
		return nil, err
	}
	return b, nil
}

// Bank returns the questions of a lesson. It returns ErrNoBank for a lesson
// without questions, and packfile.Problems for a bank that cannot be read.
func (b *Banks) Bank(lesson LessonID, lang Lang) (Bank, error) { return b.banks.get(lesson, lang) }

// Has reports whether the lesson has questions. It reads nothing.
func (b *Banks) Has(lesson LessonID) bool {
	_, ok := b.banks.files[English][lesson]
	return ok
}

// Lessons returns the lessons that have questions, in the order of their ids.
// It reads nothing.
func (b *Banks) Lessons() []LessonID { return b.banks.ids() }

// Practices returns all practices in the order of their ids, without those
// that cannot be read.
func (b *Banks) Practices(lang Lang) []Practice { return b.practices.all(lang) }

// Practice returns the practice with the given id. It returns ErrNoPractice
// for an id the pack lacks, and packfile.Problems for a practice that cannot be
// read.
func (b *Banks) Practice(id PracticeID, lang Lang) (Practice, error) {
	return b.practices.get(id, lang)
}

// Reflections returns all reflections in the order of their ids, without those
// that cannot be read.
func (b *Banks) Reflections(lang Lang) []Reflection { return b.reflections.all(lang) }

// Reflection returns the reflection with the given id. It returns
// ErrNoReflection for an id the pack lacks, and packfile.Problems for a
// reflection that cannot be read.
func (b *Banks) Reflection(id ReflectionID, lang Lang) (Reflection, error) {
	return b.reflections.get(id, lang)
}

// Hash returns a fingerprint of all files, 64 hexadecimal digits. It reads
// every file the first time.
func (b *Banks) Hash() (string, error) { return b.hash() }
